//! Jump threading: a jump to a block that will branch one way, seen from here, goes that way at once.
//!
//! An iterator's `next` ends in blocks that make `Some` or `None`, and its caller begins with a block that asks which. When
//! the tag has become a block parameter, each of the former knows the answer:
//!
//! ```text
//!     block1: jump block3(1, v5)                    block1: jump block4(v5)
//!     block2: jump block3(0, v0)                    block2: jump block5()
//!     block3(v1, v2): branch v1, block4(), block5()
//!     block4: … v2 …                                block4(v6): … v6 …
//! ```
//!
//! What the skipped block computes is computed before the jump as well, so it must be little and pure. What it defines
//! may be used further on only where one of its successors, to which nothing else jumps, dominates: that successor then
//! takes it as a parameter. Loop headers are not skipped, which keeps loops reducible.

use crate::edit::{self, constant, make_constant};
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{Block, Value};
use stair_ir::eval;
use stair_ir::function::Function;
use stair_ir::inst::{Inst, Terminator};

/// A block with more instructions is not skipped.
const MAX_COPIED: usize = 6;

/// Each round may lay open jumps for the next.
const MAX_ROUNDS: usize = 4;

pub(crate) fn run(func: &mut Function) -> bool {
    if func.layout.len() == 1 {
        return false;
    }
    let mut changed = false;
    for _ in 0..MAX_ROUNDS {
        if !round(func) {
            break;
        }
        changed = true;
    }
    changed
}

/// A jump that can be led on: which of the source's targets it is, and where it goes then.
pub(crate) struct Edge {
    pub(crate) from: Block,
    pub(crate) target: usize,
    pub(crate) takes: Takes,
}

/// Where a jump goes that skips a block.
pub(crate) enum Takes {
    /// To this one of the block's targets.
    Target(usize),
    /// To any: it ends as the block does. The source's only jump.
    Asks,
}

/// A value of a skipped block that is read where `successor` dominates, and that block's new parameter for it.
pub(crate) struct Exported {
    pub(crate) value: Value,
    pub(crate) successor: Block,
    pub(crate) param: Value,
}

fn round(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    edit::retain_reachable(func, &cfg);
    let candidates: Vec<_> = cfg.rpo().iter().copied().filter_map(|b| threadable(func, &cfg, b)).collect();
    if candidates.is_empty() {
        return false;
    }
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    let uses = outside_uses(func, &cfg, &candidates);
    let mut is_touched = vec![false; func.blocks.len()];
    let mut exported = Vec::new();
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
    }
    if exported.is_empty() && !is_touched.contains(&true) {
        return false;
    }
    rename(func, &dominators, &exported);
    let cfg = Cfg::compute(func);
    edit::retain_reachable(func, &cfg);
    true
}

/// The jumps to the block that can be led on, if it can be skipped.
fn threadable(func: &Function, cfg: &Cfg, block: Block) -> Option<(Block, Vec<Edge>)> {
    let data = func.block(block);
    let preds = cfg.preds(block);
    let condition = match data.terminator {
        Terminator::Branch { cond, .. } => cond,
        Terminator::Switch { value, .. } => value,
        _ => return None,
    };
    if block == func.entry() || data.insts.len() > MAX_COPIED || data.params.is_empty() {
        return None;
    }
    if preds.iter().any(|&p| cfg.rpo_index(p) >= cfg.rpo_index(block)) {
        return None;
    }
    if !data.insts.iter().all(|&id| func.inst(id).inst.is_speculatable()) {
        return None;
    }
    let mut edges = Vec::new();
    let mut last = None;
    for &from in preds {
        if last.replace(from) == Some(from) {
            continue;
        }
        for (target, to) in func.block(from).terminator.targets().enumerate().filter(|(_, to)| to.block == block) {
            let known = evaluate(func, block, &to.args);
            if let Some(bits) = known_bits(func, &known, condition) {
                let takes = match &data.terminator {
                    Terminator::Branch { .. } => usize::from(bits == 0),
                    Terminator::Switch { cases, .. } => {
                        cases.iter().position(|&(p, _)| p == bits).unwrap_or(cases.len())
                    }
                    _ => continue,
                };
                edges.push(Edge { from, target, takes: Takes::Target(takes) });
            }
        }
    }
    (!edges.is_empty()).then_some((block, edges))
}

fn known_bits(func: &Function, known: &[(Value, u64)], value: Value) -> Option<u64> {
    known.iter().find(|&&(v, _)| v == value).map(|&(_, bits)| bits).or_else(|| constant(func, value))
}

/// The block's values that are constants when it is entered with these arguments.
fn evaluate(func: &Function, block: Block, args: &[Value]) -> Vec<(Value, u64)> {
    let data = func.block(block);
    let mut known: Vec<_> =
        data.params.iter().zip(args).filter_map(|(&p, &arg)| Some((p, constant(func, arg)?))).collect();
    for &id in &data.insts {
        let inst = &func.inst(id).inst;
        let result = func.result(id);
        let ty = func.ty(result);
        let get = |v: Value| known_bits(func, &known, v);
        let bits = match *inst {
            Inst::Unary { op, arg } => get(arg).map(|a| eval::unary(op, ty, a)),
            Inst::Binary { op, args: [a, b] } => get(a).zip(get(b)).and_then(|(a, b)| eval::binary(op, ty, a, b)),
            Inst::Compare { cc, args: [a, b] } => {
                get(a).zip(get(b)).map(|(x, y)| eval::compare(cc, func.ty(a), x, y).into())
            }
            Inst::Convert { op, to, arg } => get(arg).map(|a| eval::convert(op, func.ty(arg), to, a)),
            _ => None,
        };
        known.extend(bits.filter(|&bits| !eval::is_nan(ty, bits)).map(|bits| (result, bits)));
    }
    known
}

