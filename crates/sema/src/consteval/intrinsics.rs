//! What intrinsics do in a constant.

use super::ConstError;
use super::eval::Machine;
use super::memory::{Pointer, Value};
use super::numbers::{self, to_f64, wrap};
use crate::intrinsics::Intrinsic;
use crate::ty::{FloatTy, IntTy, TyKind, TyList};
use crate::typed::BinOp;
use stair_source::Span;

impl Machine<'_> {
    pub(super) fn intrinsic(
        &mut self,
        intrinsic: Intrinsic,
        generics: TyList,
        values: Vec<Value>,
        span: Span,
    ) -> Result<Value, ConstError> {
        use Intrinsic as I;
        let unsupported = || Err(ConstError::Unsupported(span, "this library function"));
        let ty = self.program.types.list(generics).first().copied();
        let kind = ty.map(|ty| self.program.types.kind(ty));
        let int = || match kind {
            Some(TyKind::Int(int)) => Ok(int),
            _ => Err(ConstError::Unsupported(span, "this library function")),
        };
        let float = || match kind {
            Some(TyKind::Float(float)) => Ok(float),
            _ => Err(ConstError::Unsupported(span, "this library function")),
        };
        let value = |i: usize| values.get(i).cloned().unwrap_or(Value::Uninit);
        let bits = |i: usize| value(i).scalar(span);
        Ok(match intrinsic {
            I::SizeOf | I::AlignOf => {
                let ty = ty.ok_or(ConstError::Reported)?;
                let layout =
                    self.program.layout(ty).map_err(|_| ConstError::Unsupported(span, "the size of this type"))?;
                Value::Scalar(i128::from(if intrinsic == I::SizeOf { layout.size } else { layout.align }))
            }
            I::TypeId => Value::Scalar(i128::from(self.program.type_id(ty.ok_or(ConstError::Reported)?))),
            I::DebugAssertions => Value::bool(true),
            I::DiscriminantValue => {
                let ty = ty.ok_or(ConstError::Reported)?;
                let reference = self.program.types.mk_ref(ty, false);
                let at = self.deref(value(0), reference, span)?;
                match (self.memory.get(&at), &kind) {
                    (Some(Value::Variant(variant, _)), Some(TyKind::Adt(adt, _))) => {
                        let variants = &self.program.adt_sig(*adt).variants;
                        Value::Scalar(variants.get(variant.0 as usize).map_or(0, |v| v.discriminant))
                    }
                    _ => Value::Scalar(0),
                }
            }
            I::PtrRead => {
                let reference = self.program.types.mk_ref(ty.ok_or(ConstError::Reported)?, false);
                let at = self.deref(value(0), reference, span)?;
                self.read(&at, span)?
            }
            I::PtrWrite => match value(0) {
                Value::Ref(at) => {
                    self.write(&at, value(1), span)?;
                    Value::unit()
                }
                _ => return unsupported(),
            },
            I::PtrCopy => match (value(0), value(1)) {
                (Value::Ref(from), Value::Ref(to)) => {
                    let count = bits(2)? as usize;
                    let copied: Result<Vec<Value>, ConstError> =
                        (0..count).map(|i| self.read(&from.moved(i), span)).collect();
                    for (i, value) in copied?.into_iter().enumerate() {
                        self.write(&to.moved(i), value, span)?;
                    }
                    Value::unit()
                }
                _ => return unsupported(),
            },
            I::PtrOffset => match value(0) {
                Value::Ref(mut at) => {
                    let count = bits(1)?;
                    match at.path.last_mut() {
                        Some(last) if at.slice.is_none() => *last = last.wrapping_add(count as usize),
                        _ if count == 0 => {}
                        _ => return unsupported(),
                    }
                    Value::Ref(at)
                }
                _ => return unsupported(),
            },
            I::SliceFromRaw | I::SliceFromRawMut => match value(0) {
                Value::Ref(mut at) if at.slice.is_none() => {
                    let Some(start) = at.path.pop() else { return unsupported() };
                    at.slice = Some((start, bits(1)? as usize));
                    Value::Ref(at)
                }
                _ => return unsupported(),
            },
            I::SliceAsPtr | I::SliceAsMutPtr => {
                let at = self.slice(value(0), span)?;
                Value::Ref(Pointer { path: at.part(0).path, ..at }.thin())
            }
            I::SliceLen => {
                let at = self.slice(value(0), span)?;
                Value::Scalar(self.memory.len(&at).unwrap_or(0) as i128)
            }
            I::StrAsBytes => match value(0) {
                Value::Str(s) => Value::Bytes(s.as_bytes().into()),
                other => other,
            },
            I::StrFromUtf8Unchecked => {
                let at = self.slice(value(0), span)?;
                let bytes: Option<Vec<u8>> = self.memory.elements(&at).and_then(|elements| {
                    elements.iter().map(|e| if let Value::Scalar(b) = e { Some(*b as u8) } else { None }).collect()
                });
                match bytes.map(String::from_utf8) {
                    Some(Ok(text)) => Value::Str(text.into()),
                    _ => return unsupported(),
                }
            }
            I::CharFromU32Unchecked | I::F32ToBits | I::F32FromBits | I::F64ToBits | I::F64FromBits => value(0),
            I::WrappingAdd => Value::Scalar(wrap(bits(0)?.wrapping_add(bits(1)?), int()?)),
            I::WrappingSub => Value::Scalar(wrap(bits(0)?.wrapping_sub(bits(1)?), int()?)),
            I::WrappingMul => Value::Scalar(wrap(bits(0)?.wrapping_mul(bits(1)?), int()?)),
            I::AddOverflows => overflows(BinOp::Add, bits(0)?, bits(1)?, int()?),
            I::SubOverflows => overflows(BinOp::Sub, bits(0)?, bits(1)?, int()?),
            I::MulOverflows => overflows(BinOp::Mul, bits(0)?, bits(1)?, int()?),
            I::UncheckedDiv | I::UncheckedRem => {
                let op = if intrinsic == I::UncheckedDiv { BinOp::Div } else { BinOp::Rem };
                let int = int()?;
                numbers::int_binary(op, bits(0)?, bits(1)?, int, int)
                    .map(Value::Scalar)
                    .map_err(|failure| ConstError::failed(span, failure.message))?
            }
            I::WrappingShl => {
                let int = int()?;
                Value::Scalar(wrap(bits(0)? << (bits(1)? as u32 % int.bits()), int))
            }
            I::WrappingShr => {
                let int = int()?;
                let by = bits(1)? as u32 % int.bits();
                let value = bits(0)?;
                Value::Scalar(if int.is_signed() { value >> by } else { (unsigned(value, int) >> by) as i128 })
            }
            I::RotateLeft | I::RotateRight => {
                let int = int()?;
                let width = int.bits();
                let by = bits(1)? as u32 % width;
                let by = if intrinsic == I::RotateLeft { by } else { (width - by) % width };
                let pattern = unsigned(bits(0)?, int);
                let high = pattern.checked_shr(width - by).unwrap_or(0);
                Value::Scalar(wrap((pattern << by | high) as i128, int))
            }
            I::CountOnes => Value::Scalar(i128::from(unsigned(bits(0)?, int()?).count_ones())),
            I::LeadingZeros => {
                let int = int()?;
                Value::Scalar(i128::from(unsigned(bits(0)?, int).leading_zeros() - (128 - int.bits())))
            }
            I::TrailingZeros => {
                let int = int()?;
                Value::Scalar(i128::from(unsigned(bits(0)?, int).trailing_zeros().min(int.bits())))
            }
            I::SwapBytes => {
                let int = int()?;
                Value::Scalar(wrap((unsigned(bits(0)?, int).swap_bytes() >> (128 - int.bits())) as i128, int))
            }
            I::FloatSqrt | I::FloatAbs | I::FloatFloor | I::FloatCeil | I::FloatTrunc | I::FloatRoundTiesEven => {
                let float = float()?;
                Value::Scalar(float_unary(intrinsic, bits(0)?, float))
            }
            I::FloatCopysign => {
                let sign: i128 = 1 << if float()? == FloatTy::F32 { 31 } else { 63 };
                Value::Scalar(bits(0)? & !sign | bits(1)? & sign)
            }
            _ => return unsupported(),
        })
    }

    /// The elements that a reference to a slice means.
    fn slice(&mut self, value: Value, span: Span) -> Result<Pointer, ConstError> {
        let types = &self.program.types;
        let slice = types.mk(TyKind::Slice(types.common.u8));
        let reference = types.mk_ref(slice, false);
        self.deref(value, reference, span)
    }
}

