//! Drops bounds checks that cannot fail.
//!
//! A walk down the dominator tree remembers, where a branch has just asked `a < b`, that on its one side `a` is below `b`;
//! and a check that every path has passed asserts the same. In `for i in 0..a.len() { a[i] }` the loop's own condition is
//! the check. Besides, an index may be small by the way it is computed: a remainder, a mask, a widened byte.

use crate::edit::{constant, def_inst};
use rustc_hash::FxHashMap;
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{Block, Value};
use stair_ir::function::Function;
use stair_ir::inst::{BinaryOp, Cond, ConvertOp, Inst, Terminator};

/// For each value, what it is known to be below (as unsigned numbers), from which block on.
type Facts = FxHashMap<Value, Vec<(Block, Value)>>;

pub(crate) fn run(func: &mut Function) -> bool {
    let has_check =
        |b: &Block| func.block(*b).insts.iter().any(|&id| matches!(func.inst(id).inst, Inst::BoundsCheck { .. }));
    if !func.layout.iter().any(has_check) {
        return false;
    }
    let cfg = Cfg::compute(func);
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    let mut facts = Facts::default();
    let mut changed = false;
    for &block in dominators.preorder() {
        if let [pred] = *cfg.preds(block)
            && let Some((less, more)) = condition_on_edge(func, pred, block)
        {
            facts.entry(less).or_default().push((block, more));
        }
        let mut insts = std::mem::take(&mut func.blocks[block.index()].insts);
        insts.retain(|&id| {
            let Inst::BoundsCheck { index, len, .. } = func.inst(id).inst else { return true };
            let here: Vec<_> = facts
                .get(&index)
                .into_iter()
                .flatten()
                .filter(|(from, _)| dominators.dominates(*from, block))
                .map(|&(_, bound)| bound)
                .collect();
            let passes = is_below(func, index, len, &here);
            changed |= passes;
            if !passes {
                facts.entry(index).or_default().push((block, len));
            }
            !passes
        });
        func.blocks[block.index()].insts = insts;
    }
    changed
}

/// Two values of which the first is below the second where `block` is entered from `pred`, which has no other jump there.
fn condition_on_edge(func: &Function, pred: Block, block: Block) -> Option<(Value, Value)> {
    let Terminator::Branch { cond, then, els } = &func.block(pred).terminator else { return None };
    if then.block == els.block {
        return None;
    }
    let Inst::Compare { cc, args: [a, b] } = func.inst(def_inst(func, *cond)?).inst else { return None };
    match (cc, then.block == block) {
        (Cond::LtU, true) | (Cond::GeU, false) => Some((a, b)),
        (Cond::GtU, true) | (Cond::LeU, false) => Some((b, a)),
        _ => None,
    }
}

fn is_below(func: &Function, index: Value, len: Value, facts: &[Value]) -> bool {
    if facts.contains(&len) {
        return true;
    }
    // The remainder by the length; the length is not 0, or the remainder would not have been taken.
    if let Some(Inst::Binary { op: BinaryOp::RemU, args: [_, divisor] }) =
        def_inst(func, index).map(|id| &func.inst(id).inst)
        && *divisor == len
    {
        return true;
    }
    let Some(len) = constant(func, len) else { return false };
    most(func, index) < len || facts.iter().any(|&bound| constant(func, bound).is_some_and(|bound| bound <= len))
}

/// The most that the value can be, by the way it is computed.
fn most(func: &Function, value: Value) -> u64 {
    let all = func.ty(value).mask();
    let Some(id) = def_inst(func, value) else { return all };
    match func.inst(id).inst {
        Inst::Const { bits, .. } => bits,
        Inst::Convert { op: ConvertOp::ZeroExtend, arg, .. } => func.ty(arg).mask(),
        Inst::Binary { op, args: [_, by] } => match (op, constant(func, by)) {
            (BinaryOp::And, Some(mask)) => mask,
            (BinaryOp::RemU, Some(divisor)) if divisor > 0 => divisor - 1,
            (BinaryOp::ShrU, Some(by)) => all >> (by & u64::from(func.ty(value).bits() - 1)),
            _ => all,
        },
        _ => all,
    }
}
