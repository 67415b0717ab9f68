//! The verifier: what holds of every program that is run.
//!
//! Of the program:
//! - Memory is laid out in order: `data_end <= stack_low <= stack_high <= heap_base`; the stack's high end is 16-byte
//!   aligned, memory a whole number of pages and at most [`MAX_INITIAL_MEMORY`]. Data segments lie within it.
//! - The entry exists and has neither parameters nor results. A trap handler takes the location's address (for bounds:
//!   index, length and it) and has no result. No signature has more than [`MAX_RESULTS`] results.
//! - Constants are in normal form: bits above their type's width are 0.
//!
//! Of each function:
//! - Its parameters are its first locals. Locals, operand stack and frame keep to the limits below; frame slots lie
//!   within the frame.
//! - The code is a sequence of whole, known instructions, the last of which does not run on. Jumps, switches, the line
//!   table and the trap table name the first byte of an instruction. Every index exists. A switch's cases ascend, and no two
//!   switches share a table.
//! - An instruction that may panic has an entry in the trap table, and no other has.
//! - Where control can come: the operand stack holds enough values of the right types for each instruction, never more
//!   than `max_stack`, and is the same on every way to an instruction. `RETURN` finds the results and nothing else.
//!
//! The analysis follows the one of Java class files (*The Java Virtual Machine Specification*, §4.10.2), without
//! subtypes: a worklist over the instructions that jumps lead to.

use crate::code::Instr;
use crate::op::{CellKind, Effect, Op, Operand};
use crate::program::{FRAME_ALIGN, Function, Program, trap_name};
use crate::scalar::{type_bytes, type_mask, type_name};
use smol_str::SmolStr;
use stair_ir::inst::{Signature, TrapKind, Type};
use std::collections::BTreeMap;
use std::fmt;

/// The most memory that a program may have at the start, in bytes.
pub const MAX_INITIAL_MEMORY: u64 = 1 << 30;
/// The most locals of a function.
pub const MAX_LOCALS: usize = 40_000;
/// The most cells of a function's operand stack.
pub const MAX_STACK: u32 = 16_000;
/// The largest frame in memory, in bytes.
pub const MAX_FRAME_SIZE: u64 = 1 << 30;
/// The most results of a function: a fat pointer's address and length.
pub const MAX_RESULTS: usize = 2;
/// The most parameters of a function.
pub const MAX_PARAMS: usize = 1000;
/// The most bytes of code in a function.
pub const MAX_CODE: usize = 1 << 26;
/// The most cells that the operand stacks at all targets of a program's jumps hold together.
pub const MAX_TARGET_CELLS: usize = 1 << 22;

/// A rule that a program breaks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifyError {
    /// The function, by index and name, if it is one's fault.
    pub func: Option<(u32, SmolStr)>,
    /// The instruction, if it is one's fault.
    pub pc: Option<u32>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((index, name)) = &self.func {
            write!(f, "function {index} `{name}`: ")?;
        }
        if let Some(pc) = self.pc {
            write!(f, "at {pc:04}: ")?;
        }
        f.write_str(&self.what)
    }
}

impl std::error::Error for VerifyError {}

/// A program that keeps every rule. Only [`verify`] makes one.
#[derive(Clone, PartialEq, Debug)]
pub struct Verified {
    program: Program,
    facts: Vec<Facts>,
}

/// What the verifier found out about a function.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// The instructions that begin a block and that control can reach: the first, the targets of jumps, and what follows
    /// a conditional jump. Each with the types on the operand stack there, bottom first.
    pub leaders: BTreeMap<u32, Vec<Type>>,
}

impl Verified {
    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// What is known of a function, which must exist.
    #[must_use]
    pub fn facts(&self, func: u32) -> &Facts {
        &self.facts[func as usize]
    }

    /// The types on the operand stack just before the instruction at `pc`, bottom first; `None` where control cannot
    /// come there or no such instruction exists.
    #[must_use]
    pub fn stack_types(&self, func: u32, pc: u32) -> Option<Vec<Type>> {
        let function = self.program.funcs.get(func as usize)?;
        let (&leader, stack) = self.facts.get(func as usize)?.leaders.range(..=pc).next_back()?;
        let mut stack = stack.clone();
        let mut at = leader;
        while at < pc {
            let (instr, next) = Instr::decode(&function.code, at as usize).ok()?;
            if instr.op.is_terminator() {
                return None;
            }
            apply(&self.program, function, instr, &mut stack).ok()?;
            at = next as u32;
        }
        (at == pc).then_some(stack)
    }
}

