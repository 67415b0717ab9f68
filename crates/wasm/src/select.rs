//! Instruction selection: an expression tree to Wasm's instructions.
//!
//! `I8` and `I16` are Wasm `i32`s in *normal form*: zero-extended. Where a user reads only the low bits, an operand may be
//! asked for with anything above them ([`Want::Low`]), which saves the mask.

use crate::code::{Local, Op, mem_arg};
use crate::opcodes::{compare_op, int_op_32, int_op_64, opposite};
use crate::plan::Place;
use crate::structure::FuncGen;
use stair_ir::entities::{InstId, Value};
use stair_ir::function::ValueDef;
use stair_ir::inst::{BinaryOp, Cond, ConvertOp, Inst, Type, UnaryOp};
use wasm_encoder::{Ieee32, Ieee64, Instruction as I, ValType};

/// What may be above the low bits of an `I8` or `I16`. Other types have nothing above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Want {
    /// Zeros.
    Normal,
    /// Anything.
    Low,
}

/// The Wasm type that holds an IR type.
pub(crate) fn val_type(ty: Type) -> ValType {
    match ty {
        Type::I8 | Type::I16 | Type::I32 => ValType::I32,
        Type::I64 => ValType::I64,
        Type::F32 => ValType::F32,
        Type::F64 => ValType::F64,
    }
}

/// The pattern read as a signed number.
pub(crate) fn signed(ty: Type, bits: u64) -> i64 {
    let unused = 64 - ty.bits();
    ((bits << unused) as i64) >> unused
}

