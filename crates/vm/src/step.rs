//! The stepping interpreter: one instruction of the teaching bytecode at a time, everything in its own place.
//!
//! It is also where the fast loop turns for all that it does not do itself: panics, calls of the host, errors. So these
//! have one implementation.

use crate::fast::{Return, State, WINDOW, mem_copy};
use crate::semantics::{self, Outcome};
use crate::trace::{Event, LocalWrite, MemoryWrite, Step, TypedCell};
use crate::translate::Site;
use crate::{Code, End, Vm};
use stair_bytecode::code::Instr;
use stair_bytecode::op::{CellKind, Effect, Op};
use stair_bytecode::scalar::{Scalar, type_bytes, type_mask};
use stair_host::{Flow, Host, HostCall};
use stair_ir::inst::{TrapKind, Type};

/// Why an instruction did not simply end.
enum Stop {
    /// The program is over.
    End(End),
    /// Out of the frame stack.
    StackOverflow,
}

impl From<End> for Stop {
    fn from(end: End) -> Self {
        Self::End(end)
    }
}

/// What a program writes to stderr when its stack overflows.
const OVERFLOW_MESSAGE: &str =
    "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";

impl Vm {
    /// Execute one instruction. `step` takes note of what it does.
    pub(crate) fn step_once(&mut self, code: &Code, host: &mut dyn Host, step: Option<&mut Step>) {
        self.steps += 1;
        match self.execute(code, host, step) {
            Ok(()) => {}
            Err(stop) => self.stop(stop, host),
        }
    }

    fn stop(&mut self, stop: Stop, host: &mut dyn Host) {
        let end = match stop {
            Stop::End(end) => end,
            Stop::StackOverflow => End { exit_code: 134, message: Some(OVERFLOW_MESSAGE.to_owned()) },
        };
        if let Some(message) = &end.message {
            // Where stderr is closed there is nobody to tell.
            let _ = host.write(2, message.as_bytes());
        }
        self.end = Some(end);
    }

    /// End the program because the function just entered has no room.
    pub(crate) fn stop_with_overflow(&mut self, host: &mut dyn Host) {
        self.stop(Stop::StackOverflow, host);
    }

    /// End the program because control went nowhere: the entry, or a panic handler, returned.
    pub(crate) fn stop_after_return(&mut self, to: u32, host: &mut dyn Host) {
        let end = if to == Return::BOTTOM {
            End { exit_code: 0, message: None }
        } else {
            failure(101, "\nerror: a panic handler returned\n".to_owned())
        };
        (self.func, self.pc, self.height) = (self.code.verified.program().entry, 0, 0);
        self.stop(Stop::End(end), host);
    }

    // The operand stack

    fn first_stack(&self, code: &Code) -> usize {
        self.state.base + usize::from(code.translated.funcs[self.func as usize].first_stack())
    }

    fn push(&mut self, code: &Code, value: u64) {
        let at = self.first_stack(code) + usize::from(self.height);
        self.state.cells[at] = value;
        self.height += 1;
    }

    fn pop(&mut self, code: &Code) -> u64 {
        self.height = self.height.saturating_sub(1);
        self.state.cells[self.first_stack(code) + usize::from(self.height)]
    }

    fn pop2(&mut self, code: &Code) -> (u64, u64) {
        let b = self.pop(code);
        (self.pop(code), b)
    }

    /// The topmost cells with their types.
    fn top(&self, code: &Code, types: &[Type]) -> Vec<TypedCell> {
        let from = self.first_stack(code) + usize::from(self.height) - types.len().min(usize::from(self.height));
        let cells = self.state.cells.get(from..).unwrap_or(&[]);
        types.iter().zip(cells).map(|(&ty, &bits)| TypedCell { ty, bits }).collect()
    }

    // Execution

