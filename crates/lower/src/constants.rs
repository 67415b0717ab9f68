//! Known values: as scalars, as stores, or as static data.
//!
//! Equal constant data share one piece; addresses inside data are relocations.

use crate::abi::{scalar_bits, scalar_type};
use crate::enums::Tag;
use crate::error::{LowerError, R};
use crate::exprs::Want;
use crate::function::Lowerer;
use crate::memory::MAX_DATA_BYTES;
use crate::module::{Contents, ModuleCx};
use crate::places::{Base, Mem, Place, Val, chunks};
use smol_str::{SmolStr, format_smolstr};
use stair_ir::entities::{DataId, Value};
use stair_ir::function::Target;
use stair_ir::inst::Type;
use stair_sema::defs::{Declared, LangFn};
use stair_sema::ids::{ExprId, FieldIdx, StaticId, VariantIdx};
use stair_sema::layout::{Abi, Scalar};
use stair_sema::ty::{Ty, TyKind, TyList};
use stair_sema::typed::ConstValue;
use stair_source::Span;
use std::borrow::Cow;
use std::rc::Rc;

/// Constants up to this size are written by stores, larger ones copied from static data.
const INLINE_CONSTANT_BYTES: usize = 32;

fn little_endian(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |bits, &b| bits << 8 | u64::from(b))
}

