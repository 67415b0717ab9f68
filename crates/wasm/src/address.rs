//! Addresses: from the IR's 64 bits to Wasm's 32, the frame in memory, copies and fills.
//!
//! The invariant that makes the cut to 32 bits right is in the crate's documentation. An access's constant offset goes
//! into the instruction. The base of a slot or of static data goes there too if what is added to it is known not to be
//! negative (an index that has been checked against a length, or a zero-extended number), because Wasm adds the
//! instruction's offset without wrapping.

use crate::code::{Local, mem_arg};
use crate::plan::Place;
use crate::runtime::Helper;
use crate::select::{Want, val_type};
use crate::structure::FuncGen;
use stair_ir::entities::{Slot, Value};
use stair_ir::inst::{BinaryOp, ConvertOp, Inst};
use wasm_encoder::{Instruction as I, ValType};

/// Copies of a constant length up to this are done with loads and stores.
const MAX_INLINE_COPY: u64 = 64;

/// Fills of a constant length up to this are done with stores.
const MAX_INLINE_FILL: u64 = 64;

/// How deep in an expression signs are looked for.
const MAX_SIGN_DEPTH: u32 = 6;

/// Where the stack pointer is, among the globals.
pub(crate) const STACK_POINTER: u32 = 0;

/// An address that can be pushed several times.
enum Base {
    Const(u32),
    Frame,
    /// Computed the first time it is pushed.
    Fresh(Value, Local),
    Kept(Local),
}