    fn execute(&mut self, code: &Code, host: &mut dyn Host, mut step: Option<&mut Step>) -> Result<(), Stop> {
        let program = code.verified.program();
        let f = &program.funcs[self.func as usize];
        let Ok((instr, next)) = Instr::decode(&f.code, self.pc as usize) else {
            return Err(failure(132, "\nerror: no instruction here\n".to_owned()).into());
        };
        if let Some(step) = step.as_deref_mut() {
            *step = Step { func: self.func, pc: self.pc, instr, ..Step::new(instr) };
            let before = code.verified.stack_types(self.func, self.pc).unwrap_or_default();
            let pops = before.len().min(pop_count(code, self.func, instr));
            step.popped = self.top(code, &before[before.len() - pops..]);
        }
        let (func, pc) = (self.func, self.pc);
        self.pc = next as u32;
        self.effect(code, host, instr, pc, step.as_deref_mut())?;
        if let Some(step) = step
            && step.event.is_none()
            && self.func == func
            && let Some(after) = code.verified.stack_types(func, self.pc)
        {
            let pushes = push_count(code, func, instr).min(after.len());
            step.pushed = self.top(code, &after[after.len() - pushes..]);
        }
        Ok(())
    }

    fn effect(
        &mut self,
        code: &Code,
        host: &mut dyn Host,
        instr: Instr,
        pc: u32,
        step: Option<&mut Step>,
    ) -> Result<(), Stop> {
        let program = code.verified.program();
        let f = &program.funcs[self.func as usize];
        let ty = instr.ty.unwrap_or(Scalar::I64);
        match instr.op {
            Op::Const => self.push(code, program.constants[instr.a as usize].bits),
            Op::Push => self.push(code, instr.push_bits()),
            Op::LoadLocal => {
                let value = self.state.cells[self.state.base + instr.a as usize];
                self.push(code, value);
            }
            Op::StoreLocal => {
                let new = self.pop(code);
                let old = std::mem::replace(&mut self.state.cells[self.state.base + instr.a as usize], new);
                note(step, |s| s.local = Some(LocalWrite { local: instr.a as u16, old, new }));
            }
            Op::Drop => drop(self.pop(code)),
            Op::Select => {
                let cond = self.pop(code);
                let (if_true, if_false) = self.pop2(code);
                self.push(code, if cond != 0 { if_true } else { if_false });
            }
            Op::Load => {
                let address = self.pop(code).wrapping_add(u64::from(instr.a));
                let len = type_bytes(ty.cell()) as usize;
                let bytes = memory_range(&self.state, address, len as u64)?;
                let mut word = [0; 8];
                word[..len].copy_from_slice(&self.state.memory[bytes]);
                self.push(code, u64::from_le_bytes(word));
            }
            Op::Store => {
                let (address, value) = self.pop2(code);
                let address = address.wrapping_add(u64::from(instr.a));
                let len = type_bytes(ty.cell()) as usize;
                let range = memory_range(&self.state, address, len as u64)?;
                self.write_memory(range, step, |bytes| bytes.copy_from_slice(&value.to_le_bytes()[..len]));
            }
            Op::SlotAddr => {
                let slot = f.slots[instr.a as usize].offset.wrapping_add(u64::from(instr.b));
                self.push(code, self.state.sp.wrapping_add(slot));
            }
            Op::DataAddr => {
                let address = program.data[instr.a as usize].address;
                self.push(code, address.wrapping_add(u64::from(instr.b)));
            }
            Op::FuncAddr => self.push(code, u64::from(instr.a) + 1),
            Op::BoundsCheck => {
                let (index, len) = self.pop2(code);
                if index >= len {
                    return self.panic(code, pc, false, &[index, len], step);
                }
            }
            Op::MemCopy => {
                let len = self.pop(code);
                let (dst, src) = self.pop2(code);
                memory_range(&self.state, src, len)?;
                let range = memory_range(&self.state, dst, len)?;
                let old = MemoryWrite::old(&self.state.memory, range.clone(), step.is_some());
                mem_copy(&mut self.state.memory, dst, src, len);
                note(step, |s| s.memory = Some(old.with_new(&self.state.memory)));
            }
            Op::MemFill => {
                let len = self.pop(code);
                let (dst, byte) = self.pop2(code);
                let range = memory_range(&self.state, dst, len)?;
                self.write_memory(range, step, |bytes| bytes.fill(byte as u8));
            }
            Op::MemorySize => self.push(code, (self.state.memory.len() >> 16) as u64),
            Op::MemoryGrow => {
                let pages = self.pop(code);
                let old = self.grow_memory(pages);
                self.push(code, old);
            }
            Op::Jump => self.pc = instr.a,
            Op::JumpIfFalse | Op::JumpIfTrue => {
                if (self.pop(code) != 0) == (instr.op == Op::JumpIfTrue) {
                    self.pc = instr.a;
                }
            }
            Op::Switch => self.pc = f.tables[instr.a as usize].target(self.pop(code)),
            Op::Call => self.call(code, pc, instr.a, step)?,
            Op::CallIndirect => {
                let address = self.pop(code);
                let callee = program.func_of_address(address);
                let callee = callee.filter(|&c| program.funcs[c as usize].sig == program.signatures[instr.a as usize]);
                let Some(callee) = callee else {
                    let what = format!("\nerror: call of 0x{address:x}, which is no function of the type called\n");
                    return Err(failure(139, what).into());
                };
                self.call(code, pc, callee, step)?;
            }
            Op::CallHost => self.call_host(code, host, instr.a, step)?,
            Op::Return => self.ret(code, host, step),
            Op::Unreachable => {
                let what = format!("\nerror: entered unreachable code in `{}`\n", f.name);
                return Err(failure(132, what).into());
            }
            Op::Cast => {
                let value = self.pop(code);
                self.push(code, semantics::cast(ty, instr.to(), value));
            }
            Op::Bitcast => {}
            op => {
                if matches!(op.info().effect, Effect::Fixed([CellKind::T], _)) {
                    let value = self.pop(code);
                    self.push(code, semantics::unary(op, ty, value));
                } else {
                    let (a, b) = self.pop2(code);
                    match semantics::binary(op, ty, a, b) {
                        Outcome::Value(value) => self.push(code, value),
                        Outcome::Panic => return self.panic(code, pc, false, &[], step),
                        Outcome::QuotientOverflow => return self.panic(code, pc, true, &[], step),
                    }
                }
            }
        }
        Ok(())
    }

