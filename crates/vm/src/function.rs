//! The translator of one function; see [`crate::translate`] for the idea.

use crate::ins::{Access, Ins, access, binary, branch, float_branch, fuse_increment, unary};
use crate::translate::{Base, Point, Site, Source, Sum, Switch, Translated};
use stair_bytecode::code::Instr;
use stair_bytecode::op::{Op, Operand};
use stair_bytecode::program::{Function, Program};
use stair_bytecode::scalar::{Scalar, type_bytes, type_mask};
use stair_bytecode::verify::Verified;
use stair_ir::inst::Type;
use std::collections::BTreeMap;

/// The most constants of a function that get registers of their own.
pub(crate) const MAX_CONSTANTS: usize = 64;

/// About the most bytecode instructions between two charges.
const MAX_SEGMENT: u32 = 250;

/// The most bytecode instructions of a loop's head that are repeated at its end in place of the jump back.
const MAX_REPEATED: usize = 8;

/// A position of the operand stack.
#[derive(Clone, Copy)]
struct Entry {
    source: Source,
    /// The register instruction that computed it and could as well write elsewhere.
    producer: Option<usize>,
}

const CELL: Entry = Entry { source: Source::Cell, producer: None };

/// Whether translation goes on with the next instruction.
#[derive(PartialEq, Eq)]
enum Next {
    Continue,
    BlockEnds,
}

pub(crate) struct Translator<'a> {
    program: &'a Program,
    f: &'a Function,
    index: usize,
    unit: &'a mut Translated,
    /// The instruction being translated, and the one after it.
    pc: u32,
    next: u32,
    stack: Vec<Entry>,
    first_stack: u16,
    /// Constants that have registers.
    constants: Vec<u64>,
    /// Constants that should have had one.
    wanted: Vec<u64>,
    /// Bytecode instructions since the last charge, up to and including this one.
    steps: u32,
    /// Nothing before this place in the register code may be changed any more: control comes here from elsewhere.
    barrier: usize,
    /// For each local, where in the register code it was last read or written, plus 1.
    touched: Vec<usize>,
    /// Where in the register code the loop may last have left, plus 1.
    last_site: usize,
    /// Ranges of bytecode that jumps back span.
    loops: Vec<(u32, u32)>,
    /// While a loop's head is repeated: the conditional jump at its end goes both ways.
    repeating: bool,
}

impl<'a> Translator<'a> {
    /// Append the code of a function to `unit`.
    pub(crate) fn translate(verified: &'a Verified, func: u32, unit: &'a mut Translated) {
        let program = verified.program();
        let f = &program.funcs[func as usize];
        let index = func as usize;
        let jumps = f.instrs().filter(|(_, i)| i.op.info().operands == [Operand::Target]);
        let loops = jumps.filter(|(pc, i)| i.a <= *pc).map(|(pc, i)| (i.a, pc)).collect::<Vec<_>>();
        let before = (unit.code.len(), unit.sites.len(), unit.pending.len(), unit.points.len(), unit.switches.len());
        let mut constants = Vec::new();
        loop {
            unit.funcs[index].constants = constants.clone();
            let mut t = Translator {
                program,
                f,
                index,
                pc: 0,
                next: 0,
                stack: Vec::new(),
                first_stack: unit.funcs[index].first_stack(),
                unit: &mut *unit,
                constants,
                wanted: Vec::new(),
                steps: 0,
                barrier: 0,
                touched: vec![0; f.locals.len()],
                last_site: 0,
                loops: loops.clone(),
                repeating: false,
            };
            t.run(verified);
            if t.wanted.is_empty() {
                break;
            }
            // Registers for constants shift the operand stack: once more, with them.
            constants = t.constants;
            constants.extend(t.wanted);
            constants.truncate(MAX_CONSTANTS);
            unit.code.truncate(before.0);
            unit.sites.truncate(before.1);
            unit.pending.truncate(before.2);
            unit.points.truncate(before.3);
            unit.switches.truncate(before.4);
            unit.funcs[index].resume.clear();
        }
        let resume = &unit.funcs[index].resume;
        let place = |pc: u32| resume.binary_search_by_key(&pc, |r| r.0).map_or(0, |i| resume[i].1);
        for ins in &mut unit.code[before.0..] {
            if let Some(target) = ins.target() {
                *target = place(*target);
            }
        }
        for switch in &mut unit.switches[before.4..] {
            let targets = switch.dense.iter_mut().chain(switch.sparse.iter_mut().map(|c| &mut c.1));
            targets.chain([&mut switch.default]).for_each(|t| *t = place(*t));
        }
        let sites = unit.sites.iter().enumerate().skip(before.1);
        let mut by_pc: Vec<(u32, u32)> = sites.map(|(i, s)| (s.pc, i as u32)).collect();
        by_pc.sort_unstable();
        by_pc.dedup_by_key(|s| s.0);
        unit.funcs[index].sites = by_pc;
    }

    fn run(&mut self, verified: &Verified) {
        let func = &mut self.unit.funcs[self.index];
        func.entry = self.unit.code.len() as u32;
        let (params, locals) = (func.params, func.locals);
        if func.frame_size > 0 || !func.constants.is_empty() {
            self.emit(Ins::Enter { func: self.index as u32 });
        } else if locals > params {
            self.emit(Ins::EnterZero { from: params, to: locals });
        }
        let leaders = &verified.facts(self.index as u32).leaders;
        for (&leader, types) in leaders {
            self.stack.clear();
            self.stack.resize(types.len(), CELL);
            self.steps = 0;
            self.barrier();
            self.point(leader, false);
            self.block(leader, leaders);
        }
    }

