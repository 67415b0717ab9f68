//! Tail recursion: a function that ends by calling itself goes back to its start instead.
//!
//! ```text
//!     block0(v0): … branch v1, 1, 2             block0(v0): jump block3(v0, 0)
//!                                               block3(v2, v3): … branch v1, 1, 2
//!     block1: return v4                         block1: return v3 + v4
//!     block2: v5 = call self(v6)                block2: jump block3(v6, v3 + v7)
//!             return v5 + v7
//! ```
//!
//! Where a sum is still to be made of the call's result, as here, the parts are added up on the way down: the new parameter
//! holds what is to be added to whatever is returned in the end. That gives the same result for every operation whose order
//! of evaluation does not matter: sum, product, and, or, exclusive or of integers, all modulo a power of two. After the
//! call there may be nothing else but computations that do not depend on it. A function with a frame in memory is left
//! alone: its callees could look at it, and each call must have its own.

use stair_ir::entities::{Block, FuncId, InstId, Value};
use stair_ir::function::{Function, Module};
use stair_ir::inst::{BinaryOp, BlockCall, Inst, Terminator, Type};

use crate::edit::make_constant;
use std::rc::Rc;

pub(crate) fn run(module: &mut Module, changed: &mut Vec<FuncId>) {
    for (index, func) in module.funcs.iter_mut().enumerate() {
        let own = FuncId(index as u32);
        if func.slots.is_empty() && func.vars.is_empty() {
            let sites = sites(func, own);
            if !sites.is_empty() {
                loop_tail_calls(Rc::make_mut(func), sites);
                changed.push(own);
            }
        }
    }
}

/// A call of the function itself after which nothing happens but the return.
struct Site {
    block: Block,
    call: InstId,
    /// The operation on the call's result and another value, which is what the function returns then.
    combined: Option<(InstId, BinaryOp, Value)>,
}

/// The sites that can go back to the start together: one parameter adds up one kind of operation.
fn sites(func: &Function, own: FuncId) -> Vec<Site> {
    let mut sites: Vec<Site> = func.layout.iter().filter_map(|&block| site(func, own, block)).collect();
    let op = operation(&sites);
    sites.retain(|site| site.combined.is_none_or(|(_, other, _)| Some(other) == op));
    sites
}

/// What is done with the results of the calls, if anything.
fn operation(sites: &[Site]) -> Option<BinaryOp> {
    sites.iter().find_map(|site| site.combined.map(|(_, op, _)| op))
}

fn loop_tail_calls(func: &mut Function, sites: Vec<Site>) {
    let op = operation(&sites);
    let start = func.entry();
    let entry = func.make_block(func.block(start).origin);
    func.layout.insert(0, entry);
    let mut args: Vec<Value> =
        func.sig.params.clone().into_iter().map(|ty| func.append_block_param(entry, ty)).collect();
    let total = op.map(|op| {
        let ty = func.sig.results[0];
        let id = func.make_inst(make_constant(ty, neutral(op, ty)), &[ty], func.block(start).origin);
        func.blocks[entry.index()].insts.push(id);
        args.push(func.result(id));
        func.append_block_param(start, ty)
    });
    func.blocks[entry.index()].terminator = Terminator::Jump(BlockCall::new(start, args));
    for site in sites {
        go_back(func, site, start, total);
    }
    if let (Some(op), Some(total)) = (op, total) {
        for block in func.layout.clone() {
            let data = func.block(block);
            let Terminator::Return(values) = &data.terminator else { continue };
            let (args, origin) = ([total, values[0]], data.origin);
            let id = func.make_inst(Inst::Binary { op, args }, &[func.sig.results[0]], origin);
            let result = func.result(id);
            let data = &mut func.blocks[block.index()];
            data.insts.push(id);
            data.terminator = Terminator::Return(vec![result]);
        }
    }
}

/// The tail call at the end of a block, if there is one.
fn site(func: &Function, own: FuncId, block: Block) -> Option<Site> {
    let data = func.block(block);
    let returned = returned(func, block)?;
    let is_own = |id: &&InstId| matches!(&func.inst(**id).inst, Inst::Call { func, .. } if *func == own);
    let place = data.insts.iter().rposition(|id| is_own(&id))?;
    let call = data.insts[place];
    let results = &func.inst(call).results;
    let mut combined: Option<(InstId, BinaryOp, Value)> = None;
    for &id in &data.insts[place + 1..] {
        let inst = &func.inst(id).inst;
        let mut depends = false;
        inst.for_each_operand(|v| {
            depends |= results.contains(&v) || combined.is_some_and(|(id, ..)| func.result(id) == v);
        });
        match *inst {
            Inst::Binary { op, args: [a, b] } if depends && combined.is_none() && is_unordered(op, func.ty(a)) => {
                let other = match (results.contains(&a), results.contains(&b)) {
                    (true, false) => b,
                    (false, true) => a,
                    _ => return None,
                };
                combined = Some((id, op, other));
            }
            _ if !depends && inst.is_speculatable() => {}
            _ => return None,
        }
    }
    let is_last = match combined {
        Some((id, ..)) => returned == [func.result(id)],
        None => returned == results[..],
    };
    is_last.then_some(Site { block, call, combined })
}

/// What the function returns when control leaves this block, if it does nothing else before.
fn returned(func: &Function, block: Block) -> Option<Vec<Value>> {
    match &func.block(block).terminator {
        Terminator::Return(values) => Some(values.clone()),
        Terminator::Jump(to) => {
            let target = func.block(to.block);
            let Terminator::Return(values) = &target.terminator else { return None };
            let passed = |v: &Value| target.params.iter().position(|p| p == v).map_or(*v, |place| to.args[place]);
            target.insts.is_empty().then(|| values.iter().map(passed).collect())
        }
        _ => None,
    }
}

/// Replace the call and the return by a jump to the start.
fn go_back(func: &mut Function, site: Site, start: Block, total: Option<Value>) {
    let Inst::Call { args, .. } = &func.inst(site.call).inst else { return };
    let mut args = args.clone();
    let mut insts = std::mem::take(&mut func.blocks[site.block.index()].insts);
    insts.retain(|&id| id != site.call);
    if let Some(total) = total {
        let total = match site.combined {
            Some((id, op, other)) => {
                // In the place of the operation on the call's result, one on what is there already.
                func.insts[id.index()].inst = Inst::Binary { op, args: [total, other] };
                func.result(id)
            }
            None => total,
        };
        args.push(total);
    }
    let data = &mut func.blocks[site.block.index()];
    data.insts = insts;
    data.terminator = Terminator::Jump(BlockCall::new(start, args));
}

/// Whether it does not matter in which order the operation is applied to many values.
fn is_unordered(op: BinaryOp, ty: Type) -> bool {
    ty.is_int() && matches!(op, BinaryOp::Add | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
}

/// What the operation leaves unchanged.
fn neutral(op: BinaryOp, ty: Type) -> u64 {
    match op {
        BinaryOp::Mul => 1,
        BinaryOp::And => ty.mask(),
        _ => 0,
    }
}