impl FuncGen<'_> {
    /// The local of a value.
    pub(crate) fn local(&mut self, value: Value) -> Local {
        if let Some(local) = self.value_locals[value.index()] {
            return local;
        }
        let local = self.code.temp(val_type(self.func.ty(value)));
        self.value_locals[value.index()] = Some(local);
        local
    }

    /// A value's pattern if it is a constant.
    pub(crate) fn constant(&self, value: Value) -> Option<u64> {
        match self.func.values[value.index()].def {
            ValueDef::Result(id, _) => match self.func.inst(id).inst {
                Inst::Const { bits, .. } => Some(bits),
                _ => None,
            },
            ValueDef::Param(..) => None,
        }
    }

    /// The instruction of a value that is computed at this, its only use.
    pub(crate) fn inlined(&self, value: Value) -> Option<&Inst> {
        (self.plan.place[value.index()] == Place::Inline).then(|| self.inst_of(value))
    }

    /// Emit an instruction that stands as a statement.
    pub(crate) fn statement(&mut self, id: InstId) {
        let func = self.func;
        self.code.origin = self.cx.origin(func, id);
        self.inst(id, Want::Normal);
        self.code.origin = self.cx.origin(func, id);
        for &result in func.inst(id).results.iter().rev() {
            if self.plan.place[result.index()] == Place::Unused {
                self.code.plain(I::Drop);
            } else {
                let local = self.local(result);
                self.code.set(local);
            }
        }
    }

    /// Push a value, in normal form.
    pub(crate) fn value(&mut self, value: Value) {
        self.value_as(value, Want::Normal);
    }

    /// Push a value.
    pub(crate) fn value_as(&mut self, value: Value, want: Want) {
        match self.plan.place[value.index()] {
            Place::Inline | Place::Remat => {
                self.tree(self.inst_id_of(value), want);
            }
            Place::Tee if !self.tee_done[value.index()] => {
                self.tee_done[value.index()] = true;
                self.tree(self.inst_id_of(value), Want::Normal);
                let local = self.local(value);
                self.code.tee(local);
            }
            Place::Tee | Place::Local | Place::Unused => {
                let local = self.local(value);
                self.code.get(local);
            }
        }
    }

    /// Emit an instruction inside an expression, with its own origin.
    fn tree(&mut self, id: InstId, want: Want) {
        let outer = std::mem::replace(&mut self.code.origin, self.cx.origin(self.func, id));
        self.inst(id, want);
        self.code.origin = outer;
    }

    /// Push a value sign-extended to the Wasm type that holds it.
    pub(crate) fn value_signed(&mut self, value: Value) {
        let ty = self.func.ty(value);
        if !matches!(ty, Type::I8 | Type::I16) {
            return self.value(value);
        }
        if let Some(bits) = self.constant(value) {
            return self.code.i32(signed(ty, bits) as u32);
        }
        if self.load_extended(value, ty, Type::I32, true) {
            return;
        }
        self.value_as(value, Want::Low);
        self.sign_extend_i32(ty);
    }

    /// Push a value zero-extended or sign-extended to the Wasm type that holds it.
    pub(crate) fn value_extended(&mut self, value: Value, is_signed: bool) {
        if is_signed { self.value_signed(value) } else { self.value(value) }
    }

    pub(crate) fn sign_extend_i32(&mut self, from: Type) {
        match from {
            Type::I8 => self.code.plain(I::I32Extend8S),
            Type::I16 => self.code.plain(I::I32Extend16S),
            _ => {}
        }
    }

    /// The `i32` on the stack holds an `I8` or `I16` with anything above: bring it to normal form if that is wanted.
    pub(crate) fn normalise(&mut self, ty: Type, want: Want) {
        if want == Want::Normal && matches!(ty, Type::I8 | Type::I16) {
            self.code.i32(ty.mask() as u32);
            self.code.plain(I::I32And);
        }
    }

    fn inst(&mut self, id: InstId, want: Want) {
        let func = self.func;
        match &func.inst(id).inst {
            Inst::Const { ty, bits } => self.push_const(*ty, *bits),
            Inst::DataAddr { data, offset } => {
                let address = self.cx.address(*data) + u64::from(*offset);
                self.code.i64(address);
            }
            Inst::SlotAddr { slot, offset } => {
                self.push_slot(*slot, *offset);
                self.code.plain(I::I64ExtendI32U);
            }
            Inst::FuncAddr { func } => {
                let place = self.cx.table_place(*func);
                self.code.i64(u64::from(place));
            }
            Inst::VarGet { var } => {
                let local = self.var_locals[var.index()];
                self.code.get(local);
            }
            Inst::VarSet { var, value } => {
                self.value(*value);
                let local = self.var_locals[var.index()];
                self.code.set(local);
            }
            Inst::Unary { op, arg } => self.unary(*op, *arg, want),
            Inst::Binary { op, args: [a, b] } => self.binary(*op, *a, *b, want),
            Inst::Checked { op, args: [a, b], trap } => self.checked(*op, *a, *b, *trap, want),
            Inst::BoundsCheck { index, len, trap } => self.bounds_check(*index, *len, *trap),
            Inst::Compare { cc, args: [a, b] } => self.compare(*cc, *a, *b),
            Inst::Convert { op, to, arg } => self.convert(*op, *to, *arg, want),
            Inst::Select { cond, if_true, if_false } => {
                self.value_as(*if_true, want);
                self.value_as(*if_false, want);
                self.test(*cond, false);
                self.code.plain(I::Select);
            }
            Inst::Load { ty, addr, offset } => {
                let arg = mem_arg(self.address(*addr, *offset), ty.bytes());
                self.code.plain(match ty {
                    Type::I8 => I::I32Load8U(arg),
                    Type::I16 => I::I32Load16U(arg),
                    Type::I32 => I::I32Load(arg),
                    Type::I64 => I::I64Load(arg),
                    Type::F32 => I::F32Load(arg),
                    Type::F64 => I::F64Load(arg),
                });
            }
            Inst::Store { addr, value, offset } => self.store(*addr, *value, *offset),
            Inst::MemCopy { dst, src, len } => self.mem_copy(*dst, *src, *len),
            Inst::MemFill { dst, byte, len } => self.mem_fill(*dst, *byte, *len),
            Inst::Call { func, args } => {
                args.iter().for_each(|&a| self.value(a));
                self.code.plain(I::Call(self.cx.func_index(*func)));
            }
            Inst::CallImport { import, args } => {
                args.iter().for_each(|&a| self.value(a));
                self.code.plain(I::Call(self.cx.import_index(*import)));
            }
            Inst::CallIndirect { sig, callee, args } => {
                args.iter().for_each(|&a| self.value(a));
                self.low_half(*callee);
                let type_index = self.cx.type_index(sig);
                self.code.plain(I::CallIndirect { type_index, table_index: 0 });
            }
            Inst::MemorySize => self.code.extend([I::MemorySize(0), I::I64ExtendI32U]),
            Inst::MemoryGrow { pages } => self.memory_grow(*pages),
        }
    }

    fn push_const(&mut self, ty: Type, bits: u64) {
        self.code.plain(match ty {
            Type::I8 | Type::I16 | Type::I32 => I::I32Const(bits as u32 as i32),
            Type::I64 => I::I64Const(bits as i64),
            Type::F32 => I::F32Const(Ieee32::new(bits as u32)),
            Type::F64 => I::F64Const(Ieee64::new(bits)),
        });
    }

    /// More pages than there can be are asked for as the largest number, which always fails.
    fn memory_grow(&mut self, pages: Value) {
        const MAX_PAGES: u64 = 1 << 16;
        match self.constant(pages) {
            Some(count) => self.code.i32(if count > MAX_PAGES { u32::MAX } else { count as u32 }),
            None => {
                self.value(pages);
                let count = self.code.temp(ValType::I64);
                self.code.tee(count);
                self.code.extend([I::I32WrapI64, I::I32Const(-1)]);
                self.code.get(count);
                self.code.i64(MAX_PAGES);
                self.code.extend([I::I64LeU, I::Select]);
            }
        }
        self.code.extend([I::MemoryGrow(0), I::I64ExtendI32S]);
    }

    fn unary(&mut self, op: UnaryOp, arg: Value, want: Want) {
        let ty = self.func.ty(arg);
        let is_64 = ty == Type::I64;
        match op {
            UnaryOp::Clz => {
                self.value(arg);
                self.code.plain(if is_64 { I::I64Clz } else { I::I32Clz });
                if matches!(ty, Type::I8 | Type::I16) {
                    self.code.i32(32 - ty.bits());
                    self.code.plain(I::I32Sub);
                }
            }
            UnaryOp::Ctz => {
                if matches!(ty, Type::I8 | Type::I16) {
                    // A one just above stops the count at the width.
                    self.value_as(arg, Want::Low);
                    self.code.i32(1 << ty.bits());
                    self.code.plain(I::I32Or);
                } else {
                    self.value(arg);
                }
                self.code.plain(if is_64 { I::I64Ctz } else { I::I32Ctz });
            }
            UnaryOp::Popcnt => {
                self.value(arg);
                self.code.plain(if is_64 { I::I64Popcnt } else { I::I32Popcnt });
            }
            UnaryOp::Bswap => self.bswap(arg, ty, want),
            _ => {
                self.value(arg);
                let is_f32 = ty == Type::F32;
                self.code.plain(match op {
                    UnaryOp::FNeg => {
                        if is_f32 {
                            I::F32Neg
                        } else {
                            I::F64Neg
                        }
                    }
                    UnaryOp::FAbs => {
                        if is_f32 {
                            I::F32Abs
                        } else {
                            I::F64Abs
                        }
                    }
                    UnaryOp::FSqrt => {
                        if is_f32 {
                            I::F32Sqrt
                        } else {
                            I::F64Sqrt
                        }
                    }
                    UnaryOp::FCeil => {
                        if is_f32 {
                            I::F32Ceil
                        } else {
                            I::F64Ceil
                        }
                    }
                    UnaryOp::FFloor => {
                        if is_f32 {
                            I::F32Floor
                        } else {
                            I::F64Floor
                        }
                    }
                    UnaryOp::FTrunc => {
                        if is_f32 {
                            I::F32Trunc
                        } else {
                            I::F64Trunc
                        }
                    }
                    _ => {
                        if is_f32 {
                            I::F32Nearest
                        } else {
                            I::F64Nearest
                        }
                    }
                });
            }
        }
    }

    fn bswap(&mut self, arg: Value, ty: Type, want: Want) {
        self.value(arg);
        match ty {
            // Two copies side by side, turned by a byte.
            Type::I16 => {
                self.code.extend([I::I32Const(0x0001_0001), I::I32Mul, I::I32Const(8), I::I32Rotl]);
                self.normalise(ty, want);
            }
            // Bytes 0 and 2 are in place after a turn to the right by 8, bytes 1 and 3 after one to the left.
            Type::I32 => {
                let x = self.code.temp(ValType::I32);
                self.code.tee(x);
                self.code.extend([I::I32Const(8), I::I32Rotr, I::I32Const(0xFF00_FF00_u32 as i32), I::I32And]);
                self.code.get(x);
                self.code.extend([I::I32Const(8), I::I32Rotl, I::I32Const(0x00FF_00FF), I::I32And, I::I32Or]);
            }
            // Swap neighbouring bytes, then neighbouring pairs, then the halves.
            Type::I64 => {
                let x = self.code.temp(ValType::I64);
                for (by, mask) in [(8, 0x00FF_00FF_00FF_00FF_i64), (16, 0x0000_FFFF_0000_FFFF)] {
                    self.code.tee(x);
                    self.code.extend([I::I64Const(by), I::I64ShrU, I::I64Const(mask), I::I64And]);
                    self.code.get(x);
                    self.code.extend([I::I64Const(mask), I::I64And, I::I64Const(by), I::I64Shl, I::I64Or]);
                }
                self.code.extend([I::I64Const(32), I::I64Rotl]);
            }
            _ => {}
        }
    }

    fn binary(&mut self, op: BinaryOp, a: Value, b: Value, want: Want) {
        let ty = self.func.ty(a);
        match ty {
            Type::I8 | Type::I16 => self.binary_narrow(op, a, b, ty, want),
            Type::F32 | Type::F64 => {
                if op == BinaryOp::FRem {
                    return self.float_remainder(a, b, ty);
                }
                self.value(a);
                self.value(b);
                let is_f32 = ty == Type::F32;
                self.code.plain(match op {
                    BinaryOp::FAdd => {
                        if is_f32 {
                            I::F32Add
                        } else {
                            I::F64Add
                        }
                    }
                    BinaryOp::FSub => {
                        if is_f32 {
                            I::F32Sub
                        } else {
                            I::F64Sub
                        }
                    }
                    BinaryOp::FMul => {
                        if is_f32 {
                            I::F32Mul
                        } else {
                            I::F64Mul
                        }
                    }
                    BinaryOp::FDiv => {
                        if is_f32 {
                            I::F32Div
                        } else {
                            I::F64Div
                        }
                    }
                    _ => {
                        if is_f32 {
                            I::F32Copysign
                        } else {
                            I::F64Copysign
                        }
                    }
                });
            }
            Type::I32 => {
                self.value(a);
                self.value(b);
                self.code.plain(int_op_32(op));
            }
            Type::I64 => {
                self.value(a);
                self.value(b);
                self.code.plain(int_op_64(op));
            }
        }
    }

    /// The remainder of `F32`s is exact, so it is that of the same numbers as `F64`s.
    fn float_remainder(&mut self, a: Value, b: Value, ty: Type) {
        for operand in [a, b] {
            self.value(operand);
            if ty == Type::F32 {
                self.code.plain(I::F64PromoteF32);
            }
        }
        self.code.plain(I::Call(self.cx.helper(crate::runtime::Helper::Fmod)));
        if ty == Type::F32 {
            self.code.plain(I::F32DemoteF64);
        }
    }

    /// Operations on `I8` and `I16`.
    fn binary_narrow(&mut self, op: BinaryOp, a: Value, b: Value, ty: Type, want: Want) {
        match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => {
                self.value_as(a, Want::Low);
                self.value_as(b, Want::Low);
                self.code.plain(int_op_32(op));
                self.normalise(ty, want);
            }
            BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
                // A constant is in normal form, and `and` with one operand in normal form gives that form.
                let first = if op == BinaryOp::And && self.constant(b).is_some() { Want::Low } else { want };
                self.value_as(a, first);
                self.value_as(b, want);
                self.code.plain(int_op_32(op));
            }
            BinaryOp::Shl => {
                self.value_as(a, Want::Low);
                self.shift_count(b, ty);
                self.code.plain(I::I32Shl);
                self.normalise(ty, want);
            }
            BinaryOp::ShrU => {
                self.value(a);
                self.shift_count(b, ty);
                self.code.plain(I::I32ShrU);
            }
            BinaryOp::ShrS => {
                self.value_signed(a);
                self.shift_count(b, ty);
                self.code.plain(I::I32ShrS);
                self.normalise(ty, want);
            }
            BinaryOp::Rotl | BinaryOp::Rotr => {
                // Copies side by side fill the `i32`, so that turning it turns each copy.
                self.value(a);
                let copies = if ty == Type::I8 { 0x0101_0101 } else { 0x0001_0001 };
                self.code.extend([I::I32Const(copies), I::I32Mul]);
                self.value_as(b, Want::Low);
                self.code.plain(int_op_32(op));
                self.normalise(ty, want);
            }
            BinaryOp::DivS | BinaryOp::RemS => {
                self.value_signed(a);
                self.value_signed(b);
                self.code.plain(int_op_32(op));
                self.normalise(ty, want);
            }
            _ => {
                self.value(a);
                self.value(b);
                self.code.plain(int_op_32(op));
            }
        }
    }

    /// Push a shift's count modulo the width of an `I8` or `I16`.
    pub(crate) fn shift_count(&mut self, count: Value, ty: Type) {
        let mask = ty.bits() - 1;
        if let Some(bits) = self.constant(count) {
            self.code.i32(bits as u32 & mask);
        } else {
            self.value_as(count, Want::Low);
            self.code.i32(mask);
            self.code.plain(I::I32And);
        }
    }

    fn compare(&mut self, cc: Cond, a: Value, b: Value) {
        let ty = self.func.ty(a);
        if self.constant(b) == Some(0) && ty.is_int() {
            // `x < 0` without a sign is never so, and `x <= 0` is `x == 0`; the optimiser leaves none of them.
            if cc == Cond::Eq {
                self.value(a);
                return self.code.plain(if ty == Type::I64 { I::I64Eqz } else { I::I32Eqz });
            }
        }
        let is_signed = matches!(cc, Cond::LtS | Cond::LeS | Cond::GtS | Cond::GeS);
        self.value_extended(a, is_signed);
        self.value_extended(b, is_signed);
        self.code.plain(compare_op(cc, ty));
    }

    /// Push something that is not 0 exactly if the `I8` is not 0 (or, negated, is 0).
    pub(crate) fn test(&mut self, value: Value, negate: bool) {
        if let Some(&Inst::Compare { cc, args: [a, b] }) = self.inlined(value) {
            let outer = self.code.origin;
            self.code.origin = self.cx.origin(self.func, self.inst_id_of(value));
            let zero = matches!(cc, Cond::Eq | Cond::Ne) && self.constant(b) == Some(0);
            if zero && self.is_bool(a) {
                self.test(a, negate ^ (cc == Cond::Eq));
            } else if zero && self.func.ty(a) != Type::I64 {
                self.value(a);
                if negate ^ (cc == Cond::Eq) {
                    self.code.plain(I::I32Eqz);
                }
            } else if !negate {
                self.compare(cc, a, b);
            } else if let Some(opposite) = opposite(cc) {
                self.compare(opposite, a, b);
            } else {
                self.compare(cc, a, b);
                self.code.plain(I::I32Eqz);
            }
            self.code.origin = outer;
            return;
        }
        if let Some(&Inst::Binary { op: BinaryOp::Xor, args: [a, b] }) = self.inlined(value)
            && self.constant(b) == Some(1)
            && self.is_bool(a)
        {
            return self.test(a, !negate);
        }
        self.value(value);
        if negate {
            self.code.plain(I::I32Eqz);
        }
    }

    /// Push something that is not 0 exactly if the value equals the pattern (or, negated, does not).
    pub(crate) fn test_equal(&mut self, value: Value, bits: u64, negate: bool) {
        let ty = self.func.ty(value);
        if bits == 0 && self.is_bool(value) {
            return self.test(value, !negate);
        }
        self.value(value);
        self.equal_on_stack(ty, bits, negate);
    }

    /// Compare what is on the stack, in normal form, with a pattern.
    pub(crate) fn equal_on_stack(&mut self, ty: Type, bits: u64, negate: bool) {
        if bits == 0 {
            if ty == Type::I64 {
                self.code.plain(I::I64Eqz);
                if negate {
                    self.code.plain(I::I32Eqz);
                }
            } else if !negate {
                self.code.plain(I::I32Eqz);
            }
            return;
        }
        self.push_const(ty, bits);
        self.code.plain(compare_op(if negate { Cond::Ne } else { Cond::Eq }, ty));
    }

    /// Whether a value is known to be 0 or 1.
    fn is_bool(&self, value: Value) -> bool {
        let ValueDef::Result(id, _) = self.func.values[value.index()].def else { return false };
        matches!(self.func.inst(id).inst, Inst::Compare { .. })
    }

    /// Store a value; one that was only cut to a narrower type for it is stored from the wide one.
    fn store(&mut self, addr: Value, value: Value, offset: u32) {
        let ty = self.func.ty(value);
        let offset = self.address(addr, offset);
        let arg = mem_arg(offset, ty.bytes());
        if let Some(&Inst::Convert { op: ConvertOp::Truncate, arg: wide, .. }) = self.inlined(value)
            && self.func.ty(wide) == Type::I64
        {
            self.value(wide);
            return self.code.plain(match ty {
                Type::I8 => I::I64Store8(arg),
                Type::I16 => I::I64Store16(arg),
                _ => I::I64Store32(arg),
            });
        }
        self.value_as(value, Want::Low);
        self.code.plain(match ty {
            Type::I8 => I::I32Store8(arg),
            Type::I16 => I::I32Store16(arg),
            Type::I32 => I::I32Store(arg),
            Type::I64 => I::I64Store(arg),
            Type::F32 => I::F32Store(arg),
            Type::F64 => I::F64Store(arg),
        });
    }

    /// Push a value and keep it where it can be read again.
    pub(crate) fn value_kept(&mut self, value: Value, is_signed: bool) -> Kept {
        let ty = self.func.ty(value);
        if let Some(bits) = self.constant(value) {
            let bits = if is_signed { signed(ty, bits) as u64 } else { bits };
            self.push_const(if ty == Type::I64 { ty } else { Type::I32 }, bits);
            return Kept::Const(bits);
        }
        let is_extended = is_signed && matches!(ty, Type::I8 | Type::I16);
        if !is_extended {
            if let Some(&Inst::VarGet { var }) = self.inlined(value) {
                self.value(value);
                return Kept::Local(self.var_locals[var.index()]);
            }
            if matches!(self.plan.place[value.index()], Place::Local | Place::Tee) {
                self.value(value);
                return Kept::Local(self.local(value));
            }
        }
        self.value_extended(value, is_signed);
        let local = self.code.temp(val_type(ty));
        self.code.op(Op::Tee(local));
        Kept::Local(local)
    }

    /// Push again what was kept.
    pub(crate) fn again(&mut self, kept: Kept, ty: Type) {
        match kept {
            Kept::Local(local) => self.code.get(local),
            Kept::Const(bits) => self.push_const(if ty == Type::I64 { ty } else { Type::I32 }, bits),
        }
    }
}

/// An operand that can be pushed again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kept {
    /// A constant, extended.
    Const(u64),
    /// In a local.
    Local(Local),
}
