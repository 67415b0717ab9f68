//! One plain sentence about an instruction.

use crate::Next;
use stair_bytecode::code::Instr;
use stair_bytecode::op::Op;
use stair_bytecode::program::Program;
use stair_bytecode::scalar::type_bytes;
use stair_bytecode::value_text;
use stair_ir::inst::TrapKind;
use stair_vm::{Event, Frame, TypedCell};

/// What the instruction does, with the values that it does it with.
pub(super) fn sentence(program: &Program, next: &Next, frames: &[Frame]) -> String {
    let step = &next.step;
    let Instr { op, a, .. } = step.instr;
    let func = &program.funcs[step.func as usize];
    let popped: Vec<String> = step.popped.iter().map(|&cell| text(cell)).collect();
    let pushed: Vec<String> = step.pushed.iter().map(|&cell| text(cell)).collect();
    let pop = |index: usize| popped.get(index).map_or("", String::as_str);
    let name = |func: u32| program.funcs.get(func as usize).map_or("?", |func| func.name.as_str());
    let local = || func.locals.get(a as usize).map_or("?", |local| local.name.as_str());
    let effect = effect(&popped, &pushed);
    // Where jumps lead to, as the pane calls it.
    let target = next.text.rsplit(' ').next().unwrap_or("");
    if let Some(Event::Panic(kind)) = step.event {
        return format!("{} pops {}: {}, so the program panics.", step.instr.mnemonic(), list(&popped), reason(kind));
    }
    match op {
        Op::Const | Op::Push => format!("Pushes the constant {}.", list(&pushed)),
        Op::LoadLocal => format!("Pushes {}, the value of `{}`.", list(&pushed), local()),
        Op::StoreLocal => match step.local {
            Some(write) if write.old != write.new => {
                let old = step.popped.first().map_or_else(String::new, |cell| value_text(cell.ty, write.old));
                format!("Pops {} into `{}`, which was {old}.", list(&popped), local())
            }
            _ => format!("Pops {} into `{}`, which had that value already.", list(&popped), local()),
        },
        Op::Drop => format!("Pops {} and forgets it.", list(&popped)),
        Op::Select => {
            let which = if step.popped.last().is_some_and(|cell| cell.bits != 0) {
                "is not 0: the lower"
            } else {
                "is 0: the upper"
            };
            format!("Pops {}; the last {which} of the two others is pushed, {}.", list(&popped), list(&pushed))
        }
        Op::Load => {
            let len = step.instr.ty.map_or(8, |ty| type_bytes(ty.cell()));
            let address = address(step.popped.first(), a);
            format!("Pops an address and pushes {}, the {} at {address}.", list(&pushed), bytes(u64::from(len)))
        }
        Op::Store => {
            let len = step.instr.ty.map_or(8, |ty| type_bytes(ty.cell()));
            let address = address(step.popped.first(), a);
            format!("Pops {} and an address and writes {} at {address}.", pop(1), bytes(u64::from(len)))
        }
        Op::SlotAddr => {
            let slot = func.slots.get(a as usize).map_or("?", |slot| slot.name.as_str());
            format!("Pushes {}, the address of `{slot}` in the frame.", address(step.pushed.first(), 0))
        }
        Op::DataAddr => format!("Pushes {}, the address of static data.", address(step.pushed.first(), 0)),
        Op::FuncAddr => format!("Pushes the address of the function `{}`.", name(a)),
        Op::BoundsCheck => format!("Pops the length {} and the index {}: it is within bounds.", pop(1), pop(0)),
        Op::MemCopy => {
            let (to, from) = (address(step.popped.first(), 0), address(step.popped.get(1), 0));
            format!("Copies {} from {from} to {to}.", bytes(step.popped.get(2).map_or(0, |cell| cell.bits)))
        }
        Op::MemFill => {
            let len = bytes(step.popped.get(2).map_or(0, |cell| cell.bits));
            format!("Sets {len} at {} to {}.", address(step.popped.first(), 0), pop(1))
        }
        Op::Jump => format!("Goes on at {target}."),
        Op::JumpIfFalse | Op::JumpIfTrue => {
            let is_zero = step.popped.first().is_some_and(|cell| cell.bits == 0);
            let jumps = is_zero == (op == Op::JumpIfFalse);
            let truth = if is_zero { "false" } else { "true" };
            if jumps {
                format!("Pops {} ({truth}) and goes on at {target}.", pop(0))
            } else {
                format!("Pops {} ({truth}) and goes on with the next instruction.", pop(0))
            }
        }
        Op::Switch => {
            let table = func.tables.get(a as usize);
            let target = table.map_or(0, |table| table.target(step.popped.first().map_or(0, |cell| cell.bits)));
            format!("Pops {} and goes on at {target}.", pop(0))
        }
        Op::Call | Op::CallIndirect => {
            let callee = match step.event {
                Some(Event::Call(callee)) => name(callee),
                _ => "?",
            };
            let args = if op == Op::Call { &popped[..] } else { &popped[..popped.len().saturating_sub(1)] };
            match args {
                [] => format!("Calls `{callee}`."),
                args => format!(
                    "Pops {} and calls `{callee}` with {}.",
                    list(&popped),
                    if args.len() == 1 { "it" } else { "them" }
                ),
            }
        }
        Op::CallHost => {
            let import = program.imports.get(a as usize).map_or("?", |import| import.name.as_str());
            format!("Asks the host: `{import}` {effect}.")
        }
        Op::Return => {
            let to =
                frames.get(1).map_or("the end of the program".to_owned(), |frame| format!("`{}`", name(frame.func)));
            if popped.is_empty() { format!("Returns to {to}.") } else { format!("Returns {} to {to}.", list(&popped)) }
        }
        Op::Unreachable => "Ends the program: control was never to come here.".to_owned(),
        _ => format!("{} {effect}.", step.instr.mnemonic()),
    }
}

/// Why an instruction panics, in words.
fn reason(kind: TrapKind) -> &'static str {
    match kind {
        TrapKind::AddOverflow => "their sum does not fit the type",
        TrapKind::SubOverflow => "their difference does not fit the type",
        TrapKind::MulOverflow => "their product does not fit the type",
        TrapKind::NegOverflow => "the negated value does not fit the type",
        TrapKind::DivZero | TrapKind::RemZero => "the divisor is 0",
        TrapKind::DivOverflow | TrapKind::RemOverflow => "the quotient does not fit the type",
        TrapKind::ShlOverflow | TrapKind::ShrOverflow => "the distance is not less than the width",
        TrapKind::Bounds => "the index is not less than the length",
    }
}

/// `pops 12 and 2, pushes 14`.
fn effect(popped: &[String], pushed: &[String]) -> String {
    match (popped, pushed) {
        ([], []) => "does nothing to the operand stack".to_owned(),
        (popped, []) => format!("pops {}", list(popped)),
        ([], pushed) => format!("pushes {}", list(pushed)),
        (popped, pushed) => format!("pops {}, pushes {}", list(popped), list(pushed)),
    }
}

/// `1`, `1 and 2`, `1, 2 and 3`.
fn list(values: &[String]) -> String {
    match values {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [front @ .., last] => format!("{} and {last}", front.join(", ")),
    }
}

fn text(cell: TypedCell) -> String {
    value_text(cell.ty, cell.bits)
}

fn address(cell: Option<&TypedCell>, offset: u32) -> String {
    format!("{:#x}", cell.map_or(0, |cell| cell.bits).wrapping_add(u64::from(offset)))
}

fn bytes(count: u64) -> String {
    if count == 1 { "1 byte".to_owned() } else { format!("{count} bytes") }
}
