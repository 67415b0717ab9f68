//! The table of register instructions that come in families: each row is one operation.
//!
//! ```text
//! binary, checked   Register-register form, register-constant form, bytecode instruction, its types, the operation
//! unary             Name, bytecode instruction, its types, the types it makes, the operation
//! branch            As binary, the operation being the condition to jump
//! float_branch      Name, comparison, its type, whether to jump if it holds (or if not), the condition to jump
//! increment         A sum fused with the branch on it that follows, if it changes one of its operands: constant summand with
//!                   register and with constant limit, register summand likewise; the sums and branches that they are
//!                   made from; the sums' types; the condition to jump
//! memory            Width, type, bytes; loads then stores: plain, frame slot, indexed, slot indexed, and the indexed
//!                   ones fused with their bounds check: length in a register, length constant, slot and constant
//! ```
//!
//! Cells are in normal form: bits above an integer's width are 0. So equality, bit operations and everything unsigned is
//! the same for all widths. A macro that wants the table is passed to [`for_each_operation`] by name.

macro_rules! for_each_operation {
    ($callback:ident) => {
        $callback! {
            binary {
                Add8 Add8K AddWrap (I8) |a, b| (a as u8).wrapping_add(b as u8) as u64;
                Add16 Add16K AddWrap (I16) |a, b| (a as u16).wrapping_add(b as u16) as u64;
                Add32 Add32K AddWrap (I32) |a, b| (a as u32).wrapping_add(b as u32) as u64;
                Add64 Add64K AddWrap (I64) |a, b| (a as u64).wrapping_add(b as u64) as u64;
                Sub8 Sub8K SubWrap (I8) |a, b| (a as u8).wrapping_sub(b as u8) as u64;
                Sub16 Sub16K SubWrap (I16) |a, b| (a as u16).wrapping_sub(b as u16) as u64;
                Sub32 Sub32K SubWrap (I32) |a, b| (a as u32).wrapping_sub(b as u32) as u64;
                Sub64 Sub64K SubWrap (I64) |a, b| (a as u64).wrapping_sub(b as u64) as u64;
                Mul8 Mul8K MulWrap (I8) |a, b| (a as u8).wrapping_mul(b as u8) as u64;
                Mul16 Mul16K MulWrap (I16) |a, b| (a as u16).wrapping_mul(b as u16) as u64;
                Mul32 Mul32K MulWrap (I32) |a, b| (a as u32).wrapping_mul(b as u32) as u64;
                Mul64 Mul64K MulWrap (I64) |a, b| (a as u64).wrapping_mul(b as u64) as u64;
                And AndK And (I8 | I16 | I32 | I64) |a, b| a & b;
                Or OrK Or (I8 | I16 | I32 | I64) |a, b| a | b;
                Xor XorK Xor (I8 | I16 | I32 | I64) |a, b| a ^ b;
                DivS8 DivS8K DivNonzero (I8) |a, b| if b == 0 { 0 } else { (a as i8).wrapping_div(b as i8) as u8 as u64 };
                DivS16 DivS16K DivNonzero (I16) |a, b| if b == 0 { 0 } else { (a as i16).wrapping_div(b as i16) as u16 as u64 };
                DivS32 DivS32K DivNonzero (I32) |a, b| if b == 0 { 0 } else { (a as i32).wrapping_div(b as i32) as u32 as u64 };
                DivS64 DivS64K DivNonzero (I64) |a, b| if b == 0 { 0 } else { (a as i64).wrapping_div(b as i64) as u64 as u64 };
                DivU DivUK DivNonzero (U8 | U16 | U32 | U64) |a, b| u64::checked_div(a, b).unwrap_or(0);
                RemS8 RemS8K RemNonzero (I8) |a, b| if b == 0 { 0 } else { (a as i8).wrapping_rem(b as i8) as u8 as u64 };
                RemS16 RemS16K RemNonzero (I16) |a, b| if b == 0 { 0 } else { (a as i16).wrapping_rem(b as i16) as u16 as u64 };
                RemS32 RemS32K RemNonzero (I32) |a, b| if b == 0 { 0 } else { (a as i32).wrapping_rem(b as i32) as u32 as u64 };
                RemS64 RemS64K RemNonzero (I64) |a, b| if b == 0 { 0 } else { (a as i64).wrapping_rem(b as i64) as u64 as u64 };
                RemU RemUK RemNonzero (U8 | U16 | U32 | U64) |a, b| u64::checked_rem(a, b).unwrap_or(0);
                Shl8 Shl8K ShlWrap (I8) |a, b| (a as u8).wrapping_shl(b as u32) as u64;
                Shl16 Shl16K ShlWrap (I16) |a, b| (a as u16).wrapping_shl(b as u32) as u64;
                Shl32 Shl32K ShlWrap (I32) |a, b| (a as u32).wrapping_shl(b as u32) as u64;
                Shl64 Shl64K ShlWrap (I64) |a, b| (a as u64).wrapping_shl(b as u32) as u64;
                ShrS8 ShrS8K ShrWrap (I8) |a, b| (a as i8).wrapping_shr(b as u32) as u8 as u64;
                ShrS16 ShrS16K ShrWrap (I16) |a, b| (a as i16).wrapping_shr(b as u32) as u16 as u64;
                ShrS32 ShrS32K ShrWrap (I32) |a, b| (a as i32).wrapping_shr(b as u32) as u32 as u64;
                ShrS64 ShrS64K ShrWrap (I64) |a, b| (a as i64).wrapping_shr(b as u32) as u64 as u64;
                ShrU8 ShrU8K ShrWrap (U8) |a, b| (a as u8).wrapping_shr(b as u32) as u64;
                ShrU16 ShrU16K ShrWrap (U16) |a, b| (a as u16).wrapping_shr(b as u32) as u64;
                ShrU32 ShrU32K ShrWrap (U32) |a, b| (a as u32).wrapping_shr(b as u32) as u64;
                ShrU64 ShrU64K ShrWrap (U64) |a, b| (a as u64).wrapping_shr(b as u32) as u64;
                Rotl8 Rotl8K Rotl (I8) |a, b| (a as u8).rotate_left(b as u32 % 8) as u64;
                Rotl16 Rotl16K Rotl (I16) |a, b| (a as u16).rotate_left(b as u32 % 16) as u64;
                Rotl32 Rotl32K Rotl (I32) |a, b| (a as u32).rotate_left(b as u32 % 32) as u64;
                Rotl64 Rotl64K Rotl (I64) |a, b| (a as u64).rotate_left(b as u32 % 64) as u64;
                Rotr8 Rotr8K Rotr (I8) |a, b| (a as u8).rotate_right(b as u32 % 8) as u64;
                Rotr16 Rotr16K Rotr (I16) |a, b| (a as u16).rotate_right(b as u32 % 16) as u64;
                Rotr32 Rotr32K Rotr (I32) |a, b| (a as u32).rotate_right(b as u32 % 32) as u64;
                Rotr64 Rotr64K Rotr (I64) |a, b| (a as u64).rotate_right(b as u32 % 64) as u64;
                Eq EqK Eq (I8 | I16 | I32 | I64) |a, b| (a == b) as u64;
                Ne NeK Ne (I8 | I16 | I32 | I64) |a, b| (a != b) as u64;
                LtU LtUK Lt (U8 | U16 | U32 | U64) |a, b| (a < b) as u64;
                LtS8 LtS8K Lt (I8) |a, b| ((a as i8) < (b as i8)) as u64;
                LtS16 LtS16K Lt (I16) |a, b| ((a as i16) < (b as i16)) as u64;
                LtS32 LtS32K Lt (I32) |a, b| ((a as i32) < (b as i32)) as u64;
                LtS64 LtS64K Lt (I64) |a, b| ((a as i64) < (b as i64)) as u64;
                LeU LeUK Le (U8 | U16 | U32 | U64) |a, b| (a <= b) as u64;
                LeS8 LeS8K Le (I8) |a, b| ((a as i8) <= (b as i8)) as u64;
                LeS16 LeS16K Le (I16) |a, b| ((a as i16) <= (b as i16)) as u64;
                LeS32 LeS32K Le (I32) |a, b| ((a as i32) <= (b as i32)) as u64;
                LeS64 LeS64K Le (I64) |a, b| ((a as i64) <= (b as i64)) as u64;
                GtU GtUK Gt (U8 | U16 | U32 | U64) |a, b| (a > b) as u64;
                GtS8 GtS8K Gt (I8) |a, b| ((a as i8) > (b as i8)) as u64;
                GtS16 GtS16K Gt (I16) |a, b| ((a as i16) > (b as i16)) as u64;
                GtS32 GtS32K Gt (I32) |a, b| ((a as i32) > (b as i32)) as u64;
                GtS64 GtS64K Gt (I64) |a, b| ((a as i64) > (b as i64)) as u64;
                GeU GeUK Ge (U8 | U16 | U32 | U64) |a, b| (a >= b) as u64;
                GeS8 GeS8K Ge (I8) |a, b| ((a as i8) >= (b as i8)) as u64;
                GeS16 GeS16K Ge (I16) |a, b| ((a as i16) >= (b as i16)) as u64;
                GeS32 GeS32K Ge (I32) |a, b| ((a as i32) >= (b as i32)) as u64;
                GeS64 GeS64K Ge (I64) |a, b| ((a as i64) >= (b as i64)) as u64;
                EqF32 EqF32K Eq (F32) |a, b| (f32_of(a) == f32_of(b)) as u64;
                NeF32 NeF32K Ne (F32) |a, b| (f32_of(a) != f32_of(b)) as u64;
                LtF32 LtF32K Lt (F32) |a, b| (f32_of(a) < f32_of(b)) as u64;
                LeF32 LeF32K Le (F32) |a, b| (f32_of(a) <= f32_of(b)) as u64;
                GtF32 GtF32K Gt (F32) |a, b| (f32_of(a) > f32_of(b)) as u64;
                GeF32 GeF32K Ge (F32) |a, b| (f32_of(a) >= f32_of(b)) as u64;
                AddF32 AddF32K FAdd (F32) |a, b| f32_bits(f32_of(a) + f32_of(b));
                SubF32 SubF32K FSub (F32) |a, b| f32_bits(f32_of(a) - f32_of(b));
                MulF32 MulF32K FMul (F32) |a, b| f32_bits(f32_of(a) * f32_of(b));
                DivF32 DivF32K FDiv (F32) |a, b| f32_bits(f32_of(a) / f32_of(b));
                RemF32 RemF32K FRem (F32) |a, b| f32_bits(f32_of(a) % f32_of(b));
                CopysignF32 CopysignF32K FCopysign (F32) |a, b| f32_bits(f32_of(a).copysign(f32_of(b)));
                EqF64 EqF64K Eq (F64) |a, b| (f64_of(a) == f64_of(b)) as u64;
                NeF64 NeF64K Ne (F64) |a, b| (f64_of(a) != f64_of(b)) as u64;
                LtF64 LtF64K Lt (F64) |a, b| (f64_of(a) < f64_of(b)) as u64;
                LeF64 LeF64K Le (F64) |a, b| (f64_of(a) <= f64_of(b)) as u64;
                GtF64 GtF64K Gt (F64) |a, b| (f64_of(a) > f64_of(b)) as u64;
                GeF64 GeF64K Ge (F64) |a, b| (f64_of(a) >= f64_of(b)) as u64;
                AddF64 AddF64K FAdd (F64) |a, b| f64_bits(f64_of(a) + f64_of(b));
                SubF64 SubF64K FSub (F64) |a, b| f64_bits(f64_of(a) - f64_of(b));
                MulF64 MulF64K FMul (F64) |a, b| f64_bits(f64_of(a) * f64_of(b));
                DivF64 DivF64K FDiv (F64) |a, b| f64_bits(f64_of(a) / f64_of(b));
                RemF64 RemF64K FRem (F64) |a, b| f64_bits(f64_of(a) % f64_of(b));
                CopysignF64 CopysignF64K FCopysign (F64) |a, b| f64_bits(f64_of(a).copysign(f64_of(b)));
            }
            checked {
                CheckedAddI8 CheckedAddI8K Add (I8) |a, b| (a as i8).checked_add(b as i8).map(|x| x as u8 as u64);
                CheckedAddI16 CheckedAddI16K Add (I16) |a, b| (a as i16).checked_add(b as i16).map(|x| x as u16 as u64);
                CheckedAddI32 CheckedAddI32K Add (I32) |a, b| (a as i32).checked_add(b as i32).map(|x| x as u32 as u64);
                CheckedAddI64 CheckedAddI64K Add (I64) |a, b| (a as i64).checked_add(b as i64).map(|x| x as u64 as u64);
                CheckedAddU8 CheckedAddU8K Add (U8) |a, b| (a as u8).checked_add(b as u8).map(|x| x as u64);
                CheckedAddU16 CheckedAddU16K Add (U16) |a, b| (a as u16).checked_add(b as u16).map(|x| x as u64);
                CheckedAddU32 CheckedAddU32K Add (U32) |a, b| (a as u32).checked_add(b as u32).map(|x| x as u64);
                CheckedAddU64 CheckedAddU64K Add (U64) |a, b| (a as u64).checked_add(b as u64).map(|x| x as u64);
                CheckedSubI8 CheckedSubI8K Sub (I8) |a, b| (a as i8).checked_sub(b as i8).map(|x| x as u8 as u64);
                CheckedSubI16 CheckedSubI16K Sub (I16) |a, b| (a as i16).checked_sub(b as i16).map(|x| x as u16 as u64);
                CheckedSubI32 CheckedSubI32K Sub (I32) |a, b| (a as i32).checked_sub(b as i32).map(|x| x as u32 as u64);
                CheckedSubI64 CheckedSubI64K Sub (I64) |a, b| (a as i64).checked_sub(b as i64).map(|x| x as u64 as u64);
                CheckedSubU8 CheckedSubU8K Sub (U8) |a, b| (a as u8).checked_sub(b as u8).map(|x| x as u64);
                CheckedSubU16 CheckedSubU16K Sub (U16) |a, b| (a as u16).checked_sub(b as u16).map(|x| x as u64);
                CheckedSubU32 CheckedSubU32K Sub (U32) |a, b| (a as u32).checked_sub(b as u32).map(|x| x as u64);
                CheckedSubU64 CheckedSubU64K Sub (U64) |a, b| (a as u64).checked_sub(b as u64).map(|x| x as u64);
                CheckedMulI8 CheckedMulI8K Mul (I8) |a, b| (a as i8).checked_mul(b as i8).map(|x| x as u8 as u64);
                CheckedMulI16 CheckedMulI16K Mul (I16) |a, b| (a as i16).checked_mul(b as i16).map(|x| x as u16 as u64);
                CheckedMulI32 CheckedMulI32K Mul (I32) |a, b| (a as i32).checked_mul(b as i32).map(|x| x as u32 as u64);
                CheckedMulI64 CheckedMulI64K Mul (I64) |a, b| (a as i64).checked_mul(b as i64).map(|x| x as u64 as u64);
                CheckedMulU8 CheckedMulU8K Mul (U8) |a, b| (a as u8).checked_mul(b as u8).map(|x| x as u64);
                CheckedMulU16 CheckedMulU16K Mul (U16) |a, b| (a as u16).checked_mul(b as u16).map(|x| x as u64);
                CheckedMulU32 CheckedMulU32K Mul (U32) |a, b| (a as u32).checked_mul(b as u32).map(|x| x as u64);
                CheckedMulU64 CheckedMulU64K Mul (U64) |a, b| (a as u64).checked_mul(b as u64).map(|x| x as u64);
                CheckedDivI8 CheckedDivI8K Div (I8) |a, b| (a as i8).checked_div(b as i8).map(|x| x as u8 as u64);
                CheckedDivI16 CheckedDivI16K Div (I16) |a, b| (a as i16).checked_div(b as i16).map(|x| x as u16 as u64);
                CheckedDivI32 CheckedDivI32K Div (I32) |a, b| (a as i32).checked_div(b as i32).map(|x| x as u32 as u64);
                CheckedDivI64 CheckedDivI64K Div (I64) |a, b| (a as i64).checked_div(b as i64).map(|x| x as u64 as u64);
                CheckedDivU8 CheckedDivU8K Div (U8) |a, b| (a as u8).checked_div(b as u8).map(|x| x as u64);
                CheckedDivU16 CheckedDivU16K Div (U16) |a, b| (a as u16).checked_div(b as u16).map(|x| x as u64);
                CheckedDivU32 CheckedDivU32K Div (U32) |a, b| (a as u32).checked_div(b as u32).map(|x| x as u64);
                CheckedDivU64 CheckedDivU64K Div (U64) |a, b| (a as u64).checked_div(b as u64).map(|x| x as u64);
                CheckedRemI8 CheckedRemI8K Rem (I8) |a, b| (a as i8).checked_rem(b as i8).map(|x| x as u8 as u64);
                CheckedRemI16 CheckedRemI16K Rem (I16) |a, b| (a as i16).checked_rem(b as i16).map(|x| x as u16 as u64);
                CheckedRemI32 CheckedRemI32K Rem (I32) |a, b| (a as i32).checked_rem(b as i32).map(|x| x as u32 as u64);
                CheckedRemI64 CheckedRemI64K Rem (I64) |a, b| (a as i64).checked_rem(b as i64).map(|x| x as u64 as u64);
                CheckedRemU8 CheckedRemU8K Rem (U8) |a, b| (a as u8).checked_rem(b as u8).map(|x| x as u64);
                CheckedRemU16 CheckedRemU16K Rem (U16) |a, b| (a as u16).checked_rem(b as u16).map(|x| x as u64);
                CheckedRemU32 CheckedRemU32K Rem (U32) |a, b| (a as u32).checked_rem(b as u32).map(|x| x as u64);
                CheckedRemU64 CheckedRemU64K Rem (U64) |a, b| (a as u64).checked_rem(b as u64).map(|x| x as u64);
                CheckedShl8 CheckedShl8K Shl (I8) |a, b| (b < 8).then(|| ((a as u8) << b) as u64);
                CheckedShl16 CheckedShl16K Shl (I16) |a, b| (b < 16).then(|| ((a as u16) << b) as u64);
                CheckedShl32 CheckedShl32K Shl (I32) |a, b| (b < 32).then(|| ((a as u32) << b) as u64);
                CheckedShl64 CheckedShl64K Shl (I64) |a, b| (b < 64).then(|| ((a as u64) << b) as u64);
                CheckedShrS8 CheckedShrS8K Shr (I8) |a, b| (b < 8).then(|| ((a as i8) >> b) as u8 as u64);
                CheckedShrS16 CheckedShrS16K Shr (I16) |a, b| (b < 16).then(|| ((a as i16) >> b) as u16 as u64);
                CheckedShrS32 CheckedShrS32K Shr (I32) |a, b| (b < 32).then(|| ((a as i32) >> b) as u32 as u64);
                CheckedShrS64 CheckedShrS64K Shr (I64) |a, b| (b < 64).then(|| ((a as i64) >> b) as u64 as u64);
                CheckedShrU8 CheckedShrU8K Shr (U8) |a, b| (b < 8).then(|| a >> b);
                CheckedShrU16 CheckedShrU16K Shr (U16) |a, b| (b < 16).then(|| a >> b);
                CheckedShrU32 CheckedShrU32K Shr (U32) |a, b| (b < 32).then(|| a >> b);
                CheckedShrU64 CheckedShrU64K Shr (U64) |a, b| (b < 64).then(|| a >> b);
            }
            unary {
                Clz8 Clz (I8) (_) |a| (a as u8).leading_zeros() as u64;
                Clz16 Clz (I16) (_) |a| (a as u16).leading_zeros() as u64;
                Clz32 Clz (I32) (_) |a| (a as u32).leading_zeros() as u64;
                Clz64 Clz (I64) (_) |a| (a as u64).leading_zeros() as u64;
                Ctz8 Ctz (I8) (_) |a| (a as u8).trailing_zeros() as u64;
                Ctz16 Ctz (I16) (_) |a| (a as u16).trailing_zeros() as u64;
                Ctz32 Ctz (I32) (_) |a| (a as u32).trailing_zeros() as u64;
                Ctz64 Ctz (I64) (_) |a| (a as u64).trailing_zeros() as u64;
                Popcnt8 Popcnt (I8) (_) |a| (a as u8).count_ones() as u64;
                Popcnt16 Popcnt (I16) (_) |a| (a as u16).count_ones() as u64;
                Popcnt32 Popcnt (I32) (_) |a| (a as u32).count_ones() as u64;
                Popcnt64 Popcnt (I64) (_) |a| (a as u64).count_ones() as u64;
                Bswap8 Bswap (I8) (_) |a| (a as u8).swap_bytes() as u64;
                Bswap16 Bswap (I16) (_) |a| (a as u16).swap_bytes() as u64;
                Bswap32 Bswap (I32) (_) |a| (a as u32).swap_bytes() as u64;
                Bswap64 Bswap (I64) (_) |a| (a as u64).swap_bytes() as u64;
                NegF32 FNeg (F32) (_) |a| f32_bits(-f32_of(a));
                AbsF32 FAbs (F32) (_) |a| f32_bits(f32_of(a).abs());
                SqrtF32 FSqrt (F32) (_) |a| f32_bits(f32_of(a).sqrt());
                CeilF32 FCeil (F32) (_) |a| f32_bits(f32_of(a).ceil());
                FloorF32 FFloor (F32) (_) |a| f32_bits(f32_of(a).floor());
                TruncF32 FTrunc (F32) (_) |a| f32_bits(f32_of(a).trunc());
                NearestF32 FNearest (F32) (_) |a| f32_bits(f32_of(a).round_ties_even());
                NegF64 FNeg (F64) (_) |a| f64_bits(-f64_of(a));
                AbsF64 FAbs (F64) (_) |a| f64_bits(f64_of(a).abs());
                SqrtF64 FSqrt (F64) (_) |a| f64_bits(f64_of(a).sqrt());
                CeilF64 FCeil (F64) (_) |a| f64_bits(f64_of(a).ceil());
                FloorF64 FFloor (F64) (_) |a| f64_bits(f64_of(a).floor());
                TruncF64 FTrunc (F64) (_) |a| f64_bits(f64_of(a).trunc());
                NearestF64 FNearest (F64) (_) |a| f64_bits(f64_of(a).round_ties_even());
                Extend8To16 Cast (I8) (I16 | U16) |a| a as i8 as i16 as u16 as u64;
                Extend8To32 Cast (I8) (I32 | U32) |a| a as i8 as i32 as u32 as u64;
                Extend8To64 Cast (I8) (I64 | U64) |a| a as i8 as i64 as u64 as u64;
                Extend16To32 Cast (I16) (I32 | U32) |a| a as i16 as i32 as u32 as u64;
                Extend16To64 Cast (I16) (I64 | U64) |a| a as i16 as i64 as u64 as u64;
                Extend32To64 Cast (I32) (I64 | U64) |a| a as i32 as i64 as u64 as u64;
                TruncateTo8 Cast (I16 | U16 | I32 | U32 | I64 | U64) (I8 | U8) |a| a as u8 as u64;
                TruncateTo16 Cast (I32 | U32 | I64 | U64) (I16 | U16) |a| a as u16 as u64;
                TruncateTo32 Cast (I64 | U64) (I32 | U32) |a| a as u32 as u64;
                F32ToI8 Cast (F32) (I8) |a| f32_of(a) as i8 as u8 as u64;
                F32ToI16 Cast (F32) (I16) |a| f32_of(a) as i16 as u16 as u64;
                F32ToI32 Cast (F32) (I32) |a| f32_of(a) as i32 as u32 as u64;
                F32ToI64 Cast (F32) (I64) |a| f32_of(a) as i64 as u64 as u64;
                F32ToU8 Cast (F32) (U8) |a| f32_of(a) as u8 as u64;
                F32ToU16 Cast (F32) (U16) |a| f32_of(a) as u16 as u64;
                F32ToU32 Cast (F32) (U32) |a| f32_of(a) as u32 as u64;
                F32ToU64 Cast (F32) (U64) |a| f32_of(a) as u64 as u64;
                S8ToF32 Cast (I8) (F32) |a| f32_bits(a as i8 as f32);
                S16ToF32 Cast (I16) (F32) |a| f32_bits(a as i16 as f32);
                S32ToF32 Cast (I32) (F32) |a| f32_bits(a as i32 as f32);
                S64ToF32 Cast (I64) (F32) |a| f32_bits(a as i64 as f32);
                UToF32 Cast (U8 | U16 | U32 | U64) (F32) |a| f32_bits(a as f32);
                F64ToI8 Cast (F64) (I8) |a| f64_of(a) as i8 as u8 as u64;
                F64ToI16 Cast (F64) (I16) |a| f64_of(a) as i16 as u16 as u64;
                F64ToI32 Cast (F64) (I32) |a| f64_of(a) as i32 as u32 as u64;
                F64ToI64 Cast (F64) (I64) |a| f64_of(a) as i64 as u64 as u64;
                F64ToU8 Cast (F64) (U8) |a| f64_of(a) as u8 as u64;
                F64ToU16 Cast (F64) (U16) |a| f64_of(a) as u16 as u64;
                F64ToU32 Cast (F64) (U32) |a| f64_of(a) as u32 as u64;
                F64ToU64 Cast (F64) (U64) |a| f64_of(a) as u64 as u64;
                S8ToF64 Cast (I8) (F64) |a| f64_bits(a as i8 as f64);
                S16ToF64 Cast (I16) (F64) |a| f64_bits(a as i16 as f64);
                S32ToF64 Cast (I32) (F64) |a| f64_bits(a as i32 as f64);
                S64ToF64 Cast (I64) (F64) |a| f64_bits(a as i64 as f64);
                UToF64 Cast (U8 | U16 | U32 | U64) (F64) |a| f64_bits(a as f64);
                Promote Cast (F32) (F64) |a| f64_bits(f64::from(f32_of(a)));
                Demote Cast (F64) (F32) |a| f32_bits(f64_of(a) as f32);
            }
            branch {
                BrEq BrEqK Eq (I8 | I16 | I32 | I64) |a, b| a == b;
                BrNe BrNeK Ne (I8 | I16 | I32 | I64) |a, b| a != b;
                BrLtU BrLtUK Lt (U8 | U16 | U32 | U64) |a, b| a < b;
                BrLtS8 BrLtS8K Lt (I8) |a, b| (a as i8) < (b as i8);
                BrLtS16 BrLtS16K Lt (I16) |a, b| (a as i16) < (b as i16);
                BrLtS32 BrLtS32K Lt (I32) |a, b| (a as i32) < (b as i32);
                BrLtS64 BrLtS64K Lt (I64) |a, b| (a as i64) < (b as i64);
                BrLeU BrLeUK Le (U8 | U16 | U32 | U64) |a, b| a <= b;
                BrLeS8 BrLeS8K Le (I8) |a, b| (a as i8) <= (b as i8);
                BrLeS16 BrLeS16K Le (I16) |a, b| (a as i16) <= (b as i16);
                BrLeS32 BrLeS32K Le (I32) |a, b| (a as i32) <= (b as i32);
                BrLeS64 BrLeS64K Le (I64) |a, b| (a as i64) <= (b as i64);
                BrGtU BrGtUK Gt (U8 | U16 | U32 | U64) |a, b| a > b;
                BrGtS8 BrGtS8K Gt (I8) |a, b| (a as i8) > (b as i8);
                BrGtS16 BrGtS16K Gt (I16) |a, b| (a as i16) > (b as i16);
                BrGtS32 BrGtS32K Gt (I32) |a, b| (a as i32) > (b as i32);
                BrGtS64 BrGtS64K Gt (I64) |a, b| (a as i64) > (b as i64);
                BrGeU BrGeUK Ge (U8 | U16 | U32 | U64) |a, b| a >= b;
                BrGeS8 BrGeS8K Ge (I8) |a, b| (a as i8) >= (b as i8);
                BrGeS16 BrGeS16K Ge (I16) |a, b| (a as i16) >= (b as i16);
                BrGeS32 BrGeS32K Ge (I32) |a, b| (a as i32) >= (b as i32);
                BrGeS64 BrGeS64K Ge (I64) |a, b| (a as i64) >= (b as i64);
            }
            float_branch {
                BrEqF32 Eq (F32) true |a, b| f32_of(a) == f32_of(b);
                BrNotEqF32 Eq (F32) false |a, b| !(f32_of(a) == f32_of(b));
                BrNeF32 Ne (F32) true |a, b| f32_of(a) != f32_of(b);
                BrNotNeF32 Ne (F32) false |a, b| !(f32_of(a) != f32_of(b));
                BrLtF32 Lt (F32) true |a, b| f32_of(a) < f32_of(b);
                BrNotLtF32 Lt (F32) false |a, b| !(f32_of(a) < f32_of(b));
                BrLeF32 Le (F32) true |a, b| f32_of(a) <= f32_of(b);
                BrNotLeF32 Le (F32) false |a, b| !(f32_of(a) <= f32_of(b));
                BrGtF32 Gt (F32) true |a, b| f32_of(a) > f32_of(b);
                BrNotGtF32 Gt (F32) false |a, b| !(f32_of(a) > f32_of(b));
                BrGeF32 Ge (F32) true |a, b| f32_of(a) >= f32_of(b);
                BrNotGeF32 Ge (F32) false |a, b| !(f32_of(a) >= f32_of(b));
                BrEqF64 Eq (F64) true |a, b| f64_of(a) == f64_of(b);
                BrNotEqF64 Eq (F64) false |a, b| !(f64_of(a) == f64_of(b));
                BrNeF64 Ne (F64) true |a, b| f64_of(a) != f64_of(b);
                BrNotNeF64 Ne (F64) false |a, b| !(f64_of(a) != f64_of(b));
                BrLtF64 Lt (F64) true |a, b| f64_of(a) < f64_of(b);
                BrNotLtF64 Lt (F64) false |a, b| !(f64_of(a) < f64_of(b));
                BrLeF64 Le (F64) true |a, b| f64_of(a) <= f64_of(b);
                BrNotLeF64 Le (F64) false |a, b| !(f64_of(a) <= f64_of(b));
                BrGtF64 Gt (F64) true |a, b| f64_of(a) > f64_of(b);
                BrNotGtF64 Gt (F64) false |a, b| !(f64_of(a) > f64_of(b));
                BrGeF64 Ge (F64) true |a, b| f64_of(a) >= f64_of(b);
                BrNotGeF64 Ge (F64) false |a, b| !(f64_of(a) >= f64_of(b));
            }
            increment {
                Inc32BrLtS Inc32BrLtSK Add32BrLtS Add32BrLtSK Add32K Add32 BrLtS32 BrLtS32K u32 i32 |a, b| (a as i32) < (b as i32);
                Inc32BrLeS Inc32BrLeSK Add32BrLeS Add32BrLeSK Add32K Add32 BrLeS32 BrLeS32K u32 i32 |a, b| (a as i32) <= (b as i32);
                Inc32BrLtU Inc32BrLtUK Add32BrLtU Add32BrLtUK Add32K Add32 BrLtU BrLtUK u32 i32 |a, b| (a as u32) < (b as u32);
                Inc32BrLeU Inc32BrLeUK Add32BrLeU Add32BrLeUK Add32K Add32 BrLeU BrLeUK u32 i32 |a, b| (a as u32) <= (b as u32);
                Inc32BrNe Inc32BrNeK Add32BrNe Add32BrNeK Add32K Add32 BrNe BrNeK u32 i32 |a, b| (a as u32) != (b as u32);
                Inc64BrLtS Inc64BrLtSK Add64BrLtS Add64BrLtSK Add64K Add64 BrLtS64 BrLtS64K u64 i64 |a, b| (a as i64) < (b as i64);
                Inc64BrLeS Inc64BrLeSK Add64BrLeS Add64BrLeSK Add64K Add64 BrLeS64 BrLeS64K u64 i64 |a, b| (a as i64) <= (b as i64);
                Inc64BrLtU Inc64BrLtUK Add64BrLtU Add64BrLtUK Add64K Add64 BrLtU BrLtUK u64 i64 |a, b| (a as u64) < (b as u64);
                Inc64BrLeU Inc64BrLeUK Add64BrLeU Add64BrLeUK Add64K Add64 BrLeU BrLeUK u64 i64 |a, b| (a as u64) <= (b as u64);
                Inc64BrNe Inc64BrNeK Add64BrNe Add64BrNeK Add64K Add64 BrNe BrNeK u64 i64 |a, b| (a as u64) != (b as u64);
            }
            memory {
                8 u8 1 Load8 Load8Slot Load8Index Load8SlotIndex Load8Checked Load8CheckedK Load8SlotCheckedK Store8 Store8Slot Store8Index Store8SlotIndex Store8Checked Store8CheckedK Store8SlotCheckedK;
                16 u16 2 Load16 Load16Slot Load16Index Load16SlotIndex Load16Checked Load16CheckedK Load16SlotCheckedK Store16 Store16Slot Store16Index Store16SlotIndex Store16Checked Store16CheckedK Store16SlotCheckedK;
                32 u32 4 Load32 Load32Slot Load32Index Load32SlotIndex Load32Checked Load32CheckedK Load32SlotCheckedK Store32 Store32Slot Store32Index Store32SlotIndex Store32Checked Store32CheckedK Store32SlotCheckedK;
                64 u64 8 Load64 Load64Slot Load64Index Load64SlotIndex Load64Checked Load64CheckedK Load64SlotCheckedK Store64 Store64Slot Store64Index Store64SlotIndex Store64Checked Store64CheckedK Store64SlotCheckedK;
            }
        }
    };
}

pub(crate) use for_each_operation;

/// The float that a cell holds.
#[inline(always)]
pub(crate) fn f32_of(cell: u64) -> f32 {
    f32::from_bits(cell as u32)
}

/// The float that a cell holds.
#[inline(always)]
pub(crate) fn f64_of(cell: u64) -> f64 {
    f64::from_bits(cell)
}

/// The cell for a float.
#[inline(always)]
pub(crate) fn f32_bits(value: f32) -> u64 {
    u64::from(value.to_bits())
}

/// The cell for a float.
#[inline(always)]
pub(crate) fn f64_bits(value: f64) -> u64 {
    value.to_bits()
}
