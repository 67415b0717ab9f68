//! Second half: a local for each value that needs one.

use super::nest::Nesting;
use super::{LocalDecl, Placement, StackPlan};
use crate::cfg::Cfg;
use crate::entities::{Block, InstId, Value, Var};
use crate::function::{Function, ValueDef};
use crate::inst::{Inst, Terminator, Type};
use crate::liveness::Liveness;
use smol_str::SmolStr;
use stair_source::Span;

const NONE: u32 = u32::MAX;

struct Allocator<'a> {
    func: &'a Function,
    placements: Vec<Placement>,
    locals: Vec<LocalDecl>,
    /// Locals that values share, by type.
    shared: [Vec<u32>; 6],
    /// Whether a value that is alive is in the local.
    occupied: Vec<bool>,
    /// Whether a value has been given its local yet; until then its placement is provisional.
    assigned: Vec<bool>,
    /// The parameter that a value is passed to, or `NONE`.
    passed_to: Vec<u32>,
    /// The local that a parameter would like, or `NONE`: where its other arguments are.
    wished: Vec<u32>,
    /// For each value the block in whose scan it was last seen alive at a later place.
    seen: Vec<u32>,
}

pub(super) fn assign(func: &Function, cfg: &Cfg, nesting: Nesting) -> StackPlan {
    let Nesting { placements, blocks, kept } = nesting;
    let needs_local = |v: Value| matches!(placements[v.index()], Placement::Local(_));
    let live = Liveness::compute_where(func, cfg, needs_local, |id: InstId| kept[id.index()]);

    let mut alloc = Allocator {
        func,
        locals: Vec::new(),
        shared: Default::default(),
        occupied: Vec::new(),
        assigned: vec![false; func.values.len()],
        passed_to: vec![NONE; func.values.len()],
        wished: vec![NONE; func.values.len()],
        seen: vec![NONE; func.values.len()],
        placements,
    };
    let (var_locals, entry_moves) = alloc.params_and_vars(cfg);
    alloc.find_wishes(cfg);
    for &block in cfg.rpo() {
        alloc.block(block, &blocks[block.index()], cfg, &live);
    }
    StackPlan { placements: alloc.placements, locals: alloc.locals, var_locals, entry_moves, blocks }
}