impl ModuleCx<'_> {
    /// The type of a field of a tuple, struct or variant.
    pub(crate) fn field_ty(&self, ty: Ty, variant: VariantIdx, field: FieldIdx) -> Option<Ty> {
        let field = field.0 as usize;
        match self.program.types.kind(ty) {
            TyKind::Tuple(elements) => self.program.types.list(elements).get(field).copied(),
            TyKind::Adt(adt, args) => {
                let variant = self.program.adt_def(adt).variants.get(variant.0 as usize)?;
                Some(self.program.subst(variant.fields.get(field)?.ty, args))
            }
            TyKind::Closure(..) => self.program.closure_captures(ty)?.get(field).copied(),
            _ => None,
        }
    }

    /// Static data with the bytes of a string.
    pub(crate) fn string_data(&mut self, text: &str, span: Span) -> R<DataId> {
        self.bytes_data(text.as_bytes(), span, "str")
    }

    fn bytes_data(&mut self, bytes: &[u8], span: Span, kind: &str) -> R<DataId> {
        let contents = Contents { bytes: bytes.to_vec(), relocations: Vec::new(), align: 1 };
        self.constant(contents, span, |id| format_smolstr!("{kind}.{}", id.0))
    }

    /// Static data that holds the value.
    pub(crate) fn constant_data(&mut self, value: &ConstValue, ty: Ty, span: Span) -> R<DataId> {
        let contents = self.encode(value, ty, span)?;
        self.constant(contents, span, |id| format_smolstr!("const.{}", id.0))
    }

    /// The data of a static.
    pub(crate) fn static_data(&mut self, id: StaticId) -> R<DataId> {
        if let Some(&data) = self.made.statics.get(&id) {
            return Ok(data);
        }
        let def = self.program.static_def(id);
        let Some(value) = self.program.static_value(id) else {
            return Err(LowerError::Inconsistent { what: "a static without a value", span: def.span }.into());
        };
        // The data must be known before its contents, which may refer to it.
        let empty = Contents { bytes: Vec::new(), relocations: Vec::new(), align: 1 };
        let data = self.add_data(empty, def.path.clone(), def.mutable, def.span)?;
        self.made.statics.insert(id, data);
        let contents = self.encode(&value, def.ty, def.span)?;
        self.claim_data(contents.bytes.len() as u64, def.span)?;
        self.fill_data(data, contents);
        Ok(data)
    }

    /// The `Location` of the start of a span.
    pub(crate) fn location(&mut self, span: Span) -> R<DataId> {
        if let Some(&data) = self.made.locations.get(&span) {
            return Ok(data);
        }
        let file = self.sources.file(span.file).name.clone();
        let (position, chars) = (self.sources.panic_position(span), self.sources.line_col(span).col);
        let data = self.location_at(file, (position.line, position.col, chars), span)?;
        self.made.locations.insert(span, data);
        Ok(data)
    }

    /// The `Location` of a declaration; `span` is where it is needed.
    pub(crate) fn declared_location(&mut self, at: Declared, span: Span) -> R<DataId> {
        match at {
            Declared::Here(at) => self.location(at),
            Declared::InStd(file, line, col) => self.location_at(file.into(), (line, col, col), span),
        }
    }

    /// The `Location` of a line and column, the latter on a screen and in characters, from 1 on, of any file; `span` is where it
    /// is needed.
    pub(crate) fn location_at(&mut self, file: SmolStr, at: (u32, u32, u32), span: Span) -> R<DataId> {
        let (line, col, chars) = at;
        let broken = LowerError::Inconsistent { what: "the library's type of locations", span };
        let handler = self.program.lang(LangFn::PanicAddOverflow).map(|f| self.program.fn_def(f));
        let reference = handler.and_then(|f| f.params.last().copied()).map(|t| self.program.types.kind(t));
        let Some(TyKind::Ref(ty, _)) = reference else { return Err(broken.into()) };
        let TyKind::Adt(adt, _) = self.program.types.kind(ty) else { return Err(broken.into()) };
        let Some(variant) = self.program.adt_def(adt).variants.first() else { return Err(broken.into()) };
        let fields = variant.fields.iter().map(|field| match field.name.as_str() {
            "line" => ConstValue::Scalar(i128::from(line)),
            "col" => ConstValue::Scalar(i128::from(col)),
            "chars" => ConstValue::Scalar(i128::from(chars)),
            _ => ConstValue::Str(file.clone()),
        });
        let contents = self.encode(&ConstValue::Aggregate(fields.collect()), ty, span)?;
        let stem = file.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        let name: SmolStr = format_smolstr!("location.{stem}.{line}:{col}");
        self.constant(contents, span, |_| name)
    }

    /// The bytes of a value.
    pub(crate) fn encode(&mut self, value: &ConstValue, ty: Ty, span: Span) -> R<Contents> {
        let layout = self.layout(ty, span)?;
        if layout.size > MAX_DATA_BYTES {
            return Err(LowerError::DataTooLarge { span }.into());
        }
        let mut contents =
            Contents { bytes: vec![0; layout.size as usize], relocations: Vec::new(), align: layout.align as u32 };
        self.encode_at(value, ty, 0, &mut contents, span)?;
        Ok(contents)
    }

    fn encode_at(&mut self, value: &ConstValue, ty: Ty, at: u64, out: &mut Contents, span: Span) -> R<()> {
        let broken = LowerError::Inconsistent { what: "a constant that does not fit its type", span };
        let layout = self.layout(ty, span)?;
        let start = at as usize;
        match value {
            ConstValue::Scalar(bits) => {
                let (Abi::Scalar(_) | Abi::Pair(..)) = layout.abi else { return Err(broken.into()) };
                let size = layout.size as usize;
                out.bytes[start..start + size].copy_from_slice(&bits.to_le_bytes()[..size]);
            }
            ConstValue::Object(value, ty, object) => {
                let data = self.constant_data(value, *ty, span)?;
                let vtable = self.vtable(*ty, *object, span)?;
                out.relocations.push((at as u32, Target::Data(data)));
                out.relocations.push((at as u32 + 8, Target::Data(vtable)));
            }
            ConstValue::Str(_)
            | ConstValue::Bytes(_)
            | ConstValue::Ref(..)
            | ConstValue::StaticRef(_)
            | ConstValue::Location(_) => {
                let (data, len) = self.pointee(value, span)?;
                out.relocations.push((at as u32, Target::Data(data)));
                if let Abi::Pair(..) = layout.abi {
                    out.bytes[start + 8..start + 16].copy_from_slice(&len.to_le_bytes());
                }
            }
            ConstValue::Aggregate(values) => {
                for (i, value) in values.iter().enumerate() {
                    let (part, offset) = self.part(ty, VariantIdx(0), i, span)?;
                    self.encode_at(value, part, at + offset, out, span)?;
                }
            }
            ConstValue::Repeat(value, count) => {
                let (part, _) = self.part(ty, VariantIdx(0), 0, span)?;
                let size = self.layout(part, span)?.size;
                if *count > 0 && size > 0 {
                    let one = self.encode(value, part, span)?;
                    for i in 0..*count {
                        let to = (at + i * size) as usize;
                        out.bytes[to..to + size as usize].copy_from_slice(&one.bytes);
                        let moved = one.relocations.iter().map(|&(offset, data)| (offset + to as u32, data));
                        out.relocations.extend(moved);
                    }
                }
            }
            ConstValue::Variant(variant, values) => {
                for (i, value) in values.iter().enumerate() {
                    let (part, offset) = self.part(ty, *variant, i, span)?;
                    self.encode_at(value, part, at + offset, out, span)?;
                }
                if let Some(Tag { offset, scalar, bits: Some(bits) }) = Tag::of_variant(&layout, *variant) {
                    let (from, size) = (start + offset as usize, scalar.bytes() as usize);
                    out.bytes[from..from + size].copy_from_slice(&bits.to_le_bytes()[..size]);
                }
            }
            ConstValue::Fn(..) if layout.abi == Abi::Zero => {}
            ConstValue::Fn(def, args) => {
                let func = self.pointed_fn(*def, *args, span)?;
                out.relocations.push((at as u32, Target::Func(func)));
            }
        }
        Ok(())
    }

    /// The type and offset of a field or element.
    fn part(&self, ty: Ty, variant: VariantIdx, index: usize, span: Span) -> R<(Ty, u64)> {
        let broken = LowerError::Inconsistent { what: "a constant with more parts than its type", span };
        if let TyKind::Array(element, _) = self.program.types.kind(ty) {
            return Ok((element, index as u64 * self.layout(element, span)?.size));
        }
        let field = FieldIdx(index as u32);
        let offset = self.layout(ty, span)?.variant_field(variant, field);
        match (self.field_ty(ty, variant, field), offset) {
            (Some(part), Some(offset)) => Ok((part, offset)),
            _ => Err(broken.into()),
        }
    }

    /// What a constant reference points to, and its length if it is a string or array.
    pub(crate) fn pointee(&mut self, value: &ConstValue, span: Span) -> R<(DataId, u64)> {
        match value {
            ConstValue::Str(text) => Ok((self.string_data(text, span)?, text.len() as u64)),
            ConstValue::Bytes(bytes) => Ok((self.bytes_data(bytes, span, "bytes")?, bytes.len() as u64)),
            ConstValue::Ref(value, ty) => Ok((self.constant_data(value, *ty, span)?, self.array_len(*ty))),
            ConstValue::StaticRef(id) => {
                let len = self.array_len(self.program.static_def(*id).ty);
                Ok((self.static_data(*id)?, len))
            }
            ConstValue::Location(at) => Ok((self.location(*at)?, 0)),
            _ => Err(LowerError::Inconsistent { what: "a constant that is no reference", span }.into()),
        }
    }

    fn array_len(&self, ty: Ty) -> u64 {
        match self.program.types.kind(ty) {
            TyKind::Array(_, len) => self.program.types.const_value(len).unwrap_or(0),
            _ => 0,
        }
    }

    /// The byte that all bytes of a value are, if it is easily seen.
    pub(crate) fn uniform_byte(&self, value: &ConstValue, size: u64) -> Option<u8> {
        match value {
            ConstValue::Scalar(bits) => {
                let bytes = &bits.to_le_bytes()[..(size as usize).min(16)];
                let first = *bytes.first()?;
                bytes.iter().all(|&b| b == first).then_some(first)
            }
            ConstValue::Repeat(value, count) => self.uniform_byte(value, size.checked_div(*count)?),
            _ => None,
        }
    }
}