    /// Translate from `start` to the end of the block.
    fn block(&mut self, start: u32, leaders: &BTreeMap<u32, Vec<Type>>) {
        self.next = start;
        loop {
            self.pc = self.next;
            let Ok((instr, next)) = Instr::decode(&self.f.code, self.pc as usize) else { return };
            self.next = next as u32;
            self.steps += 1;
            let can_fuse = !leaders.contains_key(&self.next);
            if self.instr(instr, can_fuse) == Next::BlockEnds {
                return;
            }
            if leaders.contains_key(&self.next) {
                self.flush(self.stack.len());
                self.charge_here();
                return;
            }
            if self.steps >= MAX_SEGMENT {
                self.flush(self.stack.len());
                self.charge_here();
                self.barrier();
                self.point(self.next, false);
            }
        }
    }

    /// The instruction after this one, if it belongs to the same block.
    fn peek(&self, can_fuse: bool) -> Option<Instr> {
        let (instr, _) = Instr::decode(&self.f.code, self.next as usize).ok()?;
        can_fuse.then_some(instr)
    }

    fn instr(&mut self, instr: Instr, can_fuse: bool) -> Next {
        let ty = instr.ty.unwrap_or(Scalar::I64);
        match instr.op {
            Op::Const => self.push(Source::Const(self.program.constants[instr.a as usize].bits)),
            Op::Push => self.push(Source::Const(instr.push_bits())),
            Op::LoadLocal => self.push(Source::Local(instr.a as u16)),
            Op::StoreLocal => self.store_local(instr.a as u16),
            Op::Drop => drop(self.pop()),
            Op::Select => self.select(),
            Op::SlotAddr => {
                let slot = self.f.slots[instr.a as usize].offset;
                let off = slot.wrapping_add(u64::from(instr.b));
                self.push(Source::Sum(Sum { base: Base::Slot, index: None, off }));
            }
            Op::DataAddr => {
                let address = self.program.data[instr.a as usize].address;
                self.push(Source::Const(address.wrapping_add(u64::from(instr.b))));
            }
            Op::FuncAddr => self.push(Source::Const(Program::func_address(instr.a))),
            Op::AddWrap if ty == Scalar::I64 && self.adds_product() => self.sum_of_product(instr.op, ty),
            Op::AddWrap | Op::SubWrap | Op::MulWrap | Op::ShlWrap if ty == Scalar::I64 => {
                let loads_next = self.peek(can_fuse).is_some_and(|i| i.op == Op::Load);
                self.address_arithmetic(instr.op, loads_next);
            }
            Op::Eq | Op::Ne | Op::Lt | Op::Le | Op::Gt | Op::Ge => return self.compare(instr.op, ty, can_fuse),
            Op::FAdd | Op::FSub => self.sum_of_product(instr.op, ty),
            Op::AddWrap if ty == Scalar::I32 => self.sum_of_product(instr.op, ty),
            Op::Cast => self.cast(ty, instr.to()),
            Op::Bitcast => {}
            Op::Load => self.load(ty, instr.a),
            Op::Store => self.store(ty, instr.a),
            Op::BoundsCheck => self.bounds_check(),
            Op::MemCopy => self.mem_copy(),
            Op::Jump => return self.jump(instr.a),
            Op::JumpIfFalse | Op::JumpIfTrue => {
                let (pos, cond) = self.pop();
                self.flush(self.stack.len());
                let a = self.reg(pos, cond);
                let sense = instr.op == Op::JumpIfTrue;
                self.branch(instr.a, sense, |sense, cost, target| {
                    if sense { Ins::BrNonzero { a, cost, target } } else { Ins::BrZero { a, cost, target } }
                });
                return Next::BlockEnds;
            }
            Op::Switch => {
                let (pos, value) = self.pop();
                self.flush(self.stack.len());
                let a = self.reg(pos, value);
                let table = self.switch_table(instr.a);
                let cost = self.take_cost();
                self.emit(Ins::Switch { a, cost, table });
                return Next::BlockEnds;
            }
            Op::Call | Op::CallIndirect => self.call(instr),
            Op::Return => {
                self.ret();
                return Next::BlockEnds;
            }
            Op::CallHost => {
                let sig = &self.program.imports[instr.a as usize].sig;
                self.slow(sig.params.len(), sig.results.len());
            }
            Op::MemFill => self.slow(3, 0),
            Op::MemorySize => self.slow(0, 1),
            Op::MemoryGrow => self.slow(1, 1),
            Op::Unreachable => {
                self.flush(self.stack.len());
                self.site();
                self.emit(Ins::Slow);
                return Next::BlockEnds;
            }
            op if is_unary(op) => self.unary(op, ty),
            op => self.binary(op, ty),
        }
        Next::Continue
    }

    // The description of the operand stack

    fn push(&mut self, source: Source) {
        self.stack.push(Entry { source, producer: None });
    }

    /// The top of the stack and its position. The verifier has made sure that there is one.
    fn pop(&mut self) -> (usize, Entry) {
        let entry = self.stack.pop().unwrap_or(CELL);
        (self.stack.len(), entry)
    }

    /// The register of a position of the operand stack.
    fn cell(&self, pos: usize) -> u16 {
        self.first_stack + pos as u16
    }

    fn touch(&mut self, reg: u16) {
        let now = self.unit.code.len() + 1;
        if let Some(touched) = self.touched.get_mut(usize::from(reg)) {
            *touched = now;
        }
    }

    fn emit(&mut self, ins: Ins) {
        self.unit.code.push(ins);
    }

    /// Emit an instruction that writes the register of the next position, and push that.
    fn emit_result(&mut self, make: impl FnOnce(u16) -> Ins) {
        let d = self.cell(self.stack.len());
        let producer = Some(self.unit.code.len());
        self.emit(make(d));
        self.stack.push(Entry { source: Source::Cell, producer });
    }

