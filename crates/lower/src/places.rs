//! Where a value is, and reading, writing, copying and addressing it.

use crate::abi::scalar_type;
use crate::error::R;
use crate::function::Lowerer;
use stair_ir::entities::{DataId, Slot, Value, Var};
use stair_ir::inst::{BinaryOp, Type};
use stair_sema::ids::{FieldIdx, VariantIdx};
use stair_sema::layout::{Abi, Layout};
use stair_sema::ty::{Ty, TyKind};
use stair_source::Span;
use std::rc::Rc;

/// Where a value is.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Place {
    /// In an IR variable.
    Var(Var),
    /// A fat pointer, in two.
    Vars(Var, Var),
    /// In memory.
    Mem(Mem),
    /// A temporary that is not stored anywhere: to be read only.
    Val(Val),
    /// A temporary tuple whose elements are at these places: to be read only.
    Parts(Rc<[Place]>),
}

/// A value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Val {
    /// Of a type of which there is nothing to carry.
    Zero,
    /// A scalar.
    One(Value),
    /// A fat pointer.
    Two(Value, Value),
    /// Of ABI `Memory`: the bytes there, which nothing else changes while this is in use.
    Mem(Mem),
}

/// A place in memory.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Mem {
    pub(crate) base: Base,
    /// Bytes from the base.
    pub(crate) offset: u32,
    /// Of a place of unsized type (`[T]`, `str`), the length.
    pub(crate) len: Option<Value>,
}

/// What a place in memory is relative to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Base {
    /// An address.
    Addr(Value),
    /// A piece of the frame.
    Slot(Slot),
    /// Static data.
    Data(DataId),
    /// The address in a variable that is never changed.
    Var(Var),
    /// An address that is known: of a place without bytes.
    Fixed(u64),
}

/// Values up to this size are copied by loads and stores.
const SMALL_COPY_BYTES: u64 = 16;

/// The accesses that together cover `size` bytes: type and offset of each.
pub(crate) fn chunks(size: u64) -> Vec<(Type, u32)> {
    let mut chunks = Vec::new();
    let mut at = 0;
    for (ty, bytes) in [(Type::I64, 8), (Type::I32, 4), (Type::I16, 2), (Type::I8, 1)] {
        while size - at >= bytes {
            chunks.push((ty, at as u32));
            at += bytes;
        }
    }
    chunks
}

impl Mem {
    /// The place where `base` is.
    pub(crate) fn at(base: Base) -> Self {
        Self { base, offset: 0, len: None }
    }

    /// A place for a value without bytes.
    pub(crate) fn dangling(align: u64) -> Self {
        Self::at(Base::Fixed(align.max(1)))
    }
}

impl Val {
    /// The values that carry it; none for `Memory`.
    pub(crate) fn values(&self) -> Vec<Value> {
        match *self {
            Self::Zero | Self::Mem(_) => Vec::new(),
            Self::One(v) => vec![v],
            Self::Two(a, b) => vec![a, b],
        }
    }

    /// From the values that carry it.
    pub(crate) fn of_values(values: &[Value]) -> Self {
        match *values {
            [v] => Self::One(v),
            [a, b] => Self::Two(a, b),
            _ => Self::Zero,
        }
    }
}

impl Lowerer<'_, '_> {
    /// An address and an offset that together give the place.
    pub(crate) fn base_and_offset(&mut self, mem: Mem) -> (Value, u32) {
        let base = match mem.base {
            Base::Addr(value) => value,
            Base::Slot(slot) => self.b.slot_addr(slot, 0),
            Base::Data(data) => self.b.data_addr(data, 0),
            Base::Var(var) => self.b.get(var),
            Base::Fixed(address) => self.b.iconst(Type::I64, address),
        };
        (base, mem.offset)
    }

    /// The address of a place in memory.
    pub(crate) fn address(&mut self, mem: Mem) -> Value {
        match mem.base {
            Base::Slot(slot) => self.b.slot_addr(slot, mem.offset),
            Base::Data(data) => self.b.data_addr(data, mem.offset),
            Base::Fixed(address) => self.b.iconst(Type::I64, address + u64::from(mem.offset)),
            Base::Addr(_) | Base::Var(_) => {
                let (base, offset) = self.base_and_offset(mem);
                if offset == 0 {
                    return base;
                }
                let offset = self.b.iconst(Type::I64, u64::from(offset));
                self.b.binary(BinaryOp::Add, base, offset)
            }
        }
    }

    /// A place so many bytes further on.
    pub(crate) fn offset_mem(&mut self, mem: Mem, bytes: u64) -> Mem {
        match u32::try_from(u64::from(mem.offset) + bytes) {
            Ok(offset) => Mem { offset, len: None, ..mem },
            Err(_) => {
                let address = self.address(mem);
                let bytes = self.b.iconst(Type::I64, bytes);
                Mem::at(Base::Addr(self.b.binary(BinaryOp::Add, address, bytes)))
            }
        }
    }