/// Verify a program.
///
/// # Errors
/// The first rule that it breaks.
pub fn verify(program: Program) -> Result<Verified, VerifyError> {
    let outer = |what| VerifyError { func: None, pc: None, what };
    check_program(&program).map_err(outer)?;
    let mut facts = Vec::with_capacity(program.funcs.len());
    let mut cells_left = MAX_TARGET_CELLS;
    for (index, func) in program.funcs.iter().enumerate() {
        let checker = Checker { program: &program, func };
        let found = checker.check(&mut cells_left).map_err(|(pc, what)| VerifyError {
            func: Some((index as u32, func.name.clone())),
            pc,
            what,
        })?;
        facts.push(found);
    }
    Ok(Verified { program, facts })
}

macro_rules! ensure {
    ($condition:expr, $($message:tt)*) => {
        if !$condition {
            return Err(format!($($message)*).into());
        }
    };
}

fn check_program(p: &Program) -> Result<(), String> {
    let m = &p.memory;
    ensure!(
        m.data_end <= m.stack_low && m.stack_low <= m.stack_high && m.stack_high <= m.heap_base,
        "the parts of memory are not in order"
    );
    ensure!(m.heap_base <= MAX_INITIAL_MEMORY, "memory is larger than {MAX_INITIAL_MEMORY} bytes at the start");
    ensure!(m.heap_base.is_multiple_of(1 << 16), "memory is not a whole number of 64 KiB pages");
    ensure!(m.stack_high.is_multiple_of(FRAME_ALIGN), "the stack's high end is not 16-byte aligned");
    for segment in &p.data {
        let end = segment.address.checked_add(segment.bytes.len() as u64);
        ensure!(end.is_some_and(|e| e <= m.heap_base), "data `{}` lies outside memory", segment.name);
    }
    for (i, constant) in p.constants.iter().enumerate() {
        ensure!(constant.bits & !type_mask(constant.ty) == 0, "constant {i} has bits beyond its type");
    }
    let signatures = p.signatures.iter().chain(p.imports.iter().map(|i| &i.sig)).chain(p.funcs.iter().map(|f| &f.sig));
    for sig in signatures {
        ensure!(sig.results.len() <= MAX_RESULTS, "a signature has more than {MAX_RESULTS} results");
        ensure!(sig.params.len() <= MAX_PARAMS, "a signature has more than {MAX_PARAMS} parameters");
    }
    let sig = |index: u32| p.funcs.get(index as usize).map(|f| &f.sig);
    ensure!(sig(p.entry) == Some(&Signature::default()), "the entry is not a function without parameters and results");
    for (kind, handler) in TrapKind::ALL.into_iter().zip(p.handlers) {
        let Some(handler) = handler else { continue };
        let params = if kind == TrapKind::Bounds { vec![Type::I64; 3] } else { vec![Type::I64] };
        let wanted = Signature { params, results: Vec::new() };
        ensure!(sig(handler) == Some(&wanted), "the handler of {} has the wrong signature", trap_name(kind));
    }
    Ok(())
}

/// What is wrong, and with which instruction.
type Fault = (Option<u32>, String);

struct Checker<'a> {
    program: &'a Program,
    func: &'a Function,
}

