//! Conversions.

use crate::code::mem_arg;
use crate::select::{Want, signed};
use crate::structure::FuncGen;
use stair_ir::entities::Value;
use stair_ir::inst::{ConvertOp, Inst, Type};
use wasm_encoder::{Instruction as I, ValType};

impl FuncGen<'_> {
    /// Push a converted value.
    pub(crate) fn convert(&mut self, op: ConvertOp, to: Type, arg: Value, want: Want) {
        let from = self.func.ty(arg);
        match op {
            ConvertOp::SignExtend => {
                if self.load_extended(arg, from, to, true) {
                    return self.normalise(to, want);
                }
                self.value_signed(arg);
                if to == Type::I64 {
                    self.code.plain(I::I64ExtendI32S);
                } else {
                    self.normalise(to, want);
                }
            }
            ConvertOp::ZeroExtend => {
                if to == Type::I64 && self.load_extended(arg, from, to, false) {
                    return;
                }
                if to == Type::I64
                    && let Some(&Inst::Convert { op: ConvertOp::Truncate, arg: wide, .. }) = self.inlined(arg)
                    && self.func.ty(wide) == Type::I64
                {
                    self.value(wide);
                    self.code.i64(from.mask());
                    return self.code.plain(I::I64And);
                }
                self.value(arg);
                if to == Type::I64 {
                    self.code.plain(I::I64ExtendI32U);
                }
            }
            ConvertOp::Truncate => {
                if from == Type::I64 {
                    self.low_half(arg);
                } else {
                    self.value_as(arg, Want::Low);
                }
                self.normalise(to, want);
            }
            ConvertOp::FloatToSigned | ConvertOp::FloatToUnsigned => {
                self.value(arg);
                self.float_to_int(from, to, op == ConvertOp::FloatToSigned, want);
            }
            ConvertOp::SignedToFloat | ConvertOp::UnsignedToFloat => {
                let is_signed = op == ConvertOp::SignedToFloat;
                self.value_extended(arg, is_signed);
                self.code.plain(match (from == Type::I64, to, is_signed) {
                    (false, Type::F32, true) => I::F32ConvertI32S,
                    (false, Type::F32, false) => I::F32ConvertI32U,
                    (false, _, true) => I::F64ConvertI32S,
                    (false, _, false) => I::F64ConvertI32U,
                    (true, Type::F32, true) => I::F32ConvertI64S,
                    (true, Type::F32, false) => I::F32ConvertI64U,
                    (true, _, true) => I::F64ConvertI64S,
                    (true, _, false) => I::F64ConvertI64U,
                });
            }
            ConvertOp::Promote => {
                self.value(arg);
                self.code.plain(I::F64PromoteF32);
            }
            ConvertOp::Demote => {
                self.value(arg);
                self.code.plain(I::F32DemoteF64);
            }
            ConvertOp::Bitcast => {
                self.value(arg);
                match to {
                    Type::I32 => self.code.plain(I::I32ReinterpretF32),
                    Type::I64 => self.code.plain(I::I64ReinterpretF64),
                    Type::F32 => self.code.plain(I::F32ReinterpretI32),
                    Type::F64 => self.code.plain(I::F64ReinterpretI64),
                    _ => {}
                }
            }
        }
    }

    fn float_to_int(&mut self, from: Type, to: Type, is_signed: bool, want: Want) {
        let is_f32 = from == Type::F32;
        self.code.plain(match (to == Type::I64, is_f32, is_signed) {
            (false, true, true) => I::I32TruncSatF32S,
            (false, true, false) => I::I32TruncSatF32U,
            (false, false, true) => I::I32TruncSatF64S,
            (false, false, false) => I::I32TruncSatF64U,
            (true, true, true) => I::I64TruncSatF32S,
            (true, true, false) => I::I64TruncSatF32U,
            (true, false, true) => I::I64TruncSatF64S,
            (true, false, false) => I::I64TruncSatF64U,
        });
        if !matches!(to, Type::I8 | Type::I16) {
            return;
        }
        // The narrow type's own limits.
        let (low, high) = if is_signed {
            (signed(to, to.mask() / 2 + 1) as i32, (to.mask() / 2) as i32)
        } else {
            (0, to.mask() as i32)
        };
        let x = self.code.temp(ValType::I32);
        let mut limit = |bound: i32, keep: I<'static>| {
            self.code.tee(x);
            self.code.plain(I::I32Const(bound));
            self.code.get(x);
            self.code.extend([I::I32Const(bound), keep, I::Select]);
        };
        limit(high, if is_signed { I::I32LtS } else { I::I32LtU });
        if is_signed {
            limit(low, I::I32GtS);
            self.normalise(to, want);
        }
    }

    /// Push a load whose only use is its extension: one instruction does both. False if the value is not that.
    pub(crate) fn load_extended(&mut self, value: Value, from: Type, to: Type, is_signed: bool) -> bool {
        let Some(&Inst::Load { addr, offset, .. }) = self.inlined(value) else { return false };
        let outer = self.code.origin;
        self.code.origin = self.cx.origin(self.func, self.inst_id_of(value));
        let arg = mem_arg(self.address(addr, offset), from.bytes());
        self.code.plain(match (from, to == Type::I64, is_signed) {
            (Type::I8, false, true) => I::I32Load8S(arg),
            (Type::I8, false, false) => I::I32Load8U(arg),
            (Type::I8, true, true) => I::I64Load8S(arg),
            (Type::I8, true, false) => I::I64Load8U(arg),
            (Type::I16, false, true) => I::I32Load16S(arg),
            (Type::I16, false, false) => I::I32Load16U(arg),
            (Type::I16, true, true) => I::I64Load16S(arg),
            (Type::I16, true, false) => I::I64Load16U(arg),
            (_, true, true) => I::I64Load32S(arg),
            (_, true, false) => I::I64Load32U(arg),
            (_, false, _) => I::I32Load(arg),
        });
        self.code.origin = outer;
        true
    }
}