    /// Read a scalar of type `ty` that lies `offset` bytes into a value at `place`.
    pub(crate) fn read_scalar(&mut self, place: &Place, offset: u64, ty: Type) -> R<Value> {
        let known = self.known_loads.iter().rev().find(|(p, o, _)| *o == offset && p == place);
        if let Some(&(_, _, value)) = known {
            return Ok(value);
        }
        match (place, offset) {
            (Place::Var(var), 0) | (Place::Vars(var, _), 0) | (Place::Vars(_, var), 8) => Ok(self.b.get(*var)),
            (Place::Val(Val::One(v)), 0) | (Place::Val(Val::Two(v, _)), 0) | (Place::Val(Val::Two(_, v)), 8) => Ok(*v),
            (Place::Mem(mem) | Place::Val(Val::Mem(mem)), _) => {
                let mem = self.offset_mem(*mem, offset);
                let (base, offset) = self.base_and_offset(mem);
                Ok(self.b.load(ty, base, offset))
            }
            _ => self.inconsistent("a scalar where there is none"),
        }
    }

    /// The value at a place. Bytes in memory are not copied.
    pub(crate) fn read(&mut self, place: &Place, ty: Ty) -> R<Val> {
        let layout = self.layout(ty)?;
        if let (Place::Parts(_), Abi::Scalar(_) | Abi::Pair(..)) = (place, layout.abi) {
            let mem = self.in_memory(place, ty)?;
            return self.read(&Place::Mem(mem), ty);
        }
        match layout.abi {
            Abi::Zero => Ok(Val::Zero),
            Abi::Scalar(s) => Ok(Val::One(self.read_scalar(place, 0, scalar_type(s))?)),
            Abi::Pair(a, b) => {
                let first = self.read_scalar(place, 0, scalar_type(a))?;
                Ok(Val::Two(first, self.read_scalar(place, 8, scalar_type(b))?))
            }
            Abi::Memory => Ok(Val::Mem(self.in_memory(place, ty)?)),
        }
    }

    /// Write a value of scalar or pair ABI to a place.
    pub(crate) fn write(&mut self, place: &Place, val: &Val) -> R<()> {
        match (place, *val) {
            (_, Val::Zero) => {}
            (Place::Var(var), Val::One(v)) => self.b.set(*var, v),
            (Place::Vars(first, second), Val::Two(a, b)) => {
                self.b.set(*first, a);
                self.b.set(*second, b);
            }
            (Place::Mem(mem), Val::One(v)) => {
                let (base, offset) = self.base_and_offset(*mem);
                self.b.store(base, v, offset);
            }
            (Place::Mem(mem), Val::Two(a, b)) => {
                let (base, offset) = self.base_and_offset(*mem);
                self.b.store(base, a, offset);
                self.b.store(base, b, offset + 8);
            }
            _ => return self.inconsistent("a value that does not fit its place"),
        }
        Ok(())
    }

    /// Copy a value from one place to another; they may overlap.
    pub(crate) fn copy(&mut self, to: &Place, from: &Place, ty: Ty) -> R<()> {
        let layout = self.layout(ty)?;
        if layout.abi != Abi::Memory {
            let val = self.read(from, ty)?;
            return self.write(to, &val);
        }
        if let (Place::Mem(to), Place::Parts(_)) = (to, from) {
            return self.store_parts(*to, from, ty);
        }
        let from = self.in_memory(from, ty)?;
        let Place::Mem(to) = *to else { return self.inconsistent("a large value without memory") };
        self.copy_bytes(to, from, layout.size);
        Ok(())
    }

    /// Copy bytes; source and destination may overlap.
    pub(crate) fn copy_bytes(&mut self, to: Mem, from: Mem, size: u64) {
        if to == from || size == 0 {
            return;
        }
        if size <= SMALL_COPY_BYTES {
            let (base, offset) = self.base_and_offset(from);
            let parts: Vec<(Value, u32)> =
                chunks(size).into_iter().map(|(ty, at)| (self.b.load(ty, base, offset + at), at)).collect();
            let (base, offset) = self.base_and_offset(to);
            for (value, at) in parts {
                self.b.store(base, value, offset + at);
            }
            return;
        }
        let (dst, src) = (self.address(to), self.address(from));
        let len = self.b.iconst(Type::I64, size);
        self.b.mem_copy(dst, src, len);
    }

    /// Write a temporary tuple's elements to memory.
    fn store_parts(&mut self, to: Mem, from: &Place, ty: Ty) -> R<()> {
        let (Place::Parts(parts), TyKind::Tuple(elements)) = (from, self.cx.program.types.kind(ty)) else {
            return self.inconsistent("parts of something that is no tuple");
        };
        let layout = self.layout(ty)?;
        for (i, &element) in self.cx.program.types.list(elements).iter().enumerate() {
            let (Some(part), Some(offset)) = (parts.get(i), layout.field(FieldIdx(i as u32))) else { continue };
            let to = Place::Mem(self.offset_mem(to, offset));
            self.copy(&to, part, element)?;
        }
        Ok(())
    }

