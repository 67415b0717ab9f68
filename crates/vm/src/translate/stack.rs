//! The description of the operand stack, how a description becomes a register, and where the fast loop may leave.

use super::translator::{CELL, Entry, MAX_CONSTANTS, MAX_DESCRIBED, Translator};
use super::{Base, Point, Site, Source, Sum};
use crate::ins::Ins;

impl Translator<'_> {
    pub(super) fn push(&mut self, source: Source) {
        let pos = self.stack.len();
        if pos < MAX_DESCRIBED {
            self.stack.push(Entry { source, producer: None });
        } else {
            self.move_to(self.cell(pos), pos, source);
            self.stack.push(CELL);
        }
    }

    /// The top of the stack and its position. The verifier has made sure that there is one.
    pub(super) fn pop(&mut self) -> (usize, Entry) {
        let entry = self.stack.pop().unwrap_or(CELL);
        (self.stack.len(), entry)
    }

    /// The register of a position of the operand stack.
    pub(super) fn cell(&self, pos: usize) -> u16 {
        self.first_stack + pos as u16
    }

    pub(super) fn touch(&mut self, reg: u16) {
        let now = self.unit.code.len() + 1;
        if let Some(touched) = self.touched.get_mut(usize::from(reg)) {
            *touched = now;
        }
    }

    pub(super) fn emit(&mut self, ins: Ins) {
        self.unit.code.push(ins);
    }

    /// Emit an instruction that writes the register of the next position, and push that.
    pub(super) fn emit_result(&mut self, make: impl FnOnce(u16) -> Ins) {
        let d = self.cell(self.stack.len());
        let producer = Some(self.unit.code.len());
        self.emit(make(d));
        self.stack.push(Entry { source: Source::Cell, producer });
    }

    /// A register that holds the entry's value; computed into the position's own one where necessary.
    pub(super) fn reg(&mut self, pos: usize, entry: Entry) -> u16 {
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
    pub(super) fn constant_register(&mut self, k: u64) -> Option<u16> {
        if let Some(at) = self.constants.iter().position(|&c| c == k) {
            return Some(self.unit.funcs[self.index].locals + at as u16);
        }
        let before = self.loops.partition_point(|l| l.0 <= self.pc);
        let in_loop = before.checked_sub(1).is_some_and(|i| self.pc <= self.loops[i].1);
        let room = self.constants.len() + self.wanted.len() < MAX_CONSTANTS;
        if in_loop && room && !self.wanted.contains(&k) {
            self.wanted.push(k);
        }
        None
    }

    /// Bring the entry's value into `d`.
    pub(super) fn move_to(&mut self, d: u16, pos: usize, source: Source) {
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

    pub(super) fn emit_move(&mut self, d: u16, a: u16) {
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

    pub(super) fn compute_sum(&mut self, d: u16, sum: Sum) {
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
            (Base::None, Some((i, scale)), Ok(off)) if sum.off != 0 && self.constant_register(0).is_some() => {
                let a = self.constant_register(0).unwrap_or(d);
                self.emit(Ins::Lea { d, a, i, scale, off });
            }
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
    pub(super) fn flush(&mut self, count: usize) {
        for pos in 0..count.min(MAX_DESCRIBED) {
            if self.stack[pos].source != Source::Cell {
                self.move_to(self.cell(pos), pos, self.stack[pos].source);
                self.stack[pos] = CELL;
            }
        }
    }

    pub(super) fn mentions(source: Source, reg: u16) -> bool {
        match source {
            Source::Local(local) => local == reg,
            Source::Sum(sum) => sum.base == Base::Reg(reg) || sum.index.is_some_and(|(i, _)| i == reg),
            Source::Cell | Source::Const(_) => false,
        }
    }

    // Where the loop may leave

    /// From here on nothing before may be changed.
    pub(super) fn barrier(&mut self) {
        self.barrier = self.unit.code.len();
    }

    /// The loop may pause here, before the bytecode instruction at `pc`, and be entered.
    pub(super) fn point(&mut self, pc: u32, after_call: bool) {
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
    pub(super) fn site(&mut self) {
        self.unit.longest = self.unit.longest.max(self.steps);
        let pending_from = self.unit.pending.len() as u32;
        for (pos, entry) in self.stack.iter().enumerate().take(MAX_DESCRIBED) {
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
    pub(super) fn settle_operands(&mut self, count: usize) {
        let top = self.stack.len();
        (top - count.min(top)..top).for_each(|pos| self.settle_position(pos));
    }

    /// A constant or sum that has to be computed is computed into its own register, which is canonical too.
    pub(super) fn settle_position(&mut self, pos: usize) {
        let entry = self.stack[pos];
        if matches!(entry.source, Source::Sum(_) | Source::Const(_)) && self.reg(pos, entry) == self.cell(pos) {
            self.stack[pos] = CELL;
        }
    }

    /// The register of an entry that [`Translator::settle_operands`] has seen.
    pub(super) fn settled(&mut self, pos: usize, entry: Entry) -> u16 {
        self.reg(pos, entry)
    }

    pub(super) fn take_cost(&mut self) -> u16 {
        self.unit.longest = self.unit.longest.max(self.steps);
        std::mem::take(&mut self.steps) as u16
    }

    pub(super) fn charge_here(&mut self) {
        if self.steps > 0 {
            let cost = self.take_cost();
            self.emit(Ins::Charge { cost });
        }
    }
}