impl Allocator<'_> {
    /// Parameters come first, then variables that do not live in a parameter.
    fn params_and_vars(&mut self, cfg: &Cfg) -> (Vec<u32>, Vec<(u32, u32)>) {
        let func = self.func;
        let mut is_set = vec![false; func.vars.len()];
        for &block in cfg.rpo() {
            for &id in &func.block(block).insts {
                if let Inst::VarSet { var, .. } = func.inst(id).inst {
                    is_set[var.index()] = true;
                }
            }
        }
        for &ty in &func.sig.params {
            self.locals.push(LocalDecl { ty, name: SmolStr::default(), span: Span::default(), var: None });
        }
        let entry_params = func.layout.first().map_or(&[][..], |&entry| &func.block(entry).params);
        let mut var_locals = Vec::with_capacity(func.vars.len());
        let mut moves = Vec::new();
        for (index, decl) in func.vars.iter().enumerate() {
            let var = Var(index as u32);
            let own = decl.param.filter(|&p| {
                let read_as_value =
                    entry_params.get(p as usize).is_some_and(|v| self.placements[v.index()] != Placement::Unused);
                self.locals.get(p as usize).is_some_and(|l| l.var.is_none() && l.ty == decl.ty)
                    && !(read_as_value && is_set[index])
            });
            let named = LocalDecl { ty: decl.ty, name: decl.name.clone(), span: decl.span, var: Some(var) };
            if let Some(param) = own {
                self.locals[param as usize] = named;
                var_locals.push(param);
            } else {
                let local = self.locals.len() as u32;
                self.locals.push(named);
                var_locals.push(local);
                moves.extend(decl.param.map(|p| (p, local)));
            }
        }
        self.occupied = vec![false; self.locals.len()];
        for (index, &param) in entry_params.iter().enumerate() {
            let local = index as u32;
            if self.locals[index].var.is_none() {
                // A variable that is copied from here at entry has been copied by the time it is shared.
                self.shared[self.locals[index].ty as usize].push(local);
            }
            if self.placements[param.index()] != Placement::Unused {
                self.placements[param.index()] = Placement::Local(local);
                self.assigned[param.index()] = true;
            }
        }
        (var_locals, moves)
    }

    fn find_wishes(&mut self, cfg: &Cfg) {
        for &block in cfg.rpo() {
            for to in self.func.block(block).terminator.targets() {
                for (param, arg) in self.func.block(to.block).params.iter().zip(&to.args) {
                    self.passed_to[arg.index()] = param.0;
                }
            }
        }
    }

    /// Go through the block with the set of locals that hold something.
    fn block(&mut self, block: Block, statements: &[InstId], cfg: &Cfg, live: &Liveness) {
        let func = self.func;
        self.occupied.fill(false);
        for &value in live.live_in(block) {
            self.occupy(value);
        }
        for &value in live.live_out(block) {
            self.seen[value.index()] = block.0;
        }
        let deaths = self.deaths(block, statements);

        let params = &func.block(block).params;
        // Those that have their local already (the function's own) before those that choose.
        for &param in params {
            if self.assigned[param.index()] && self.is_read_later(param, block, &deaths) {
                self.occupy(param);
            }
        }
        for &param in params {
            if matches!(self.placements[param.index()], Placement::Local(_)) && !self.assigned[param.index()] {
                self.choose(param, cfg);
            }
        }
        let mut deaths = deaths.into_iter().rev().peekable();
        for (index, &id) in statements.iter().enumerate() {
            while let Some((_, value)) = deaths.next_if(|&(at, _)| at == index as u32) {
                self.vacate(value);
            }
            for &result in &func.inst(id).results {
                if matches!(self.placements[result.index()], Placement::Local(_)) {
                    self.choose(result, cfg);
                }
            }
        }
    }

    /// Whether a parameter of the function is read at all: in this block, or after it.
    fn is_read_later(&self, param: Value, block: Block, deaths: &[(u32, Value)]) -> bool {
        self.seen[param.index()] == block.0 || deaths.iter().any(|&(_, v)| v == param)
    }

    /// For each value that is read in the block and not after it, the index of the last statement that reads it, the
    /// terminator's being that after the last. Latest first.
    fn deaths(&mut self, block: Block, statements: &[InstId]) -> Vec<(u32, Value)> {
        let func = self.func;
        let mut deaths = Vec::new();
        let terminator = &func.block(block).terminator;
        let end = statements.len() as u32;
        terminator.for_each_own_operand(|v| self.read(v, end, block, &mut deaths));
        for to in terminator.targets() {
            for (param, &arg) in func.block(to.block).params.iter().zip(&to.args) {
                if self.placements[param.index()] != Placement::Unused {
                    self.read(arg, end, block, &mut deaths);
                }
            }
        }
        for (index, &id) in statements.iter().enumerate().rev() {
            func.inst(id).inst.for_each_operand(|v| self.read(v, index as u32, block, &mut deaths));
        }
        deaths
    }

    /// The tree that is `value` is read at statement `at`.
    fn read(&mut self, value: Value, at: u32, block: Block, deaths: &mut Vec<(u32, Value)>) {
        match self.placements[value.index()] {
            Placement::Local(_) => {
                if std::mem::replace(&mut self.seen[value.index()], block.0) != block.0 {
                    deaths.push((at, value));
                }
            }
            Placement::Nested => {
                if let ValueDef::Result(id, _) = self.func.values[value.index()].def {
                    self.func.inst(id).inst.for_each_operand(|v| self.read(v, at, block, deaths));
                }
            }
            Placement::Unused | Placement::Remat => {}
        }
    }

    fn occupy(&mut self, value: Value) {
        if let Placement::Local(local) = self.placements[value.index()] {
            self.occupied[local as usize] = true;
        }
    }

    fn vacate(&mut self, value: Value) {
        if let Placement::Local(local) = self.placements[value.index()] {
            self.occupied[local as usize] = false;
        }
    }

    fn is_free(&self, local: u32, ty: Type) -> bool {
        local != NONE && !self.occupied[local as usize] && {
            let decl = &self.locals[local as usize];
            decl.var.is_none() && decl.ty == ty
        }
    }

    /// Give the value a free local: one that saves a move where possible.
    fn choose(&mut self, value: Value, cfg: &Cfg) {
        let ty = self.func.ty(value);
        let local = self
            .wish(value, ty, cfg)
            .or_else(|| self.shared[ty as usize].iter().copied().find(|&l| !self.occupied[l as usize]))
            .unwrap_or_else(|| {
                let local = self.locals.len() as u32;
                self.locals.push(LocalDecl { ty, name: SmolStr::default(), span: Span::default(), var: None });
                self.shared[ty as usize].push(local);
                self.occupied.push(false);
                local
            });
        self.placements[value.index()] = Placement::Local(local);
        self.assigned[value.index()] = true;
        self.occupied[local as usize] = true;
        let param = self.passed_to[value.index()];
        if param != NONE && self.wished[param as usize] == NONE {
            self.wished[param as usize] = local;
        }
    }

    fn wish(&self, value: Value, ty: Type, cfg: &Cfg) -> Option<u32> {
        let local_of = |v: Value| match self.placements[v.index()] {
            Placement::Local(local) if self.assigned[v.index()] => Some(local),
            _ => None,
        };
        // Where the value is going.
        let param = self.passed_to[value.index()];
        if param != NONE {
            let to = local_of(Value(param)).unwrap_or(self.wished[param as usize]);
            if self.is_free(to, ty) {
                return Some(to);
            }
        }
        // Where a parameter comes from.
        let ValueDef::Param(block, index) = self.func.values[value.index()].def else { return None };
        let args = cfg.preds(block).iter().flat_map(|&pred| {
            let to: &Terminator = &self.func.block(pred).terminator;
            to.targets().filter(|to| to.block == block).filter_map(|to| to.args.get(index as usize))
        });
        args.filter_map(|&arg| local_of(arg)).find(|&local| self.is_free(local, ty))
    }
}
