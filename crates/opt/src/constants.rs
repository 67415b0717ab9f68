//! Sparse conditional constant propagation.
//!
//! After Wegman and Zadeck, "Constant Propagation with Conditional Branches" (1991): values are assumed constant and code
//! unreachable until shown otherwise, so that a constant found behind a branch that is never taken counts. Instead of two
//! work lists there are sweeps in reverse postorder over the blocks found reachable; only a change that arrives over a
//! back edge calls for another sweep.
//!
//! A result that is a NaN is not folded: which NaN the program makes is not ours to choose. A checked operation whose
//! result is known becomes that constant; one that is known to trap stays.

use crate::edit::{self, Aliases, make_constant};
use stair_ir::cfg::Cfg;
use stair_ir::entities::{Block, Value};
use stair_ir::eval;
use stair_ir::function::Function;
use stair_ir::inst::{BlockCall, Inst, Terminator, Type};

/// What is known of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Nothing that defines it has been found reachable.
    Undefined,
    Constant(u64),
    /// Differs from run to run, as far as we know.
    Varies,
}

impl Known {
    fn meet(self, other: Self) -> Self {
        match (self, other) {
            (Self::Undefined, k) | (k, Self::Undefined) => k,
            (a, b) if a == b => a,
            _ => Self::Varies,
        }
    }
}

struct Propagation<'a> {
    func: &'a Function,
    cfg: &'a Cfg,
    known: Vec<Known>,
    is_reached: Vec<bool>,
    /// Where the next sweep must begin, as a place in the reverse postorder.
    restart: u32,
}

pub(crate) fn run(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    let mut p = Propagation {
        func,
        cfg: &cfg,
        known: vec![Known::Undefined; func.values.len()],
        is_reached: vec![false; func.blocks.len()],
        restart: 0,
    };
    for param in &func.block(func.entry()).params {
        p.known[param.index()] = Known::Varies;
    }
    p.is_reached[func.entry().index()] = true;
    let end = cfg.rpo().len() as u32;
    while p.restart < end {
        let start = std::mem::replace(&mut p.restart, end);
        for place in start..end {
            let block = cfg.rpo()[place as usize];
            if p.is_reached[block.index()] {
                p.block(block, place);
            }
        }
    }
    let Propagation { known, is_reached, .. } = p;
    rewrite(func, &known, &is_reached)
}

impl Propagation<'_> {
    fn get(&self, value: Value) -> Known {
        self.known[value.index()]
    }

    fn block(&mut self, block: Block, place: u32) {
        let func = self.func;
        let data = func.block(block);
        for &id in &data.insts {
            let inst = func.inst(id);
            match inst.results[..] {
                [result] if self.known[result.index()] != Known::Varies => {
                    let found = self.inst(&inst.inst, func.ty(result));
                    self.known[result.index()] = self.known[result.index()].meet(found);
                }
                [_] => {}
                _ => inst.results.iter().for_each(|r| self.known[r.index()] = Known::Varies),
            }
        }
        match taken(&data.terminator, |v| self.get(v)) {
            Taken::Nothing => {}
            Taken::One(to) => self.edge(to, place),
            Taken::Any => data.terminator.targets().for_each(|to| self.edge(to, place)),
        }
    }

    fn edge(&mut self, to: &BlockCall, from_place: u32) {
        let mut changed = !std::mem::replace(&mut self.is_reached[to.block.index()], true);
        for (param, &arg) in self.func.block(to.block).params.iter().zip(&to.args) {
            let old = self.known[param.index()];
            let new = old.meet(self.get(arg));
            self.known[param.index()] = new;
            changed |= new != old;
        }
        if let Some(place) = self.cfg.rpo_index(to.block)
            && changed
            && place <= from_place
        {
            self.restart = self.restart.min(place);
        }
    }

    fn inst(&self, inst: &Inst, ty: Type) -> Known {
        if let Inst::Const { bits, .. } = *inst {
            return Known::Constant(bits);
        }
        if let Inst::Select { cond, if_true, if_false } = *inst {
            return match self.get(cond) {
                Known::Undefined => Known::Undefined,
                Known::Constant(0) => self.get(if_false),
                Known::Constant(_) => self.get(if_true),
                Known::Varies => self.get(if_true).meet(self.get(if_false)),
            };
        }
        if !inst.is_pure() && !matches!(inst, Inst::Checked { .. }) {
            return Known::Varies;
        }
        let mut operands = [0; 3];
        let mut count = 0;
        let mut varies = false;
        let mut undefined = false;
        inst.for_each_operand(|v| match self.get(v) {
            Known::Constant(bits) => {
                operands[count] = bits;
                count += 1;
            }
            Known::Varies => varies = true,
            Known::Undefined => undefined = true,
        });
        if undefined {
            return Known::Undefined;
        }
        if varies || count == 0 {
            return Known::Varies;
        }
        fold(self.func, inst, ty, operands).map_or(Known::Varies, Known::Constant)
    }
}

