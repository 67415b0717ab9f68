//! The control-flow graph: predecessors, successors and a reverse postorder.

use crate::entities::Block;
use crate::function::Function;

/// The control-flow graph of a function. Blocks that the entry does not reach have no place in it.
#[derive(Clone, Debug)]
pub struct Cfg {
    preds: Edges,
    succs: Edges,
    rpo: Vec<Block>,
    rpo_index: Vec<u32>,
}

/// Adjacency lists in one array: block `b`'s are `list[start[b]..start[b + 1]]`.
#[derive(Clone, Debug)]
struct Edges {
    start: Vec<u32>,
    list: Vec<Block>,
}

impl Edges {
    fn of(&self, block: Block) -> &[Block] {
        &self.list[self.start[block.index()] as usize..self.start[block.index() + 1] as usize]
    }
}

const UNREACHABLE: u32 = u32::MAX;

impl Cfg {
    /// Compute the graph in time linear in its size.
    #[must_use]
    pub fn compute(func: &Function) -> Self {
        let blocks = func.blocks.len();
        let mut succs = Edges { start: Vec::with_capacity(blocks + 1), list: Vec::with_capacity(blocks * 2) };
        for block in &func.blocks {
            succs.start.push(succs.list.len() as u32);
            succs.list.extend(block.terminator.targets().map(|to| to.block));
        }
        succs.start.push(succs.list.len() as u32);

        let (rpo, rpo_index) = reverse_postorder(func, &succs);

        let mut start = vec![0_u32; blocks + 1];
        for &from in &rpo {
            for to in succs.of(from) {
                start[to.index() + 1] += 1;
            }
        }
        for i in 0..blocks {
            start[i + 1] += start[i];
        }
        let mut next = start.clone();
        let mut list = vec![Block(0); start[blocks] as usize];
        for &from in &rpo {
            for to in succs.of(from) {
                list[next[to.index()] as usize] = from;
                next[to.index()] += 1;
            }
        }
        Self { preds: Edges { start, list }, succs, rpo, rpo_index }
    }

    /// The reachable blocks that jump to `block`, in reverse postorder, each as often as it has jumps to `block`.
    #[must_use]
    pub fn preds(&self, block: Block) -> &[Block] {
        self.preds.of(block)
    }

    /// The targets of `block`'s terminator, in order, with repetitions.
    #[must_use]
    pub fn succs(&self, block: Block) -> &[Block] {
        self.succs.of(block)
    }

    /// Reachable blocks, each before its successors but for back edges. The first is the entry.
    #[must_use]
    pub fn rpo(&self) -> &[Block] {
        &self.rpo
    }

    /// The block's place in [`Cfg::rpo`]; `None` where the entry does not reach it.
    #[must_use]
    pub fn rpo_index(&self, block: Block) -> Option<u32> {
        Some(self.rpo_index[block.index()]).filter(|&i| i != UNREACHABLE)
    }

    /// Whether the entry reaches the block.
    #[must_use]
    pub fn is_reachable(&self, block: Block) -> bool {
        self.rpo_index[block.index()] != UNREACHABLE
    }
}

/// A depth-first search that keeps its own stack. Successors are visited last first, so that in the reverse postorder a
/// branch's `then` comes before its `els` where nothing else decides.
fn reverse_postorder(func: &Function, succs: &Edges) -> (Vec<Block>, Vec<u32>) {
    let mut index = vec![UNREACHABLE; func.blocks.len()];
    let mut order = Vec::with_capacity(func.layout.len());
    let Some(&entry) = func.layout.first() else { return (order, index) };
    index[entry.index()] = 0;
    let mut stack = vec![(entry, succs.of(entry).len())];
    while let Some((block, left)) = stack.last_mut() {
        if *left == 0 {
            order.push(*block);
            stack.pop();
            continue;
        }
        *left -= 1;
        let next = succs.of(*block)[*left];
        if index[next.index()] == UNREACHABLE {
            index[next.index()] = 0;
            stack.push((next, succs.of(next).len()));
        }
    }
    order.reverse();
    for (i, block) in order.iter().enumerate() {
        index[block.index()] = i as u32;
    }
    (order, index)
}