impl<'p> Lowerer<'_, 'p> {
    /// A constant of a generic body for this instance.
    pub(crate) fn instantiate(&mut self, value: &'p ConstValue) -> Cow<'p, ConstValue> {
        if self.args == TyList::EMPTY { Cow::Borrowed(value) } else { Cow::Owned(self.instantiated(value)) }
    }

    pub(crate) fn instantiated(&mut self, value: &ConstValue) -> ConstValue {
        let mut all = |values: &[ConstValue]| values.iter().map(|v| self.instantiated(v)).collect();
        match value {
            ConstValue::Aggregate(values) => ConstValue::Aggregate(all(values)),
            ConstValue::Variant(variant, values) => ConstValue::Variant(*variant, all(values)),
            ConstValue::Repeat(value, count) => ConstValue::Repeat(Rc::new(self.instantiated(value)), *count),
            ConstValue::Ref(value, ty) => ConstValue::Ref(Rc::new(self.instantiated(value)), self.ty(*ty)),
            ConstValue::Object(value, ty, object) => {
                ConstValue::Object(Rc::new(self.instantiated(value)), self.ty(*ty), self.ty(*object))
            }
            ConstValue::Fn(def, args) => ConstValue::Fn(*def, self.cx.program.subst_list(*args, self.args)),
            value => value.clone(),
        }
    }

    /// A constant as an expression.
    pub(crate) fn constant_expr(&mut self, value: &ConstValue, id: ExprId, want: &Want) -> R<Val> {
        let ty = self.expr_ty(id);
        let layout = self.layout(ty)?;
        match (want, layout.abi) {
            (Want::Nothing, _) => Ok(Val::Zero),
            (Want::Into(Place::Mem(mem)), Abi::Memory) => {
                self.constant_into(value, ty, *mem)?;
                Ok(Val::Zero)
            }
            (Want::Value, Abi::Memory) => {
                let mem = self.temp(ty, &layout)?;
                self.constant_into(value, ty, mem)?;
                Ok(Val::Mem(mem))
            }
            _ => {
                let val = self.constant(value, ty)?;
                self.deliver(val, id, want)
            }
        }
    }

    /// A scalar constant.
    pub(crate) fn scalar_constant(&mut self, scalar: Scalar, value: i128) -> Value {
        let ty = scalar_type(scalar);
        self.b.iconst(ty, scalar_bits(ty, value))
    }

    /// A constant that is not of ABI `Memory`.
    pub(crate) fn constant(&mut self, value: &ConstValue, ty: Ty) -> R<Val> {
        let span = self.b.origin().span;
        let abi = self.layout(ty)?.abi;
        match (value, abi) {
            (_, Abi::Zero) => Ok(Val::Zero),
            (ConstValue::Scalar(bits), Abi::Scalar(scalar)) => Ok(Val::One(self.scalar_constant(scalar, *bits))),
            (ConstValue::Scalar(bits), Abi::Pair(..)) => {
                let (low, high) = self.wide_constant(*bits);
                Ok(Val::Two(low, high))
            }
            (ConstValue::Fn(def, args), Abi::Scalar(_)) => Ok(Val::One(self.fn_address(*def, *args)?)),
            (
                ConstValue::Aggregate(_) | ConstValue::Repeat(..) | ConstValue::Variant(..) | ConstValue::Object(..),
                _,
            ) => {
                let contents = self.cx.encode(value, ty, span)?;
                Ok(match abi {
                    Abi::Scalar(s) => Val::One(self.encoded_scalar(&contents, 0, s)),
                    Abi::Pair(a, b) => {
                        let first = self.encoded_scalar(&contents, 0, a);
                        Val::Two(first, self.encoded_scalar(&contents, 8, b))
                    }
                    Abi::Zero | Abi::Memory => return self.inconsistent("a large constant where a scalar is expected"),
                })
            }
            (_, abi) => {
                let (data, len) = self.cx.pointee(value, span)?;
                let address = self.b.data_addr(data, 0);
                Ok(match abi {
                    Abi::Pair(..) => Val::Two(address, self.b.iconst(Type::I64, len)),
                    _ => Val::One(address),
                })
            }
        }
    }

    fn encoded_scalar(&mut self, contents: &Contents, offset: u32, scalar: Scalar) -> Value {
        if let Some(&(_, target)) = contents.relocations.iter().find(|(at, _)| *at == offset) {
            return match target {
                Target::Data(data) => self.b.data_addr(data, 0),
                Target::Func(func) => self.b.func_addr(func),
            };
        }
        let from = offset as usize;
        let bits = little_endian(&contents.bytes[from..from + scalar.bytes() as usize]);
        self.b.iconst(scalar_type(scalar), bits)
    }

    /// Write a constant of ABI `Memory` to memory.
    pub(crate) fn constant_into(&mut self, value: &ConstValue, ty: Ty, to: Mem) -> R<()> {
        let span = self.b.origin().span;
        let size = self.layout(ty)?.size;
        if let Some(byte) = self.cx.uniform_byte(value, size)
            && size > INLINE_CONSTANT_BYTES as u64
        {
            self.fill_bytes(to, byte, size);
            return Ok(());
        }
        let contents = self.cx.encode(value, ty, span)?;
        if contents.relocations.is_empty() && contents.bytes.len() <= INLINE_CONSTANT_BYTES {
            let (base, offset) = self.base_and_offset(to);
            for (ty, at) in chunks(size) {
                let from = at as usize;
                let bits = little_endian(&contents.bytes[from..from + ty.bytes() as usize]);
                let bits = self.b.iconst(ty, bits);
                self.b.store(base, bits, offset + at);
            }
            return Ok(());
        }
        let data = self.cx.constant(contents, span, |id| format_smolstr!("const.{}", id.0))?;
        self.copy_bytes(to, Mem::at(Base::Data(data)), size);
        Ok(())
    }

    /// Set `size` bytes.
    pub(crate) fn fill_bytes(&mut self, to: Mem, byte: u8, size: u64) {
        let dst = self.address(to);
        let byte = self.b.iconst(Type::I8, u64::from(byte));
        let len = self.b.iconst(Type::I64, size);
        self.b.mem_fill(dst, byte, len);
    }
}
