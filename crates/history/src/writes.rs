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
    func.instrs().filter(|(_, instr)| may_write(instr.op)).map(|(pc, _)| pc).collect()
}

fn may_write(op: Op) -> bool {
    matches!(op, Op::Store | Op::MemCopy | Op::MemFill | Op::CallHost)
}

/// An instruction that runs next and writes memory.
struct Writer {
    instr: Instr,
    /// Its operands, the topmost first.
    operands: Vec<u64>,
}

impl Writer {
    /// The next instruction, if it is one.
    fn next(vm: &Vm) -> Option<Self> {
        let (func, pc) = vm.position();
        let code = &vm.code().verified().program().funcs.get(func as usize)?.code;
        let (instr, _) = Instr::decode(code, pc as usize).ok().filter(|(instr, _)| may_write(instr.op))?;
        let stack = vm.frames(1).pop()?.stack;
        Some(Self { instr, operands: stack.iter().rev().map(|cell| cell.bits).collect() })
    }

    fn operand(&self, from_top: usize) -> u64 {
        self.operands.get(from_top).copied().unwrap_or(0)
    }

    /// The parts of memory that it writes, if it does not fail.
    fn ranges(&self, vm: &Vm) -> Vec<Range<u64>> {
        let range = |address: u64, len: u64| address..address.saturating_add(len);
        match self.instr.op {
            Op::Store => {
                let len = self.instr.ty.map_or(8, |ty| type_bytes(ty.cell()));
                vec![range(self.operand(1).wrapping_add(u64::from(self.instr.a)), u64::from(len))]
            }
            Op::MemCopy | Op::MemFill => vec![range(self.operand(2), self.operand(0))],
            _ => {
                let import = vm.code().verified().program().imports.get(self.instr.a as usize);
                let Some(call) = import.and_then(|import| HostCall::parse(&import.name)) else { return Vec::new() };
                let args: Vec<u64> = (0..call.arity()).rev().map(|index| self.operand(index)).collect();
                host_writes(vm.memory(), call, &args)
            }
        }
    }

    /// The first of those that overlaps with another part of memory.
    fn meets(&self, vm: &Vm, range: &Range<u64>) -> Option<Range<u64>> {
        self.ranges(vm).into_iter().find(|written| written.start < range.end && range.start < written.end)
    }
}

/// Whether the next instruction writes to a part of memory, if it does not fail.
#[must_use]
pub fn writes(vm: &Vm, range: &Range<u64>) -> bool {
    Writer::next(vm).is_some_and(|writer| writer.meets(vm, range).is_some())
}

/// Whether the next instruction changes a byte of a part of memory. Of what the host writes all counts as changed.
#[must_use]
pub fn changes(vm: &Vm, range: &Range<u64>) -> bool {
    let Some(writer) = Writer::next(vm) else { return false };
    let Some(target) = writer.meets(vm, range) else { return false };
    let memory = |address: u64| usize::try_from(address).ok().and_then(|at| vm.memory().get(at)).copied();
    let mut both = target.start.max(range.start)..target.end.min(range.end);
    both.any(|address| {
        let offset = address - target.start;
        let new = match writer.instr.op {
            Op::Store => writer.operand(0).to_le_bytes().get(offset as usize).copied(),
            Op::MemFill => Some(writer.operand(1) as u8),
            Op::MemCopy => memory(writer.operand(1).wrapping_add(offset)),
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