/// Where values of the candidates are read outside them, sorted.
pub(crate) fn outside_uses(func: &Function, cfg: &Cfg, candidates: &[(Block, Vec<Edge>)]) -> Vec<(Value, Block)> {
    let mut owner = vec![u32::MAX; func.values.len()];
    for (block, _) in candidates {
        let data = func.block(*block);
        let results = data.insts.iter().flat_map(|&id| &func.inst(id).results);
        for value in data.params.iter().chain(results) {
            owner[value.index()] = block.0;
        }
    }
    let mut uses = Vec::new();
    for &block in cfg.rpo() {
        let mut read = |value: Value| {
            let owner = owner[value.index()];
            if owner != u32::MAX && owner != block.0 {
                uses.push((value, block));
            }
        };
        let data = func.block(block);
        for &id in &data.insts {
            func.inst(id).inst.for_each_operand(&mut read);
        }
        data.terminator.for_each_operand(&mut read);
    }
    uses.sort_unstable();
    uses.dedup();
    uses
}

/// The block's values that its successors must take as parameters; `None` where one is read that no successor covers.
pub(crate) fn exports(
    func: &Function,
    cfg: &Cfg,
    dominators: &Dominators,
    block: Block,
    uses: &[(Value, Block)],
) -> Option<Vec<(Value, Block)>> {
    let data = func.block(block);
    let results = data.insts.iter().flat_map(|&id| &func.inst(id).results);
    let mut exports = Vec::new();
    for &value in data.params.iter().chain(results) {
        let first = uses.partition_point(|&(v, _)| v < value);
        for &(_, at) in uses[first..].iter().take_while(|&&(v, _)| v == value) {
            let covers = |s: &&Block| cfg.preds(**s).len() == 1 && dominators.dominates(**s, at);
            let successor = *cfg.succs(block).iter().find(covers)?;
            if !exports.contains(&(value, successor)) {
                exports.push((value, successor));
            }
        }
    }
    Some(exports)
}

/// Lead the jumps on, past a copy of the block's instructions, and hand the block's values to its successors.
pub(crate) fn thread(
    func: &mut Function,
    block: Block,
    edges: &[Edge],
    exports: &[(Value, Block)],
    exported: &mut Vec<Exported>,
) {
    for &(value, successor) in exports {
        let param = func.append_block_param(successor, func.ty(value));
        exported.push(Exported { value, successor, param });
        for to in func.blocks[block.index()].terminator.targets_mut().filter(|to| to.block == successor) {
            to.args.push(value);
        }
    }
    for edge in edges {
        let source = func.block(edge.from).terminator.targets().nth(edge.target).map(|to| to.args.clone());
        let Some(args) = source else { continue };
        let known = evaluate(func, block, &args);
        let mut names: Vec<(Value, Value)> = func.block(block).params.iter().copied().zip(args).collect();
        let rename =
            |v: Value, names: &[(Value, Value)]| names.iter().find(|&&(old, _)| old == v).map_or(v, |&(_, new)| new);
        for id in func.block(block).insts.clone() {
            let result = func.result(id);
            let (ty, origin) = (func.ty(result), func.inst(id).origin);
            let mut inst = func.inst(id).inst.clone();
            match known.iter().find(|&&(v, _)| v == result) {
                Some(&(_, bits)) => inst = make_constant(ty, bits),
                None => inst.for_each_operand_mut(|v| *v = rename(*v, &names)),
            }
            let copy = func.make_inst(inst, &[ty], origin);
            func.blocks[edge.from.index()].insts.push(copy);
            names.push((result, func.result(copy)));
        }
        let mut terminator = func.block(block).terminator.clone();
        terminator.for_each_operand_mut(|v| *v = rename(*v, &names));
        let from = &mut func.blocks[edge.from.index()].terminator;
        match edge.takes {
            Takes::Asks => *from = terminator,
            Takes::Target(takes) => {
                if let (Some(to), Some(next)) = (from.targets_mut().nth(edge.target), terminator.targets().nth(takes)) {
                    *to = next.clone();
                }
            }
        }
    }
}

/// Uses that a successor dominates read its parameter from now on.
pub(crate) fn rename(func: &mut Function, dominators: &Dominators, exported: &[Exported]) {
    if exported.is_empty() {
        return;
    }
    let mut first = vec![u32::MAX; func.values.len()];
    for (index, e) in exported.iter().enumerate().rev() {
        first[e.value.index()] = index as u32;
    }
    for &block in &func.layout.clone() {
        let read = |v: &mut Value| {
            let start = first[v.index()] as usize;
            let mut same = exported.iter().skip(start).take_while(|e| e.value == *v);
            if let Some(e) = same.find(|e| dominators.dominates(e.successor, block)) {
                *v = e.param;
            }
        };
        let data = &mut func.blocks[block.index()];
        for id in &data.insts {
            func.insts[id.index()].inst.for_each_operand_mut(read);
        }
        data.terminator.for_each_operand_mut(read);
    }
}