impl Checker<'_> {
    fn check(&self, cells_left: &mut usize) -> Result<Facts, Fault> {
        self.check_tables().map_err(|what| (None, what))?;
        let starts = self.check_code()?;
        self.check_flow(&starts, cells_left)
    }

    fn check_tables(&self) -> Result<(), String> {
        let f = self.func;
        ensure!(f.locals.len() <= MAX_LOCALS, "more than {MAX_LOCALS} locals");
        ensure!(f.max_stack <= MAX_STACK, "operand stack of more than {MAX_STACK} cells");
        ensure!(f.frame_size <= MAX_FRAME_SIZE, "frame of more than {MAX_FRAME_SIZE} bytes");
        ensure!(f.code.len() <= MAX_CODE, "more than {MAX_CODE} bytes of code");
        ensure!(f.frame_size.is_multiple_of(FRAME_ALIGN), "the frame's size is not a multiple of {FRAME_ALIGN}");
        let locals = f.locals.iter().map(|l| l.ty);
        let fit = f.sig.params.len() <= f.locals.len() && locals.zip(&f.sig.params).all(|(l, &p)| l == p);
        ensure!(fit, "the first locals are not the parameters");
        for slot in &f.slots {
            let end = slot.offset.checked_add(slot.size);
            ensure!(end.is_some_and(|e| e <= f.frame_size), "slot `{}` lies outside the frame", slot.name);
        }
        for table in &f.tables {
            ensure!(table.cases.is_sorted_by(|a, b| a.0 < b.0), "a switch table's cases do not ascend");
        }
        ensure!(f.lines.is_sorted_by(|a, b| a.pc < b.pc), "the line table does not ascend");
        ensure!(f.traps.is_sorted_by(|a, b| a.pc < b.pc), "the trap table does not ascend");
        Ok(())
    }

    /// Decode everything; the result says where instructions begin.
    fn check_code(&self) -> Result<Vec<bool>, Fault> {
        let f = self.func;
        let mut starts = vec![false; f.code.len()];
        let mut pc = 0;
        let mut runs_on = true;
        let mut used_tables = vec![false; f.tables.len()];
        let mut traps = f.traps.iter().map(|t| t.pc).peekable();
        while pc < f.code.len() {
            let (instr, next) = Instr::decode(&f.code, pc).map_err(|e| (Some(pc as u32), e.to_string()))?;
            starts[pc] = true;
            runs_on = !instr.op.is_terminator();
            let has_trap = traps.next_if(|&t| t as usize == pc).is_some();
            self.check_operands(instr, has_trap).map_err(|what| (Some(pc as u32), what))?;
            if instr.op == Op::Switch && std::mem::replace(&mut used_tables[instr.a as usize], true) {
                return Err((Some(pc as u32), "another switch has this table".to_owned()));
            }
            pc = next;
        }
        let outer = |what: &str| Err((None, what.to_owned()));
        if runs_on {
            return outer("the code runs on past its end");
        }
        if traps.next().is_some() {
            return outer("the trap table names something that is no instruction that may panic");
        }
        let is_start = |pc: u32| starts.get(pc as usize).copied().unwrap_or(false);
        if !f.lines.iter().all(|l| is_start(l.pc)) {
            return outer("the line table names something that is no instruction");
        }
        let mut targets = f.tables.iter().flat_map(|t| t.cases.iter().map(|c| c.1).chain([t.default]));
        if !targets.all(is_start) {
            return outer("a switch table leads to something that is no instruction");
        }
        for (pc, instr) in f.instrs() {
            if instr.op.info().operands == [Operand::Target] && !is_start(instr.a) {
                return Err((Some(pc), format!("a jump to {:04}, where no instruction begins", instr.a)));
            }
        }
        Ok(starts)
    }

    fn check_operands(&self, instr: Instr, has_trap: bool) -> Result<(), String> {
        let (p, f) = (self.program, self.func);
        ensure!(has_trap == instr.op.has_trap(), "entry in the trap table missing, or without reason");
        for (operand, value) in instr.op.info().operands.iter().zip([instr.a, instr.b]) {
            let count = match operand {
                Operand::Constant => p.constants.len(),
                Operand::Local => f.locals.len(),
                Operand::Slot => f.slots.len(),
                Operand::Data => p.data.len(),
                Operand::Func => p.funcs.len(),
                Operand::Import => p.imports.len(),
                Operand::Signature => p.signatures.len(),
                Operand::Table => f.tables.len(),
                Operand::Short | Operand::Offset | Operand::Target | Operand::To => continue,
            };
            let what = operand.name().split(':').next().unwrap_or_default();
            ensure!((value as usize) < count, "there is no {what} {value}");
        }
        if let (Op::Const, Some(ty)) = (instr.op, instr.ty) {
            ensure!(p.constants[instr.a as usize].ty == ty.cell(), "constant {} is no {ty}", instr.a);
        }
        if let (Op::Bitcast, Some(from)) = (instr.op, instr.ty) {
            ensure!(
                type_bytes(from.cell()) == type_bytes(instr.to().cell()),
                "a bit cast between {from} and {}, which differ in width",
                instr.to()
            );
        }
        Ok(())
    }

    /// Follow control from the first instruction with the types on the stack.
    fn check_flow(&self, starts: &[bool], cells_left: &mut usize) -> Result<Facts, Fault> {
        let f = self.func;
        let mut leader = vec![false; starts.len()];
        leader[0] = true;
        for table in &f.tables {
            table.cases.iter().map(|c| c.1).chain([table.default]).for_each(|t| leader[t as usize] = true);
        }
        for (pc, instr) in f.instrs() {
            if instr.op.info().operands == [Operand::Target] {
                leader[instr.a as usize] = true;
                // Never past the end: the last instruction is a terminator.
                if instr.op != Op::Jump {
                    leader[pc as usize + instr.encoded_len()] = true;
                }
            }
        }
        let mut facts = Facts::default();
        let mut work = vec![0];
        facts.leaders.insert(0, Vec::new());
        while let Some(start) = work.pop() {
            let mut stack = facts.leaders[&start].clone();
            let mut pc = start;
            loop {
                let (instr, next) = Instr::decode(&f.code, pc as usize).map_err(|e| (Some(pc), e.to_string()))?;
                apply(self.program, f, instr, &mut stack).map_err(|what| (Some(pc), what))?;
                let mut go = |target: u32| join(&mut facts, &mut work, cells_left, target, &stack);
                let joined = match instr.op {
                    Op::Jump => go(instr.a),
                    Op::JumpIfFalse | Op::JumpIfTrue => go(instr.a).and_then(|()| go(next as u32)),
                    Op::Switch => {
                        let table = &f.tables[instr.a as usize];
                        table.cases.iter().map(|c| c.1).chain([table.default]).try_for_each(go)
                    }
                    Op::Return | Op::Unreachable => Ok(()),
                    _ if leader[next] => go(next as u32),
                    _ => {
                        pc = next as u32;
                        continue;
                    }
                };
                joined.map_err(|what| (Some(pc), what))?;
                break;
            }
        }
        Ok(facts)
    }
}

