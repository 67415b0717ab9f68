//! Intrinsics: what the library is made of.

use crate::error::{R, Stop};
use crate::exprs::Want;
use crate::function::Lowerer;
use crate::places::{Base, Mem, Place, Val};
use crate::traps::Arithmetic;
use stair_ir::entities::Value;
use stair_ir::inst::{BinaryOp, ConvertOp, Signature, Type, UnaryOp};
use stair_sema::defs::{Instance, LangFn};
use stair_sema::ids::ExprId;
use stair_sema::intrinsics::Intrinsic;
use stair_sema::layout::Abi;
use stair_sema::ty::{Ty, TyKind, TyList};

impl Lowerer<'_, '_> {
    /// A call of an intrinsic.
    pub(crate) fn intrinsic(
        &mut self,
        intrinsic: Intrinsic,
        generic_args: TyList,
        args: &[ExprId],
        id: ExprId,
        want: &Want,
    ) -> R<Val> {
        use Intrinsic as I;
        let t = self.cx.program.types.list(generic_args).first().copied();
        match intrinsic {
            I::FdWrite | I::FdRead | I::ProcExit | I::ClockTimeGet | I::RandomGet => {
                let val = self.import_call(intrinsic, args)?;
                if intrinsic == I::ProcExit {
                    self.b.unreachable();
                    return Err(Stop::Never);
                }
                return self.deliver(val, id, want);
            }
            I::PtrRead => {
                let [pointer] = *args else { return self.inconsistent(MISSING) };
                let address = self.scalar(pointer)?;
                return self.read_pointer(address, id, want);
            }
            I::PtrWrite => {
                let [pointer, value] = *args else { return self.inconsistent(MISSING) };
                let ty = self.expr_ty(value);
                let address = self.scalar(pointer)?;
                let val = Place::Val(self.operand(value)?);
                self.copy(&Place::Mem(Mem::at(Base::Addr(address))), &val, ty)?;
                return Ok(Val::Zero);
            }
            I::Unreachable => {
                self.b.unreachable();
                return Err(Stop::Never);
            }
            I::Forget => {
                let [value] = *args else { return self.inconsistent(MISSING) };
                self.operand(value)?;
                return Ok(Val::Zero);
            }
            I::DropInPlace => {
                let [pointer] = *args else { return self.inconsistent(MISSING) };
                let ty = self.type_arg(t)?;
                match self.operand(pointer)? {
                    Val::One(address) => self.drop_at(address, None, ty)?,
                    Val::Two(address, len) => self.drop_at(address, Some(len), ty)?,
                    _ => return self.inconsistent(MISSING),
                }
                return Ok(Val::Zero);
            }
            I::Unwind => {
                let lang = if self.cx.program.has_observable_drops() { LangFn::Unwind } else { LangFn::PanicExit };
                let Some(def) = self.cx.program.lang(lang) else { return self.inconsistent(MISSING) };
                let func = self.cx.func(Instance { def, args: TyList::EMPTY }, self.b.origin().span)?;
                self.b.call(func, Vec::new(), &[]);
                self.b.unreachable();
                return Err(Stop::Never);
            }
            I::UserMain => return self.inconsistent("`user_main` without a main function"),
            _ => {}
        }
        let mut vals = Vec::with_capacity(args.len());
        for &arg in args {
            vals.push(self.operand(arg)?);
        }
        if let Some(TyKind::Int(int)) = t.map(|t| self.cx.program.types.kind(t))
            && int.is_wide()
            && let Some(val) = self.wide_intrinsic(intrinsic, int.is_signed(), &vals)?
        {
            return self.deliver(val, id, want);
        }
        let val = match vals.as_slice() {
            [] => self.nullary(intrinsic, t)?,
            [Val::One(a)] => self.on_scalar(intrinsic, *a, t)?,
            [Val::Two(address, len)] => match intrinsic {
                I::SliceAsPtr | I::SliceAsMutPtr => Val::One(*address),
                I::SliceLen => Val::One(*len),
                I::SizeOfVal | I::AlignOfVal => Val::One(self.of_value(intrinsic, Some(*len), t)?),
                I::StrAsBytes | I::StrFromUtf8Unchecked | I::BoxFromRaw | I::BoxIntoRaw => Val::Two(*address, *len),
                _ => return self.inconsistent(MISSING),
            },
            [Val::One(a), Val::One(b)] => self.on_two_scalars(intrinsic, *a, *b, t)?,
            [Val::One(a), Val::One(b), Val::One(c)] => self.on_memory(intrinsic, *a, *b, *c, t)?,
            _ => return self.inconsistent(MISSING),
        };
        self.deliver(val, id, want)
    }

    fn type_arg(&self, t: Option<Ty>) -> R<Ty> {
        t.map_or_else(|| self.inconsistent("an intrinsic without its type"), Ok)
    }

