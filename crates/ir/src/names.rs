//! The names of operations in the text form, declared once for printing and parsing.

use crate::inst::{BinaryOp, CheckedOp, Cond, ConvertOp, TrapKind, Type, UnaryOp};

macro_rules! names {
    ($($ty:ident { $($variant:ident $name:literal)* })*) => {
        $(impl $ty {
            /// Every one, in the order of declaration.
            pub const TABLE: &[Self] = &[$(Self::$variant),*];

            /// The name in the text form.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Look one up by its name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        })*
    };
}

names! {
    Type { I8 "i8" I16 "i16" I32 "i32" I64 "i64" F32 "f32" F64 "f64" }
    UnaryOp {
        Clz "clz" Ctz "ctz" Popcnt "popcnt" Bswap "bswap"
        FNeg "fneg" FAbs "fabs" FSqrt "fsqrt" FCeil "fceil" FFloor "ffloor" FTrunc "ftrunc" FNearest "fnearest"
    }
    BinaryOp {
        Add "add" Sub "sub" Mul "mul" DivS "divs" DivU "divu" RemS "rems" RemU "remu"
        And "and" Or "or" Xor "xor" Shl "shl" ShrS "shrs" ShrU "shru" Rotl "rotl" Rotr "rotr"
        FAdd "fadd" FSub "fsub" FMul "fmul" FDiv "fdiv" FRem "frem" FCopysign "fcopysign"
    }
    CheckedOp {
        AddS "adds" AddU "addu" SubS "subs" SubU "subu" MulS "muls" MulU "mulu"
        DivS "divs" DivU "divu" RemS "rems" RemU "remu" Shl "shl" ShrS "shrs" ShrU "shru"
    }
    Cond {
        Eq "eq" Ne "ne" LtS "lts" LtU "ltu" LeS "les" LeU "leu" GtS "gts" GtU "gtu" GeS "ges" GeU "geu"
        FEq "feq" FNe "fne" FLt "flt" FLe "fle" FGt "fgt" FGe "fge"
    }
    ConvertOp {
        SignExtend "sign_extend" ZeroExtend "zero_extend" Truncate "truncate"
        FloatToSigned "float_to_signed" FloatToUnsigned "float_to_unsigned"
        SignedToFloat "signed_to_float" UnsignedToFloat "unsigned_to_float"
        Promote "promote" Demote "demote" Bitcast "bitcast"
    }
    TrapKind {
        AddOverflow "add_overflow" SubOverflow "sub_overflow" MulOverflow "mul_overflow" NegOverflow "neg_overflow"
        DivZero "div_zero" DivOverflow "div_overflow" RemZero "rem_zero" RemOverflow "rem_overflow"
        ShlOverflow "shl_overflow" ShrOverflow "shr_overflow" Bounds "bounds"
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
