//! Dead-code elimination: what neither has an effect nor feeds one goes, block parameters included.
//!
//! Everything is taken to be dead until it is reached from an effect or a terminator, so cycles that feed only themselves
//! go too.

use crate::edit;
use stair_ir::cfg::Cfg;
use stair_ir::entities::Value;
use stair_ir::function::{Function, ValueDef};

pub(crate) fn run(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    let mut changed = edit::retain_reachable(func, &cfg);
    let is_used = used_values(func, &cfg);
    for &block in cfg.rpo() {
        let mut insts = std::mem::take(&mut func.blocks[block.index()].insts);
        let before = insts.len();
        insts.retain(|&id| {
            let data = func.inst(id);
            !data.inst.effects().is_removable() || data.results.iter().any(|r| is_used[r.index()])
        });
        changed |= insts.len() != before;
        func.blocks[block.index()].insts = insts;
    }
    let entry = func.entry();
    let dead_param =
        |&&b: &&stair_ir::entities::Block| b != entry && func.block(b).params.iter().any(|p| !is_used[p.index()]);
    if func.layout.iter().find(dead_param).is_some() {
        edit::remove_params(func, |p| !is_used[p.index()]);
        changed = true;
    }
    changed
}

fn used_values(func: &Function, cfg: &Cfg) -> Vec<bool> {
    let mut is_used = vec![false; func.values.len()];
    let mut work = Vec::new();
    let mut read = |v: Value, work: &mut Vec<Value>| {
        if !std::mem::replace(&mut is_used[v.index()], true) {
            work.push(v);
        }
    };
    for &block in cfg.rpo() {
        let data = func.block(block);
        for &id in &data.insts {
            let inst = &func.inst(id).inst;
            if !inst.effects().is_removable() {
                inst.for_each_operand(|v| read(v, &mut work));
            }
        }
        data.terminator.for_each_own_operand(|v| read(v, &mut work));
    }
    while let Some(value) = work.pop() {
        match func.values[value.index()].def {
            ValueDef::Result(id, _) => func.inst(id).inst.for_each_operand(|v| read(v, &mut work)),
            ValueDef::Param(block, index) => {
                for &pred in cfg.preds(block) {
                    for to in func.block(pred).terminator.targets().filter(|to| to.block == block) {
                        read(to.args[index as usize], &mut work);
                    }
                }
            }
        }
    }
    is_used
}
