//! A small interpreter: the reference for tests of passes and back ends. It favours plainness over speed.

use crate::entities::{Block, FuncId, Value};
use crate::eval;
use crate::function::{Function, Module, Target};
use crate::inst::{BlockCall, Inst, Terminator, TrapKind, Type};

/// Why a run ended other than by returning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// A trap, with the location's data number. Handlers are not called.
    Trap(TrapKind, u32),
    /// A read or write outside memory.
    OutOfMemory,
    /// [`Terminator::Unreachable`], a forbidden division, or anything else that valid code does not do.
    Invalid(&'static str),
    /// The limit of steps or of nested calls.
    Limit,
}

/// What a program can be seen to do: each call of a host function, with its arguments.
pub type Trace = Vec<(u32, Vec<u64>)>;

/// A run of functions of one module on one memory.
#[derive(Debug)]
pub struct Interp<'a> {
    module: &'a Module,
    /// Linear memory.
    pub memory: Vec<u8>,
    /// The host calls so far. A host function returns a number made from its arguments.
    pub trace: Trace,
    /// Instructions that may still run.
    pub steps_left: u64,
    stack: u64,
    depth: u32,
}

const MAX_DEPTH: u32 = 200;
const PAGE: usize = 65536;
/// Function addresses are function numbers from here, so that 0 is none.
const FIRST_FUNC_ADDR: u64 = 1;

type Run<T> = Result<T, Stop>;

impl<'a> Interp<'a> {
    /// Memory as the module lays it out, and a limit of instructions.
    #[must_use]
    pub fn new(module: &'a Module, max_steps: u64) -> Self {
        let mut memory = vec![0; module.memory.heap_base as usize];
        for data in &module.data {
            let at = data.address as usize;
            memory[at..at + data.bytes.len()].copy_from_slice(&data.bytes);
            for &(offset, target) in &data.relocations {
                let address = match target {
                    Target::Data(data) => module.data[data.index()].address,
                    Target::Func(func) => u64::from(func.0) + FIRST_FUNC_ADDR,
                };
                memory[at + offset as usize..][..8].copy_from_slice(&address.to_le_bytes());
            }
        }
        Self { module, memory, trace: Vec::new(), steps_left: max_steps, stack: module.memory.stack_high, depth: 0 }
    }

