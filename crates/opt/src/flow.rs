//! Control-flow simplification.
//!
//! - A branch or switch whose targets are all the same is a jump; one whose targets differ only in arguments is a jump that
//!   selects them.
//! - A jump to a block that only jumps on goes to where that leads.
//! - A block that is the only one to jump to the next takes that in.

use crate::edit::{self, Aliases};
use stair_ir::cfg::Cfg;
use stair_ir::entities::Block;
use stair_ir::function::Function;
use stair_ir::inst::{BlockCall, Inst, Terminator};

/// A branch to one block becomes a jump if at most so many arguments differ.
const MAX_SELECTS: usize = 2;

pub(crate) fn run(func: &mut Function) -> bool {
    if func.layout.len() == 1 {
        return false;
    }
    let mut changed = false;
    // Each turn may lay open more for the next; two or three reach the end.
    for _ in 0..4 {
        let mut again = lead_on(func);
        for block in func.layout.clone() {
            again |= same_targets(func, block);
        }
        again |= merge(func);
        changed |= again;
        if !again {
            break;
        }
    }
    changed
}

fn same_targets(func: &mut Function, block: Block) -> bool {
    let data = &mut func.blocks[block.index()];
    if let Terminator::Switch { cases, default, .. } = &mut data.terminator {
        let before = cases.len();
        cases.retain(|(_, to)| to != default);
        if cases.is_empty() {
            data.terminator = Terminator::Jump(default.clone());
            return true;
        }
        return cases.len() != before;
    }
    let Terminator::Branch { cond, then, els } = &data.terminator else { return false };
    if then.block != els.block {
        return false;
    }
    let differing = then.args.iter().zip(&els.args).filter(|(a, b)| a != b).count();
    if differing > MAX_SELECTS {
        return false;
    }
    let (cond, origin) = (*cond, data.origin);
    let (then, els) = (then.clone(), els.clone());
    let mut args = Vec::with_capacity(then.args.len());
    for (&if_true, &if_false) in then.args.iter().zip(&els.args) {
        if if_true == if_false {
            args.push(if_true);
        } else {
            let ty = func.ty(if_true);
            let id = func.make_inst(Inst::Select { cond, if_true, if_false }, &[ty], origin);
            func.blocks[block.index()].insts.push(id);
            args.push(func.result(id));
        }
    }
    func.blocks[block.index()].terminator = Terminator::Jump(BlockCall::new(then.block, args));
    true
}

/// Jumps to blocks without instructions that end in a jump.
fn lead_on(func: &mut Function) -> bool {
    // A block's parameters must be read by its own jump only.
    let mut empty: Vec<Option<BlockCall>> = vec![None; func.blocks.len()];
    let mut any = false;
    for &block in &func.layout[1..] {
        let data = func.block(block);
        if let Terminator::Jump(to) = &data.terminator
            && data.insts.is_empty()
            && to.block != block
        {
            empty[block.index()] = Some(to.clone());
            any = true;
        }
    }
    if !any {
        return false;
    }
    keep_if_read_elsewhere(func, &mut empty);

    let mut changed = false;
    for &block in &func.layout {
        let mut terminator = std::mem::replace(&mut func.blocks[block.index()].terminator, Terminator::Unreachable);
        for to in terminator.targets_mut() {
            // Blocks may lead on in a circle.
            for _ in 0..func.layout.len().min(16) {
                let Some(next) = empty[to.block.index()].as_ref() else { break };
                let params = &func.blocks[to.block.index()].params;
                let arg_of = |v| params.iter().position(|&p| p == v).map_or(v, |i| to.args[i]);
                let args = next.args.iter().map(|&v| arg_of(v)).collect();
                *to = BlockCall::new(next.block, args);
                changed = true;
            }
        }
        func.blocks[block.index()].terminator = terminator;
    }
    if changed {
        let cfg = Cfg::compute(func);
        edit::retain_reachable(func, &cfg);
    }
    changed
}

/// Strike out the empty blocks whose parameters are read outside them.
fn keep_if_read_elsewhere(func: &Function, empty: &mut [Option<BlockCall>]) {
    let mut owner = vec![u32::MAX; func.values.len()];
    for &block in &func.layout {
        if empty[block.index()].is_some() {
            for param in &func.block(block).params {
                owner[param.index()] = block.0;
            }
        }
    }
    for &block in &func.layout {
        let mut read = |value: stair_ir::entities::Value| {
            let owner = owner[value.index()];
            if owner != u32::MAX && owner != block.0 {
                empty[owner as usize] = None;
            }
        };
        let data = func.block(block);
        for id in &data.insts {
            func.inst(*id).inst.for_each_operand(&mut read);
        }
        data.terminator.for_each_operand(&mut read);
    }
}

/// Take blocks into the only one that jumps to them.
fn merge(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    let mut changed = edit::retain_reachable(func, &cfg);
    let mut aliases = Aliases::new(func);
    let mut is_merged = vec![false; func.blocks.len()];
    for &block in cfg.rpo() {
        if is_merged[block.index()] {
            continue;
        }
        while let Terminator::Jump(to) = &func.block(block).terminator {
            let next = to.block;
            if cfg.preds(next).len() != 1 || next == block || next == func.entry() {
                break;
            }
            let args = to.args.clone();
            let taken = &mut func.blocks[next.index()];
            let params = std::mem::take(&mut taken.params);
            let insts = std::mem::take(&mut taken.insts);
            let terminator = std::mem::replace(&mut taken.terminator, Terminator::Unreachable);
            let origin = taken.origin;
            for (param, arg) in params.into_iter().zip(args) {
                aliases.set(param, aliases.get(arg));
            }
            let data = &mut func.blocks[block.index()];
            data.insts.extend(insts);
            data.terminator = terminator;
            data.origin = origin;
            is_merged[next.index()] = true;
            changed = true;
        }
    }
    func.layout.retain(|b| !is_merged[b.index()]);
    aliases.apply(func);
    changed
}
