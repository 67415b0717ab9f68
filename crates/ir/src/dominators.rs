//! The dominator tree.
//!
//! After Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001): immediate dominators are found by
//! meeting predecessors' paths to the root in reverse postorder until nothing changes.

use crate::cfg::Cfg;
use crate::entities::Block;

/// Who dominates whom: `a` dominates `b` where every path from the entry to `b` goes through `a`.
#[derive(Clone, Debug)]
pub struct Dominators {
    idom: Vec<Option<Block>>,
    /// Children of each block in the tree, in reverse postorder.
    children: Vec<Vec<Block>>,
    /// Each block's first and last number in a walk of the tree; those it dominates lie between.
    enter: Vec<u32>,
    leave: Vec<u32>,
    preorder: Vec<Block>,
}

impl Dominators {
    /// Compute the tree of the reachable blocks.
    #[must_use]
    pub fn compute(cfg: &Cfg, block_count: usize) -> Self {
        let rpo = cfg.rpo();
        // By place in the reverse postorder; the entry is its own.
        let mut idom = vec![u32::MAX; rpo.len()];
        if !rpo.is_empty() {
            idom[0] = 0;
        }
        let mut changed = true;
        while changed {
            changed = false;
            for (i, &block) in rpo.iter().enumerate().skip(1) {
                let mut new = u32::MAX;
                for &pred in cfg.preds(block) {
                    let Some(p) = cfg.rpo_index(pred) else { continue };
                    if idom[p as usize] == u32::MAX {
                        continue;
                    }
                    new = if new == u32::MAX { p } else { meet(&idom, new, p) };
                }
                if idom[i] != new {
                    idom[i] = new;
                    changed = true;
                }
            }
        }

        let mut tree = Self {
            idom: vec![None; block_count],
            children: vec![Vec::new(); block_count],
            enter: vec![0; block_count],
            leave: vec![0; block_count],
            preorder: Vec::with_capacity(rpo.len()),
        };
        for (i, &block) in rpo.iter().enumerate().skip(1) {
            let parent = rpo[idom[i] as usize];
            tree.idom[block.index()] = Some(parent);
            tree.children[parent.index()].push(block);
        }
        if let Some(&entry) = rpo.first() {
            tree.number(entry);
        }
        tree
    }

    fn number(&mut self, entry: Block) {
        let mut stack = vec![(entry, 0)];
        self.preorder.push(entry);
        while let Some((block, next)) = stack.last_mut() {
            if let Some(&child) = self.children[block.index()].get(*next) {
                *next += 1;
                self.enter[child.index()] = self.preorder.len() as u32;
                self.preorder.push(child);
                stack.push((child, 0));
            } else {
                self.leave[block.index()] = self.preorder.len() as u32;
                stack.pop();
            }
        }
    }

    /// The block's immediate dominator; `None` for the entry and for unreachable blocks.
    #[must_use]
    pub fn idom(&self, block: Block) -> Option<Block> {
        self.idom[block.index()]
    }

    /// The blocks that `block` immediately dominates, in reverse postorder.
    #[must_use]
    pub fn children(&self, block: Block) -> &[Block] {
        &self.children[block.index()]
    }

    /// The tree's blocks, parents before children.
    #[must_use]
    pub fn preorder(&self) -> &[Block] {
        &self.preorder
    }

    /// Whether every path from the entry to `b` goes through `a`; a block dominates itself. Unreachable blocks dominate
    /// nothing and are dominated by nothing.
    #[must_use]
    pub fn dominates(&self, a: Block, b: Block) -> bool {
        self.enter[a.index()] <= self.enter[b.index()] && self.enter[b.index()] < self.leave[a.index()] && {
            // An unreachable block has the range 0..0, and 0 is the entry's number.
            self.leave[b.index()] != 0
        }
    }
}

fn meet(idom: &[u32], mut a: u32, mut b: u32) -> u32 {
    while a != b {
        while a > b {
            a = idom[a as usize];
        }
        while b > a {
            b = idom[b as usize];
        }
    }
    a
}
