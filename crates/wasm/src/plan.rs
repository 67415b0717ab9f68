//! Which values stay on Wasm's operand stack, and which live in locals.
//!
//! Each block becomes a list of *roots*: instructions that stand as statements. An instruction whose result is used once,
//! in the same block, becomes part of the expression tree of its user if it may be moved down to it; one that is used more
//! often may become part of its first user's tree, which keeps a copy in a local (`local.tee`). Constants and addresses
//! are made anew at each use.
//!
//! Blocks are read backwards, and the operands of each root from the last to the first: an operand's instruction is moved
//! down to just before what was placed last, so that the trees, read forwards, are in the order of the moved list. The
//! IR's `stackify`, which the bytecode uses, never moves an instruction; here the order on the page matters less than
//! short code.

use stair_ir::cfg::Cfg;
use stair_ir::effects::Effects;
use stair_ir::entities::{Block, InstId, Value};
use stair_ir::function::{Function, ValueDef};
use stair_ir::inst::{Inst, Terminator};

/// How a value gets from its definition to its uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// In a local, set where the instruction stands.
    Local,
    /// On the operand stack: computed at its only use.
    Inline,
    /// Computed at its first use, which keeps it in a local for the others.
    Tee,
    /// Made anew at each use.
    Remat,
    /// Nobody uses it.
    Unused,
}

/// The plan of a function.
#[derive(Debug)]
pub(crate) struct Plan {
    /// By value.
    pub(crate) place: Vec<Place>,
    /// By block: the instructions that stand as statements, in order.
    pub(crate) roots: Vec<Vec<InstId>>,
}

/// An expression tree is at most so deep, so that walking it by recursion is safe.
const MAX_TREE_DEPTH: u32 = 100;

/// An instruction with effects is moved past at most so many others, so that planning takes linear time.
const MAX_MOVE: usize = 64;

const NONE: u32 = u32::MAX;

struct Planner<'a> {
    func: &'a Function,
    place: Vec<Place>,
    /// Uses of each value in the whole function, those in dead instructions left out.
    uses: Vec<u32>,
    /// Of these, the ones not yet seen on the way backwards.
    left: Vec<u32>,
    /// The block's instructions as a doubly linked list, by instruction, with the block's end as the last entry.
    next: Vec<u32>,
    prev: Vec<u32>,
    /// The block that each instruction is in.
    block_of: Vec<u32>,
    /// Operands waiting to be placed, the next one last, each with its depth in the tree.
    pending: Vec<(Value, u32)>,
}

impl Plan {
    /// Plan the reachable blocks of a function.
    pub(crate) fn compute(func: &Function, cfg: &Cfg) -> Self {
        let end = func.insts.len();
        let mut planner = Planner {
            func,
            place: vec![Place::Local; func.values.len()],
            uses: vec![0; func.values.len()],
            left: Vec::new(),
            next: vec![NONE; end + 1],
            prev: vec![NONE; end + 1],
            block_of: vec![NONE; end],
            pending: Vec::new(),
        };
        for &block in cfg.rpo() {
            let data = func.block(block);
            for &inst in &data.insts {
                planner.block_of[inst.index()] = block.0;
                func.inst(inst).inst.for_each_operand(|v| planner.uses[v.index()] += 1);
            }
            data.terminator.for_each_operand(|v| planner.uses[v.index()] += 1);
        }
        planner.left.clone_from(&planner.uses);
        let mut roots = vec![Vec::new(); func.blocks.len()];
        // Users in other blocks come later in the order, so they have been seen.
        for &block in cfg.rpo().iter().rev() {
            roots[block.index()] = planner.block(block);
        }
        Self { place: planner.place, roots }
    }
}

