//! Which values are alive where blocks begin and end.
//!
//! From each use the value is followed backwards, block by block, to its definition (the use-by-use method of Boissinot,
//! Brandner, Darte, Dinechin and Rastello, "Computing Liveness Sets for SSA-Form Programs", 2011). The cost is that of
//! the result, and values that do not leave their block cost nothing.

use crate::cfg::Cfg;
use crate::entities::{Block, InstId, Value};
use crate::function::{Function, ValueDef};

/// Values alive at the ends of blocks.
#[derive(Clone, Debug)]
pub struct Liveness {
    live_in: Vec<Vec<Value>>,
    live_out: Vec<Vec<Value>>,
}

impl Liveness {
    /// Liveness of every value.
    #[must_use]
    pub fn compute(func: &Function, cfg: &Cfg) -> Self {
        Self::compute_where(func, cfg, |_| true, |_| true)
    }

    /// Liveness of the values that `is_tracked` names, as if only the instructions existed that `runs` names, and no
    /// jump passed an argument to an untracked parameter.
    #[must_use]
    pub fn compute_where(
        func: &Function,
        cfg: &Cfg,
        is_tracked: impl Fn(Value) -> bool,
        runs: impl Fn(InstId) -> bool,
    ) -> Self {
        // Uses that lie outside the block of the definition, grouped by value.
        let mut home = vec![Block(u32::MAX); func.insts.len()];
        for &block in cfg.rpo() {
            for id in &func.block(block).insts {
                home[id.index()] = block;
            }
        }
        let def_block = |value: Value| match func.values[value.index()].def {
            ValueDef::Param(block, _) => block,
            ValueDef::Result(id, _) => home[id.index()],
        };
        let mut uses: Vec<(Value, Block)> = Vec::new();
        for &block in cfg.rpo() {
            let mut read = |value: Value| {
                if is_tracked(value) && def_block(value) != block && uses.last() != Some(&(value, block)) {
                    uses.push((value, block));
                }
            };
            let data = func.block(block);
            for &id in &data.insts {
                if runs(id) {
                    func.inst(id).inst.for_each_operand(&mut read);
                }
            }
            data.terminator.for_each_own_operand(&mut read);
            for to in data.terminator.targets() {
                for (&param, &arg) in func.block(to.block).params.iter().zip(&to.args) {
                    if is_tracked(param) {
                        read(arg);
                    }
                }
            }
        }
        uses.sort_unstable();
        uses.dedup();

        let mut live =
            Self { live_in: vec![Vec::new(); func.blocks.len()], live_out: vec![Vec::new(); func.blocks.len()] };
        let mut work = Vec::new();
        for (value, block) in uses {
            let def = def_block(value);
            work.push(block);
            while let Some(block) = work.pop() {
                // Values come one after the other: a value that is in the list already is its last.
                let live_in = &mut live.live_in[block.index()];
                if live_in.last() == Some(&value) {
                    continue;
                }
                live_in.push(value);
                for &pred in cfg.preds(block) {
                    let live_out = &mut live.live_out[pred.index()];
                    if live_out.last() != Some(&value) {
                        live_out.push(value);
                    }
                    if pred != def {
                        work.push(pred);
                    }
                }
            }
        }
        live
    }

    /// Values defined before the block and read in it or after it; not its parameters. In the order of their numbers.
    #[must_use]
    pub fn live_in(&self, block: Block) -> &[Value] {
        &self.live_in[block.index()]
    }

    /// Values that are read in blocks after this one, by others than jumps' arguments. In the order of their numbers.
    #[must_use]
    pub fn live_out(&self, block: Block) -> &[Value] {
        &self.live_out[block.index()]
    }
}
