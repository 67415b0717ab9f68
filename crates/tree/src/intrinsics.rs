//! What the intrinsics do.

use crate::eval::Interpreter;
use crate::memory::{MAX_MEMORY_BYTES, PAGE_BYTES};
use crate::node::{Carry, Code, IntrinsicCall, Num};
use crate::pattern::variant_in;
use crate::{Stop, arith};
use stair_host::{Flow, HostCall};
use stair_sema::ids::ExprId;
use stair_sema::intrinsics::Intrinsic;
use stair_sema::typed::BinOp;

impl<'a> Interpreter<'a> {
    /// Call an intrinsic. A scalar or a pair's first word is the result, the second word goes to `self.second`, a value in
    /// memory to `at`.
    pub(crate) fn intrinsic(&mut self, code: &'a Code, call: &'a IntrinsicCall, at: u64) -> Result<u64, Stop> {
        use Intrinsic as I;
        let num = call.num;
        if let Some(signed) = call.wide
            && let Some((first, second)) = self.wide_intrinsic(code, call, signed)?
        {
            self.second = second;
            return Ok(first);
        }
        match call.which {
            I::UserMain | I::Unreachable => Err(Stop::BROKEN),
            I::FdWrite => self.host_call(code, HostCall::FdWrite, &call.args),
            I::FdRead => self.host_call(code, HostCall::FdRead, &call.args),
            I::ProcExit => self.host_call(code, HostCall::ProcExit, &call.args),
            I::ClockTimeGet => self.host_call(code, HostCall::ClockTimeGet, &call.args),
            I::RandomGet => self.host_call(code, HostCall::RandomGet, &call.args),

            I::SizeOf | I::IsCopy | I::IsFused | I::TypeId => Ok(call.size),
            I::AlignOf => Ok(call.align),
            I::SizeOfVal | I::AlignOfVal => {
                let pointer = *call.args.first().ok_or(Stop::BROKEN)?;
                if call.in_vtable {
                    let (_, vtable) = self.pair(code, pointer)?;
                    let offset = if call.which == I::SizeOfVal { 8 } else { 16 };
                    return self.memory.load(Num::U64, vtable.saturating_add(offset));
                }
                let len = match code.nodes[pointer.index()].carry {
                    Carry::Pair => self.pair(code, pointer)?.1,
                    _ => self.scalar(code, pointer).map(|_| 1)?,
                };
                Ok(if call.which == I::SizeOfVal { len.wrapping_mul(call.size) } else { call.align })
            }
            I::TypeName => {
                self.second = call.text.1;
                Ok(call.text.0)
            }
            I::DiscriminantValue => {
                let address = self.argument(code, call, 0)?;
                let Some((layout, discriminants)) = &call.variants else { return Ok(0) };
                let variant = variant_in(&self.memory, layout, address)?;
                Ok(call.num.normalize(discriminants.get(variant as usize).copied().unwrap_or(0) as u64))
            }
            I::NeedsDrop => Ok(u64::from(call.glue.is_some())),
            I::Forget => {
                let value = *call.args.first().ok_or(Stop::BROKEN)?;
                self.place(code, value).map(|_| 0)
            }
            I::DropInPlace => {
                let pointer = *call.args.first().ok_or(Stop::BROKEN)?;
                let (address, meta) = match code.nodes[pointer.index()].carry {
                    Carry::Pair => self.pair(code, pointer)?,
                    _ => (self.scalar(code, pointer)?, 0),
                };
                call.glue.map_or(Ok(()), |glue| self.drop_at(glue, address, meta)).map(|()| 0)
            }
            I::Unwind => Err(Stop::UNWIND),
            // Nothing is ever in that list here.
            I::Cleanups => Ok(0),
            I::DebugAssertions => Ok(u64::from(self.options.overflow_checks)),

            I::PtrRead => {
                let address = self.argument(code, call, 0)?;
                match call.carry {
                    Carry::Zero => Ok(0),
                    Carry::Scalar(num) => self.memory.load(num, address),
                    Carry::Pair => {
                        let (first, second) = self.memory.load_pair(address)?;
                        self.second = second;
                        Ok(first)
                    }
                    Carry::Memory(size) => self.memory.copy(address, at, size).map(|()| 0),
                }
            }
            I::PtrWrite => {
                let address = self.argument(code, call, 0)?;
                let value = *call.args.get(1).ok_or(Stop::BROKEN)?;
                match call.carry {
                    // By way of a temporary: the value may be computed from what lies there.
                    Carry::Memory(size) => {
                        let (from, _) = self.place(code, value)?;
                        self.memory.copy(from, address, size).map(|()| 0)
                    }
                    _ => self.store(code, value, address).map(|()| 0),
                }
            }
            I::PtrOffset => {
                let [base, count] = self.arguments(code, call)?;
                Ok(base.wrapping_add(count.wrapping_mul(call.size)))
            }
            I::PtrCopy => {
                let [from, to, count] = self.arguments(code, call)?;
                let len = count.checked_mul(call.size).ok_or(Stop::FAULT)?;
                self.memory.copy(from, to, len).map(|()| 0)
            }
            I::PtrWriteBytes => {
                let [to, byte, count] = self.arguments(code, call)?;
                let len = count.checked_mul(call.size).ok_or(Stop::FAULT)?;
                self.memory.fill(to, byte as u8, len).map(|()| 0)
            }
            I::SliceFromRaw | I::SliceFromRawMut => {
                let [address, len] = self.arguments(code, call)?;
                self.second = len;
                Ok(address)
            }
            I::SliceAsPtr | I::SliceAsMutPtr => Ok(self.slice_argument(code, call)?.0),
            I::SliceLen => Ok(self.slice_argument(code, call)?.1),
            I::BoxFromRaw | I::BoxIntoRaw if call.carry != Carry::Pair => self.argument(code, call, 0),
            I::StrAsBytes | I::StrFromUtf8Unchecked | I::BoxFromRaw | I::BoxIntoRaw => {
                let (address, len) = self.slice_argument(code, call)?;
                self.second = len;
                Ok(address)
            }
            I::MemorySize => Ok(self.memory.bytes.len() as u64 / PAGE_BYTES),
            I::MemoryGrow => {
                let pages = self.argument(code, call, 0)?;
                let old = self.memory.bytes.len() as u64;
                match pages.checked_mul(PAGE_BYTES).and_then(|more| more.checked_add(old)) {
                    Some(new) if new <= MAX_MEMORY_BYTES => {
                        self.memory.bytes.resize(new as usize, 0);
                        Ok(old / PAGE_BYTES)
                    }
                    _ => Ok(u64::MAX),
                }
            }
            I::HeapBase => Ok(self.heap_base),

            I::WrappingAdd => self.wrapping(code, call, BinOp::Add),
            I::WrappingSub => self.wrapping(code, call, BinOp::Sub),
            I::WrappingMul => self.wrapping(code, call, BinOp::Mul),
            I::UncheckedDiv => self.wrapping(code, call, BinOp::Div),
            I::UncheckedRem => self.wrapping(code, call, BinOp::Rem),
            I::WrappingShl | I::WrappingShr => {
                let [a, b] = self.arguments(code, call)?;
                let op = if call.which == I::WrappingShl { BinOp::Shl } else { BinOp::Shr };
                arith::shift(op, num, a, b, false).map_err(|_| Stop::BROKEN)
            }
            I::RotateLeft | I::RotateRight => {
                let [a, b] = self.arguments(code, call)?;
                let bits = u64::from(num.bits());
                let left = if call.which == I::RotateLeft { b % bits } else { (bits - b % bits) % bits };
                let low = unsigned(num, a);
                Ok(num.normalize(if left == 0 { low } else { low << left | low >> (bits - left) }))
            }
            I::AddOverflows => self.overflows(code, call, BinOp::Add),
            I::SubOverflows => self.overflows(code, call, BinOp::Sub),
            I::MulOverflows => self.overflows(code, call, BinOp::Mul),
            I::CountOnes => Ok(u64::from(unsigned(num, self.argument(code, call, 0)?).count_ones())),
            I::LeadingZeros => {
                let value = unsigned(num, self.argument(code, call, 0)?);
                Ok(u64::from(value.leading_zeros() - (64 - num.bits())))
            }
            I::TrailingZeros => {
                let value = unsigned(num, self.argument(code, call, 0)?);
                Ok(u64::from(value.trailing_zeros().min(num.bits())))
            }
            I::SwapBytes => {
                let value = self.argument(code, call, 0)?;
                Ok(num.normalize(value.swap_bytes() >> (64 - num.bits())))
            }

            I::FloatSqrt => self.float(code, call, f64::sqrt, f32::sqrt),
            I::FloatAbs => self.float(code, call, f64::abs, f32::abs),
            I::FloatFloor => self.float(code, call, f64::floor, f32::floor),
            I::FloatCeil => self.float(code, call, f64::ceil, f32::ceil),
            I::FloatTrunc => self.float(code, call, f64::trunc, f32::trunc),
            I::FloatRoundTiesEven => self.float(code, call, f64::round_ties_even, f32::round_ties_even),
            I::FloatCopysign => {
                let [a, b] = self.arguments(code, call)?;
                let sign = 1 << (num.bits() - 1);
                Ok(a & !sign | b & sign)
            }
            I::F32ToBits | I::F32FromBits | I::F64ToBits | I::F64FromBits | I::CharFromU32Unchecked => {
                self.argument(code, call, 0)
            }
        }
    }