    /// A register that holds the entry's value; computed into the position's own one where necessary.
    fn reg(&mut self, pos: usize, entry: Entry) -> u16 {
        let own = self.cell(pos);
        match entry.source {
            Source::Cell => own,
            Source::Local(local) => {
                self.touch(local);
                local
            }
            Source::Const(k) => {
                if let Some(reg) = self.constant_register(k) {
                    return reg;
                }
                self.emit(Ins::Const { d: own, k });
                own
            }
            Source::Sum(sum) => {
                self.compute_sum(own, sum);
                own
            }
        }
    }

    /// The register that holds a constant all the time, if there is one. In a loop there should be.
    fn constant_register(&mut self, k: u64) -> Option<u16> {
        if let Some(at) = self.constants.iter().position(|&c| c == k) {
            return Some(self.unit.funcs[self.index].locals + at as u16);
        }
        let in_loop = self.loops.iter().any(|&(from, to)| from <= self.pc && self.pc <= to);
        let room = self.constants.len() + self.wanted.len() < MAX_CONSTANTS;
        if in_loop && room && !self.wanted.contains(&k) {
            self.wanted.push(k);
        }
        None
    }

    /// Bring the entry's value into `d`.
    fn move_to(&mut self, d: u16, pos: usize, source: Source) {
        match source {
            Source::Cell => self.emit_move(d, self.cell(pos)),
            Source::Local(local) => {
                self.touch(local);
                self.emit_move(d, local);
            }
            Source::Const(k) => self.emit(Ins::Const { d, k }),
            Source::Sum(sum) => self.compute_sum(d, sum),
        }
    }

    fn emit_move(&mut self, d: u16, a: u16) {
        if d == a {
            return;
        }
        if self.unit.code.len() > self.barrier
            && let Some(last) = self.unit.code.last_mut()
            && let Ins::Move { d: d0, a: a0 } = *last
        {
            *last = Ins::Move2 { d: d0, a: a0, e: d, b: a };
            return;
        }
        self.emit(Ins::Move { d, a });
    }

    fn compute_sum(&mut self, d: u16, sum: Sum) {
        if let Base::Reg(r) = sum.base {
            self.touch(r);
        }
        if let Some((i, _)) = sum.index {
            self.touch(i);
        }
        let off = u32::try_from(sum.off);
        match (sum.base, sum.index, off) {
            (Base::None, None, _) => self.emit(Ins::Const { d, k: sum.off }),
            (Base::Reg(a), None, _) => self.emit(Ins::Add64K { d, a, k: sum.off }),
            (Base::None, Some((a, scale)), _) => {
                self.emit(Ins::Mul64K { d, a, k: u64::from(scale) });
                if sum.off != 0 {
                    self.emit(Ins::Add64K { d, a: d, k: sum.off });
                }
            }
            (Base::Reg(a), Some((b, 1)), Ok(0)) => self.emit(Ins::Add64 { d, a, b }),
            (Base::Slot, None, Ok(off)) => self.emit(Ins::LeaSlot { d, off }),
            (Base::Reg(a), Some((i, scale)), Ok(off)) => self.emit(Ins::Lea { d, a, i, scale, off }),
            (Base::Slot, Some((i, scale)), Ok(off)) => self.emit(Ins::LeaSlotIndex { d, i, scale, off }),
            (base, index, Err(_)) => {
                self.compute_sum(d, Sum { base, index, off: 0 });
                self.emit(Ins::Add64K { d, a: d, k: sum.off });
            }
        }
    }

    /// Make the lowest `count` positions hold their values in their own registers.
    fn flush(&mut self, count: usize) {
        for pos in 0..count {
            if self.stack[pos].source != Source::Cell {
                self.move_to(self.cell(pos), pos, self.stack[pos].source);
                self.stack[pos] = CELL;
            }
        }
    }

    fn mentions(source: Source, reg: u16) -> bool {
        match source {
            Source::Local(local) => local == reg,
            Source::Sum(sum) => sum.base == Base::Reg(reg) || sum.index.is_some_and(|(i, _)| i == reg),
            Source::Cell | Source::Const(_) => false,
        }
    }

    // Where the loop may leave

    /// From here on nothing before may be changed.
    fn barrier(&mut self) {
        self.barrier = self.unit.code.len();
    }

    /// The loop may pause here, before the bytecode instruction at `pc`, and be entered.
    fn point(&mut self, pc: u32, after_call: bool) {
        let ins = self.unit.code.len() as u32;
        let resume = &mut self.unit.funcs[self.index].resume;
        match resume.last_mut() {
            // A block that begins just after a call: jumps must not run what the call leaves to be done.
            Some(last) if last.0 == pc => last.1 = ins,
            _ => resume.push((pc, ins)),
        }
        if self.unit.points.last().is_none_or(|p| p.ins < ins) {
            self.unit.points.push(Point { ins, pc, height: self.stack.len() as u16, after_call });
        }
    }

    /// The loop may leave at the instruction that is emitted next, with the operands of this bytecode instruction still
    /// on the stack.
    fn site(&mut self) {
        self.unit.longest = self.unit.longest.max(self.steps);
        let pending_from = self.unit.pending.len() as u32;
        for (pos, entry) in self.stack.iter().enumerate() {
            if entry.source != Source::Cell {
                self.unit.pending.push((pos as u16, entry.source));
            }
        }
        self.unit.sites.push(Site {
            ins: self.unit.code.len() as u32,
            pc: self.pc,
            steps: self.steps - 1,
            height: self.stack.len() as u16,
            pending: (pending_from, self.unit.pending.len() as u32),
        });
        self.last_site = self.unit.code.len() + 1;
    }

