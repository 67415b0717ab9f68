//! Empties functions that the program cannot reach any more, once their calls have been inlined. They keep their numbers.

use stair_ir::entities::FuncId;
use stair_ir::function::{Function, Module};
use stair_ir::inst::{Inst, TrapKind};
use std::rc::Rc;

pub(crate) fn run(module: &mut Module, changed: &mut Vec<FuncId>) {
    let Some(entry) = module.entry else { return };
    let mut is_reached = vec![false; module.funcs.len()];
    let mut is_raised = [false; TrapKind::ALL.len()];
    let mut data_seen = vec![false; module.data.len()];
    let mut work = vec![entry];
    while let Some(id) = work.pop() {
        if std::mem::replace(&mut is_reached[id.index()], true) {
            continue;
        }
        let func = &module.funcs[id.index()];
        for id in func.layout.iter().flat_map(|&block| &func.block(block).insts) {
            let mut raise = |kind: TrapKind| {
                if !std::mem::replace(&mut is_raised[kind as usize], true) {
                    work.extend(module.handlers[kind as usize]);
                }
            };
            match &func.inst(*id).inst {
                Inst::Call { func, .. } | Inst::FuncAddr { func } => work.push(*func),
                Inst::DataAddr { data, .. } => module.functions_in(*data, &mut data_seen, |func| work.push(func)),
                Inst::BoundsCheck { trap, .. } => raise(trap.kind),
                Inst::Checked { op, trap, .. } => {
                    raise(trap.kind);
                    op.trap_kinds().1.iter().for_each(|&kind| raise(kind));
                }
                _ => {}
            }
        }
    }
    for (index, func) in module.funcs.iter_mut().enumerate() {
        if !is_reached[index] && !func.layout.is_empty() {
            *func = Rc::new(emptied(func));
            changed.push(FuncId(index as u32));
        }
    }
}

/// The function with its entry block and nothing in it.
fn emptied(func: &Function) -> Function {
    let mut new = Function::new(func.name.clone(), func.is_user, func.span, func.sig.clone());
    let entry = new.make_block(func.block(func.entry()).origin);
    for &ty in &func.sig.params {
        new.append_block_param(entry, ty);
    }
    new.layout.push(entry);
    new
}