/// What the instruction computes from constant operands, where that is certain.
fn fold(func: &Function, inst: &Inst, ty: Type, [a, b, _]: [u64; 3]) -> Option<u64> {
    let bits = match *inst {
        Inst::Unary { op, .. } => eval::unary(op, ty, a),
        Inst::Binary { op, .. } => eval::binary(op, ty, a, b)?,
        Inst::Checked { op, trap, .. } => eval::checked(op, trap.kind, ty, a, b).ok()?,
        Inst::Compare { cc, args } => eval::compare(cc, func.ty(args[0]), a, b).into(),
        Inst::Convert { op, to, arg } => eval::convert(op, func.ty(arg), to, a),
        _ => return None,
    };
    (!eval::is_nan(ty, bits)).then_some(bits)
}

enum Taken<'a> {
    Nothing,
    One(&'a BlockCall),
    Any,
}

fn taken(terminator: &Terminator, get: impl Fn(Value) -> Known) -> Taken<'_> {
    let choose = |value: Value, pick: &dyn Fn(u64) -> usize| match get(value) {
        Known::Undefined => Taken::Nothing,
        Known::Varies => Taken::Any,
        Known::Constant(bits) => terminator.targets().nth(pick(bits)).map_or(Taken::Any, Taken::One),
    };
    match terminator {
        Terminator::Jump(to) => Taken::One(to),
        Terminator::Branch { cond, .. } => choose(*cond, &|bits| usize::from(bits == 0)),
        Terminator::Switch { value, cases, .. } => {
            choose(*value, &|bits| cases.iter().position(|&(p, _)| p == bits).unwrap_or(cases.len()))
        }
        Terminator::Return(_) | Terminator::Unreachable => Taken::Nothing,
    }
}

fn rewrite(func: &mut Function, known: &[Known], is_reached: &[bool]) -> bool {
    let mut changed = false;
    let mut aliases = Aliases::new(func);
    let layout = func.layout.clone();
    for &block in layout.iter().filter(|b| is_reached[b.index()]) {
        let mut made = Vec::new();
        for param in func.block(block).params.clone() {
            if let Known::Constant(bits) = known[param.index()] {
                let ty = func.ty(param);
                let origin = func.block(block).origin;
                let id = func.make_inst(make_constant(ty, bits), &[ty], origin);
                aliases.set(param, func.result(id));
                made.push(id);
            }
        }
        changed |= !made.is_empty();
        let mut insts = std::mem::take(&mut func.blocks[block.index()].insts);
        insts.retain(|&id| {
            let data = &mut func.insts[id.index()];
            match (&data.inst, &data.results[..]) {
                (Inst::Const { .. }, _) => {}
                (Inst::BoundsCheck { index, len, .. }, _) => {
                    if let (Known::Constant(index), Known::Constant(len)) = (known[index.index()], known[len.index()])
                        && index < len
                    {
                        changed = true;
                        return false;
                    }
                }
                (_, [result]) => {
                    if let Known::Constant(bits) = known[result.index()] {
                        data.inst = make_constant(func.values[result.index()].ty, bits);
                        changed = true;
                    }
                }
                _ => {}
            }
            true
        });
        insts.splice(0..0, made);
        let data = &mut func.blocks[block.index()];
        data.insts = insts;
        if !matches!(data.terminator, Terminator::Jump(_))
            && let Taken::One(to) = taken(&data.terminator, |v| known[v.index()])
        {
            data.terminator = Terminator::Jump(to.clone());
            changed = true;
        }
    }
    if changed {
        aliases.apply(func);
        let cfg = Cfg::compute(func);
        edit::retain_reachable(func, &cfg);
    }
    changed
}
