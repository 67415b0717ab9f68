//! First half: what is needed at all, and which results are nested at their use.

use super::{MAX_TREE_DEPTH, Placement};
use crate::cfg::Cfg;
use crate::effects::Effects;
use crate::entities::{Block, InstId, Value};
use crate::function::{Function, ValueDef};
use crate::inst::Terminator;

/// How many instructions may lie between an instruction with effects and the use at which it is nested.
const MAX_OVERTAKEN: usize = 256;

/// With more movable statements before a terminator, their order is left alone.
const MAX_DELAYED: usize = 16;

/// Uses, and nesting decided; values that need a local are marked with local 0 for the time being.
pub(super) struct Nesting {
    pub placements: Vec<Placement>,
    pub blocks: Vec<Vec<InstId>>,
    /// Instructions that run: the others compute what nobody needs.
    pub kept: Vec<bool>,
}

struct Nester<'a> {
    func: &'a Function,
    uses: Vec<u32>,
    placements: Vec<Placement>,
    kept: Vec<bool>,
    nested: Vec<bool>,
    /// Place of each instruction in its block, and that block.
    place: Vec<(Block, u32)>,
    /// Operands of the trees under way.
    scratch: Vec<Value>,
    /// Whether the tree under way holds an instruction that is not pure.
    is_impure: bool,
    /// Statements that may stand anywhere between their operands and their uses.
    is_movable: Vec<bool>,
}

impl Nesting {
    pub(super) fn compute(func: &Function, cfg: &Cfg) -> Self {
        let (uses, kept) = count_uses(func, cfg);
        let mut nester = Nester {
            func,
            uses,
            placements: vec![Placement::Unused; func.values.len()],
            kept,
            nested: vec![false; func.insts.len()],
            place: vec![(Block(u32::MAX), 0); func.insts.len()],
            scratch: Vec::new(),
            is_impure: false,
            is_movable: vec![false; func.insts.len()],
        };
        let mut blocks = vec![Vec::new(); func.blocks.len()];
        for &block in cfg.rpo() {
            blocks[block.index()] = nester.block(block);
        }
        Self { placements: nester.placements, blocks, kept: nester.kept }
    }
}

/// How often each value is read by instructions that must run, and which those are. Work spreads from effects and
/// terminators to operands; an argument counts when its parameter is read.
fn count_uses(func: &Function, cfg: &Cfg) -> (Vec<u32>, Vec<bool>) {
    let mut uses = vec![0_u32; func.values.len()];
    let mut kept = vec![false; func.insts.len()];
    let mut work = Vec::new();
    let mut read = |v: Value, work: &mut Vec<Value>| {
        uses[v.index()] += 1;
        if uses[v.index()] == 1 {
            work.push(v);
        }
    };
    for &block in cfg.rpo() {
        let data = func.block(block);
        for &id in &data.insts {
            let inst = &func.inst(id).inst;
            if !inst.effects().is_removable() {
                kept[id.index()] = true;
                inst.for_each_operand(|v| read(v, &mut work));
            }
        }
        data.terminator.for_each_own_operand(|v| read(v, &mut work));
    }
    while let Some(value) = work.pop() {
        match func.values[value.index()].def {
            ValueDef::Result(id, _) => {
                if !std::mem::replace(&mut kept[id.index()], true) {
                    func.inst(id).inst.for_each_operand(|v| read(v, &mut work));
                }
            }
            ValueDef::Param(block, index) => {
                let mut last = None;
                for &pred in cfg.preds(block) {
                    // A predecessor with several jumps here is listed several times in a row.
                    if last.replace(pred) == Some(pred) {
                        continue;
                    }
                    for to in func.block(pred).terminator.targets().filter(|to| to.block == block) {
                        if let Some(&arg) = to.args.get(index as usize) {
                            read(arg, &mut work);
                        }
                    }
                }
            }
        }
    }
    (uses, kept)
}