    /// Read a value of the call's type.
    fn read_pointer(&mut self, address: Value, id: ExprId, want: &Want) -> R<Val> {
        let ty = self.expr_ty(id);
        let from = Place::Mem(Mem::at(Base::Addr(address)));
        let layout = self.layout(ty)?;
        match (want, layout.abi) {
            (Want::Nothing, _) => Ok(Val::Zero),
            (Want::Into(to), _) => self.copy(to, &from, ty).map(|()| Val::Zero),
            (Want::Value, Abi::Memory) => {
                let mem = self.temp(ty, &layout)?;
                self.copy(&Place::Mem(mem), &from, ty)?;
                Ok(Val::Mem(mem))
            }
            (Want::Value, _) => self.read(&from, ty),
        }
    }

    /// A call of the host: pointers are `I32` there.
    fn import_call(&mut self, intrinsic: Intrinsic, args: &[ExprId]) -> R<Val> {
        let mut values = Vec::with_capacity(args.len());
        for &arg in args {
            let ty = self.expr_ty(arg);
            let value = self.scalar(arg)?;
            let is_pointer = matches!(self.cx.program.types.kind(ty), TyKind::Ref(..) | TyKind::Ptr(..));
            values.push(if is_pointer { self.b.convert(ConvertOp::Truncate, Type::I32, value) } else { value });
        }
        let params = values.iter().map(|&v| self.b.ty(v)).collect();
        let results = if intrinsic == Intrinsic::ProcExit { Vec::new() } else { vec![Type::I32] };
        let import = self.cx.import(intrinsic.name(), Signature { params, results: results.clone() });
        let results = self.b.call_import(import, values, &results);
        Ok(Val::of_values(&results))
    }

    fn nullary(&mut self, intrinsic: Intrinsic, t: Option<Ty>) -> R<Val> {
        use Intrinsic as I;
        Ok(Val::One(match intrinsic {
            I::SizeOf | I::AlignOf => {
                let layout = self.layout(self.type_arg(t)?)?;
                let bytes = if intrinsic == I::SizeOf { layout.size } else { layout.align };
                self.b.iconst(Type::I64, bytes)
            }
            I::TypeName => {
                let name = self.cx.program.full_type_name(self.type_arg(t)?);
                let data = self.cx.string_data(&name, self.b.origin().span)?;
                let address = self.b.data_addr(data, 0);
                return Ok(Val::Two(address, self.b.iconst(Type::I64, name.len() as u64)));
            }
            I::TypeId => {
                let number = self.cx.program.type_id(self.type_arg(t)?);
                self.b.iconst(Type::I64, number)
            }
            I::NeedsDrop => {
                let ty = self.type_arg(t)?;
                let needs = self.needs_drop(ty);
                self.b.bool(needs)
            }
            I::IsCopy => {
                let ty = self.type_arg(t)?;
                let copy = self.cx.program.is_copy(ty);
                self.b.bool(copy)
            }
            I::IsFused => {
                let ty = self.type_arg(t)?;
                let fused = self.cx.program.is_fused(ty);
                self.b.bool(fused)
            }
            I::Cleanups => {
                let data = self.cx.cleanups()?;
                self.b.data_addr(data, 0)
            }
            I::DebugAssertions => self.b.bool(self.cx.checks_overflow()),
            I::MemorySize => self.b.memory_size(),
            I::HeapBase => {
                let data = self.cx.heap_base()?;
                let address = self.b.data_addr(data, 0);
                self.b.load(Type::I64, address, 0)
            }
            _ => return self.inconsistent(MISSING),
        }))
    }

    /// The size or alignment of a value: of a slice, if it has a length.
    fn of_value(&mut self, intrinsic: Intrinsic, len: Option<Value>, t: Option<Ty>) -> R<Value> {
        let ty = self.type_arg(t)?;
        let (size, align) = match self.cx.program.types.kind(ty) {
            TyKind::Dyn(..) => match len {
                Some(vtable) => return Ok(self.size_in_vtable(vtable, intrinsic)),
                None => return self.inconsistent("a trait object without a vtable"),
            },
            TyKind::Str => (1, 1),
            TyKind::Slice(element) => self.layout(element).map(|layout| (layout.size, layout.align))?,
            _ => self.layout(ty).map(|layout| (layout.size, layout.align))?,
        };
        Ok(match (intrinsic, len) {
            (Intrinsic::AlignOfVal, _) => self.b.iconst(Type::I64, align),
            (_, Some(len)) => self.scaled(len, size),
            (_, None) => self.b.iconst(Type::I64, size),
        })
    }