    fn write_memory(&mut self, range: std::ops::Range<usize>, step: Option<&mut Step>, write: impl FnOnce(&mut [u8])) {
        let old = MemoryWrite::old(&self.state.memory, range.clone(), step.is_some());
        write(&mut self.state.memory[range]);
        note(step, |s| s.memory = Some(old.with_new(&self.state.memory)));
    }

    fn grow_memory(&mut self, pages: u64) -> u64 {
        let old = (self.state.memory.len() >> 16) as u64;
        let new = old.checked_add(pages).filter(|&n| n <= self.limits.max_pages);
        let Some(bytes) = new.and_then(|n| usize::try_from(n << 16).ok()) else { return u64::MAX };
        if self.state.memory.try_reserve(bytes - self.state.memory.len()).is_err() {
            return u64::MAX;
        }
        self.state.memory.resize(bytes, 0);
        old
    }

    /// Enter a function whose arguments are on top of the operand stack.
    fn call(&mut self, code: &Code, pc: u32, callee: u32, step: Option<&mut Step>) -> Result<(), Stop> {
        note(step, |s| s.event = Some(Event::Call(callee)));
        let args = code.verified.program().funcs[callee as usize].sig.params.len();
        let base = self.first_stack(code) + usize::from(self.height) - args;
        // Every call that control can reach has a site.
        let site = code.site_of(self.func, pc).map_or(Return::BOTTOM, |s| s.ins);
        self.enter(code, callee, base, site.wrapping_add(1))
    }

    fn enter(&mut self, code: &Code, callee: u32, base: usize, to: u32) -> Result<(), Stop> {
        if !self.make_returns() || !self.make_cells(base) {
            return Err(Stop::StackOverflow);
        }
        self.state.returns[self.state.depth] = Return { pc: to, base: self.state.base as u32 };
        self.state.depth += 1;
        self.state.base = base;
        (self.func, self.pc, self.height) = (callee, 0, 0);
        let func = &code.translated.funcs[callee as usize];
        let prepared = func.prepare_cells(&mut self.state.cells[base..])
            && func.prepare_frame(&mut self.state.sp, code.translated.stack_low);
        if prepared { Ok(()) } else { Err(Stop::StackOverflow) }
    }