    /// The place in memory of a value; one that is not in memory is first stored to a temporary.
    pub(crate) fn in_memory(&mut self, place: &Place, ty: Ty) -> R<Mem> {
        if let Place::Mem(mem) | Place::Val(Val::Mem(mem)) = place {
            return Ok(*mem);
        }
        let layout = self.layout(ty)?;
        let mem = self.temp(ty, &layout)?;
        if let Place::Parts(_) = place {
            self.store_parts(mem, place, ty)?;
        } else {
            let val = self.read(place, ty)?;
            self.write(&Place::Mem(mem), &val)?;
        }
        Ok(mem)
    }

    /// The place of a field of a value of type `ty`, of this variant if it is an enum's; and the field's type.
    pub(crate) fn field(
        &mut self,
        place: &Place,
        ty: Ty,
        variant: Option<VariantIdx>,
        field: FieldIdx,
    ) -> R<(Place, Ty)> {
        let field_ty = self.field_ty(ty, variant, field)?;
        if let Place::Parts(parts) = place
            && let Some(part) = parts.get(field.0 as usize)
        {
            return Ok((part.clone(), field_ty));
        }
        let layout = self.layout(ty)?;
        let offset = match variant {
            Some(variant) => layout.variant_field(variant, field),
            None => layout.field(field).or_else(|| layout.variant_field(VariantIdx(0), field)),
        };
        let Some(offset) = offset else { return self.inconsistent("a field that its type lacks") };
        let abi = self.layout(field_ty)?.abi;
        let part = match (place, abi) {
            (Place::Mem(mem) | Place::Val(Val::Mem(mem)), _) => Place::Mem(self.offset_mem(*mem, offset)),
            (_, Abi::Zero) => Place::Val(Val::Zero),
            (Place::Var(_) | Place::Val(Val::One(_)), Abi::Scalar(_)) => place.clone(),
            (Place::Vars(..) | Place::Val(Val::Two(..)), Abi::Pair(..)) => place.clone(),
            (Place::Vars(first, second), Abi::Scalar(_)) => Place::Var(if offset == 0 { *first } else { *second }),
            (Place::Val(Val::Two(a, b)), Abi::Scalar(_)) => Place::Val(Val::One(if offset == 0 { *a } else { *b })),
            _ => {
                let mem = self.in_memory(place, ty)?;
                Place::Mem(self.offset_mem(mem, offset))
            }
        };
        Ok((part, field_ty))
    }

    /// The type of a field, for this instance.
    pub(crate) fn field_ty(&mut self, ty: Ty, variant: Option<VariantIdx>, field: FieldIdx) -> R<Ty> {
        match self.cx.field_ty(ty, variant.unwrap_or(VariantIdx(0)), field) {
            Some(ty) => Ok(ty),
            None => self.inconsistent("a field that its type lacks"),
        }
    }

    /// The element type and, for an array, the length.
    pub(crate) fn elements(&self, ty: Ty) -> R<(Ty, Option<u64>)> {
        match self.cx.program.types.kind(ty) {
            TyKind::Array(element, len) => match self.cx.program.types.const_value(len) {
                Some(len) => Ok((element, Some(len))),
                None => self.inconsistent("an array of unknown length"),
            },
            TyKind::Slice(element) => Ok((element, None)),
            _ => self.inconsistent("elements of something that has none"),
        }
    }

    /// The place that a reference or raw pointer points to.
    pub(crate) fn deref(&mut self, pointer: Val) -> R<Place> {
        match pointer {
            Val::One(address) => Ok(Place::Mem(Mem::at(Base::Addr(address)))),
            Val::Two(address, len) => Ok(Place::Mem(Mem { base: Base::Addr(address), offset: 0, len: Some(len) })),
            Val::Zero | Val::Mem(_) => self.inconsistent("a pointer that is none"),
        }
    }

    /// A reference to a place.
    pub(crate) fn reference(&mut self, place: &Place, ty: Ty) -> R<Val> {
        let mem = match place {
            Place::Mem(mem) => *mem,
            Place::Val(Val::Zero) => Mem::dangling(self.layout(ty)?.align),
            _ => self.in_memory(place, ty)?,
        };
        let address = self.address(mem);
        Ok(match mem.len {
            Some(len) => Val::Two(address, len),
            None => Val::One(address),
        })
    }

    /// The place of element `index` (which was checked) of the sequence that begins at `mem`.
    pub(crate) fn element(&mut self, mem: Mem, index: Value, layout: &Layout) -> Mem {
        if layout.size == 0 {
            return Mem { len: None, ..mem };
        }
        let (base, offset) = self.base_and_offset(mem);
        let bytes = if layout.size == 1 {
            index
        } else {
            let size = self.b.iconst(Type::I64, layout.size);
            self.b.binary(BinaryOp::Mul, index, size)
        };
        Mem { base: Base::Addr(self.b.binary(BinaryOp::Add, base, bytes)), offset, len: None }
    }

    /// Check that `index < len`, or panic as at `span`.
    pub(crate) fn check_bounds(&mut self, index: Value, len: Value, span: Span) -> R<()> {
        if self.caller.is_some() {
            return self.check_bounds_for_caller(index, len);
        }
        let trap = self.cx.trap(stair_ir::inst::TrapKind::Bounds, span)?;
        self.b.bounds_check(index, len, trap);
        Ok(())
    }
}
