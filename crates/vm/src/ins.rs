//! The register instructions that the fast loop runs.
//!
//! A function's frame is a window of cells: its locals, constants that loops use, then the operand stack of the teaching
//! bytecode, whose positions have become registers. Fields: `d` is the register written, `a`, `b`, `i` … registers read,
//! `k` a constant, `off` a byte offset, `cost` the number of bytecode instructions run since the last charge, `target` a
//! place in the code.

use crate::ops::for_each_operation;
use stair_bytecode::op::Op;
use stair_bytecode::scalar::Scalar;

macro_rules! define_instructions {
    (
        binary { $($bin:ident $bin_k:ident $bin_op:ident ($($bin_ty:ident)|+) $bin_f:expr;)* }
        checked { $($chk:ident $chk_k:ident $chk_op:ident ($($chk_ty:ident)|+) $chk_f:expr;)* }
        unary { $($un:ident $un_op:ident ($($un_ty:ident)|+) ($($un_to:tt)|+) $un_f:expr;)* }
        branch { $($br:ident $br_k:ident $br_op:ident ($($br_ty:ident)|+) $br_f:expr;)* }
        float_branch { $($fb:ident $fb_op:ident ($fb_ty:ident) $fb_sense:literal $fb_f:expr;)* }
        increment { $(
            $inc:ident $inc_k:ident $add:ident $add_k:ident $sum_k:ident $sum:ident
            $inc_br:ident $inc_br_k:ident $inc_ty:ident $inc_signed:ident $inc_f:expr;
        )* }
        memory { $(
            $width:literal $mem_ty:ident $bytes:literal
            $load:ident $load_slot:ident $load_index:ident $load_slot_index:ident
            $load_checked:ident $load_checked_k:ident $load_slot_checked_k:ident
            $store:ident $store_slot:ident $store_index:ident $store_slot_index:ident
            $store_checked:ident $store_checked_k:ident $store_slot_checked_k:ident;
        )* }
    ) => {
        /// An instruction of the register machine: 16 bytes.
        #[derive(Clone, Copy, PartialEq, Debug)]
        pub(crate) enum Ins {
            $( $bin { d: u16, a: u16, b: u16 }, $bin_k { d: u16, a: u16, k: u64 }, )*
            $( $chk { d: u16, a: u16, b: u16 }, $chk_k { d: u16, a: u16, k: u64 }, )*
            $( $un { d: u16, a: u16 }, )*
            $(
                $br { a: u16, b: u16, cost: u16, target: u32 },
                $br_k { a: u16, cost: u16, target: u32, k: i32 },
            )*
            $( $fb { a: u16, b: u16, cost: u16, target: u32 }, )*
            $(
                $inc { a: u16, b: u16, inc: i16, cost: u16, target: u32 },
                $inc_k { a: u16, inc: i16, cost: u16, target: u32, k: i32 },
                $add { a: u16, b: u16, c: u16, cost: u16, target: u32 },
                $add_k { a: u16, c: u16, cost: u16, target: u32, k: i32 },
            )*
            $(
                $load { d: u16, a: u16, off: u32 },
                $load_slot { d: u16, off: u32 },
                $load_index { d: u16, a: u16, i: u16, scale: u32, off: u32 },
                $load_slot_index { d: u16, i: u16, scale: u32, off: u32 },
                $load_checked { d: u16, a: u16, i: u16, len: u16, scale: u16, off: u32 },
                $load_checked_k { d: u16, a: u16, i: u16, scale: u16, off: u16, len: u32 },
                $load_slot_checked_k { d: u16, i: u16, scale: u16, off: u32, len: u32 },
                $store { v: u16, a: u16, off: u32 },
                $store_slot { v: u16, off: u32 },
                $store_index { v: u16, a: u16, i: u16, scale: u32, off: u32 },
                $store_slot_index { v: u16, i: u16, scale: u32, off: u32 },
                $store_checked { v: u16, a: u16, i: u16, len: u16, scale: u16, off: u32 },
                $store_checked_k { v: u16, a: u16, i: u16, scale: u16, off: u16, len: u32 },
                $store_slot_checked_k { v: u16, i: u16, scale: u16, off: u32, len: u32 },
            )*
            /// d = a.
            Move { d: u16, a: u16 },
            /// d = a, then e = b.
            Move2 { d: u16, a: u16, e: u16, b: u16 },
            /// d = k.
            Const { d: u16, k: u64 },
            /// d = a if c is not 0, else b.
            Select { d: u16, c: u16, a: u16, b: u16 },
            /// d = a + i · scale + off.
            Lea { d: u16, a: u16, i: u16, scale: u32, off: u32 },
            /// d = stack pointer + off.
            LeaSlot { d: u16, off: u32 },
            /// d = stack pointer + i · scale + off.
            LeaSlotIndex { d: u16, i: u16, scale: u32, off: u32 },
            /// d = a · b + c, modulo 2³².
            MulAdd32 { d: u16, a: u16, b: u16, c: u16 },
            /// d = a · b + c, modulo 2⁶⁴.
            MulAdd64 { d: u16, a: u16, b: u16, c: u16 },
            /// d = a · b + c, the product rounded before the sum.
            MulAddF32 { d: u16, a: u16, b: u16, c: u16 },
            /// Likewise.
            MulAddF64 { d: u16, a: u16, b: u16, c: u16 },
            /// d = c − a · b, the product rounded before the difference.
            MulSubF64 { d: u16, a: u16, b: u16, c: u16 },
            /// Leave the loop unless i < len.
            BoundsCheck { i: u16, len: u16 },
            /// Likewise with a constant length.
            BoundsCheckK { i: u16, len: u64 },
            /// Copy `len` bytes; all three are registers.
            MemCopy { dst: u16, src: u16, len: u16 },
            /// Copy a constant number of bytes.
            MemCopyK { dst: u16, src: u16, len: u32 },
            /// Set `len` bytes; all three are registers.
            MemFill { dst: u16, byte: u16, len: u16 },
            /// Go on at the target.
            Jump { cost: u16, target: u32 },
            /// Go on at the target if a is 0.
            BrZero { a: u16, cost: u16, target: u32 },
            /// Go on at the target if a is not 0.
            BrNonzero { a: u16, cost: u16, target: u32 },
            /// Go on where the table leads for a.
            Switch { a: u16, cost: u16, table: u32 },
            /// Charge; control falls into a block.
            Charge { cost: u16 },
            /// Call: the callee's window begins at register `base`, where its arguments are.
            Call { base: u16, cost: u16, entry: u32 },
            /// Call the function whose address is in `callee`, which must have the signature `sig`.
            CallIndirect { base: u16, callee: u16, cost: u16, sig: u32 },
            /// d = a, then call.
            MoveCall { d: u16, a: u16, base: u16, cost: u16, entry: u32 },
            /// d = a + k modulo 2³², then call.
            Add32Call { d: u16, a: u16, k: i16, base: u16, cost: u16, entry: u32 },
            /// d = a + k modulo 2⁶⁴, then call.
            Add64Call { d: u16, a: u16, k: i16, base: u16, cost: u16, entry: u32 },
            /// Set the non-parameter locals to 0; the first instruction of a function that has nothing else to prepare.
            EnterZero { from: u16, to: u16 },
            /// Prepare the frame: zero locals, constants, the frame in memory.
            Enter { func: u32 },
            /// Return nothing.
            Return0 { cost: u16, frame: u32 },
            /// Return a.
            Return1 { a: u16, cost: u16, frame: u32 },
            /// Return a + b modulo 2³².
            ReturnAdd32 { a: u16, b: u16, cost: u16, frame: u32 },
            /// Return a + b modulo 2⁶⁴.
            ReturnAdd64 { a: u16, b: u16, cost: u16, frame: u32 },
            /// Return k.
            ReturnK { cost: u16, frame: u32, k: u64 },
            /// Return a and b.
            Return2 { a: u16, b: u16, cost: u16, frame: u32 },
            /// Leave the loop: the stepping interpreter runs this instruction.
            Slow,
        }

        impl Ins {
            /// The register that is written, if it is exactly one and may be any.
            pub(crate) fn destination(&mut self) -> Option<&mut u16> {
                match self {
                    $( Self::$bin { d, .. } | Self::$bin_k { d, .. } => Some(d), )*
                    $( Self::$chk { d, .. } | Self::$chk_k { d, .. } => Some(d), )*
                    $( Self::$un { d, .. } => Some(d), )*
                    $(
                        Self::$load { d, .. } | Self::$load_slot { d, .. } | Self::$load_index { d, .. }
                        | Self::$load_slot_index { d, .. } | Self::$load_checked { d, .. }
                        | Self::$load_checked_k { d, .. } | Self::$load_slot_checked_k { d, .. } => Some(d),
                    )*
                    Self::Move { d, .. } | Self::Const { d, .. } | Self::Select { d, .. } | Self::Lea { d, .. }
                    | Self::LeaSlot { d, .. } | Self::LeaSlotIndex { d, .. } | Self::MulAddF32 { d, .. }
                    | Self::MulAdd32 { d, .. } | Self::MulAdd64 { d, .. } | Self::MulAddF64 { d, .. } | Self::MulSubF64 { d, .. } => Some(d),
                    _ => None,
                }
            }

            /// The target within the same function.
            pub(crate) fn target(&mut self) -> Option<&mut u32> {
                match self {
                    $( Self::$br { target, .. } | Self::$br_k { target, .. } => Some(target), )*
                    $( Self::$fb { target, .. } => Some(target), )*
                    $(
                        Self::$inc { target, .. } | Self::$inc_k { target, .. } | Self::$add { target, .. }
                        | Self::$add_k { target, .. } => Some(target),
                    )*
                    Self::Jump { target, .. } | Self::BrZero { target, .. } | Self::BrNonzero { target, .. } => {
                        Some(target)
                    }
                    _ => None,
                }
            }
        }

        /// The two forms of an operation on two operands.
        pub(crate) fn binary(op: Op, ty: Scalar) -> Option<(fn(u16, u16, u16) -> Ins, fn(u16, u16, u64) -> Ins)> {
            Some(match (op, ty) {
                $( (Op::$bin_op, $(Scalar::$bin_ty)|+) =>
                    (|d, a, b| Ins::$bin { d, a, b }, |d, a, k| Ins::$bin_k { d, a, k }), )*
                $( (Op::$chk_op, $(Scalar::$chk_ty)|+) =>
                    (|d, a, b| Ins::$chk { d, a, b }, |d, a, k| Ins::$chk_k { d, a, k }), )*
                _ => return None,
            })
        }

        /// The operation on one operand; `to` is the type that a conversion makes.
        pub(crate) fn unary(op: Op, ty: Scalar, to: Scalar) -> Option<fn(u16, u16) -> Ins> {
            // The table's `_` stands for any type, which no pattern of `Scalar::…` does.
            const fn matches(_: Scalar) -> bool { true }
            $( if op == Op::$un_op && matches!(ty, $(Scalar::$un_ty)|+) && to_matches!(matches, to, $($un_to)|+) {
                return Some(|d, a| Ins::$un { d, a });
            } )*
            None
        }

        /// The two forms of a conditional jump on an integer comparison.
        pub(crate) fn branch(op: Op, ty: Scalar) -> Option<(fn(u16, u16, u16, u32) -> Ins, fn(u16, i32, u16, u32) -> Ins)> {
            Some(match (op, ty) {
                $( (Op::$br_op, $(Scalar::$br_ty)|+) => (
                    |a, b, cost, target| Ins::$br { a, b, cost, target },
                    |a, k, cost, target| Ins::$br_k { a, cost, target, k },
                ), )*
                _ => return None,
            })
        }

        /// The conditional jump on a float comparison, taken if the comparison's outcome is `sense`.
        pub(crate) fn float_branch(op: Op, ty: Scalar, sense: bool) -> Option<fn(u16, u16, u16, u32) -> Ins> {
            Some(match (op, ty, sense) {
                $( (Op::$fb_op, Scalar::$fb_ty, $fb_sense) => |a, b, cost, target| Ins::$fb { a, b, cost, target }, )*
                _ => return None,
            })
        }

        /// A branch on a register, fused with the sum just before that changes that register.
        pub(crate) fn fuse_increment(sum: Ins, branch: Ins) -> Option<Ins> {
            match (sum, branch) {
                $(
                    (Ins::$sum_k { d, a: from, k }, Ins::$inc_br { a, b, cost, target }) if from == a && d == a => {
                        let inc = i16::try_from(k as $inc_signed).ok()?;
                        Some(Ins::$inc { a, b, inc, cost, target })
                    }
                    (Ins::$sum_k { d, a: from, k: sum }, Ins::$inc_br_k { a, cost, target, k })
                        if from == a && d == a =>
                    {
                        let inc = i16::try_from(sum as $inc_signed).ok()?;
                        Some(Ins::$inc_k { a, inc, cost, target, k })
                    }
                    (Ins::$sum { d, a: x, b: y }, Ins::$inc_br { a, b, cost, target }) if d == a && (x == a || y == a) => {
                        Some(Ins::$add { a, b, c: if x == a { y } else { x }, cost, target })
                    }
                    (Ins::$sum { d, a: x, b: y }, Ins::$inc_br_k { a, cost, target, k })
                        if d == a && (x == a || y == a) =>
                    {
                        Some(Ins::$add_k { a, c: if x == a { y } else { x }, cost, target, k })
                    }
                )*
                _ => None,
            }
        }

        /// The instruction that reads (or writes) `width` bits at an address into (from) the register `r`.
        pub(crate) fn access(store: bool, width: u32, r: u16, at: Access) -> Ins {
            match (store, width, at) {
                $(
                    (false, $width, Access::Reg { a, off }) => Ins::$load { d: r, a, off },
                    (false, $width, Access::Slot { off }) => Ins::$load_slot { d: r, off },
                    (false, $width, Access::Index { a, i, scale, off }) => Ins::$load_index { d: r, a, i, scale, off },
                    (false, $width, Access::SlotIndex { i, scale, off }) => Ins::$load_slot_index { d: r, i, scale, off },
                    (false, $width, Access::Checked { a, i, len, scale, off }) =>
                        Ins::$load_checked { d: r, a, i, len, scale, off },
                    (false, $width, Access::CheckedK { a, i, len, scale, off }) =>
                        Ins::$load_checked_k { d: r, a, i, len, scale, off },
                    (false, $width, Access::SlotCheckedK { i, len, scale, off }) =>
                        Ins::$load_slot_checked_k { d: r, i, len, scale, off },
                    (true, $width, Access::Reg { a, off }) => Ins::$store { v: r, a, off },
                    (true, $width, Access::Slot { off }) => Ins::$store_slot { v: r, off },
                    (true, $width, Access::Index { a, i, scale, off }) => Ins::$store_index { v: r, a, i, scale, off },
                    (true, $width, Access::SlotIndex { i, scale, off }) => Ins::$store_slot_index { v: r, i, scale, off },
                    (true, $width, Access::Checked { a, i, len, scale, off }) =>
                        Ins::$store_checked { v: r, a, i, len, scale, off },
                    (true, $width, Access::CheckedK { a, i, len, scale, off }) =>
                        Ins::$store_checked_k { v: r, a, i, len, scale, off },
                    (true, $width, Access::SlotCheckedK { i, len, scale, off }) =>
                        Ins::$store_slot_checked_k { v: r, i, len, scale, off },
                )*
                // There are four widths.
                _ => Ins::Slow,
            }
        }
    };
}

macro_rules! to_matches {
    ($any:ident, $to:ident, _) => {
        $any($to)
    };
    ($any:ident, $to:ident, $($ty:ident)|+) => {
        matches!($to, $(Scalar::$ty)|+)
    };
}

for_each_operation!(define_instructions);

/// How an address is made; see [`Ins`] for the fields.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Access {
    /// Register.
    Reg { a: u16, off: u32 },
    /// Frame slot.
    Slot { off: u32 },
    /// Register and scaled index.
    Index { a: u16, i: u16, scale: u32, off: u32 },
    /// Frame slot and scaled index.
    SlotIndex { i: u16, scale: u32, off: u32 },
    /// With the index checked against a register.
    Checked { a: u16, i: u16, len: u16, scale: u16, off: u32 },
    /// With the index checked against a constant.
    CheckedK { a: u16, i: u16, len: u32, scale: u16, off: u16 },
    /// Frame slot, with the index checked against a constant.
    SlotCheckedK { i: u16, len: u32, scale: u16, off: u32 },
}

const _: () = assert!(size_of::<Ins>() == 16);