    /// Make sure that there is room for one more caller; `false` if that would exceed the limit.
    fn make_returns(&mut self) -> bool {
        let State { returns, depth, .. } = &mut self.state;
        if *depth >= self.limits.max_depth {
            return false;
        }
        if *depth == returns.len() {
            let wanted = (2 * returns.len()).min(self.limits.max_depth);
            returns.resize(wanted, Return { pc: 0, base: 0 });
        }
        true
    }

    /// Make sure that a window at `base` fits; `false` if that would exceed the limit.
    pub(crate) fn make_cells(&mut self, base: usize) -> bool {
        let needed = base + WINDOW;
        if needed <= self.state.cells.len() {
            return true;
        }
        if needed > self.limits.max_cells + WINDOW {
            return false;
        }
        let wanted = (needed * 2).min(self.limits.max_cells + WINDOW);
        if self.state.cells.try_reserve_exact(wanted - self.state.cells.len()).is_err() {
            return false;
        }
        self.state.cells.resize(wanted, 0);
        true
    }

    fn ret(&mut self, code: &Code, host: &mut dyn Host, step: Option<&mut Step>) {
        note(step, |s| s.event = Some(Event::Return));
        let from = self.first_stack(code);
        let results = usize::from(self.height);
        self.state.cells.copy_within(from..from + results, self.state.base);
        let frame = code.translated.funcs[self.func as usize].frame_size;
        self.state.sp = self.state.sp.wrapping_add(frame);
        let Some(below) = self.state.depth.checked_sub(1) else { return };
        self.state.depth = below;
        let Return { pc: to, base } = self.state.returns[below];
        self.state.base = base as usize;
        let Some(site) = code.translated.site(to.wrapping_sub(1)).filter(|_| to & Return::HANDLER == 0) else {
            return self.stop_after_return(to, host);
        };
        let caller = code.translated.func_of(site.ins);
        let Ok((_, next)) = Instr::decode(&code.verified.program().funcs[caller as usize].code, site.pc as usize)
        else {
            return;
        };
        self.settle_after_call(code, caller, site);
        (self.func, self.pc) = (caller, next as u32);
        self.height += results as u16;
    }

    /// Bring every position of the operand stack that a call leaves alone into its own register; the height is then
    /// that without the call's results.
    pub(crate) fn settle_after_call(&mut self, code: &Code, func: u32, site: &Site) {
        let instr = Instr::decode(&code.verified.program().funcs[func as usize].code, site.pc as usize);
        let pops = instr.map_or(0, |(instr, _)| pop_count(code, func, instr));
        self.height = site.height.saturating_sub(pops as u16);
        self.settle(code, func, site, self.height);
    }

    /// Bring every position of the operand stack below `height` that a site describes into its own register.
    pub(crate) fn settle(&mut self, code: &Code, func: u32, site: &Site, height: u16) {
        let State { cells, base, sp, .. } = &mut self.state;
        let frame = &mut cells[*base..];
        let first = usize::from(code.translated.funcs[func as usize].first_stack());
        // From the top: a position's description may name registers of those below, never above.
        for &(pos, source) in code.translated.pending(site).iter().rev() {
            if let Some(value) = source.value(frame, *sp).filter(|_| pos < height) {
                frame[first + usize::from(pos)] = value;
            }
        }
    }

