//! SSA construction: variables become values.
//!
//! After Cytron, Ferrante, Rosen, Wegman and Zadeck, "Efficiently Computing Static Single Assignment Form and the Control
//! Dependence Graph" (1991), pruned by liveness: a block takes a parameter for a variable where definitions meet (in the
//! iterated dominance frontier of the blocks that set it) and the variable is read later. Then one walk of the dominator
//! tree replaces each read by the value last set.

use crate::edit::{self, Aliases};
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{Block, InstId, Value, Var};
use stair_ir::function::Function;
use stair_ir::inst::{Inst, Terminator};
use stair_source::Origin;

const NONE: Value = Value(u32::MAX);

pub(crate) fn run(func: &mut Function) -> bool {
    if func.vars.is_empty() {
        return false;
    }
    let cfg = Cfg::compute(func);
    edit::retain_reachable(func, &cfg);
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    let params = place_params(func, &cfg, &dominators);
    rename(func, &dominators, &params);
    func.vars.clear();
    true
}

/// The variables for which each block takes parameters, appended to those that it has.
fn place_params(func: &mut Function, cfg: &Cfg, dominators: &Dominators) -> Vec<Vec<Var>> {
    let (sets, reads) = sets_and_reads(func, cfg);
    let frontiers = frontiers(func, cfg, dominators);
    let mut params = vec![Vec::new(); func.blocks.len()];
    // Stamps: the last variable for which a block was found live, got a parameter, was put to work.
    let mut live = vec![u32::MAX; func.blocks.len()];
    let mut has = vec![u32::MAX; func.blocks.len()];
    let mut queued = vec![u32::MAX; func.blocks.len()];
    let mut sets_here = vec![u32::MAX; func.blocks.len()];
    let mut work = Vec::new();
    for (index, (sets, reads)) in sets.iter().zip(&reads).enumerate() {
        let stamp = index as u32;
        if reads.is_empty() || sets.is_empty() {
            continue;
        }
        for block in sets {
            sets_here[block.index()] = stamp;
        }
        // Alive at the start of a block: it, or one after it, reads before setting.
        work.extend(reads.iter().copied());
        while let Some(block) = work.pop() {
            if std::mem::replace(&mut live[block.index()], stamp) == stamp {
                continue;
            }
            work.extend(cfg.preds(block).iter().filter(|p| sets_here[p.index()] != stamp));
        }
        work.extend(sets.iter().copied());
        while let Some(block) = work.pop() {
            if std::mem::replace(&mut queued[block.index()], stamp) == stamp {
                continue;
            }
            for &join in &frontiers[block.index()] {
                if live[join.index()] == stamp && has[join.index()] != stamp {
                    has[join.index()] = stamp;
                    params[join.index()].push(Var(stamp));
                    work.push(join);
                }
            }
        }
    }
    for &block in cfg.rpo() {
        for &var in &params[block.index()] {
            let ty = func.var(var).ty;
            func.append_block_param(block, ty);
        }
    }
    params
}

/// For each variable the blocks that set it (the entry among them for one that holds a parameter), and the blocks that read
/// it before they set it.
fn sets_and_reads(func: &Function, cfg: &Cfg) -> (Vec<Vec<Block>>, Vec<Vec<Block>>) {
    let mut sets = vec![Vec::new(); func.vars.len()];
    let mut reads = vec![Vec::new(); func.vars.len()];
    for (var, sets) in func.vars.iter().zip(&mut sets) {
        if var.param.is_some() {
            sets.push(func.entry());
        }
    }
    for &block in cfg.rpo() {
        for &id in &func.block(block).insts {
            match func.inst(id).inst {
                Inst::VarGet { var } => {
                    let is_set = sets[var.index()].last() == Some(&block);
                    let is_read = reads[var.index()].last() == Some(&block);
                    if !is_set && !is_read {
                        reads[var.index()].push(block);
                    }
                }
                Inst::VarSet { var, .. } if sets[var.index()].last() != Some(&block) => {
                    sets[var.index()].push(block);
                }
                _ => {}
            }
        }
    }
    (sets, reads)
}