    /// [`Translator::site`] for an instruction whose operands' registers may need code first: that code comes before the
    /// site, and the site is described as the stack was.
    fn settle_operands(&mut self, count: usize) {
        // A constant or sum that has to be computed is computed into its own register, which is canonical too.
        let from = self.stack.len() - count.min(self.stack.len());
        for pos in from..self.stack.len() {
            let entry = self.stack[pos];
            match entry.source {
                Source::Sum(_) => {
                    self.reg(pos, entry);
                    self.stack[pos] = CELL;
                }
                Source::Const(_) => {
                    let reg = self.reg(pos, entry);
                    if reg == self.cell(pos) {
                        self.stack[pos] = CELL;
                    }
                }
                Source::Cell | Source::Local(_) => {}
            }
        }
    }

    /// The register of an entry that [`Translator::settle_operands`] has seen.
    fn settled(&mut self, pos: usize, entry: Entry) -> u16 {
        self.reg(pos, entry)
    }

    fn take_cost(&mut self) -> u16 {
        self.unit.longest = self.unit.longest.max(self.steps);
        std::mem::take(&mut self.steps) as u16
    }

    fn charge_here(&mut self) {
        if self.steps > 0 {
            let cost = self.take_cost();
            self.emit(Ins::Charge { cost });
        }
    }

    // Arithmetic

    fn unary(&mut self, op: Op, ty: Scalar) {
        let (pos, entry) = self.pop();
        let a = self.reg(pos, entry);
        if let Some(make) = unary(op, ty, ty) {
            self.emit_result(|d| make(d, a));
        }
    }

    fn cast(&mut self, from: Scalar, to: Scalar) {
        let integers = !from.is_float() && !to.is_float();
        let widens = from.bits() <= to.bits();
        if from == to || (integers && widens && (!from.is_signed() || from.bits() == to.bits())) {
            return; // The cell is the same.
        }
        let (pos, entry) = self.pop();
        let a = self.reg(pos, entry);
        if let Some(make) = unary(Op::Cast, from, to) {
            self.emit_result(|d| make(d, a));
        }
    }

    fn binary(&mut self, op: Op, ty: Scalar) {
        let Some((with_reg, with_constant)) = binary(op, ty) else { return };
        let commutes = matches!(op, Op::Add | Op::Mul | Op::AddWrap | Op::MulWrap | Op::And | Op::Or | Op::Xor);
        if op.has_trap() {
            return self.checked(ty, op, commutes);
        }
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        match (a.source, b.source) {
            (_, Source::Const(k)) if op == Op::SubWrap => {
                // One form less: a difference with a constant is a sum.
                let Some((_, with_constant)) = binary(Op::AddWrap, ty) else { return };
                let a = self.reg(a_pos, a);
                let k = k.wrapping_neg() & type_mask(ty.cell());
                self.emit_result(|d| with_constant(d, a, k));
            }
            (_, Source::Const(k)) => {
                let a = self.reg(a_pos, a);
                self.emit_result(|d| with_constant(d, a, k));
            }
            (Source::Const(k), _) if commutes => {
                let b = self.reg(b_pos, b);
                self.emit_result(|d| with_constant(d, b, k));
            }
            _ => {
                let a = self.reg(a_pos, a);
                let b = self.reg(b_pos, b);
                self.emit_result(|d| with_reg(d, a, b));
            }
        }
    }

    fn checked(&mut self, ty: Scalar, op: Op, commutes: bool) {
        let Some((with_reg, with_constant)) = binary(op, ty) else { return };
        let top = self.stack.len();
        let constant = |s: &Self, below: usize| match s.stack[top - below].source {
            Source::Const(k) => Some(k),
            _ => None,
        };
        // The operand that remains, if the other one is a constant.
        let (kept, k) = match (constant(self, 2), constant(self, 1)) {
            (_, Some(k)) => (top - 2, Some(k)),
            (Some(k), None) if commutes => (top - 1, Some(k)),
            _ => (top - 2, None),
        };
        if k.is_some() {
            if matches!(self.stack[kept].source, Source::Sum(_) | Source::Const(_)) {
                let entry = self.stack[kept];
                if self.reg(kept, entry) == self.cell(kept) {
                    self.stack[kept] = CELL;
                }
            }
        } else {
            self.settle_operands(2);
        }
        self.site();
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        match k {
            Some(k) => {
                let a = if kept == a_pos { self.settled(a_pos, a) } else { self.settled(b_pos, b) };
                self.emit_result(|d| with_constant(d, a, k));
            }
            None => {
                let (a, b) = (self.settled(a_pos, a), self.settled(b_pos, b));
                self.emit_result(|d| with_reg(d, a, b));
            }
        }
    }