/// Note that control comes to `target` with this stack.
fn join(
    facts: &mut Facts,
    work: &mut Vec<u32>,
    cells_left: &mut usize,
    target: u32,
    stack: &[Type],
) -> Result<(), String> {
    if let Some(known) = facts.leaders.get(&target) {
        ensure!(
            known == stack,
            "control comes to {target:04} with {} on the stack, elsewhere with {}",
            type_list(stack),
            type_list(known)
        );
        return Ok(());
    }
    // One cell more, so that empty stacks count too.
    let left = cells_left.checked_sub(stack.len() + 1);
    *cells_left = left.ok_or("the program is too complex: too many values on the stack where jumps lead to")?;
    facts.leaders.insert(target, stack.to_vec());
    work.push(target);
    Ok(())
}

fn type_list(types: &[Type]) -> String {
    let names: Vec<&str> = types.iter().map(|&t| type_name(t)).collect();
    format!("({})", names.join(" "))
}

/// What an instruction does to the types on the stack. Its operands are known to exist.
fn apply(p: &Program, f: &Function, instr: Instr, stack: &mut Vec<Type>) -> Result<(), String> {
    match instr.op.info().effect {
        Effect::Fixed(pops, pushes) => {
            let t = instr.ty.map_or(Type::I64, |t| t.cell());
            let ty = |kind: CellKind| match kind {
                CellKind::T => t,
                CellKind::U => instr.to().cell(),
                CellKind::I8 => Type::I8,
                CellKind::I64 => Type::I64,
            };
            pops.iter().rev().try_for_each(|&c| pop(stack, ty(c)))?;
            stack.extend(pushes.iter().map(|&c| ty(c)));
        }
        Effect::Words(_) => apply_special(p, f, instr, stack)?,
    }
    ensure!(stack.len() <= f.max_stack as usize, "more than {} values on the stack", f.max_stack);
    Ok(())
}

fn apply_special(p: &Program, f: &Function, instr: Instr, stack: &mut Vec<Type>) -> Result<(), String> {
    match instr.op {
        Op::LoadLocal => stack.push(f.locals[instr.a as usize].ty),
        Op::StoreLocal => pop(stack, f.locals[instr.a as usize].ty)?,
        Op::Drop => drop(pop_any(stack)?),
        Op::Select => {
            pop(stack, Type::I8)?;
            let ty = pop_any(stack)?;
            pop(stack, ty)?;
            stack.push(ty);
        }
        Op::Call => call(stack, &p.funcs[instr.a as usize].sig)?,
        Op::CallHost => call(stack, &p.imports[instr.a as usize].sig)?,
        Op::CallIndirect => {
            pop(stack, Type::I64)?;
            call(stack, &p.signatures[instr.a as usize])?;
        }
        Op::Return => {
            ensure!(
                *stack == f.sig.results,
                "RETURN finds {} on the stack, but the results are {}",
                type_list(stack),
                type_list(&f.sig.results)
            );
            stack.clear();
        }
        other => ensure!(false, "{} has no rule", other.info().mnemonic),
    }
    Ok(())
}

fn pop_any(stack: &mut Vec<Type>) -> Result<Type, String> {
    stack.pop().ok_or_else(|| "too few values on the stack".to_owned())
}

fn pop(stack: &mut Vec<Type>, wanted: Type) -> Result<(), String> {
    let found = pop_any(stack)?;
    ensure!(found == wanted, "{} on the stack where {} is needed", type_name(found), type_name(wanted));
    Ok(())
}

fn call(stack: &mut Vec<Type>, sig: &Signature) -> Result<(), String> {
    sig.params.iter().rev().try_for_each(|&ty| pop(stack, ty))?;
    stack.extend(&sig.results);
    Ok(())
}