/// For each block, where its dominance ends: the blocks that it does not strictly dominate, but a predecessor of which it
/// dominates. Found from the joins up (Cooper, Harvey and Kennedy).
fn frontiers(func: &Function, cfg: &Cfg, dominators: &Dominators) -> Vec<Vec<Block>> {
    let mut frontiers = vec![Vec::new(); func.blocks.len()];
    for &join in cfg.rpo() {
        let preds = cfg.preds(join);
        if preds.len() < 2 {
            continue;
        }
        for &pred in preds {
            let mut runner = Some(pred);
            while runner != dominators.idom(join) {
                let Some(block) = runner else { break };
                let frontier: &mut Vec<Block> = &mut frontiers[block.index()];
                if frontier.last() == Some(&join) {
                    break;
                }
                frontier.push(join);
                runner = dominators.idom(block);
            }
        }
    }
    frontiers
}

enum Step {
    Enter(Block),
    /// Leave a block: undo what it and those below it set, back to this length of the log.
    Leave(usize),
}

fn rename(func: &mut Function, dominators: &Dominators, params: &[Vec<Var>]) {
    let entry = func.entry();
    let entry_params = func.block(entry).params.clone();
    let mut current: Vec<Value> =
        func.vars.iter().map(|v| v.param.map_or(NONE, |p| entry_params[p as usize])).collect();
    let mut log: Vec<(Var, Value)> = Vec::new();
    let mut aliases = Aliases::new(func);
    let mut undefined = Undefined { values: [NONE; 6], made: Vec::new() };
    let mut steps = vec![Step::Enter(entry)];
    while let Some(step) = steps.pop() {
        let block = match step {
            Step::Leave(len) => {
                for (var, value) in log.drain(len..).rev() {
                    current[var.index()] = value;
                }
                continue;
            }
            Step::Enter(block) => block,
        };
        steps.push(Step::Leave(log.len()));
        steps.extend(dominators.children(block).iter().rev().map(|&b| Step::Enter(b)));

        let mut insts = std::mem::take(&mut func.blocks[block.index()].insts);
        let own = &func.block(block).params;
        let first = own.len() - params[block.index()].len();
        for (&var, &param) in params[block.index()].iter().zip(&own[first..]) {
            log.push((var, std::mem::replace(&mut current[var.index()], param)));
        }
        insts.retain(|&id| match func.insts[id.index()].inst {
            Inst::VarGet { var } => {
                let value = current[var.index()];
                let value = if value == NONE { undefined.get(func, var) } else { value };
                let result = func.result(id);
                aliases.set(result, value);
                false
            }
            Inst::VarSet { var, value } => {
                let value = aliases.get(value);
                log.push((var, std::mem::replace(&mut current[var.index()], value)));
                false
            }
            _ => {
                func.insts[id.index()].inst.for_each_operand_mut(|v| *v = aliases.get(*v));
                true
            }
        });
        func.blocks[block.index()].insts = insts;
        let mut terminator = std::mem::replace(&mut func.blocks[block.index()].terminator, Terminator::Unreachable);
        terminator.for_each_operand_mut(|v| *v = aliases.get(*v));
        for to in terminator.targets_mut() {
            for &var in &params[to.block.index()] {
                let value = current[var.index()];
                to.args.push(if value == NONE { undefined.get(func, var) } else { value });
            }
        }
        func.blocks[block.index()].terminator = terminator;
    }
    func.blocks[entry.index()].insts.splice(0..0, undefined.made);
}

/// What a variable holds that was not set: a zero, made in the entry block when first wanted. Programs do not look at it,
/// but a path that never reads it may pass it on.
struct Undefined {
    values: [Value; 6],
    made: Vec<InstId>,
}

impl Undefined {
    fn get(&mut self, func: &mut Function, var: Var) -> Value {
        let decl = func.var(var);
        let (ty, origin) = (decl.ty, Origin::of_span(decl.span));
        let slot = &mut self.values[ty as usize];
        if *slot == NONE {
            let id = func.make_inst(edit::make_constant(ty, 0), &[ty], origin);
            self.made.push(id);
            *slot = func.result(id);
        }
        *slot
    }
}
