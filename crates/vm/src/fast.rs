//! The fast loop: fetch, decode, execute register instructions.
//!
//! It leaves whenever something is not its business: the budget is used up, an instruction panics or calls the host, a
//! stack must grow. [`crate::Vm::run`] then puts the state into the form that the stepping interpreter works on, which
//! alone knows what panics and errors do.

#![allow(
    clippy::redundant_closure_call,
    clippy::neg_cmp_op_on_partial_ord,
    reason = "the table's operations are closures, and not `<` is not `>=` for floats"
)]

use crate::ins::Ins;
use crate::ops::{f32_bits, f32_of, f64_bits, f64_of, for_each_operation};
use crate::translate::Translated;

/// How many cells a frame's window shows: every value of a `u16`, so that indexing it needs no check.
pub(crate) const WINDOW: usize = 1 << 16;

/// A suspended caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Return {
    /// Where the caller goes on: a place in the register code. [`Return::BOTTOM`] for the entry; with
    /// [`Return::HANDLER`] set, the instruction that panicked. While the fast loop is to leave on this return,
    /// [`Return::OUT`].
    pub(crate) pc: u32,
    /// Where the caller's window begins.
    pub(crate) base: u32,
}

impl Return {
    /// Nothing to return to: the program ends.
    pub(crate) const BOTTOM: u32 = u32::MAX;
    /// Set where the callee is a panic handler, which does not return.
    pub(crate) const HANDLER: u32 = 1 << 31;
    /// A place beyond any code.
    pub(crate) const OUT: u32 = Self::HANDLER - 1;
}

/// The part of the machine's state that changes while it runs.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Cells of all frames. At least [`WINDOW`] cells follow `base`.
    pub(crate) cells: Vec<u64>,
    /// Where the window of the running function begins.
    pub(crate) base: usize,
    /// The callers of the running function, the entry's first, and room for more.
    pub(crate) returns: Vec<Return>,
    /// How many of `returns` there are.
    pub(crate) depth: usize,
    /// The program's memory.
    pub(crate) memory: Vec<u8>,
    /// The stack pointer: the lowest address of the running function's frame in memory.
    pub(crate) sp: u64,
}

/// Why the loop ended. In each case `pc` is where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// The budget is used up; `pc` begins a block, a function, or follows a call.
    Budget,
    /// The instruction at `pc` must be stepped.
    Site,
    /// The callee's window does not fit the cells that there are, or there is no room for one more caller; the call at
    /// `pc` has not happened.
    NeedRoom,
    /// The function that was just entered at `pc` has no room for its frame in memory.
    FrameOverflow,
    /// `pc` is nowhere: the entry or a panic handler returned.
    Returned,
}

#[inline(always)]
fn window(cells: &mut [u64], base: u32) -> Option<&mut [u64; WINDOW]> {
    let base = base as usize;
    cells.get_mut(base..base + WINDOW)?.first_chunk_mut()
}

/// Where `N` bytes at an address are in memory.
#[inline(always)]
fn read<const N: usize>(memory: &[u8], address: u64) -> Option<[u8; N]> {
    memory.get(usize::try_from(address).ok()?..)?.first_chunk().copied()
}

#[inline(always)]
fn place<const N: usize>(memory: &mut [u8], address: u64) -> Option<&mut [u8; N]> {
    memory.get_mut(usize::try_from(address).ok()?..)?.first_chunk_mut()
}

/// Copy within memory; `false` if a part of it lies outside.
#[inline(always)]
pub(crate) fn mem_copy(memory: &mut [u8], dst: u64, src: u64, len: u64) -> bool {
    let size = memory.len() as u64;
    let fits = |at: u64| at.checked_add(len).is_some_and(|end| end <= size);
    if !fits(dst) || !fits(src) {
        return false;
    }
    memory.copy_within(src as usize..(src + len) as usize, dst as usize);
    true
}

/// Fill a part of memory; `false` if some of it lies outside.
#[inline(always)]
fn mem_fill(memory: &mut [u8], dst: u64, byte: u8, len: u64) -> bool {
    let size = memory.len() as u64;
    if dst.checked_add(len).is_none_or(|end| end > size) {
        return false;
    }
    memory[dst as usize..(dst + len) as usize].fill(byte);
    true
}