    fn on_scalar(&mut self, intrinsic: Intrinsic, a: Value, t: Option<Ty>) -> R<Val> {
        use Intrinsic as I;
        let count = |this: &mut Self, op| {
            let count = this.b.unary(op, a);
            this.resize(count, Type::I32, false)
        };
        Ok(Val::One(match intrinsic {
            I::DiscriminantValue => {
                let ty = self.type_arg(t)?;
                let discriminant = self.discriminant(&Place::Mem(Mem::at(Base::Addr(a))), ty)?;
                let to = self.scalar_ty(self.cx.program.discriminant_type(ty))?;
                self.resize(discriminant, to, true)
            }
            I::SizeOfVal | I::AlignOfVal => self.of_value(intrinsic, None, t)?,
            I::MemoryGrow => self.b.memory_grow(a),
            I::CountOnes => count(self, UnaryOp::Popcnt),
            I::LeadingZeros => count(self, UnaryOp::Clz),
            I::TrailingZeros => count(self, UnaryOp::Ctz),
            I::SwapBytes if self.b.ty(a) == Type::I8 => a,
            I::SwapBytes => self.b.unary(UnaryOp::Bswap, a),
            I::FloatSqrt => self.b.unary(UnaryOp::FSqrt, a),
            I::FloatAbs => self.b.unary(UnaryOp::FAbs, a),
            I::FloatFloor => self.b.unary(UnaryOp::FFloor, a),
            I::FloatCeil => self.b.unary(UnaryOp::FCeil, a),
            I::FloatTrunc => self.b.unary(UnaryOp::FTrunc, a),
            I::FloatRoundTiesEven => self.b.unary(UnaryOp::FNearest, a),
            I::F32ToBits => self.b.convert(ConvertOp::Bitcast, Type::I32, a),
            I::F32FromBits => self.b.convert(ConvertOp::Bitcast, Type::F32, a),
            I::F64ToBits => self.b.convert(ConvertOp::Bitcast, Type::I64, a),
            I::F64FromBits => self.b.convert(ConvertOp::Bitcast, Type::F64, a),
            I::CharFromU32Unchecked | I::BoxFromRaw | I::BoxIntoRaw => a,
            _ => return self.inconsistent(MISSING),
        }))
    }

    fn on_two_scalars(&mut self, intrinsic: Intrinsic, a: Value, b: Value, t: Option<Ty>) -> R<Val> {
        use Intrinsic as I;
        let signed = match t.map(|t| self.cx.program.types.kind(t)) {
            Some(TyKind::Int(int)) => int.is_signed(),
            _ => false,
        };
        let pick = |s, u| if signed { s } else { u };
        let op = match intrinsic {
            I::PtrOffset => {
                let size = self.layout(self.type_arg(t)?)?.size;
                let bytes = self.scaled(b, size);
                return Ok(Val::One(self.b.binary(BinaryOp::Add, a, bytes)));
            }
            I::SliceFromRaw | I::SliceFromRawMut => return Ok(Val::Two(a, b)),
            I::AddOverflows => return Ok(Val::One(self.overflows(Arithmetic::Add, signed, a, b))),
            I::SubOverflows => return Ok(Val::One(self.overflows(Arithmetic::Sub, signed, a, b))),
            I::MulOverflows => return Ok(Val::One(self.overflows(Arithmetic::Mul, signed, a, b))),
            I::WrappingAdd => BinaryOp::Add,
            I::WrappingSub => BinaryOp::Sub,
            I::WrappingMul => BinaryOp::Mul,
            I::UncheckedDiv => pick(BinaryOp::DivS, BinaryOp::DivU),
            I::UncheckedRem => pick(BinaryOp::RemS, BinaryOp::RemU),
            I::WrappingShl => BinaryOp::Shl,
            I::WrappingShr => pick(BinaryOp::ShrS, BinaryOp::ShrU),
            I::RotateLeft => BinaryOp::Rotl,
            I::RotateRight => BinaryOp::Rotr,
            I::FloatCopysign => BinaryOp::FCopysign,
            _ => return self.inconsistent(MISSING),
        };
        let ty = self.b.ty(a);
        let b = if self.b.ty(b).is_int() { self.resize(b, ty, false) } else { b };
        Ok(Val::One(self.b.binary(op, a, b)))
    }

    fn on_memory(&mut self, intrinsic: Intrinsic, a: Value, b: Value, c: Value, t: Option<Ty>) -> R<Val> {
        let size = self.layout(self.type_arg(t)?)?.size;
        let bytes = self.scaled(c, size);
        match intrinsic {
            Intrinsic::PtrCopy => self.b.mem_copy(b, a, bytes),
            Intrinsic::PtrWriteBytes => self.b.mem_fill(a, b, bytes),
            _ => return self.inconsistent(MISSING),
        }
        Ok(Val::Zero)
    }

    /// So many elements in bytes.
    fn scaled(&mut self, count: Value, size: u64) -> Value {
        if size == 1 {
            return count;
        }
        let size = self.b.iconst(Type::I64, size);
        self.b.binary(BinaryOp::Mul, count, size)
    }
}

const MISSING: &str = "an intrinsic with arguments that it does not take";