impl Planner<'_> {
    fn block(&mut self, block: Block) -> Vec<InstId> {
        let func = self.func;
        let data = func.block(block);
        let end = func.insts.len();
        let mut last = NONE;
        for id in data.insts.iter().map(|i| i.0).chain([end as u32]) {
            self.prev[id as usize] = last;
            if last != NONE {
                self.next[last as usize] = id;
            }
            last = id;
        }

        // What the edges carry is computed after the condition, on the way to the target.
        if let Terminator::Branch { .. } | Terminator::Switch { .. } = data.terminator {
            for to in data.terminator.targets() {
                self.pending.extend(to.args.iter().map(|&v| (v, 0)));
            }
            self.attach(block, end, true);
            data.terminator.for_each_own_operand(|v| self.pending.push((v, 0)));
        } else {
            data.terminator.for_each_operand(|v| self.pending.push((v, 0)));
        }
        self.attach(block, end, false);

        let mut roots = Vec::new();
        let mut at = self.prev[end];
        while at != NONE {
            let id = InstId(at);
            let before = self.prev[at as usize];
            let inst = func.inst(id);
            let used = inst.results.iter().any(|r| self.uses[r.index()] > 0);
            let attached = inst.results.iter().any(|r| matches!(self.place[r.index()], Place::Inline | Place::Tee));
            for &result in &inst.results {
                if self.uses[result.index()] == 0 {
                    self.place[result.index()] = Place::Unused;
                }
            }
            if !used && inst.inst.effects().is_removable() {
                inst.inst.for_each_operand(|v| {
                    self.uses[v.index()] -= 1;
                    self.left[v.index()] -= 1;
                });
            } else if inst.inst.is_rematerialised() {
                self.place[inst.results[0].index()] = Place::Remat;
            } else if !attached {
                inst.inst.for_each_operand(|v| self.pending.push((v, 0)));
                self.attach(block, at as usize, false);
                roots.push(id);
                at = self.prev[at as usize];
                continue;
            }
            at = before;
        }
        roots.reverse();
        roots
    }

    /// Place the pending operands, last first: where possible, move their instructions to just before `insert`.
    /// `on_edge` if they are wanted not there but on a conditional edge after it.
    fn attach(&mut self, block: Block, mut insert: usize, on_edge: bool) {
        let func = self.func;
        while let Some((value, depth)) = self.pending.pop() {
            self.left[value.index()] -= 1;
            let ValueDef::Result(id, _) = func.values[value.index()].def else { continue };
            let data = func.inst(id);
            if data.inst.is_rematerialised() {
                self.place[value.index()] = Place::Remat;
                continue;
            }
            let single = self.uses[value.index()] == 1;
            let effects = data.inst.effects();
            let fits = self.left[value.index()] == 0
                && data.results.len() == 1
                && depth < MAX_TREE_DEPTH
                && self.block_of[id.index()] == block.0
                && (!on_edge || (single && !effects.may_leave && !effects.writes_memory))
                && self.can_move(id, effects, insert);
            if !fits {
                continue;
            }
            self.place[value.index()] = if single { Place::Inline } else { Place::Tee };
            self.unlink(id.index());
            if !on_edge {
                self.link_before(id.index(), insert);
                insert = id.index();
            }
            data.inst.for_each_operand(|v| self.pending.push((v, depth + 1)));
        }
    }

    fn can_move(&self, id: InstId, effects: Effects, insert: usize) -> bool {
        if effects == Effects::NONE {
            return true;
        }
        let mut at = self.next[id.index()] as usize;
        for _ in 0..MAX_MOVE {
            if at == insert {
                return true;
            }
            let other: &Inst = &self.func.insts[at].inst;
            if !effects.commutes(other.effects()) {
                return false;
            }
            at = self.next[at] as usize;
        }
        false
    }

    fn unlink(&mut self, at: usize) {
        let (prev, next) = (self.prev[at], self.next[at]);
        if prev != NONE {
            self.next[prev as usize] = next;
        }
        self.prev[next as usize] = prev;
    }

    fn link_before(&mut self, at: usize, insert: usize) {
        let prev = self.prev[insert];
        self.prev[at] = prev;
        self.next[at] = insert as u32;
        self.prev[insert] = at as u32;
        if prev != NONE {
            self.next[prev as usize] = at as u32;
        }
    }
}