macro_rules! define_run {
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
        /// Run `ins`, the program's register code or a copy with changes, from `pc` until something else must happen. `fuel` is the number of bytecode instructions that may run;
        /// it may end below 0 by less than a block. Returns why the loop ended, and where.
        pub(crate) fn run(
            code: &Translated,
            ins: &[Ins],
            state: &mut State,
            mut pc: usize,
            fuel: &mut i64,
        ) -> (Exit, usize) {
            let State { cells, base, returns, depth, memory, sp } = state;
            let (cells, returns, memory) = (cells.as_mut_slice(), returns.as_mut_slice(), memory.as_mut_slice());
            let mut left = *fuel;
            let mut frame_base = *base as u32;
            let mut callers = *depth;
            let mut stack_pointer = *sp;
            let Some(mut r) = window(cells, frame_base) else { return (Exit::NeedRoom, pc) };

            macro_rules! charge {
                ($cost:expr) => {
                    left -= i64::from($cost);
                    if left < 0 {
                        break Exit::Budget;
                    }
                };
            }
            macro_rules! branch_if {
                ($condition:expr, $cost:expr, $target:expr) => {{
                    // Two ways, not one with a choice of `pc`: a conditional move would make all that follows wait for
                    // the comparison, which a predicted branch does not.
                    left -= i64::from($cost);
                    if $condition {
                        pc = $target as usize;
                    } else {
                        std::hint::cold_path();
                        pc += 1;
                    }
                    if left < 0 {
                        break Exit::Budget;
                    }
                }};
            }
            macro_rules! load {
                ($n:literal, $ty:ident, $d:expr, $address:expr) => {{
                    let Some(bytes) = read::<$n>(memory, $address) else { break Exit::Site };
                    r[$d as usize] = $ty::from_le_bytes(bytes) as u64;
                    pc += 1;
                }};
            }
            macro_rules! store {
                ($n:literal, $ty:ident, $v:expr, $address:expr) => {{
                    let Some(bytes) = place::<$n>(memory, $address) else { break Exit::Site };
                    *bytes = (r[$v as usize] as $ty).to_le_bytes();
                    pc += 1;
                }};
            }
            macro_rules! check {
                ($i:expr, $len:expr) => {{
                    let index = r[$i as usize];
                    if index >= $len {
                        break Exit::Site;
                    }
                    index
                }};
            }
            macro_rules! call {
                ($offset:expr, $cost:expr, $entry:expr) => {{
                    let callee = frame_base + u32::from($offset);
                    let Some(slot) = returns.get_mut(callers) else { break Exit::NeedRoom };
                    let Some(new) = window(cells, callee) else { break Exit::NeedRoom };
                    *slot = Return { pc: pc as u32 + 1, base: frame_base };
                    callers += 1;
                    r = new;
                    frame_base = callee;
                    pc = $entry as usize;
                    charge!($cost);
                }};
            }
            macro_rules! leave {
                ($cost:expr, $frame:expr) => {{
                    stack_pointer = stack_pointer.wrapping_add(u64::from($frame));
                    // The entry's own return lies below every frame, so there always is one, and windows below this one
                    // fit since this one does.
                    callers = callers.wrapping_sub(1);
                    let Some(&Return { pc: to, base: caller }) = returns.get(callers) else { break Exit::Returned };
                    let Some(old) = window(cells, caller) else { break Exit::Returned };
                    r = old;
                    frame_base = caller;
                    pc = to as usize;
                    charge!($cost);
                }};
            }
            // address = a + i · scale + off
            macro_rules! indexed {
                ($a:expr, $index:expr, $scale:expr, $off:expr) => {
                    $a.wrapping_add($index.wrapping_mul(u64::from($scale))).wrapping_add(u64::from($off))
                };
            }

            let exit = loop {
                let Some(instruction) = ins.get(pc) else { break Exit::Returned };
                match *instruction {
                    $(
                        Ins::$bin { d, a, b } => {
                            let apply: fn(u64, u64) -> u64 = $bin_f;
                            r[d as usize] = apply(r[a as usize], r[b as usize]);
                            pc += 1;
                        }
                        Ins::$bin_k { d, a, k } => {
                            let apply: fn(u64, u64) -> u64 = $bin_f;
                            r[d as usize] = apply(r[a as usize], k);
                            pc += 1;
                        }
                    )*
                    $(
                        Ins::$chk { d, a, b } => {
                            let apply: fn(u64, u64) -> Option<u64> = $chk_f;
                            let Some(result) = apply(r[a as usize], r[b as usize]) else { break Exit::Site };
                            r[d as usize] = result;
                            pc += 1;
                        }
                        Ins::$chk_k { d, a, k } => {
                            let apply: fn(u64, u64) -> Option<u64> = $chk_f;
                            let Some(result) = apply(r[a as usize], k) else { break Exit::Site };
                            r[d as usize] = result;
                            pc += 1;
                        }
                    )*
                    $(
                        Ins::$un { d, a } => {
                            let apply: fn(u64) -> u64 = $un_f;
                            r[d as usize] = apply(r[a as usize]);
                            pc += 1;
                        }
                    )*
                    $(
                        Ins::$br { a, b, cost, target } => {
                            let condition: fn(u64, u64) -> bool = $br_f;
                            branch_if!(condition(r[a as usize], r[b as usize]), cost, target)
                        }
                        Ins::$br_k { a, cost, target, k } => {
                            let condition: fn(u64, u64) -> bool = $br_f;
                            branch_if!(condition(r[a as usize], branch_constant(k)), cost, target)
                        }
                    )*
                    $(
                        Ins::$fb { a, b, cost, target } => {
                            let condition: fn(u64, u64) -> bool = $fb_f;
                            branch_if!(condition(r[a as usize], r[b as usize]), cost, target)
                        }
                    )*
                    $(
                        Ins::$inc { a, b, inc, cost, target } => {
                            let condition: fn(u64, u64) -> bool = $inc_f;
                            let sum = u64::from((r[a as usize] as $inc_ty).wrapping_add(inc as $inc_ty));
                            r[a as usize] = sum;
                            branch_if!(condition(sum, r[b as usize]), cost, target)
                        }
                        Ins::$inc_k { a, inc, cost, target, k } => {
                            let condition: fn(u64, u64) -> bool = $inc_f;
                            let sum = u64::from((r[a as usize] as $inc_ty).wrapping_add(inc as $inc_ty));
                            r[a as usize] = sum;
                            branch_if!(condition(sum, branch_constant(k)), cost, target)
                        }
                        Ins::$add { a, b, c, cost, target } => {
                            let condition: fn(u64, u64) -> bool = $inc_f;
                            let sum = u64::from((r[a as usize] as $inc_ty).wrapping_add(r[c as usize] as $inc_ty));
                            r[a as usize] = sum;
                            branch_if!(condition(sum, r[b as usize]), cost, target)
                        }
                        Ins::$add_k { a, c, cost, target, k } => {
                            let condition: fn(u64, u64) -> bool = $inc_f;
                            let sum = u64::from((r[a as usize] as $inc_ty).wrapping_add(r[c as usize] as $inc_ty));
                            r[a as usize] = sum;
                            branch_if!(condition(sum, branch_constant(k)), cost, target)
                        }
                    )*
                    $(
                        Ins::$load { d, a, off } =>
                            load!($bytes, $mem_ty, d, r[a as usize].wrapping_add(u64::from(off))),
                        Ins::$load_slot { d, off } =>
                            load!($bytes, $mem_ty, d, stack_pointer.wrapping_add(u64::from(off))),
                        Ins::$load_index { d, a, i, scale, off } =>
                            load!($bytes, $mem_ty, d, indexed!(r[a as usize], r[i as usize], scale, off)),
                        Ins::$load_slot_index { d, i, scale, off } =>
                            load!($bytes, $mem_ty, d, indexed!(stack_pointer, r[i as usize], scale, off)),
                        Ins::$load_checked { d, a, i, len, scale, off } => {
                            let index = check!(i, r[len as usize]);
                            load!($bytes, $mem_ty, d, indexed!(r[a as usize], index, scale, off))
                        }
                        Ins::$load_checked_k { d, a, i, scale, off, len } => {
                            let index = check!(i, u64::from(len));
                            load!($bytes, $mem_ty, d, indexed!(r[a as usize], index, scale, off))
                        }
                        Ins::$load_slot_checked_k { d, i, scale, off, len } => {
                            let index = check!(i, u64::from(len));
                            load!($bytes, $mem_ty, d, indexed!(stack_pointer, index, scale, off))
                        }
                        Ins::$store { v, a, off } =>
                            store!($bytes, $mem_ty, v, r[a as usize].wrapping_add(u64::from(off))),
                        Ins::$store_slot { v, off } =>
                            store!($bytes, $mem_ty, v, stack_pointer.wrapping_add(u64::from(off))),
                        Ins::$store_index { v, a, i, scale, off } =>
                            store!($bytes, $mem_ty, v, indexed!(r[a as usize], r[i as usize], scale, off)),
                        Ins::$store_slot_index { v, i, scale, off } =>
                            store!($bytes, $mem_ty, v, indexed!(stack_pointer, r[i as usize], scale, off)),
                        Ins::$store_checked { v, a, i, len, scale, off } => {
                            let index = check!(i, r[len as usize]);
                            store!($bytes, $mem_ty, v, indexed!(r[a as usize], index, scale, off))
                        }
                        Ins::$store_checked_k { v, a, i, scale, off, len } => {
                            let index = check!(i, u64::from(len));
                            store!($bytes, $mem_ty, v, indexed!(r[a as usize], index, scale, off))
                        }
                        Ins::$store_slot_checked_k { v, i, scale, off, len } => {
                            let index = check!(i, u64::from(len));
                            store!($bytes, $mem_ty, v, indexed!(stack_pointer, index, scale, off))
                        }
                    )*
                    Ins::Move { d, a } => {
                        r[d as usize] = r[a as usize];
                        pc += 1;
                    }
                    Ins::Move2 { d, a, e, b } => {
                        r[d as usize] = r[a as usize];
                        r[e as usize] = r[b as usize];
                        pc += 1;
                    }
                    Ins::Const { d, k } => {
                        r[d as usize] = k;
                        pc += 1;
                    }
                    Ins::Select { d, c, a, b } => {
                        r[d as usize] = if r[c as usize] != 0 { r[a as usize] } else { r[b as usize] };
                        pc += 1;
                    }
                    Ins::Lea { d, a, i, scale, off } => {
                        r[d as usize] = indexed!(r[a as usize], r[i as usize], scale, off);
                        pc += 1;
                    }
                    Ins::LeaSlot { d, off } => {
                        r[d as usize] = stack_pointer.wrapping_add(u64::from(off));
                        pc += 1;
                    }
                    Ins::LeaSlotIndex { d, i, scale, off } => {
                        r[d as usize] = indexed!(stack_pointer, r[i as usize], scale, off);
                        pc += 1;
                    }
                    Ins::MulAdd32 { d, a, b, c } => {
                        let product = (r[a as usize] as u32).wrapping_mul(r[b as usize] as u32);
                        r[d as usize] = u64::from(product.wrapping_add(r[c as usize] as u32));
                        pc += 1;
                    }
                    Ins::MulAdd64 { d, a, b, c } => {
                        let product = r[a as usize].wrapping_mul(r[b as usize]);
                        r[d as usize] = product.wrapping_add(r[c as usize]);
                        pc += 1;
                    }
                    Ins::MulAddF32 { d, a, b, c } => {
                        let product = f32_of(r[a as usize]) * f32_of(r[b as usize]);
                        r[d as usize] = f32_bits(product + f32_of(r[c as usize]));
                        pc += 1;
                    }
                    Ins::MulAddF64 { d, a, b, c } => {
                        let product = f64_of(r[a as usize]) * f64_of(r[b as usize]);
                        r[d as usize] = f64_bits(product + f64_of(r[c as usize]));
                        pc += 1;
                    }
                    Ins::MulSubF64 { d, a, b, c } => {
                        let product = f64_of(r[a as usize]) * f64_of(r[b as usize]);
                        r[d as usize] = f64_bits(f64_of(r[c as usize]) - product);
                        pc += 1;
                    }
                    Ins::BoundsCheck { i, len } => {
                        check!(i, r[len as usize]);
                        pc += 1;
                    }
                    Ins::BoundsCheckK { i, len } => {
                        check!(i, len);
                        pc += 1;
                    }
                    Ins::MemCopy { dst, src, len } => {
                        if !mem_copy(memory, r[dst as usize], r[src as usize], r[len as usize]) {
                            break Exit::Site;
                        }
                        pc += 1;
                    }
                    Ins::MemCopyK { dst, src, len } => {
                        if !mem_copy(memory, r[dst as usize], r[src as usize], u64::from(len)) {
                            break Exit::Site;
                        }
                        pc += 1;
                    }
                    Ins::MemFill { dst, byte, len } => {
                        if !mem_fill(memory, r[dst as usize], r[byte as usize] as u8, r[len as usize]) {
                            break Exit::Site;
                        }
                        pc += 1;
                    }
                    Ins::Jump { cost, target } => {
                        pc = target as usize;
                        charge!(cost);
                    }
                    Ins::BrZero { a, cost, target } => branch_if!(r[a as usize] == 0, cost, target),
                    Ins::BrNonzero { a, cost, target } => branch_if!(r[a as usize] != 0, cost, target),
                    Ins::Switch { a, cost, table } => {
                        let Some(table) = code.switches.get(table as usize) else { break Exit::Returned };
                        pc = table.target(r[a as usize]) as usize;
                        charge!(cost);
                    }
                    Ins::Charge { cost } => {
                        pc += 1;
                        charge!(cost);
                    }
                    Ins::Call { base: offset, cost, entry } => call!(offset, cost, entry),
                    Ins::CallIndirect { base: offset, callee, cost, sig } => {
                        let index = r[callee as usize].wrapping_sub(1);
                        let Some(func) = usize::try_from(index).ok().and_then(|i| code.funcs.get(i)) else {
                            break Exit::Site;
                        };
                        if func.sig != sig {
                            break Exit::Site;
                        }
                        call!(offset, cost, func.entry)
                    }
                    Ins::MoveCall { d, a, base: offset, cost, entry } => {
                        r[d as usize] = r[a as usize];
                        call!(offset, cost, entry)
                    }
                    Ins::Add32Call { d, a, k, base: offset, cost, entry } => {
                        r[d as usize] = u64::from((r[a as usize] as u32).wrapping_add(k as u32));
                        call!(offset, cost, entry)
                    }
                    Ins::Add64Call { d, a, k, base: offset, cost, entry } => {
                        r[d as usize] = r[a as usize].wrapping_add(k as u64);
                        call!(offset, cost, entry)
                    }
                    Ins::EnterZero { from, to } => {
                        for cell in from..to {
                            r[cell as usize] = 0;
                        }
                        pc += 1;
                    }
                    Ins::Enter { func } => {
                        let Some(func) = code.funcs.get(func as usize) else { break Exit::Returned };
                        if !func.prepare_cells(r) || !func.prepare_frame(&mut stack_pointer, code.stack_low) {
                            break Exit::FrameOverflow;
                        }
                        pc += 1;
                    }
                    Ins::Return0 { cost, frame } => leave!(cost, frame),
                    Ins::Return1 { a, cost, frame } => {
                        r[0] = r[a as usize];
                        leave!(cost, frame)
                    }
                    Ins::ReturnAdd32 { a, b, cost, frame } => {
                        r[0] = u64::from((r[a as usize] as u32).wrapping_add(r[b as usize] as u32));
                        leave!(cost, frame)
                    }
                    Ins::ReturnAdd64 { a, b, cost, frame } => {
                        r[0] = r[a as usize].wrapping_add(r[b as usize]);
                        leave!(cost, frame)
                    }
                    Ins::ReturnK { cost, frame, k } => {
                        r[0] = k;
                        leave!(cost, frame)
                    }
                    Ins::Return2 { a, b, cost, frame } => {
                        let (first, second) = (r[a as usize], r[b as usize]);
                        r[0] = first;
                        r[1] = second;
                        leave!(cost, frame)
                    }
                    Ins::Slow => break Exit::Site,
                }
            };
            *fuel = left;
            *base = frame_base as usize;
            *depth = callers;
            *sp = stack_pointer;
            (exit, pc)
        }
    };
}

for_each_operation!(define_run);

/// The cell that the 32-bit constant of a fused branch stands for: sign-extended. The translator only fuses constants
/// of which the comparison then sees the right bits.
#[inline(always)]
pub(crate) fn branch_constant(k: i32) -> u64 {
    i64::from(k) as u64
}
