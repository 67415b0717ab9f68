//! Which memory the next instruction writes.

use stair_bytecode::code::Instr;
use stair_bytecode::op::Op;
use stair_bytecode::program::Function;
use stair_bytecode::scalar::type_bytes;
use stair_host::HostCall;
use stair_vm::Vm;
use std::ops::Range;

/// The instructions of a function that may write memory.
#[must_use]
pub fn writers(func: &Function) -> Vec<u32> {
    let writes = |op| matches!(op, Op::Store | Op::MemCopy | Op::MemFill | Op::CallHost);
    func.instrs().filter(|(_, instr)| writes(instr.op)).map(|(pc, _)| pc).collect()
}

/// The parts of memory that the next instruction writes, if it does not fail: none for most.
#[must_use]
pub fn written(vm: &Vm) -> Vec<Range<u64>> {
    let (func, pc) = vm.position();
    let program = vm.code().verified().program();
    let code = program.funcs.get(func as usize).map_or(&[][..], |f| &f.code);
    let Ok((instr, _)) = Instr::decode(code, pc as usize) else { return Vec::new() };
    if !matches!(instr.op, Op::Store | Op::MemCopy | Op::MemFill | Op::CallHost) {
        return Vec::new();
    }
    let stack = vm.frames(1).pop().map(|frame| frame.stack).unwrap_or_default();
    let from_top = |index: usize| stack.len().checked_sub(index + 1).map_or(0, |at| stack[at].bits);
    let range = |address: u64, len: u64| address..address.saturating_add(len);
    match instr.op {
        Op::Store => {
            let len = instr.ty.map_or(8, |ty| type_bytes(ty.cell()));
            vec![range(from_top(1).wrapping_add(u64::from(instr.a)), u64::from(len))]
        }
        Op::MemCopy | Op::MemFill => vec![range(from_top(2), from_top(0))],
        _ => {
            let import = program.imports.get(instr.a as usize);
            let Some(call) = import.and_then(|import| HostCall::parse(&import.name)) else { return Vec::new() };
            let args: Vec<u64> = (0..call.arity()).rev().map(from_top).collect();
            host_writes(vm.memory(), call, &args)
        }
    }
}

/// Whether the next instruction changes a byte of a part of memory. Of what the host writes all counts as changed.
#[must_use]
pub fn changes(vm: &Vm, range: &Range<u64>) -> bool {
    let hits = |written: &Range<u64>| written.start < range.end && range.start < written.end;
    let Some(target) = written(vm).into_iter().find(hits) else { return false };
    let (func, pc) = vm.position();
    let code = &vm.code().verified().program().funcs[func as usize].code;
    let Ok((instr, _)) = Instr::decode(code, pc as usize) else { return false };
    let stack = vm.frames(1).pop().map(|frame| frame.stack).unwrap_or_default();
    let from_top = |index: usize| stack.len().checked_sub(index + 1).map_or(0, |at| stack[at].bits);
    let memory = |address: u64| usize::try_from(address).ok().and_then(|at| vm.memory().get(at)).copied();
    let both = target.start.max(range.start)..target.end.min(range.end);
    both.into_iter().any(|address| {
        let offset = address - target.start;
        let new = match instr.op {
            Op::Store => from_top(0).to_le_bytes().get(offset as usize).copied(),
            Op::MemFill => Some(from_top(1) as u8),
            Op::MemCopy => memory(from_top(1).wrapping_add(offset)),
            _ => return true,
        };
        new != memory(address)
    })
}

/// What a call of the host may write.
fn host_writes(memory: &[u8], call: HostCall, args: &[u64]) -> Vec<Range<u64>> {
    let arg = |index: usize| u64::from(args.get(index).copied().unwrap_or(0) as u32);
    let range = |address: u64, len: u64| address..address + len;
    match call {
        HostCall::ProcExit => Vec::new(),
        HostCall::FdWrite => vec![range(arg(3), 4)],
        HostCall::ClockTimeGet => vec![range(arg(2), 8)],
        HostCall::RandomGet => vec![range(arg(0), arg(1))],
        HostCall::FdRead => {
            let word = |at: u64| {
                let bytes = memory.get(at as usize..at as usize + 4)?;
                Some(u64::from(u32::from_le_bytes(bytes.try_into().ok()?)))
            };
            let buffer = |index: u64| Some(range(word(arg(1) + 8 * index)?, word(arg(1) + 8 * index + 4)?));
            (0..arg(2)).map_while(buffer).chain([range(arg(3), 4)]).collect()
        }
    }
}