    fn argument(&mut self, code: &'a Code, call: &'a IntrinsicCall, index: usize) -> Result<u64, Stop> {
        self.scalar(code, *call.args.get(index).ok_or(Stop::BROKEN)?)
    }

    fn arguments<const N: usize>(&mut self, code: &'a Code, call: &'a IntrinsicCall) -> Result<[u64; N], Stop> {
        let mut values = [0; N];
        for (i, value) in values.iter_mut().enumerate() {
            *value = self.argument(code, call, i)?;
        }
        Ok(values)
    }

    fn slice_argument(&mut self, code: &'a Code, call: &'a IntrinsicCall) -> Result<(u64, u64), Stop> {
        self.pair(code, *call.args.first().ok_or(Stop::BROKEN)?)
    }

    fn wrapping(&mut self, code: &'a Code, call: &'a IntrinsicCall, op: BinOp) -> Result<u64, Stop> {
        let [a, b] = self.arguments(code, call)?;
        arith::binary(op, call.num, a, b, false).map_err(|_| Stop::BROKEN)
    }

    fn overflows(&mut self, code: &'a Code, call: &'a IntrinsicCall, op: BinOp) -> Result<u64, Stop> {
        let [a, b] = self.arguments(code, call)?;
        Ok(u64::from(arith::binary(op, call.num, a, b, true).is_err()))
    }

    fn float(
        &mut self,
        code: &'a Code,
        call: &'a IntrinsicCall,
        double: impl Fn(f64) -> f64,
        single: impl Fn(f32) -> f32,
    ) -> Result<u64, Stop> {
        let value = self.argument(code, call, 0)?;
        Ok(match call.num {
            Num::F32 => u64::from(single(f32::from_bits(value as u32)).to_bits()),
            _ => double(f64::from_bits(value)).to_bits(),
        })
    }

    fn host_call(&mut self, code: &'a Code, which: HostCall, args: &'a [ExprId]) -> Result<u64, Stop> {
        let mut values = [0; 4];
        for (value, &arg) in values.iter_mut().zip(args) {
            *value = self.scalar(code, arg)?;
        }
        match stair_host::call(self.host, &mut self.memory.bytes, which, &values) {
            Flow::Continue(result) => Ok(result),
            Flow::Exit(exit_code) => {
                self.exit_code = exit_code;
                Err(Stop::EXIT)
            }
        }
    }
}

/// The bits of a number without those of its sign's extension.
fn unsigned(num: Num, value: u64) -> u64 {
    value & (u64::MAX >> (64 - num.bits()))
}