impl Nester<'_> {
    /// Of the statements just before a terminator, move one that computes a parameter's next value behind those that read
    /// its present one.
    fn delay(&self, block: Block, statements: &mut [InstId]) {
        if statements.len() > MAX_DELAYED {
            return;
        }
        let func = self.func;
        for to in func.block(block).terminator.targets() {
            for (&param, &arg) in func.block(to.block).params.iter().zip(&to.args) {
                let ValueDef::Result(id, _) = func.values[arg.index()].def else { continue };
                let Some(at) = statements.iter().position(|&s| s == id) else { continue };
                let Some(last) = statements.iter().rposition(|&s| self.reads(s, param)).filter(|&l| l > at) else {
                    continue;
                };
                if !statements[at + 1..=last].iter().any(|&s| self.reads(s, arg)) {
                    statements[at..=last].rotate_left(1);
                }
            }
        }
    }

    /// Whether the tree reads the value from its local.
    fn reads(&self, root: InstId, value: Value) -> bool {
        let mut found = false;
        self.func.inst(root).inst.for_each_operand(|v| {
            found |= v == value
                || matches!(self.func.values[v.index()].def,
                    ValueDef::Result(id, _) if self.nested[id.index()] && self.reads(id, value));
        });
        found
    }

    /// Decide for the block, last statement first. Returns its statements in order.
    fn block(&mut self, block: Block) -> Vec<InstId> {
        let func = self.func;
        let data = func.block(block);
        for (place, id) in data.insts.iter().enumerate() {
            self.place[id.index()] = (block, place as u32);
        }
        for &param in &data.params {
            if self.uses[param.index()] > 0 {
                self.placements[param.index()] = Placement::Local(0);
            }
        }

        let end = data.insts.len() as u32;
        match &data.terminator {
            Terminator::Jump(to) => {
                for (&param, &arg) in func.block(to.block).params.iter().zip(&to.args) {
                    if self.uses[param.index()] > 0 {
                        self.scratch.push(arg);
                    }
                }
            }
            other => other.for_each_own_operand(|v| self.scratch.push(v)),
        }
        self.operands(block, 0, end, 1);

        let mut statements = Vec::new();
        for (place, &id) in data.insts.iter().enumerate().rev() {
            let inst = func.inst(id);
            if !self.kept[id.index()] || self.nested[id.index()] {
                continue;
            }
            if inst.inst.is_rematerialised() {
                self.placements[inst.results[0].index()] = Placement::Remat;
                continue;
            }
            for result in &inst.results {
                if self.uses[result.index()] > 0 {
                    self.placements[result.index()] = Placement::Local(0);
                }
            }
            statements.push(id);
            self.is_impure = !inst.inst.is_pure();
            inst.inst.for_each_operand(|v| self.scratch.push(v));
            self.operands(block, 0, place as u32, 1);
            self.is_movable[id.index()] = !self.is_impure;
        }
        statements.reverse();
        // Variables are the user's: their statements stay in the user's order.
        if func.vars.is_empty() { self.sink(block, &statements) } else { statements }
    }

    /// Move pure statements down to just before the first one that uses them. What they replace, as an incremented counter
    /// replaces the old one, has then mostly been read for the last time and leaves its local to them; and a value that is
    /// stored just before it is used can stay on the stack as well.
    fn sink(&mut self, block: Block, statements: &[InstId]) -> Vec<InstId> {
        let mut out = Vec::with_capacity(statements.len());
        let mut wanted = Vec::new();
        for &id in statements {
            if !self.is_movable[id.index()] {
                self.func.inst(id).inst.for_each_operand(|v| self.scratch.push(v));
                self.bring(block, &mut wanted, &mut out);
                out.push(id);
            }
        }
        let at = out.len();
        self.func.block(block).terminator.for_each_operand(|v| self.scratch.push(v));
        self.bring(block, &mut wanted, &mut out);
        self.delay(block, &mut out[at..]);
        // Those that only later blocks use.
        out.extend(statements.iter().copied().filter(|id| self.is_movable[id.index()]));
        out
    }

    /// Append the movable statements that the trees in `scratch` read, and those that they read, in the original order.
    fn bring(&mut self, block: Block, wanted: &mut Vec<InstId>, out: &mut Vec<InstId>) {
        while let Some(value) = self.scratch.pop() {
            let ValueDef::Result(id, _) = self.func.values[value.index()].def else { continue };
            let is_wanted = self.is_movable[id.index()] && self.place[id.index()].0 == block;
            if is_wanted {
                self.is_movable[id.index()] = false;
                wanted.push(id);
            }
            if is_wanted || self.nested[id.index()] {
                self.func.inst(id).inst.for_each_operand(|v| self.scratch.push(v));
            }
        }
        wanted.sort_unstable_by_key(|id| self.place[id.index()].1);
        out.append(wanted);
    }

    /// Nest what can be of the operands in `scratch[start..]`, last first, for a tree whose root is at `root`. Takes them
    /// off `scratch`.
    fn operands(&mut self, block: Block, start: usize, root: u32, depth: u32) {
        while self.scratch.len() > start {
            let Some(value) = self.scratch.pop() else { return };
            let ValueDef::Result(id, _) = self.func.values[value.index()].def else { continue };
            if depth < MAX_TREE_DEPTH && self.can_nest(value, id, block, root) {
                self.nested[id.index()] = true;
                self.is_impure |= !self.func.inst(id).inst.is_pure();
                self.placements[value.index()] = Placement::Nested;
                let inner = self.scratch.len();
                self.func.inst(id).inst.for_each_operand(|v| self.scratch.push(v));
                self.operands(block, inner, root, depth + 1);
            }
        }
    }

    fn can_nest(&self, value: Value, id: InstId, block: Block, root: u32) -> bool {
        let (own_block, place) = self.place[id.index()];
        let data = self.func.inst(id);
        if self.uses[value.index()] != 1
            || own_block != block
            || data.results.len() != 1
            || data.inst.is_rematerialised()
        {
            return false;
        }
        let effects = data.inst.effects();
        if effects == Effects::NONE {
            return true;
        }
        // It overtakes what stands between it and the root, but for what is already nested after it.
        let between = &self.func.block(block).insts[place as usize + 1..root as usize];
        between.len() <= MAX_OVERTAKEN
            && between.iter().all(|other| {
                !self.kept[other.index()]
                    || self.nested[other.index()]
                    || effects.commutes(self.func.inst(*other).inst.effects())
            })
    }
}