    /// Call the handler of the panic that the trap table names for the instruction at `pc`.
    fn panic(
        &mut self,
        code: &Code,
        pc: u32,
        quotient: bool,
        args: &[u64],
        step: Option<&mut Step>,
    ) -> Result<(), Stop> {
        let program = code.verified.program();
        let trap = program.funcs[self.func as usize].trap(pc);
        let (kind, location) = trap.map_or((TrapKind::Bounds, 0), |t| (t.kind, t.location));
        let kind = if quotient { semantics::overflow_kind(kind) } else { kind };
        note(step, |s| s.event = Some(Event::Panic(kind)));
        let Some(handler) = program.handlers[kind as usize] else {
            let what = stair_bytecode::program::trap_name(kind);
            return Err(failure(101, format!("\nthread 'main' panicked: {what}\n")).into());
        };
        let Some(site) = code.site_of(self.func, pc).map(|s| s.ins) else {
            return Err(failure(101, "\nthread 'main' panicked\n".to_owned()).into());
        };
        let base = self.state.base + code.translated.funcs[self.func as usize].frame_cells();
        if !self.make_cells(base) {
            return Err(Stop::StackOverflow);
        }
        let all = args.iter().copied().chain([location]);
        let wanted = program.funcs[handler as usize].sig.params.len();
        for (cell, value) in self.state.cells[base..].iter_mut().zip(all.skip(args.len() + 1 - wanted)) {
            *cell = value;
        }
        self.enter(code, handler, base, site | Return::HANDLER)
    }

    fn call_host(
        &mut self,
        code: &Code,
        host: &mut dyn Host,
        import: u32,
        step: Option<&mut Step>,
    ) -> Result<(), Stop> {
        let sig = &code.verified.program().imports[import as usize].sig;
        let which: HostCall = code.imports[import as usize];
        note(step, |s| s.event = Some(Event::Host(which)));
        let from = self.first_stack(code) + usize::from(self.height) - sig.params.len();
        let args = self.state.cells[from..from + sig.params.len()].to_vec();
        self.height -= sig.params.len() as u16;
        match stair_host::call(host, &mut self.state.memory, which, &args) {
            Flow::Exit(exit_code) => Err(End { exit_code, message: None }.into()),
            Flow::Continue(value) => {
                if let Some(&ty) = sig.results.first() {
                    self.push(code, value & type_mask(ty));
                }
                Ok(())
            }
        }
    }
}

fn note(step: Option<&mut Step>, write: impl FnOnce(&mut Step)) {
    if let Some(step) = step {
        write(step);
    }
}

fn failure(exit_code: i32, message: String) -> End {
    End { exit_code, message: Some(message) }
}

/// Where `len` bytes at an address are in memory.
fn memory_range(state: &State, address: u64, len: u64) -> Result<std::ops::Range<usize>, Stop> {
    let size = state.memory.len() as u64;
    match address.checked_add(len) {
        Some(end) if end <= size => Ok(address as usize..end as usize),
        _ => {
            let what = format!(
                "\nerror: memory access out of range: {len} bytes at address 0x{address:x}, memory has {size} bytes\n"
            );
            Err(failure(139, what).into())
        }
    }
}

/// How many cells an instruction pops.
pub(crate) fn pop_count(code: &Code, func: u32, instr: Instr) -> usize {
    let program = code.verified.program();
    match (instr.op, instr.op.info().effect) {
        (_, Effect::Fixed(pops, _)) => pops.len(),
        (Op::LoadLocal, _) => 0,
        (Op::StoreLocal | Op::Drop, _) => 1,
        (Op::Select, _) => 3,
        (Op::Call, _) => program.funcs[instr.a as usize].sig.params.len(),
        (Op::CallHost, _) => program.imports[instr.a as usize].sig.params.len(),
        (Op::CallIndirect, _) => program.signatures[instr.a as usize].params.len() + 1,
        (Op::Return, _) => program.funcs[func as usize].sig.results.len(),
        _ => 0,
    }
}

/// How many cells an instruction pushes, where control goes on in the same function.
fn push_count(code: &Code, func: u32, instr: Instr) -> usize {
    let program = code.verified.program();
    match (instr.op, instr.op.info().effect) {
        (_, Effect::Fixed(_, pushes)) => pushes.len(),
        (Op::LoadLocal | Op::Select, _) => 1,
        (Op::CallHost, _) => program.imports[instr.a as usize].sig.results.len(),
        _ => {
            let _ = func;
            0
        }
    }
}
