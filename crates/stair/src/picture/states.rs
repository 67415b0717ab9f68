//! Whether the variables of a function have their values, at each of its bytecode instructions.
//!
//! The lowering says at which instruction of the IR values are given, moved and dropped ([`stair_lower::variables`]). From that a
//! forward analysis over the blocks finds for each part of a variable what may be true of it; where this depends on the way that was
//! taken, the flags that the program itself keeps for its destructors tell, if there are any.

use stair_bytecode::compile::CodeMap;
use stair_debugger::variables::{self as debugger, BlockStates, Change, Set, UNSET};
use stair_ir::cfg::Cfg;
use stair_ir::entities::{Block, InstId};
use stair_ir::function::Function;
use stair_ir::inst::Inst;
use stair_lower::variables::{Mark, Variables, What};
use stair_sema::drops::Step;
use stair_sema::ids::LocalId;
use stair_source::Origin;
use std::collections::BTreeMap;

/// A part of a variable whose value is followed; the first of each variable is all of it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Followed {
    pub(super) local: LocalId,
    pub(super) steps: Vec<Step>,
}

/// What happens to the values of a function's variables.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) parts: Vec<Followed>,
}

/// Whether the steps lead to the part that `to` leads to, or to a part of it.
pub(super) fn is_within(steps: &[Step], to: &[Step]) -> bool {
    steps.len() >= to.len() && steps.iter().zip(to).all(|(a, b)| a.is(*b) || b.is(*a))
}

impl Flow {
    /// Follow the variables of a function; `more` are parts that are to be followed beyond those that something happens to.
    pub(super) fn new(variables: &Variables, more: Vec<Followed>) -> Self {
        let mut parts: Vec<Followed> = Vec::new();
        let whole = (0..variables.places.len()).map(|i| Followed { local: LocalId(i as u32), steps: Vec::new() });
        let marked = variables.marks.iter().map(|m| Followed { local: m.local, steps: m.steps.clone() });
        for part in whole.chain(more).chain(marked) {
            let is_known = |p: &Followed| {
                p.local == part.local && p.steps.len() == part.steps.len() && is_within(&p.steps, &part.steps)
            };
            if !parts.iter().any(is_known) {
                parts.push(part);
            }
        }
        Self { parts }
    }

    /// What holds as each block begins; `None` for one that no way leads to.
    pub(super) fn solve(&self, func: &Function, variables: &Variables) -> Vec<Option<Vec<Set>>> {
        let cfg = Cfg::compute(func);
        let mut marks: Vec<Vec<&Mark>> = vec![Vec::new(); func.blocks.len()];
        for mark in &variables.marks {
            marks[mark.block.index()].push(mark);
        }
        let mut entries: Vec<Option<Vec<Set>>> = vec![None; func.blocks.len()];
        let start = func.entry();
        entries[start.index()] = Some(vec![UNSET; self.parts.len()]);
        let mut work = vec![start];
        while let Some(block) = work.pop() {
            let Some(mut state) = entries[block.index()].clone() else { continue };
            marks[block.index()].iter().for_each(|mark| self.apply(mark, &mut state));
            for &next in cfg.succs(block) {
                let changed = match &mut entries[next.index()] {
                    Some(known) => known.iter_mut().zip(&state).fold(false, |changed, (known, new)| {
                        let old = std::mem::replace(known, *known | new);
                        changed | (old != *known)
                    }),
                    unknown => {
                        *unknown = Some(state.clone());
                        true
                    }
                };
                if changed {
                    work.push(next);
                }
            }
        }
        entries
    }

    /// What something that happens does to the state.
    pub(super) fn apply(&self, mark: &Mark, state: &mut [Set]) {
        for (part, set) in self.parts.iter().zip(state) {
            if part.local != mark.local || !is_within(&part.steps, &mark.steps) {
                continue;
            }
            *set = change(mark.what).apply(*set);
        }
    }