impl FuncGen<'_> {
    /// Push the 32-bit address of an access; what is returned goes into the instruction as its offset.
    pub(crate) fn address(&mut self, addr: Value, offset: u32) -> u64 {
        let offset = u64::from(offset);
        if self.plan.place[addr.index()] == Place::Remat {
            if let &Inst::SlotAddr { slot, offset: inner } = self.inst_of(addr) {
                self.push_frame();
                return self.slot_offsets[slot.index()] + u64::from(inner) + offset;
            }
            if let Some(base) = self.constant_address(addr) {
                if base + offset > u64::from(u32::MAX) {
                    // Beyond all memory: this traps.
                    self.code.i32(u32::MAX);
                    return u64::from(u32::MAX);
                }
                self.code.i32(base as u32);
                return offset;
            }
        }
        if let Some(&Inst::Binary { op: BinaryOp::Add, args: [a, b] }) = self.inlined(addr) {
            for (base, index) in [(a, b), (b, a)] {
                if self.plan.place[base.index()] != Place::Remat || !self.is_not_negative(index, 0) {
                    continue;
                }
                if let &Inst::SlotAddr { slot, offset: inner } = self.inst_of(base) {
                    self.push_frame();
                    self.low_half(index);
                    self.code.plain(I::I32Add);
                    return self.slot_offsets[slot.index()] + u64::from(inner) + offset;
                }
                if let &Inst::DataAddr { data, offset: inner } = self.inst_of(base) {
                    self.low_half(index);
                    return self.cx.address(data) + u64::from(inner) + offset;
                }
            }
        }
        self.low_half(addr);
        offset
    }

    /// An address that is known now, saturated.
    fn constant_address(&self, value: Value) -> Option<u64> {
        if self.plan.place[value.index()] != Place::Remat {
            return None;
        }
        match *self.inst_of(value) {
            Inst::Const { bits, .. } => Some(bits.min(1 << 40)),
            Inst::DataAddr { data, offset } => Some(self.cx.address(data) + u64::from(offset)),
            _ => None,
        }
    }

    /// Whether an `I64`, read as signed, is known not to be negative, and small enough for memory, wherever the access
    /// that is being made is reached.
    fn is_not_negative(&self, value: Value, depth: u32) -> bool {
        if depth > MAX_SIGN_DEPTH {
            return false;
        }
        if self.checked_at[value.index()].iter().any(|&(block, place)| {
            if block == self.here.0 { place < self.here.1 } else { self.doms.dominates(block, self.here.0) }
        }) {
            return true;
        }
        match self.inlined(value) {
            Some(&Inst::Convert { op: ConvertOp::ZeroExtend, .. }) => true,
            Some(&Inst::Binary { op: BinaryOp::Shl | BinaryOp::Mul, args: [a, b] }) => {
                self.constant(b).is_some_and(|c| c < 1 << 31) && self.is_not_negative(a, depth + 1)
            }
            Some(&Inst::Binary { op: BinaryOp::Add, args: [a, b] }) => [a, b]
                .into_iter()
                .all(|v| self.constant(v).is_some_and(|c| c < 1 << 31) || self.is_not_negative(v, depth + 1)),
            _ => false,
        }
    }

    /// Push the low half of an `I64`.
    pub(crate) fn low_half(&mut self, value: Value) {
        if self.wraps(value) <= 1 { self.narrow(value) } else { self.wrapped(value) }
    }

    fn wrapped(&mut self, value: Value) {
        self.value(value);
        self.code.plain(I::I32WrapI64);
    }

    /// How many operands would have to be cut if the value were computed in 32 bits.
    fn wraps(&self, value: Value) -> u32 {
        if self.plan.place[value.index()] == Place::Remat {
            return 0;
        }
        match self.inlined(value) {
            Some(&Inst::Convert { op: ConvertOp::ZeroExtend | ConvertOp::SignExtend, .. }) => 0,
            Some(&Inst::Binary { op, args: [a, b] }) if self.is_narrowable(op, b) => self.wraps(a) + self.wraps(b),
            _ => 1,
        }
    }

    /// Whether the low half of the operation's result depends on the low halves of its operands alone.
    fn is_narrowable(&self, op: BinaryOp, b: Value) -> bool {
        match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => true,
            BinaryOp::Shl => self.constant(b).is_some_and(|count| count < 32),
            _ => false,
        }
    }

    /// Push the low half of an `I64`, computing in 32 bits as far as that goes.
    fn narrow(&mut self, value: Value) {
        if self.plan.place[value.index()] == Place::Remat {
            if let &Inst::SlotAddr { slot, offset } = self.inst_of(value) {
                self.push_slot(slot, offset);
                return;
            }
            match *self.inst_of(value) {
                Inst::Const { bits, .. } => return self.code.i32(bits as u32),
                Inst::DataAddr { data, offset } => {
                    let address = self.cx.address(data) + u64::from(offset);
                    return self.code.i32(address as u32);
                }
                Inst::FuncAddr { func } => {
                    let place = self.cx.table_place(func);
                    return self.code.i32(place);
                }
                _ => {}
            }
            return self.wrapped(value);
        }
        let outer = self.code.origin;
        match self.inlined(value) {
            Some(&Inst::Convert { op: op @ (ConvertOp::ZeroExtend | ConvertOp::SignExtend), arg, .. }) => {
                self.code.origin = self.cx.origin(self.func, self.inst_id_of(value));
                self.value_extended(arg, op == ConvertOp::SignExtend);
            }
            Some(&Inst::Binary { op, args: [a, b] }) if self.is_narrowable(op, b) => {
                self.code.origin = self.cx.origin(self.func, self.inst_id_of(value));
                self.narrow(a);
                self.narrow(b);
                self.code.plain(crate::opcodes::int_op_32(op));
            }
            _ => self.wrapped(value),
        }
        self.code.origin = outer;
    }

    /// Push the address of a place in a slot.
    pub(crate) fn push_slot(&mut self, slot: Slot, offset: u32) {
        let at = self.slot_offsets[slot.index()] + u64::from(offset);
        self.push_frame();
        if at != 0 {
            self.code.i32(at as u32);
            self.code.plain(I::I32Add);
        }
    }

    /// Push the frame's address.
    pub(crate) fn push_frame(&mut self) {
        if let Some(frame) = self.frame {
            self.code.get(frame);
        }
    }

    /// Give variables and parameters their locals, slots their offsets, and make room for the frame.
    pub(crate) fn prologue(&mut self) {
        let func = self.func;
        for &ty in &func.sig.params {
            self.code.temp(val_type(ty));
        }
        self.code.params = func.sig.params.len() as u32;
        let params = &func.block(func.entry()).params;
        let mut is_held = vec![false; params.len()];
        for var in &func.vars {
            let name = (!var.name.starts_with('$')).then(|| var.name.clone());
            let local = match var.param {
                Some(param) if !is_held[param as usize] => {
                    is_held[param as usize] = true;
                    self.code.locals[param as usize].name = name;
                    Local(param)
                }
                _ => self.code.new_local(val_type(var.ty), name),
            };
            self.var_locals.push(local);
        }
        for (i, &param) in params.iter().enumerate() {
            let mut local = Local(i as u32);
            if is_held[i] && self.param_used[i] && self.param_var_set[i] {
                // The parameter as a value outlives the variable that begins with it.
                local = self.code.temp(val_type(func.ty(param)));
                self.code.get(Local(i as u32));
                self.code.set(local);
            }
            self.value_locals[param.index()] = Some(local);
        }
        for (i, var) in func.vars.iter().enumerate() {
            if let Some(param) = var.param
                && self.var_locals[i] != Local(param)
            {
                self.code.get(Local(param));
                self.code.set(self.var_locals[i]);
            }
        }
        self.make_frame();
    }

    fn make_frame(&mut self) {
        let func = self.func;
        let mut size = 0_u64;
        let mut is_needed = false;
        for (slot, &used) in func.slots.iter().zip(&self.slot_used) {
            let align = u64::from(slot.align.max(1));
            size = size.saturating_add(align - 1) / align * align;
            self.slot_offsets.push(size);
            if used {
                is_needed = true;
                size = size.saturating_add(slot.size);
            }
        }
        if !is_needed {
            self.moves_stack_pointer = false;
            return;
        }
        self.frame_size = size.saturating_add(15) / 16 * 16;
        let frame = self.code.new_local(ValType::I32, None);
        self.frame = Some(frame);
        let (low, high) = self.cx.stack();
        let overflow = self.cx.helper(Helper::StackOverflow);
        if low.saturating_add(self.frame_size) > high {
            // Larger than the whole stack.
            self.code.extend([I::Call(overflow), I::Unreachable]);
            return;
        }
        // The stack pointer is never below `low`, so this cannot wrap around if the frame is not larger than `low`.
        let size = self.frame_size as u32;
        if self.frame_size <= low {
            self.code.plain(I::GlobalGet(STACK_POINTER));
            self.code.i32(size);
            self.code.plain(I::I32Sub);
            self.code.tee(frame);
            self.code.i32(low as u32);
        } else {
            self.code.plain(I::GlobalGet(STACK_POINTER));
            self.code.i32(size);
            self.code.plain(I::I32Sub);
            self.code.set(frame);
            self.code.plain(I::GlobalGet(STACK_POINTER));
            self.code.i32((low + self.frame_size) as u32);
        }
        self.code.plain(I::I32LtU);
        self.code.if_then(|code| code.extend([I::Call(overflow), I::Unreachable]));
        if self.moves_stack_pointer {
            self.code.get(frame);
            self.code.plain(I::GlobalSet(STACK_POINTER));
        }
    }

    /// Give the frame back, below the results on the stack.
    pub(crate) fn epilogue(&mut self) {
        if self.moves_stack_pointer {
            self.push_frame();
            self.code.i32(self.frame_size as u32);
            self.code.extend([I::I32Add, I::GlobalSet(STACK_POINTER)]);
        }
    }

    /// An address to be pushed several times, and the offset to be added at each access.
    fn base(&mut self, addr: Value) -> (Base, u64) {
        if self.plan.place[addr.index()] == Place::Remat {
            if let &Inst::SlotAddr { slot, offset } = self.inst_of(addr) {
                return (Base::Frame, self.slot_offsets[slot.index()] + u64::from(offset));
            }
            if let Some(address) = self.constant_address(addr).filter(|a| *a < 1 << 31) {
                return (Base::Const(address as u32), 0);
            }
        }
        (Base::Fresh(addr, self.code.temp(ValType::I32)), 0)
    }

    fn push_base(&mut self, base: &mut Base) {
        match *base {
            Base::Const(address) => self.code.i32(address),
            Base::Frame => self.push_frame(),
            Base::Kept(local) => self.code.get(local),
            Base::Fresh(value, local) => {
                self.low_half(value);
                self.code.tee(local);
                *base = Base::Kept(local);
            }
        }
    }

    /// Copy memory. A few bytes are first all loaded, then all stored, because source and target may overlap.
    pub(crate) fn mem_copy(&mut self, dst: Value, src: Value, len: Value) {
        match self.constant(len) {
            Some(len @ 1..=MAX_INLINE_COPY) => {
                let (mut to, to_offset) = self.base(dst);
                let (mut from, from_offset) = self.base(src);
                let pieces = pieces(len);
                for &(at, size) in &pieces {
                    self.push_base(&mut to);
                    self.push_base(&mut from);
                    let arg = mem_arg(from_offset + at, size);
                    self.code.plain(match size {
                        8 => I::I64Load(arg),
                        4 => I::I32Load(arg),
                        2 => I::I32Load16U(arg),
                        _ => I::I32Load8U(arg),
                    });
                }
                for &(at, size) in pieces.iter().rev() {
                    self.store_piece(to_offset + at, size);
                }
            }
            _ => {
                self.low_half(dst);
                self.low_half(src);
                self.low_half(len);
                self.code.plain(I::MemoryCopy { src_mem: 0, dst_mem: 0 });
            }
        }
    }

    fn store_piece(&mut self, offset: u64, size: u32) {
        let arg = mem_arg(offset, size);
        self.code.plain(match size {
            8 => I::I64Store(arg),
            4 => I::I32Store(arg),
            2 => I::I32Store16(arg),
            _ => I::I32Store8(arg),
        });
    }

    /// Fill memory.
    pub(crate) fn mem_fill(&mut self, dst: Value, byte: Value, len: Value) {
        match (self.constant(byte), self.constant(len)) {
            (Some(byte), Some(len @ 1..=MAX_INLINE_FILL)) => {
                let (mut to, offset) = self.base(dst);
                let pattern = (byte & 0xFF) * 0x0101_0101_0101_0101;
                for (at, size) in pieces(len) {
                    self.push_base(&mut to);
                    if size == 8 {
                        self.code.i64(pattern);
                    } else {
                        self.code.i32((pattern & (u64::MAX >> (64 - 8 * size))) as u32);
                    }
                    self.store_piece(offset + at, size);
                }
            }
            _ => {
                self.low_half(dst);
                self.value_as(byte, Want::Low);
                self.low_half(len);
                self.code.plain(I::MemoryFill(0));
            }
        }
    }
}

/// A length as pieces of 8, 4, 2 and 1 bytes: their offsets and sizes.
fn pieces(len: u64) -> Vec<(u64, u32)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for size in [8_u32, 4, 2, 1] {
        while len - at >= u64::from(size) {
            pieces.push((at, size));
            at += u64::from(size);
        }
    }
    pieces
}