    /// A sum or difference, fused with the product just computed.
    fn sum_of_product(&mut self, op: Op, ty: Scalar) {
        let top = self.stack.len();
        let last = self.unit.code.len().wrapping_sub(1);
        let product = |entry: &Entry| match self.unit.code.get(last) {
            Some(Ins::MulF64 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::F64 => Some((*a, *b)),
            Some(Ins::MulF32 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::F32 => Some((*a, *b)),
            Some(Ins::Mul32 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::I32 => Some((*a, *b)),
            Some(Ins::Mul64 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::I64 => Some((*a, *b)),
            _ => None,
        };
        let (right, left) = (product(&self.stack[top - 1]), product(&self.stack[top - 2]));
        let ((a, b), other) = match (op, ty, right, left) {
            (Op::FAdd | Op::AddWrap, _, Some(p), _) | (Op::FSub, Scalar::F64, Some(p), _) => (p, top - 2),
            (Op::FAdd | Op::AddWrap, _, None, Some(p)) => (p, top - 1),
            _ => return self.binary(op, ty),
        };
        let entry = self.stack[other];
        // The other operand's value may need code of its own, which the product must not stand before.
        let clobbers = matches!(entry.source, Source::Const(_)) && other == top - 1;
        let constant = op == Op::AddWrap && matches!(entry.source, Source::Const(_));
        if clobbers || constant || matches!(entry.source, Source::Sum(_)) || last < self.barrier {
            return self.binary(op, ty);
        }
        self.unit.code.truncate(last);
        let c = self.reg(other, entry);
        self.stack.truncate(top - 2);
        self.emit_result(|d| match (op, ty) {
            (Op::FSub, _) => Ins::MulSubF64 { d, a, b, c },
            (_, Scalar::F32) => Ins::MulAddF32 { d, a, b, c },
            (_, Scalar::I32) => Ins::MulAdd32 { d, a, b, c },
            (_, Scalar::I64) => Ins::MulAdd64 { d, a, b, c },
            _ => Ins::MulAddF64 { d, a, b, c },
        });
    }

    /// Whether one of the two topmost values is a 64-bit product that was computed just now.
    fn adds_product(&self) -> bool {
        let last = self.unit.code.len().wrapping_sub(1);
        let top = &self.stack[self.stack.len() - 2..];
        matches!(self.unit.code.get(last), Some(Ins::Mul64 { .. })) && top.iter().any(|e| e.producer == Some(last))
    }

    fn select(&mut self) {
        let (c_pos, c) = self.pop();
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        let (a, b, c) = (self.reg(a_pos, a), self.reg(b_pos, b), self.reg(c_pos, c));
        self.emit_result(|d| Ins::Select { d, c, a, b });
    }

    /// A comparison, fused with the conditional jump that follows.
    fn compare(&mut self, op: Op, ty: Scalar, can_fuse: bool) -> Next {
        let jump = self.peek(can_fuse).filter(|i| matches!(i.op, Op::JumpIfFalse | Op::JumpIfTrue));
        let Some(jump) = jump else {
            let (mut op, top) = (op, self.stack.len());
            if !ty.is_float() && matches!(self.stack[top - 2].source, Source::Const(_)) {
                self.stack.swap(top - 2, top - 1);
                // Only descriptions can change places, not registers.
                if self.stack[top - 2].source == Source::Cell {
                    self.stack.swap(top - 2, top - 1);
                } else {
                    op = mirrored(op);
                }
            }
            self.binary(op, ty);
            return Next::Continue;
        };
        self.pc = self.next;
        self.next += jump.encoded_len() as u32;
        self.steps += 1;
        let sense = jump.op == Op::JumpIfTrue;
        let (mut b_pos, mut b) = self.pop();
        let (mut a_pos, mut a) = self.pop();
        self.flush(self.stack.len());
        if ty.is_float() {
            let (a, b) = (self.reg(a_pos, a), self.reg(b_pos, b));
            self.branch(jump.a, sense, |sense, cost, target| {
                float_branch(op, ty, sense).map_or(Ins::Slow, |make| make(a, b, cost, target))
            });
            return Next::BlockEnds;
        }
        let mut op = op;
        if matches!(a.source, Source::Const(_)) && !matches!(b.source, Source::Const(_)) {
            (a_pos, a, b_pos, b) = (b_pos, b, a_pos, a);
            op = mirrored(op);
        }
        let fits = |k: u64| {
            let sign_extended = i64::from(k as i32) as u64 == k;
            let narrow = ty.is_signed() && ty.bits() <= 32 && !matches!(op, Op::Eq | Op::Ne);
            (sign_extended || narrow).then_some(k as i32)
        };
        let constant = match b.source {
            Source::Const(k) => fits(k),
            _ => None,
        };
        let a = self.reg(a_pos, a);
        let b = if constant.is_some() { 0 } else { self.reg(b_pos, b) };
        self.branch(jump.a, sense, |sense, cost, target| {
            let op = if sense { op } else { negated(op) };
            let Some((with_reg, with_constant)) = branch(op, ty) else { return Ins::Slow };
            constant.map_or_else(|| with_reg(a, b, cost, target), |k| with_constant(a, k, cost, target))
        });
        Next::BlockEnds
    }

    // Addresses and memory

    /// The entry as a sum, without emitting code.
    fn as_sum(&self, pos: usize, entry: Entry) -> Sum {
        let reg = |r| Sum { base: Base::Reg(r), index: None, off: 0 };
        match entry.source {
            Source::Cell => reg(self.cell(pos)),
            Source::Local(local) => reg(local),
            Source::Const(off) => Sum { base: Base::None, index: None, off },
            Source::Sum(sum) => sum,
        }
    }

    /// 64-bit arithmetic that may become part of an address: not computed before somebody needs it.
    fn address_arithmetic(&mut self, op: Op, loads_next: bool) {
        let top = self.stack.len();
        let (a, b) = (self.stack[top - 2], self.stack[top - 1]);
        let (x, y) = (self.as_sum(top - 2, a), self.as_sum(top - 1, b));
        let sum = match (op, a.source, b.source) {
            (Op::SubWrap, _, Source::Const(k)) => Some(Sum { off: x.off.wrapping_sub(k), ..x }),
            (Op::MulWrap, _, Source::Const(k)) => scaled(x, k),
            (Op::MulWrap, Source::Const(k), _) => scaled(y, k),
            (Op::ShlWrap, _, Source::Const(k)) if k < 32 => scaled(x, 1 << k),
            (Op::AddWrap, ..) => added(x, y),
            _ => None,
        };
        let Some(sum) = sum else { return self.binary(op, Scalar::I64) };
        // What refers to the upper operand's register is lost when the next value is pushed.
        let upper = self.cell(top - 1);
        let unstable = Self::mentions(Source::Sum(sum), upper);
        self.stack.truncate(top - 2);
        if unstable && !loads_next {
            let d = self.cell(top - 2);
            let producer = Some(self.unit.code.len());
            self.compute_sum(d, sum);
            let single = self.unit.code.len() == producer.unwrap_or(0) + 1;
            self.stack.push(Entry { source: Source::Cell, producer: producer.filter(|_| single) });
        } else {
            let is_constant = sum.base == Base::None && sum.index.is_none();
            self.push(if is_constant { Source::Const(sum.off) } else { Source::Sum(sum) });
        }
    }

    /// How to access memory at this sum; computes what does not fit an instruction into `scratch`.
    fn access(&mut self, scratch: u16, sum: Sum, offset: u32) -> Access {
        let off = sum.off.wrapping_add(u64::from(offset));
        if let Base::Reg(r) = sum.base {
            self.touch(r);
        }
        if let Some((i, _)) = sum.index {
            self.touch(i);
        }
        match (sum.base, sum.index, u32::try_from(off)) {
            (Base::Reg(a), None, Ok(off)) => Access::Reg { a, off },
            (Base::Slot, None, Ok(off)) => Access::Slot { off },
            (Base::Reg(a), Some((i, scale)), Ok(off)) => Access::Index { a, i, scale, off },
            (Base::Slot, Some((i, scale)), Ok(off)) => Access::SlotIndex { i, scale, off },
            (Base::None, Some((i, scale)), Ok(off)) if self.constant_register(0).is_some() => {
                let a = self.constant_register(0).unwrap_or(scratch);
                Access::Index { a, i, scale, off }
            }
            _ => {
                self.compute_sum(scratch, sum);
                Access::Reg { a: scratch, off: offset }
            }
        }
    }

    /// Merge the access with the bounds check just before, if that checks the same index.
    fn fuse_check(&mut self, at: Access) -> Option<Access> {
        let last = self.unit.code.len().checked_sub(1).filter(|&l| l >= self.barrier)?;
        let fused = match (at, self.unit.code[last]) {
            (Access::Index { a, i, scale, off }, Ins::BoundsCheck { i: checked, len }) if i == checked => {
                Access::Checked { a, i, len, scale: scale.try_into().ok()?, off }
            }
            (Access::Index { a, i, scale, off }, Ins::BoundsCheckK { i: checked, len }) if i == checked => {
                let (scale, off) = (scale.try_into().ok()?, off.try_into().ok()?);
                Access::CheckedK { a, i, len: len.try_into().ok()?, scale, off }
            }
            (Access::SlotIndex { i, scale, off }, Ins::BoundsCheckK { i: checked, len }) if i == checked => {
                Access::SlotCheckedK { i, len: len.try_into().ok()?, scale: scale.try_into().ok()?, off }
            }
            _ => return None,
        };
        // The check's site stays: leaving there, the stepping interpreter comes to the access by itself.
        self.unit.code.truncate(last);
        Some(fused)
    }

    fn load(&mut self, ty: Scalar, offset: u32) {
        let width = type_bytes(ty.cell()) * 8;
        let pos = self.stack.len() - 1;
        let entry = self.stack[pos];
        if let Source::Const(_) = entry.source {
            self.settle_operands(1);
            let entry = self.stack[pos];
            self.site();
            self.stack.truncate(pos);
            let a = self.settled(pos, entry);
            return self.emit_result(|d| access(false, width, d, Access::Reg { a, off: offset }));
        }
        let own = self.cell(pos);
        let before = self.unit.code.len();
        let mut at = self.access(own, self.as_sum(pos, entry), offset);
        if self.unit.code.len() > before {
            self.stack[pos] = CELL;
        }
        match self.fuse_check(at) {
            Some(fused) => at = fused,
            None => self.site(),
        }
        self.stack.truncate(pos);
        self.emit_result(|d| access(false, width, d, at));
    }

    fn store(&mut self, ty: Scalar, offset: u32) {
        let width = type_bytes(ty.cell()) * 8;
        let (pos, v_pos) = (self.stack.len() - 2, self.stack.len() - 1);
        // The value first: what it needs is computed into its own register.
        self.settle_operands(1);
        let value = self.stack[v_pos];
        let v = self.settled(v_pos, value);
        let entry = self.stack[pos];
        let sum = match entry.source {
            Source::Sum(sum) if u32::try_from(sum.off.wrapping_add(u64::from(offset))).is_ok() => sum,
            Source::Sum(_) | Source::Const(_) => {
                let a = self.reg(pos, entry);
                if a == self.cell(pos) {
                    self.stack[pos] = CELL;
                }
                Sum { base: Base::Reg(a), index: None, off: 0 }
            }
            _ => self.as_sum(pos, entry),
        };
        let sum = if sum.base == Base::None {
            let own = self.reg(pos, entry);
            self.stack[pos] = CELL;
            Sum { base: Base::Reg(own), index: None, off: 0 }
        } else {
            sum
        };
        let mut at = self.access(self.cell(pos), sum, offset);
        match self.fuse_check(at) {
            Some(fused) => at = fused,
            None => self.site(),
        }
        self.stack.truncate(pos);
        self.emit(access(true, width, v, at));
    }

    fn bounds_check(&mut self) {
        let top = self.stack.len();
        let (index, len) = (self.stack[top - 2].source, self.stack[top - 1].source);
        if let (Source::Const(index), Source::Const(len)) = (index, len)
            && index < len
        {
            self.stack.truncate(top - 2);
            return; // Never panics.
        }
        if let Source::Const(len) = len {
            let entry = self.stack[top - 2];
            if matches!(index, Source::Sum(_) | Source::Const(_)) && self.reg(top - 2, entry) == self.cell(top - 2) {
                self.stack[top - 2] = CELL;
            }
            self.site();
            let entry = self.stack[top - 2];
            self.stack.truncate(top - 2);
            let i = self.settled(top - 2, entry);
            return self.emit(Ins::BoundsCheckK { i, len });
        }
        self.settle_operands(2);
        self.site();
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        let (i, len) = (self.settled(a_pos, a), self.settled(b_pos, b));
        self.emit(Ins::BoundsCheck { i, len });
    }

    fn mem_copy(&mut self) {
        let top = self.stack.len();
        let len = match self.stack[top - 1].source {
            Source::Const(len) => u32::try_from(len).ok(),
            _ => None,
        };
        let settled_from = if len.is_some() { 1 } else { 0 };
        for pos in top - 3..top - settled_from {
            let entry = self.stack[pos];
            if matches!(entry.source, Source::Sum(_) | Source::Const(_)) && self.reg(pos, entry) == self.cell(pos) {
                self.stack[pos] = CELL;
            }
        }
        self.site();
        let (len_pos, len_entry) = self.pop();
        let (src_pos, src) = self.pop();
        let (dst_pos, dst) = self.pop();
        let (dst, src) = (self.settled(dst_pos, dst), self.settled(src_pos, src));
        match len {
            Some(len) => self.emit(Ins::MemCopyK { dst, src, len }),
            None => {
                let len = self.settled(len_pos, len_entry);
                self.emit(Ins::MemCopy { dst, src, len });
            }
        }
    }

    // Locals and control

    fn store_local(&mut self, local: u16) {
        let (pos, entry) = self.pop();
        if entry.source == Source::Local(local) {
            return;
        }
        let waits = self.stack.iter().any(|e| Self::mentions(e.source, local));
        if let (Source::Cell, Some(producer)) = (entry.source, entry.producer)
            && !waits
            && producer >= self.barrier
            && self.touched[usize::from(local)] <= producer + 1
            && self.last_site <= producer + 1
            && let Some(d) = self.unit.code[producer].destination()
        {
            *d = local;
            self.touch(local);
            return;
        }
        for other in 0..self.stack.len() {
            if waits && Self::mentions(self.stack[other].source, local) {
                self.move_to(self.cell(other), other, self.stack[other].source);
                self.stack[other] = CELL;
            }
        }
        self.move_to(local, pos, entry.source);
        self.touch(local);
    }

    fn jump(&mut self, target: u32) -> Next {
        self.flush(self.stack.len());
        if target <= self.pc && !self.repeating && self.repeatable(target) {
            self.repeating = true;
            let (pc, next) = (self.pc, self.next);
            self.next = target;
            loop {
                self.pc = self.next;
                let Ok((instr, after)) = Instr::decode(&self.f.code, self.pc as usize) else { break };
                self.next = after as u32;
                self.steps += 1;
                if self.instr(instr, true) == Next::BlockEnds {
                    break;
                }
            }
            (self.pc, self.next) = (pc, next);
            self.repeating = false;
            return Next::BlockEnds;
        }
        let cost = self.take_cost();
        self.emit(Ins::Jump { cost, target });
        Next::BlockEnds
    }

    /// Whether the block at `target` is a short loop head: a few simple instructions and a conditional jump.
    fn repeatable(&self, target: u32) -> bool {
        let mut pc = target;
        for _ in 0..MAX_REPEATED {
            let Ok((instr, next)) = Instr::decode(&self.f.code, pc as usize) else { return false };
            if matches!(instr.op, Op::JumpIfFalse | Op::JumpIfTrue) {
                return true;
            }
            let simple = !instr.op.is_terminator()
                && !matches!(instr.op, Op::Call | Op::CallHost | Op::CallIndirect)
                && !matches!(instr.op, Op::MemFill | Op::MemorySize | Op::MemoryGrow);
            pc = next as u32;
            // Where a jump leads into the middle, another block begins.
            if !simple || self.unit.funcs[self.index].resume.binary_search_by_key(&pc, |r| r.0).is_ok() {
                return false;
            }
        }
        false
    }

    /// A conditional jump to `target`, taken if the condition is `sense`; `make` makes either of the two.
    fn branch(&mut self, target: u32, sense: bool, make: impl FnOnce(bool, u16, u32) -> Ins) {
        let cost = self.take_cost();
        if !self.repeating {
            return self.emit_branch(make(sense, cost, target));
        }
        // At a loop's end: back into the body if the loop goes on, else past it.
        let body = self.next;
        self.emit_branch(make(!sense, cost, body));
        self.barrier();
        let (ins, height) = (self.unit.code.len() as u32, self.stack.len() as u16);
        self.unit.points.push(Point { ins, pc: target, height, after_call: false });
        self.emit(Ins::Jump { cost: 0, target });
    }

    /// A branch, fused with the increment of its register just before.
    fn emit_branch(&mut self, branch: Ins) {
        let last = self.unit.code.len().wrapping_sub(1);
        if let Some(&sum) = self.unit.code.get(last)
            && last >= self.barrier
            && let Some(fused) = fuse_increment(sum, branch)
        {
            self.unit.code[last] = fused;
            return;
        }
        self.emit(branch);
    }

    fn switch_table(&mut self, table: u32) -> u32 {
        let table = &self.f.tables[table as usize];
        let mut switch = Switch { default: table.default, ..Switch::default() };
        if let (Some(first), Some(last)) = (table.cases.first(), table.cases.last()) {
            let span = last.0 - first.0;
            if span < 4 * table.cases.len() as u64 + 8 {
                switch.first = first.0;
                switch.dense = vec![table.default; span as usize + 1];
                for &(value, target) in &table.cases {
                    switch.dense[(value - first.0) as usize] = target;
                }
            } else {
                switch.sparse = table.cases.clone();
            }
        }
        self.unit.switches.push(switch);
        self.unit.switches.len() as u32 - 1
    }

    fn call(&mut self, instr: Instr) {
        let (sig, indirect) = if instr.op == Op::Call {
            (&self.program.funcs[instr.a as usize].sig, 0)
        } else {
            (&self.program.signatures[instr.a as usize], 1)
        };
        let top = self.stack.len() - indirect;
        let first = top - sig.params.len();
        if indirect == 1 {
            self.settle_operands(1);
        }
        for pos in first..top {
            if self.stack[pos].source != Source::Cell {
                self.move_to(self.cell(pos), pos, self.stack[pos].source);
                self.stack[pos] = CELL;
            }
        }
        self.site();
        let base = self.cell(first);
        if indirect == 1 {
            let (pos, callee) = self.pop();
            let callee = self.settled(pos, callee);
            let cost = self.take_cost();
            let sig = self.unit.call_signatures[instr.a as usize];
            self.emit(Ins::CallIndirect { base, callee, cost, sig });
        } else {
            let cost = self.take_cost();
            self.emit_call(base, cost, instr.a);
        }
        self.stack.truncate(first);
        self.stack.resize(first + sig.results.len(), CELL);
        self.barrier();
        self.point(self.next, true);
    }

    /// A call, fused with what computed an argument just before. (Doing that twice does no harm: where the call cannot
    /// happen, the site's registers are those before the call, in which the argument is computed already.)
    fn emit_call(&mut self, base: u16, cost: u16, entry: u32) {
        let at = self.unit.code.len();
        let fused = match self.unit.code.last() {
            _ if at <= self.barrier => None,
            Some(&Ins::Move { d, a }) if d >= base && a < base => Some(Ins::MoveCall { d, a, base, cost, entry }),
            Some(&Ins::Add32K { d, a, k }) if d >= base && a < base => {
                i16::try_from(k as i32).ok().map(|k| Ins::Add32Call { d, a, k, base, cost, entry })
            }
            Some(&Ins::Add64K { d, a, k }) if d >= base && a < base => {
                i16::try_from(k as i64).ok().map(|k| Ins::Add64Call { d, a, k, base, cost, entry })
            }
            _ => None,
        };
        match (fused, self.unit.sites.last_mut()) {
            (Some(fused), Some(site)) => {
                site.ins = at as u32 - 1;
                self.unit.code[at - 1] = fused;
            }
            _ => self.emit(Ins::Call { base, cost, entry }),
        }
    }

    fn ret(&mut self) {
        let frame = self.f.frame_size as u32;
        match self.stack.len() {
            0 => {
                let cost = self.take_cost();
                self.emit(Ins::Return0 { cost, frame });
            }
            1 => {
                let (pos, value) = self.pop();
                if let Source::Const(k) = value.source {
                    let cost = self.take_cost();
                    return self.emit(Ins::ReturnK { cost, frame, k });
                }
                let a = self.reg(pos, value);
                let cost = self.take_cost();
                let last = self.unit.code.len().wrapping_sub(1);
                let computed = value.producer == Some(last) && last >= self.barrier;
                match self.unit.code.get(last) {
                    Some(&Ins::Add32 { a, b, .. }) if computed => {
                        self.unit.code[last] = Ins::ReturnAdd32 { a, b, cost, frame };
                    }
                    Some(&Ins::Add64 { a, b, .. }) if computed => {
                        self.unit.code[last] = Ins::ReturnAdd64 { a, b, cost, frame };
                    }
                    _ => self.emit(Ins::Return1 { a, cost, frame }),
                }
            }
            _ => {
                let (b_pos, b) = self.pop();
                let (a_pos, a) = self.pop();
                let (a, b) = (self.reg(a_pos, a), self.reg(b_pos, b));
                let cost = self.take_cost();
                self.emit(Ins::Return2 { a, b, cost, frame });
            }
        }
    }

    /// An instruction that the stepping interpreter runs.
    fn slow(&mut self, pops: usize, pushes: usize) {
        self.flush(self.stack.len());
        self.site();
        self.emit(Ins::Slow);
        self.steps = 0;
        self.stack.truncate(self.stack.len() - pops.min(self.stack.len()));
        self.stack.resize(self.stack.len() + pushes, CELL);
        self.barrier();
        self.point(self.next, false);
    }
}

fn is_unary(op: Op) -> bool {
    matches!(
        op,
        Op::Clz
            | Op::Ctz
            | Op::Popcnt
            | Op::Bswap
            | Op::FNeg
            | Op::FAbs
            | Op::FSqrt
            | Op::FCeil
            | Op::FFloor
            | Op::FTrunc
            | Op::FNearest
    )
}

/// The comparison that holds when the operands change places.
fn mirrored(op: Op) -> Op {
    match op {
        Op::Lt => Op::Gt,
        Op::Le => Op::Ge,
        Op::Gt => Op::Lt,
        Op::Ge => Op::Le,
        other => other,
    }
}

/// The comparison that holds exactly when this one, of integers, does not.
fn negated(op: Op) -> Op {
    match op {
        Op::Eq => Op::Ne,
        Op::Ne => Op::Eq,
        Op::Lt => Op::Ge,
        Op::Le => Op::Gt,
        Op::Gt => Op::Le,
        _ => Op::Lt,
    }
}

/// A plain register times a constant.
fn scaled(sum: Sum, k: u64) -> Option<Sum> {
    let scale = u32::try_from(k).ok()?;
    match sum {
        Sum { base: Base::Reg(r), index: None, off: 0 } => {
            Some(Sum { base: Base::None, index: Some((r, scale)), off: 0 })
        }
        _ => None,
    }
}

/// The sum of two sums, if it has the shape of one.
fn added(x: Sum, y: Sum) -> Option<Sum> {
    let off = x.off.wrapping_add(y.off);
    let as_index = |base: Base| match base {
        Base::Reg(r) => Some((r, 1)),
        _ => None,
    };
    let (base, index) = match (x.base, x.index, y.base, y.index) {
        (base, index, Base::None, None) | (Base::None, None, base, index) => (base, index),
        (base, None, Base::None, index) | (Base::None, index, base, None) => (base, index),
        (base, None, other, None) => match as_index(other) {
            Some(index) => (base, Some(index)),
            None => (other, Some(as_index(base)?)),
        },
        _ => return None,
    };
    Some(Sum { base, index, off })
}