    /// The parts that something happens to.
    fn concerned(&self, mark: &Mark) -> impl Iterator<Item = u32> {
        let concerned = self.parts.iter().zip(0..);
        concerned.filter(|(part, _)| part.local == mark.local && is_within(&part.steps, &mark.steps)).map(|(_, i)| i)
    }
}

/// What happens, as a debugger is told.
fn change(what: What) -> Change {
    match what {
        What::Declared => Change::Declared,
        What::Given | What::Assigned => Change::Given,
        What::Moved => Change::Moved,
        What::MaybeMoved => Change::MaybeMoved,
        What::Dropped => Change::Dropped,
        What::Ended => Change::Ended,
    }
}

/// Follow the variables of a function through its code, block by block.
pub(super) fn blocks(flow: &Flow, func: &Function, map: &CodeMap, variables: &Variables) -> Vec<BlockStates> {
    let entries = flow.solve(func, variables);
    let anchors = Anchors::new(func, map);
    let block = |&(pc, block): &(u32, Block)| {
        let own = variables.marks.iter().filter(|mark| mark.block == block);
        let told = |mark: &Mark| debugger::Mark {
            pc: anchors.of(func, mark, pc),
            change: change(mark.what),
            parts: flow.concerned(mark).collect(),
        };
        let mut marks: Vec<debugger::Mark> = own.map(told).collect();
        // What happens at one place happens in the order in which it was noted.
        marks.sort_by_key(|mark| mark.pc);
        BlockStates { pc, entry: entries[block.index()].clone(), marks }
    };
    map.blocks.iter().map(block).collect()
}

/// For each place where the instructions of another item of the IR begin, where they end.
pub(super) fn item_ends(map: &CodeMap) -> BTreeMap<u32, u32> {
    let code = &map.function;
    let ends = code.lines.iter().skip(1).map(|line| line.pc).chain([code.code.len() as u32]);
    code.lines.iter().zip(ends).map(|(line, end)| (line.pc, end)).collect()
}

/// The block of a `pc`.
fn block_at(map: &CodeMap, pc: u32) -> Option<Block> {
    map.blocks.partition_point(|&(start, _)| start <= pc).checked_sub(1).map(|i| map.blocks[i].1)
}

/// Where the code of each instruction of the IR ends.
struct Anchors {
    ends: Vec<Option<u32>>,
}

impl Anchors {
    fn new(func: &Function, map: &CodeMap) -> Self {
        let mut block_of = vec![None; func.insts.len()];
        for (index, block) in func.blocks.iter().enumerate() {
            block.insts.iter().for_each(|inst| block_of[inst.index()] = Some(Block(index as u32)));
        }
        let mut ends: Vec<Option<u32>> = vec![None; func.insts.len()];
        for (line, (_, end)) in map.function.lines.iter().zip(item_ends(map)) {
            let item = line.origin.item as usize;
            // Constants and addresses are made anew wherever they are needed.
            let is_placed = line.origin.item != Origin::NO_ITEM
                && block_of.get(item).copied().flatten() == block_at(map, line.pc)
                && !is_anywhere(&func.insts[item].inst);
            if is_placed {
                ends[item] = ends[item].max(Some(end));
            }
        }
        Self { ends }
    }

    /// From which `pc` on a mark of a block that begins at `start` has happened.
    fn of(&self, func: &Function, mark: &Mark, start: u32) -> u32 {
        let Some(after) = mark.after else { return start };
        let insts: &[InstId] = &func.block(mark.block).insts;
        let behind = insts.iter().rev().skip_while(|&&inst| inst != after);
        behind.filter_map(|inst| self.ends[inst.index()]).next().unwrap_or(start)
    }
}

/// Whether an instruction may be executed anywhere, and more than once.
fn is_anywhere(inst: &Inst) -> bool {
    matches!(inst, Inst::Const { .. } | Inst::DataAddr { .. } | Inst::SlotAddr { .. } | Inst::FuncAddr { .. })
}
