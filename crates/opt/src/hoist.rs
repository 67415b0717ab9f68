//! Loop-invariant code motion: what every turn of a loop computes anew with the same result moves before the loop.
//!
//! Only instructions that may run even where the loop's body does not: pure ones other than division. Constants and
//! addresses move along only where another instruction needs them. Loads move where the loop writes nothing at all, and
//! only from the start of its header, which runs at least once. Loops are treated from the inside out, so that an
//! instruction can leave several.

use crate::edit::def_inst;
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{Block, InstId, Value};
use stair_ir::function::{Function, ValueDef};
use stair_ir::inst::{BlockCall, Inst, Terminator};
use stair_ir::loops::{Loop, Loops};

pub(crate) fn run(func: &mut Function) -> bool {
    if func.layout.len() == 1 {
        return false;
    }
    let cfg = Cfg::compute(func);
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    let mut loops = Loops::compute(&cfg, &dominators, func.blocks.len());
    if loops.loops.is_empty() {
        return false;
    }
    let mut home = vec![Block(u32::MAX); func.insts.len()];
    for &block in cfg.rpo() {
        for id in &func.block(block).insts {
            home[id.index()] = block;
        }
    }
    let mut hoister = Hoister { func, home, is_inside: Vec::new() };
    let mut changed = false;
    for index in (0..loops.loops.len()).rev() {
        let own = &loops.loops[index];
        let moved = hoister.take_invariants(own);
        if moved.is_empty() {
            continue;
        }
        let (before, is_new) = hoister.block_before(&cfg, own);
        for id in &moved {
            hoister.home[id.index()] = before;
        }
        hoister.func.blocks[before.index()].insts.extend(moved);
        changed = true;
        let header = own.header;
        let mut around = own.parent.filter(|_| is_new);
        while let Some(parent) = around {
            let parent = &mut loops.loops[parent as usize];
            let at = parent.blocks.iter().position(|&b| b == header).unwrap_or(parent.blocks.len());
            parent.blocks.insert(at, before);
            around = parent.parent;
        }
    }
    changed
}

struct Hoister<'a> {
    func: &'a mut Function,
    /// The block of each instruction.
    home: Vec<Block>,
    /// Whether each block is in the loop at hand.
    is_inside: Vec<bool>,
}

impl Hoister<'_> {
    fn is_defined_inside(&self, value: Value) -> bool {
        match self.func.values[value.index()].def {
            ValueDef::Param(block, _) => self.is_inside[block.index()],
            ValueDef::Result(id, _) => self.is_inside[self.home[id.index()].index()],
        }
    }

    /// Take the instructions that can leave the loop out of it, in an order in which they can run.
    fn take_invariants(&mut self, own: &Loop) -> Vec<InstId> {
        self.is_inside.clear();
        self.is_inside.resize(self.func.blocks.len(), false);
        for block in &own.blocks {
            self.is_inside[block.index()] = true;
        }
        let insts = own.blocks.iter().flat_map(|&b| &self.func.block(b).insts);
        let is_read_only = !insts.clone().any(|&id| self.func.inst(id).inst.effects().writes_memory);
        let mut moved = Vec::new();
        // Where instructions go until it is known: outside.
        let outside = Block(self.is_inside.len() as u32);
        self.is_inside.push(false);
        for (place, &block) in own.blocks.iter().enumerate() {
            let mut loads_move = is_read_only && place == 0;
            for index in 0..self.func.block(block).insts.len() {
                let id = self.func.block(block).insts[index];
                let inst = &self.func.inst(id).inst;
                loads_move &= !inst.effects().may_leave;
                let may_move = !inst.is_rematerialised()
                    && (inst.is_speculatable() || loads_move && matches!(inst, Inst::Load { .. }));
                if !may_move {
                    continue;
                }
                let mut along = Vec::new();
                let mut is_invariant = true;
                inst.for_each_operand(|v| {
                    if self.is_defined_inside(v) {
                        match def_inst(self.func, v).filter(|&d| self.func.inst(d).inst.is_rematerialised()) {
                            Some(constant) if !along.contains(&constant) => along.push(constant),
                            Some(_) => {}
                            None => is_invariant = false,
                        }
                    }
                });
                if is_invariant {
                    for id in along.into_iter().chain([id]) {
                        self.home[id.index()] = outside;
                        moved.push(id);
                    }
                }
            }
        }
        if !moved.is_empty() {
            for &block in &own.blocks {
                let home = &self.home;
                self.func.blocks[block.index()].insts.retain(|id| home[id.index()] != outside);
            }
        }
        moved
    }

    /// The block that runs just before the loop is entered, and nothing else; and whether it is new.
    fn block_before(&mut self, cfg: &Cfg, own: &Loop) -> (Block, bool) {
        let header = own.header;
        let outside: Vec<_> = cfg.preds(header).iter().copied().filter(|p| !own.blocks.contains(p)).collect();
        if let [only] = outside[..]
            && let Terminator::Jump(to) = &self.func.block(only).terminator
            && to.block == header
        {
            return (only, false);
        }
        let func = &mut *self.func;
        // A loop within may have made a block before itself, but only one that jumps to its own header.
        let before = func.make_block(func.block(header).origin);
        let types: Vec<_> = func.block(header).params.iter().map(|&p| func.ty(p)).collect();
        let args = types.into_iter().map(|ty| func.append_block_param(before, ty)).collect();
        func.blocks[before.index()].terminator = Terminator::Jump(BlockCall::new(header, args));
        for pred in outside {
            let targets = func.blocks[pred.index()].terminator.targets_mut();
            targets.filter(|to| to.block == header).for_each(|to| to.block = before);
        }
        let at = func.layout.iter().position(|&b| b == header).unwrap_or(func.layout.len());
        func.layout.insert(at, before);
        (before, true)
    }
}
