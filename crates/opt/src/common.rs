//! Common-subexpression elimination: what was computed before, on every path, is not computed again.
//!
//! A walk down the dominator tree remembers pure instructions by what they are and what they read (value numbering over the
//! dominator tree, after Briggs, Cooper and Simpson, "Value Numbering", 1997). A checked operation or bounds check equal to
//! one that every path has passed cannot trap, and goes as well.

use crate::edit::Aliases;
use rustc_hash::FxHashMap;
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{Block, Value};
use stair_ir::function::Function;
use stair_ir::inst::{CheckedOp, Inst};

pub(crate) fn run(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    // Where the instruction was last seen, and its result if it has one.
    let mut seen: FxHashMap<Inst, (Block, Option<Value>)> = FxHashMap::default();
    let mut aliases = Aliases::new(func);
    let mut changed = false;
    for &block in dominators.preorder() {
        let mut insts = std::mem::take(&mut func.blocks[block.index()].insts);
        insts.retain(|&id| {
            let data = &mut func.insts[id.index()];
            data.inst.for_each_operand_mut(|v| *v = aliases.get(*v));
            let is_check = matches!(data.inst, Inst::Checked { .. } | Inst::BoundsCheck { .. });
            if !is_check && !data.inst.is_pure() {
                return true;
            }
            let result = data.results.first().copied();
            match seen.entry(key(&data.inst)) {
                std::collections::hash_map::Entry::Occupied(mut entry) => {
                    let (home, earlier) = *entry.get();
                    if !dominators.dominates(home, block) {
                        entry.insert((block, result));
                        return true;
                    }
                    if let (Some(result), Some(earlier)) = (result, earlier) {
                        aliases.set(result, earlier);
                    }
                    changed = true;
                    false
                }
                std::collections::hash_map::Entry::Vacant(entry) => {
                    entry.insert((block, result));
                    true
                }
            }
        });
        let data = &mut func.blocks[block.index()];
        data.insts = insts;
        data.terminator.for_each_operand_mut(|v| *v = aliases.get(*v));
    }
    // Arguments of back edges were seen before what they stand for.
    aliases.apply(func);
    changed
}

/// The instruction without what does not matter to its result: operands that may change over in order, and of a check that
/// has been passed, where it would have reported.
fn key(inst: &Inst) -> Inst {
    let mut key = inst.clone();
    match &mut key {
        Inst::Binary { op, args } if is_commutative(*op) => args.sort_unstable(),
        Inst::Checked { op, args, trap } => {
            trap.location.0 = 0;
            trap.kind = op.trap_kinds().0[0];
            if matches!(op, CheckedOp::AddS | CheckedOp::AddU | CheckedOp::MulS | CheckedOp::MulU) {
                args.sort_unstable();
            }
        }
        Inst::BoundsCheck { trap, .. } => trap.location.0 = 0,
        _ => {}
    }
    key
}

fn is_commutative(op: stair_ir::inst::BinaryOp) -> bool {
    use stair_ir::inst::BinaryOp::{Add, And, Mul, Or, Xor};
    matches!(op, Add | Mul | And | Or | Xor)
}
