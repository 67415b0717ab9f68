//! Inlining: a call of a small function becomes its body.
//!
//! Functions are visited callees first, so that what is inlined has had its own calls inlined; functions that call one
//! another in a circle are left alone. A callee is taken if it is small, or called in one place only and not large, and if
//! it returns at all: what panics is cold. Inlined instructions keep their source spans, but no longer name an item of the
//! layer above, whose numbers are the callee's own.

use stair_ir::entities::{Block, FuncId, InstId, Slot, Value, Var};
use stair_ir::function::{Function, Module, Results, ValueData, ValueDef};
use stair_ir::inst::{BlockCall, Inst, Terminator};
use stair_source::Origin;
use std::rc::Rc;

/// A function of at most so many instructions is always inlined.
const SMALL: u32 = 30;

/// A function that is called in one place only is inlined up to this size.
const CALLED_ONCE: u32 = 250;

/// A function does not grow beyond this by inlining.
const MAX_CALLER: u32 = 3000;

/// A callee's frame may be this large, in bytes.
const MAX_FRAME: u64 = 512;

/// What the decision needs to know of a function.
#[derive(Clone, Debug, Default)]
struct Summary {
    /// Instructions that do something at run time, constants and addresses not counted, and blocks.
    size: u32,
    frame: u64,
    returns: bool,
    callees: Vec<FuncId>,
}

/// What is kept of one run for the next.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// By number, before inlining.
    summaries: Vec<Option<(Rc<Function>, Rc<Summary>)>>,
    inlined: Vec<Option<Inlined>>,
}

/// A function whose calls were looked at, and what came of it.
#[derive(Debug)]
struct Inlined {
    before: Rc<Function>,
    /// The callee of each call that was looked at, in order; its body, if that was taken.
    calls: Vec<(FuncId, Option<Rc<Function>>)>,
    after: Rc<Function>,
    summary: Rc<Summary>,
}

pub(crate) fn run(module: &mut Module, kept: &mut Kept, changed: &mut Vec<FuncId>) {
    let count = module.funcs.len();
    kept.summaries.resize_with(count, || None);
    kept.inlined.resize_with(count, || None);
    let mut summaries: Vec<_> =
        module.funcs.iter().zip(&mut kept.summaries).map(|(func, kept)| kept_summary(func, kept)).collect();
    let mut calls = vec![0_u32; count];
    for callee in summaries.iter().flat_map(|s| &s.callees) {
        calls[callee.index()] += 1;
    }
    // Whoever is reached by other ways than calls stays, so its one call is not the last use.
    for id in module.handlers.iter().flatten().chain(&module.entry) {
        calls[id.index()] += 1;
    }
    let (order, is_recursive) = callees_first(&summaries);
    let is_user: Vec<bool> = module.funcs.iter().map(|func| func.is_user).collect();
    for id in order {
        // The program's start is the library's; taking `main` into it would leave people without their own function.
        let is_start = module.entry == Some(id) && !is_user[id.index()];
        let size = summaries[id.index()].size;
        let kept_out: &[bool] = if is_start { &is_user } else { &[] };
        let choice = Choice { summaries: &summaries, calls: &calls, is_recursive: &is_recursive, kept_out, size: 0 };
        if !summaries[id.index()].callees.iter().any(|&callee| choice.is_wanted(callee)) {
            continue;
        }
        let before = Rc::clone(&module.funcs[id.index()]);
        let last = &mut kept.inlined[id.index()];
        let mut choice = Choice { size, ..choice };
        let is_as_last = |last: &Inlined| {
            (Rc::ptr_eq(&last.before, &before) || last.before == before)
                && last.calls.iter().all(|(callee, body)| match body {
                    Some(body) => choice.take(*callee) && Rc::ptr_eq(body, &module.funcs[callee.index()]),
                    None => !choice.take(*callee),
                })
        };
        if !last.as_ref().is_some_and(is_as_last) {
            choice.size = size;
            *last = Some(inline_into(module, before, |callee| choice.take(callee)));
        }
        let Some(Inlined { calls: taken, after, summary, .. }) = last else { continue };
        if taken.iter().any(|(_, body)| body.is_some()) {
            changed.push(id);
            module.funcs[id.index()] = Rc::clone(after);
            summaries[id.index()] = Rc::clone(summary);
        }
    }
    changed.sort_unstable();
}

/// Chooses the calls in a function that its callees' bodies are put in place of.
struct Choice<'a> {
    summaries: &'a [Rc<Summary>],
    /// How many calls there are of each function.
    calls: &'a [u32],
    is_recursive: &'a [bool],
    /// Callees that are to stay functions of their own; empty if any may be taken.
    kept_out: &'a [bool],
    /// The function's size by now.
    size: u32,
}

