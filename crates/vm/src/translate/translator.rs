//! The translator of one function: walks its blocks. What each instruction becomes is in the modules beside.

use super::{Base, Source, Sum, Translated};
use crate::ins::Ins;
use stair_bytecode::code::Instr;
use stair_bytecode::op::{Op, Operand};
use stair_bytecode::program::{Function, Program};
use stair_bytecode::scalar::Scalar;
use stair_bytecode::verify::Verified;
use stair_ir::inst::Type;
use std::collections::BTreeMap;

/// The most constants of a function that get registers of their own.
pub(crate) const MAX_CONSTANTS: usize = 64;

/// About the most bytecode instructions between two charges.
const MAX_SEGMENT: u32 = 250;

/// The most bytecode instructions of a block that are repeated in place of a jump there: of a loop's head at its end, of
/// a return.
pub(super) const MAX_REPEATED: usize = 8;

/// The lowest positions of the operand stack, which may hold a description. Higher ones always hold their values, so
/// that a deep stack does not make every site's list of descriptions long.
pub(super) const MAX_DESCRIBED: usize = 48;

/// A position of the operand stack.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) source: Source,
    /// The register instruction that computed it and could as well write elsewhere.
    pub(super) producer: Option<usize>,
}

pub(super) const CELL: Entry = Entry { source: Source::Cell, producer: None };

/// Whether translation goes on with the next instruction.
#[derive(PartialEq, Eq)]
pub(super) enum Next {
    Continue,
    BlockEnds,
}

pub(crate) struct Translator<'a> {
    pub(super) program: &'a Program,
    pub(super) f: &'a Function,
    pub(super) index: usize,
    pub(super) unit: &'a mut Translated,
    /// The instruction being translated, and the one after it.
    pub(super) pc: u32,
    pub(super) next: u32,
    pub(super) stack: Vec<Entry>,
    pub(super) first_stack: u16,
    /// Constants that have registers.
    pub(super) constants: Vec<u64>,
    /// Constants that should have had one.
    pub(super) wanted: Vec<u64>,
    /// Bytecode instructions since the last charge, up to and including this one.
    pub(super) steps: u32,
    /// Nothing before this place in the register code may be changed any more: control comes here from elsewhere.
    pub(super) barrier: usize,
    /// For each local, where in the register code it was last read or written, plus 1.
    pub(super) touched: Vec<usize>,
    /// Where in the register code the loop may last have left, plus 1.
    pub(super) last_site: usize,
    /// Ranges of bytecode that jumps back span, ascending and apart.
    pub(super) loops: Vec<(u32, u32)>,
    /// While a loop's head is repeated: the conditional jump at its end goes both ways.
    pub(super) repeating: bool,
}

impl<'a> Translator<'a> {
    /// Append the code of a function to `unit`.
    pub(crate) fn translate(verified: &'a Verified, func: u32, unit: &'a mut Translated) {
        let program = verified.program();
        let f = &program.funcs[func as usize];
        let index = func as usize;
        let jumps = f.instrs().filter(|(_, i)| i.op.info().operands == [Operand::Target]);
        let loops = merged(jumps.filter(|(pc, i)| i.a <= *pc).map(|(pc, i)| (i.a, pc)).collect());
        let before = (unit.code.len(), unit.sites.len(), unit.pending.len(), unit.points.len(), unit.switches.len());
        let repeats = unit.repeats.len();
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
            unit.repeats.truncate(repeats);
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
                if self.return_here(self.next) {
                    return;
                }
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
    pub(super) fn peek(&self, can_fuse: bool) -> Option<Instr> {
        let (instr, _) = Instr::decode(&self.f.code, self.next as usize).ok()?;
        can_fuse.then_some(instr)
    }

    pub(super) fn instr(&mut self, instr: Instr, can_fuse: bool) -> Next {
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
            Op::MemFill => self.mem_fill(),
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

/// The ranges without overlap.
fn merged(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::new();
    for (from, to) in ranges {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}
