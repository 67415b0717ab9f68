//! Loop rotation: a loop that asks at its top whether to go on asks once before it, and then at its bottom.
//!
//! ```text
//!     jump block1(v0)                           jump block1(v0)
//!     block1(v1): branch v1 < n, 2, 3           block1(v1): branch v1 < n, 2(v1), 3
//!     block2: … jump block1(v2)                 block2(v3): … branch v2 < n, 2(v2), 3
//! ```
//!
//! Each turn takes one jump less, and the loop's body runs at least once when the loop is entered, so that more can be
//! moved out of it. The header must be short, and one of its targets outside the loop; its values are handed on as
//! parameters, as in jump threading.

use crate::thread::{Edge, Takes, exports, outside_uses, rename, thread};
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::Block;
use stair_ir::function::Function;
use stair_ir::inst::{Inst, Terminator};
use stair_ir::loops::{Loop, Loops};

/// A header with more instructions is not copied.
const MAX_COPIED: usize = 8;

pub(crate) fn run(func: &mut Function) -> bool {
    if func.layout.len() == 1 {
        return false;
    }
    let cfg = Cfg::compute(func);
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    let loops = Loops::compute(&cfg, &dominators, func.blocks.len());
    let candidates: Vec<_> = loops.loops.iter().rev().filter_map(|own| rotatable(func, &cfg, own)).collect();
    if candidates.is_empty() {
        return false;
    }
    let uses = outside_uses(func, &cfg, &candidates);
    let mut is_touched = vec![false; func.blocks.len()];
    let mut exported = Vec::new();
    let mut changed = false;
    for (block, edges) in candidates {
        let mut around = vec![block];
        around.extend(cfg.succs(block));
        around.extend(edges.iter().map(|e| e.from));
        if around.iter().any(|b| is_touched[b.index()]) {
            continue;
        }
        let Some(exports) = exports(func, &cfg, &dominators, block, &uses) else { continue };
        around.iter().for_each(|b| is_touched[b.index()] = true);
        thread(func, block, &edges, &exports, &mut exported);
        changed = true;
    }
    rename(func, &dominators, &exported);
    changed
}

/// The loop's header and its one back edge, if the header can be copied to there.
fn rotatable(func: &Function, cfg: &Cfg, own: &Loop) -> Option<(Block, Vec<Edge>)> {
    let header = own.header;
    let data = func.block(header);
    let [latch] = own.latches[..] else { return None };
    let is_jump = matches!(&func.block(latch).terminator, Terminator::Jump(_));
    let leaves = |b: &Block| !own.blocks.contains(b);
    let is_exit = matches!(data.terminator, Terminator::Branch { .. })
        && cfg.succs(header).iter().filter(|b| leaves(b)).count() == 1;
    let is_short = data.insts.len() <= MAX_COPIED
        && data.insts.iter().all(|&id| {
            let inst = &func.inst(id).inst;
            inst.effects().is_removable() && !matches!(inst, Inst::VarGet { .. }) && func.inst(id).results.len() == 1
        });
    let edge = Edge { from: latch, target: 0, takes: Takes::Asks };
    (latch != header && is_jump && is_exit && is_short).then(|| (header, vec![edge]))
}