impl Choice<'_> {
    fn is_wanted(&self, callee: FuncId) -> bool {
        let s = &self.summaries[callee.index()];
        let limit = if self.calls[callee.index()] == 1 { CALLED_ONCE } else { SMALL };
        !self.is_recursive[callee.index()]
            && !self.kept_out.get(callee.index()).is_some_and(|out| *out)
            && s.returns
            && s.size <= limit
            && s.frame <= MAX_FRAME
            && self.size + s.size <= MAX_CALLER
    }

    /// Whether to take the next call's body.
    fn take(&mut self, callee: FuncId) -> bool {
        let is_wanted = self.is_wanted(callee);
        if is_wanted {
            self.size += self.summaries[callee.index()].size;
        }
        is_wanted
    }
}

fn kept_summary(func: &Rc<Function>, kept: &mut Option<(Rc<Function>, Rc<Summary>)>) -> Rc<Summary> {
    match kept {
        Some((last, summary)) if Rc::ptr_eq(last, func) => Rc::clone(summary),
        _ => {
            let summary = Rc::new(summarise(func));
            *kept = Some((Rc::clone(func), Rc::clone(&summary)));
            summary
        }
    }
}

/// Put bodies in place of those calls in a function that `take` is for.
fn inline_into(module: &Module, before: Rc<Function>, mut take: impl FnMut(FuncId) -> bool) -> Inlined {
    let mut calls = Vec::new();
    let mut inliner = Inliner { func: Function::clone(&before), layout: Vec::new() };
    inliner.run(|callee| {
        let taken = take(callee).then(|| Rc::clone(&module.funcs[callee.index()]));
        calls.push((callee, taken.clone()));
        taken
    });
    let summary = Rc::new(summarise(&inliner.func));
    Inlined { before, calls, after: Rc::new(inliner.func), summary }
}

fn summarise(func: &Function) -> Summary {
    let mut s = Summary { frame: func.slots.iter().map(|slot| slot.size).sum(), ..Summary::default() };
    for &block in &func.layout {
        let data = func.block(block);
        s.size += 1;
        s.returns |= matches!(data.terminator, Terminator::Return(_));
        for &id in &data.insts {
            let inst = &func.inst(id).inst;
            s.size += u32::from(!inst.is_rematerialised());
            if let Inst::Call { func, .. } = inst {
                s.callees.push(*func);
            }
        }
    }
    s
}

/// Functions in an order in which callees come before callers, and for each whether it is in a circle of calls. After
/// Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), with a stack of its own.
fn callees_first(summaries: &[Rc<Summary>]) -> (Vec<FuncId>, Vec<bool>) {
    const NONE: u32 = u32::MAX;
    let count = summaries.len();
    let (mut number, mut low) = (vec![NONE; count], vec![0_u32; count]);
    let mut is_done = vec![false; count];
    let mut is_recursive: Vec<_> =
        summaries.iter().enumerate().map(|(i, s)| s.callees.contains(&FuncId(i as u32))).collect();
    let (mut order, mut open, mut next) = (Vec::with_capacity(count), Vec::new(), 0);
    let mut stack: Vec<(usize, usize)> = Vec::new();
    for root in 0..count {
        if number[root] != NONE {
            continue;
        }
        stack.push((root, 0));
        while let Some(&mut (func, ref mut place)) = stack.last_mut() {
            if *place == 0 && number[func] == NONE {
                number[func] = next;
                low[func] = next;
                next += 1;
                open.push(func);
            }
            if let Some(callee) = summaries[func].callees.get(*place) {
                *place += 1;
                let callee = callee.index();
                if number[callee] == NONE {
                    stack.push((callee, 0));
                } else if !is_done[callee] {
                    low[func] = low[func].min(number[callee]);
                }
                continue;
            }
            stack.pop();
            if let Some(&(caller, _)) = stack.last() {
                low[caller] = low[caller].min(low[func]);
            }
            if low[func] == number[func] {
                let is_alone = open.last() == Some(&func);
                while let Some(member) = open.pop() {
                    is_done[member] = true;
                    is_recursive[member] |= !is_alone;
                    order.push(FuncId(member as u32));
                    if member == func {
                        break;
                    }
                }
            }
        }
    }
    (order, is_recursive)
}

struct Inliner {
    func: Function,
    layout: Vec<Block>,
}

