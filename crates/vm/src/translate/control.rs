//! Assignments, jumps, calls and returns.

use super::translator::{CELL, MAX_DESCRIBED, MAX_REPEATED, Next, Translator};
use super::{Point, Repeat, Source, Switch};
use crate::ins::{Ins, fuse_increment};
use stair_bytecode::code::Instr;
use stair_bytecode::op::Op;

impl Translator<'_> {
    pub(super) fn store_local(&mut self, local: u16) {
        let (pos, entry) = self.pop();
        if entry.source == Source::Local(local) {
            return;
        }
        let waits = self.stack.iter().take(MAX_DESCRIBED).any(|e| Self::mentions(e.source, local));
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
        for other in 0..self.stack.len().min(MAX_DESCRIBED) {
            if waits && Self::mentions(self.stack[other].source, local) {
                self.move_to(self.cell(other), other, self.stack[other].source);
                self.stack[other] = CELL;
            }
        }
        self.move_to(local, pos, entry.source);
        self.touch(local);
    }

    /// If the block at `target` only pushes and returns, do so here. Control is about to go there.
    pub(super) fn return_here(&mut self, target: u32) -> bool {
        let mut pc = target;
        for _ in 0..=MAX_REPEATED {
            let Ok((instr, next)) = Instr::decode(&self.f.code, pc as usize) else { return false };
            match instr.op {
                Op::LoadLocal | Op::Const | Op::Push | Op::SlotAddr | Op::DataAddr | Op::FuncAddr => pc = next as u32,
                Op::Return => {
                    self.repeat(target);
                    return true;
                }
                _ => return false,
            }
        }
        false
    }

    /// Translate the block at `target` here.
    fn repeat(&mut self, target: u32) {
        let (pc, next) = (self.pc, self.next);
        if let Some(segment) = self.unit.points.last() {
            self.unit.repeats.push(Repeat { func: self.index as u32, of: target, within: segment.ins });
        }
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
    }

    pub(super) fn jump(&mut self, target: u32) -> Next {
        if self.return_here(target) {
            return Next::BlockEnds;
        }
        self.flush(self.stack.len());
        if target <= self.pc && !self.repeating && self.repeatable(target) {
            self.repeating = true;
            self.repeat(target);
            self.repeating = false;
            return Next::BlockEnds;
        }
        let cost = self.take_cost();
        self.emit(Ins::Jump { cost, target });
        Next::BlockEnds
    }

    /// Whether the block at `target` is a short loop head: a few simple instructions and a conditional jump.
    pub(super) fn repeatable(&self, target: u32) -> bool {
        let mut pc = target;
        for _ in 0..MAX_REPEATED {
            let Ok((instr, next)) = Instr::decode(&self.f.code, pc as usize) else { return false };
            if matches!(instr.op, Op::JumpIfFalse | Op::JumpIfTrue) {
                return true;
            }
            let simple = !instr.op.is_terminator()
                && !matches!(instr.op, Op::Call | Op::CallHost | Op::CallIndirect)
                && !matches!(instr.op, Op::MemorySize | Op::MemoryGrow);
            pc = next as u32;
            // Where a jump leads into the middle, another block begins.
            if !simple || self.unit.funcs[self.index].resume.binary_search_by_key(&pc, |r| r.0).is_ok() {
                return false;
            }
        }
        false
    }

    /// A conditional jump to `target`, taken if the condition is `sense`; `make` makes either of the two.
    pub(super) fn branch(&mut self, target: u32, sense: bool, make: impl FnOnce(bool, u16, u32) -> Ins) {
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
    pub(super) fn emit_branch(&mut self, branch: Ins) {
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

    pub(super) fn switch_table(&mut self, table: u32) -> u32 {
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

    pub(super) fn call(&mut self, instr: Instr) {
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
    pub(super) fn emit_call(&mut self, base: u16, cost: u16, entry: u32) {
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

    pub(super) fn ret(&mut self) {
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
                // Whatever register the sum was for, the frame ends here.
                let may_change = last >= self.barrier;
                match self.unit.code.get(last) {
                    Some(&Ins::Add32 { d, a: x, b }) if may_change && d == a => {
                        self.unit.code[last] = Ins::ReturnAdd32 { a: x, b, cost, frame };
                    }
                    Some(&Ins::Add64 { d, a: x, b }) if may_change && d == a => {
                        self.unit.code[last] = Ins::ReturnAdd64 { a: x, b, cost, frame };
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
    pub(super) fn slow(&mut self, pops: usize, pushes: usize) {
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