    /// Call a function.
    ///
    /// # Errors
    /// If it does not return.
    pub fn call(&mut self, func: FuncId, args: &[u64]) -> Run<Vec<u64>> {
        let module = self.module;
        let func = module.funcs.get(func.index()).ok_or(Stop::Invalid("no such function"))?;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Stop::Limit);
        }
        let saved = self.stack;
        let mut slots = Vec::new();
        for slot in &func.slots {
            self.stack = self.stack.checked_sub(slot.size).ok_or(Stop::Limit)? & !15;
            slots.push(self.stack);
        }
        if self.stack < module.memory.stack_low {
            return Err(Stop::Limit);
        }
        let vars = func.vars.iter().map(|v| v.param.map_or(0, |p| args[p as usize])).collect();
        let mut frame = Frame { func, values: vec![0; func.values.len()], vars, slots };
        let results = self.body(&mut frame, args);
        self.stack = saved;
        self.depth -= 1;
        results
    }

    fn body(&mut self, frame: &mut Frame<'_>, args: &[u64]) -> Run<Vec<u64>> {
        let func = frame.func;
        let mut block = func.entry();
        frame.enter(block, args);
        loop {
            let data = func.block(block);
            for &id in &data.insts {
                self.step()?;
                let results = self.inst(frame, &func.inst(id).inst)?;
                for (&value, bits) in func.inst(id).results.iter().zip(results) {
                    frame.values[value.index()] = bits;
                }
            }
            self.step()?;
            let to = match &data.terminator {
                Terminator::Return(values) => return Ok(values.iter().map(|&v| frame.get(v)).collect()),
                Terminator::Unreachable => return Err(Stop::Invalid("unreachable")),
                Terminator::Jump(to) => to,
                Terminator::Branch { cond, then, els } => {
                    if frame.get(*cond) != 0 {
                        then
                    } else {
                        els
                    }
                }
                Terminator::Switch { value, cases, default } => {
                    let value = frame.get(*value);
                    cases.iter().find(|(p, _)| *p == value).map_or(default, |(_, to)| to)
                }
            };
            let BlockCall { block: next, args } = to;
            let args: Vec<_> = args.iter().map(|&v| frame.get(v)).collect();
            block = *next;
            frame.enter(block, &args);
        }
    }

    fn step(&mut self) -> Run<()> {
        self.steps_left = self.steps_left.checked_sub(1).ok_or(Stop::Limit)?;
        Ok(())
    }

    fn range(&self, addr: u64, len: u64) -> Run<std::ops::Range<usize>> {
        let end = addr.checked_add(len).filter(|&e| e <= self.memory.len() as u64).ok_or(Stop::OutOfMemory)?;
        Ok(addr as usize..end as usize)
    }

    fn inst(&mut self, frame: &mut Frame<'_>, inst: &Inst) -> Run<Vec<u64>> {
        let func = frame.func;
        let one = |bits: u64| Ok(vec![bits]);
        match inst {
            Inst::Const { bits, .. } => one(*bits),
            Inst::DataAddr { data, offset } => one(self.module.data[data.index()].address + u64::from(*offset)),
            Inst::SlotAddr { slot, offset } => one(frame.slots[slot.index()] + u64::from(*offset)),
            Inst::FuncAddr { func } => one(u64::from(func.0) + FIRST_FUNC_ADDR),
            Inst::VarGet { var } => one(frame.vars[var.index()]),
            Inst::VarSet { var, value } => {
                frame.vars[var.index()] = frame.get(*value);
                Ok(Vec::new())
            }
            Inst::Unary { op, arg } => one(eval::unary(*op, func.ty(*arg), frame.get(*arg))),
            Inst::Binary { op, args: [a, b] } => {
                let bits = eval::binary(*op, func.ty(*a), frame.get(*a), frame.get(*b));
                one(bits.ok_or(Stop::Invalid("forbidden division"))?)
            }
            Inst::Checked { op, args: [a, b], trap } => {
                let bits = eval::checked(*op, trap.kind, func.ty(*a), frame.get(*a), frame.get(*b));
                one(bits.map_err(|kind| Stop::Trap(kind, trap.location.0))?)
            }
            Inst::BoundsCheck { index, len, trap } => {
                if frame.get(*index) < frame.get(*len) {
                    Ok(Vec::new())
                } else {
                    Err(Stop::Trap(trap.kind, trap.location.0))
                }
            }
            Inst::Compare { cc, args: [a, b] } => {
                one(eval::compare(*cc, func.ty(*a), frame.get(*a), frame.get(*b)).into())
            }
            Inst::Convert { op, to, arg } => one(eval::convert(*op, func.ty(*arg), *to, frame.get(*arg))),
            Inst::Select { cond, if_true, if_false } => {
                one(frame.get(if frame.get(*cond) != 0 { *if_true } else { *if_false }))
            }
            Inst::Load { ty, addr, offset } => {
                let range = self.range(frame.get(*addr).wrapping_add((*offset).into()), ty.bytes().into())?;
                let mut bytes = [0; 8];
                bytes[..range.len()].copy_from_slice(&self.memory[range]);
                one(u64::from_le_bytes(bytes))
            }
            Inst::Store { addr, value, offset } => {
                let len = func.ty(*value).bytes();
                let range = self.range(frame.get(*addr).wrapping_add((*offset).into()), len.into())?;
                self.memory[range].copy_from_slice(&frame.get(*value).to_le_bytes()[..len as usize]);
                Ok(Vec::new())
            }
            Inst::MemCopy { dst, src, len } => {
                let len = frame.get(*len);
                let [dst, src] = [self.range(frame.get(*dst), len)?, self.range(frame.get(*src), len)?];
                self.memory.copy_within(src, dst.start);
                Ok(Vec::new())
            }
            Inst::MemFill { dst, byte, len } => {
                let range = self.range(frame.get(*dst), frame.get(*len))?;
                self.memory[range].fill(frame.get(*byte) as u8);
                Ok(Vec::new())
            }
            Inst::Call { func, args } => self.call(*func, &frame.all(args)),
            Inst::CallImport { import, args } => {
                let args = frame.all(args);
                let sum = args.iter().fold(u64::from(import.0) + 7, |h, a| h.wrapping_mul(31).wrapping_add(*a));
                self.trace.push((import.0, args));
                let results = &self.module.imports[import.index()].sig.results;
                Ok(results.iter().map(|ty: &Type| sum & ty.mask()).collect())
            }
            Inst::CallIndirect { sig, callee, args } => {
                let id = frame.get(*callee).wrapping_sub(FIRST_FUNC_ADDR);
                let callee = self.module.funcs.get(id as usize).filter(|f| f.sig == *sig);
                callee.ok_or(Stop::Invalid("no such function"))?;
                self.call(FuncId(id as u32), &frame.all(args))
            }
            Inst::MemorySize => one((self.memory.len() / PAGE) as u64),
            Inst::MemoryGrow { pages } => {
                let old = self.memory.len();
                let pages = frame.get(*pages);
                if pages > 1024 {
                    return one(u64::MAX);
                }
                self.memory.resize(old + pages as usize * PAGE, 0);
                one((old / PAGE) as u64)
            }
        }
    }
}

struct Frame<'a> {
    func: &'a Function,
    values: Vec<u64>,
    vars: Vec<u64>,
    slots: Vec<u64>,
}

impl Frame<'_> {
    fn get(&self, value: Value) -> u64 {
        self.values[value.index()]
    }

    fn all(&self, values: &[Value]) -> Vec<u64> {
        values.iter().map(|&v| self.get(v)).collect()
    }

    fn enter(&mut self, block: Block, args: &[u64]) {
        for (param, &bits) in self.func.block(block).params.iter().zip(args) {
            self.values[param.index()] = bits;
        }
    }
}