impl Inliner {
    /// Look at each call; `body_of` says what to put in its place, if anything.
    fn run(&mut self, mut body_of: impl FnMut(FuncId) -> Option<Rc<Function>>) {
        for block in std::mem::take(&mut self.func.layout) {
            self.layout.push(block);
            let data = &mut self.func.blocks[block.index()];
            // A block that ends in a panic is cold.
            if matches!(data.terminator, Terminator::Unreachable) {
                continue;
            }
            let insts = std::mem::take(&mut data.insts);
            let terminator = std::mem::replace(&mut data.terminator, Terminator::Unreachable);
            let origin = data.origin;
            let mut current = block;
            let mut kept = Vec::with_capacity(insts.len());
            for id in insts {
                if let Inst::Call { func: callee, args } = &mut self.func.insts[id.index()].inst
                    && let Some(body) = body_of(*callee)
                {
                    let args = std::mem::take(args);
                    self.func.blocks[current.index()].insts = std::mem::take(&mut kept);
                    current = self.expand(current, id, &body, &args);
                } else {
                    kept.push(id);
                }
            }
            let data = &mut self.func.blocks[current.index()];
            data.insts = kept;
            data.terminator = terminator;
            data.origin = origin;
        }
        self.func.layout = std::mem::take(&mut self.layout);
    }

    /// Put the callee's body at the end of `block`. Returns the block that it returns to, where what followed the call goes
    /// on; the call's results are that block's parameters.
    fn expand(&mut self, block: Block, call: InstId, callee: &Function, args: &[Value]) -> Block {
        let func = &mut self.func;
        let call_origin = func.inst(call).origin;
        let after = func.make_block(call_origin);
        let results = std::mem::take(&mut func.insts[call.index()].results);
        for (place, result) in results.iter().enumerate() {
            func.values[result.index()].def = ValueDef::Param(after, place as u32);
        }
        func.blocks[after.index()].params = results.into_vec();

        let first_slot = func.slots.len() as u32;
        func.slots.extend(callee.slots.iter().cloned());
        let first_var = func.vars.len() as u32;
        for decl in &callee.vars {
            if let Some(param) = decl.param {
                let var = Var(func.vars.len() as u32);
                let set = func.make_inst(Inst::VarSet { var, value: args[param as usize] }, &[], call_origin);
                func.blocks[block.index()].insts.push(set);
            }
            func.vars.push(stair_ir::function::VarDecl { param: None, ..decl.clone() });
        }

        // The entry's code goes on in `block`; the callee's other blocks are new, and its values, but for parameters.
        let mut blocks = vec![block; callee.blocks.len()];
        let mut values = vec![Value(u32::MAX); callee.values.len()];
        for &from in &callee.layout {
            let data = callee.block(from);
            if from == callee.entry() {
                for (&param, &arg) in data.params.iter().zip(args) {
                    values[param.index()] = arg;
                }
                continue;
            }
            let to = func.make_block(data.origin);
            blocks[from.index()] = to;
            self.layout.push(to);
            for &param in &data.params {
                values[param.index()] = func.append_block_param(to, callee.ty(param));
            }
        }
        for &from in &callee.layout {
            for &id in &callee.block(from).insts {
                let data = callee.inst(id);
                let new = InstId(func.insts.len() as u32);
                let mut results = Results::new();
                for (place, result) in data.results.iter().enumerate() {
                    let value = Value(func.values.len() as u32);
                    values[result.index()] = value;
                    results.push(value);
                    let def = ValueDef::Result(new, place as u32);
                    func.values.push(ValueData { ty: callee.ty(*result), def });
                }
                let origin = Origin { item: Origin::NO_ITEM, ..data.origin };
                func.insts.push(stair_ir::function::InstData { inst: data.inst.clone(), results, origin });
                func.blocks[blocks[from.index()].index()].insts.push(new);
            }
        }
        // Operands last: a block may stand before the one that defines what it reads.
        let rename = |v: &mut Value| *v = values[v.index()];
        let first_new = func.insts.len() - callee.layout.iter().map(|&b| callee.block(b).insts.len()).sum::<usize>();
        for data in &mut func.insts[first_new..] {
            data.inst.for_each_operand_mut(rename);
            match &mut data.inst {
                Inst::SlotAddr { slot, .. } => *slot = Slot(slot.0 + first_slot),
                Inst::VarGet { var } | Inst::VarSet { var, .. } => *var = Var(var.0 + first_var),
                _ => {}
            }
        }
        for &from in &callee.layout {
            let data = callee.block(from);
            let mut terminator = data.terminator.clone();
            terminator.for_each_operand_mut(rename);
            if let Terminator::Return(values) = terminator {
                terminator = Terminator::Jump(BlockCall::new(after, values));
            } else {
                terminator.targets_mut().for_each(|to| to.block = blocks[to.block.index()]);
            }
            let to = &mut func.blocks[blocks[from.index()].index()];
            to.terminator = terminator;
            to.origin = Origin { item: Origin::NO_ITEM, ..data.origin };
        }
        self.layout.push(after);
        after
    }
}