impl Pointer {
    /// So many elements further on, for a pointer to an element.
    fn moved(&self, count: usize) -> Self {
        let mut path = self.path.clone();
        if let Some(last) = path.last_mut() {
            *last += count;
        }
        Self { cell: self.cell, path, slice: None }
    }

    /// The same place as a thin pointer.
    fn thin(self) -> Self {
        Self { slice: None, ..self }
    }
}

/// The bit pattern without sign extension.
fn unsigned(bits: i128, int: IntTy) -> u128 {
    bits as u128 & (u128::MAX >> (128 - int.bits()))
}

fn overflows(op: BinOp, a: i128, b: i128, int: IntTy) -> Value {
    Value::bool(numbers::int_binary(op, a, b, int, int).is_err())
}

fn float_unary(intrinsic: Intrinsic, bits: i128, float: FloatTy) -> i128 {
    let x = to_f64(bits, float);
    // Each of these is exact, or rounded correctly from a value with more than twice the digits.
    let y = match intrinsic {
        Intrinsic::FloatSqrt => x.sqrt(),
        Intrinsic::FloatAbs => x.abs(),
        Intrinsic::FloatFloor => x.floor(),
        Intrinsic::FloatCeil => x.ceil(),
        Intrinsic::FloatTrunc => x.trunc(),
        _ => x.round_ties_even(),
    };
    numbers::float_bits(y, float)
}
