//! Natural loops and their nesting.
//!
//! A back edge goes to a block that dominates its source; that block is a loop's header. A loop consists of its header
//! and of all blocks that reach a back edge to it without going through it. Loops with one header are one loop.

use crate::cfg::Cfg;
use crate::dominators::Dominators;
use crate::entities::Block;

/// The loops of a function.
#[derive(Clone, Debug)]
pub struct Loops {
    /// Loops, outer ones before those inside them.
    pub loops: Vec<Loop>,
    /// For each block the innermost loop that it is in, as an index into `loops`.
    pub innermost: Vec<Option<u32>>,
    /// Whether every cycle is a natural loop. Structured code always is.
    pub is_reducible: bool,
}

/// One loop.
#[derive(Clone, Debug)]
pub struct Loop {
    /// Where it is entered, and where it begins again.
    pub header: Block,
    /// The sources of its back edges.
    pub latches: Vec<Block>,
    /// Its blocks, inner loops' included, in reverse postorder; the first is the header.
    pub blocks: Vec<Block>,
    /// The loop around it.
    pub parent: Option<u32>,
    /// 1 for an outermost loop.
    pub depth: u32,
}

impl Loops {
    /// Find the loops.
    #[must_use]
    pub fn compute(cfg: &Cfg, dominators: &Dominators, block_count: usize) -> Self {
        let mut found = Self { loops: Vec::new(), innermost: vec![None; block_count], is_reducible: true };
        let mut member = vec![u32::MAX; block_count];
        let mut stack = Vec::new();
        for &header in cfg.rpo() {
            let place = cfg.rpo_index(header);
            let mut latches = Vec::new();
            for &pred in cfg.preds(header) {
                if dominators.dominates(header, pred) {
                    if !latches.contains(&pred) {
                        latches.push(pred);
                    }
                } else if cfg.rpo_index(pred) >= place {
                    found.is_reducible = false;
                }
            }
            if latches.is_empty() {
                continue;
            }
            let id = found.loops.len() as u32;
            member[header.index()] = id;
            let mut blocks = vec![header];
            stack.extend(latches.iter().copied());
            while let Some(block) = stack.pop() {
                // In an irreducible graph a path may leave the header's tree: such blocks are not of the loop.
                if member[block.index()] == id || !dominators.dominates(header, block) {
                    continue;
                }
                member[block.index()] = id;
                blocks.push(block);
                stack.extend(cfg.preds(block));
            }
            blocks.sort_by_key(|&b| cfg.rpo_index(b));
            let parent = found.innermost[header.index()];
            let depth = parent.map_or(0, |p| found.loops[p as usize].depth) + 1;
            for block in &blocks {
                found.innermost[block.index()] = Some(id);
            }
            found.loops.push(Loop { header, latches, blocks, parent, depth });
        }
        found
    }

    /// How many loops the block is in.
    #[must_use]
    pub fn depth(&self, block: Block) -> u32 {
        self.innermost[block.index()].map_or(0, |l| self.loops[l as usize].depth)
    }
}
