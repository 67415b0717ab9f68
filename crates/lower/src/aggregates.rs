//! Structs, variants, tuples and arrays, built where they are wanted.

use crate::enums::Tag;
use crate::error::R;
use crate::exprs::Want;
use crate::function::Lowerer;
use crate::places::{Mem, Place, Val};
use stair_ir::inst::{BinaryOp, Cond, Type};
use stair_sema::ids::{ExprId, FieldIdx, VariantIdx};
use stair_sema::layout::{Abi, Layout};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{ConstValue, ExprKind};
use std::rc::Rc;

/// Arrays of this many constants or more are copied from static data.
const CONSTANT_ARRAY_LEN: usize = 8;

/// `[x; N]` is written element by element up to this length, in a loop beyond.
const UNROLLED_REPEAT_LEN: u64 = 8;

/// `[constant; N]` is copied from static data up to this size in bytes.
const CONSTANT_REPEAT_BYTES: u64 = 256;

/// The parts of a struct, variant or tuple.
struct Parts {
    variant: VariantIdx,
    fields: Vec<(FieldIdx, ExprId)>,
    base: Option<ExprId>,
}

impl Lowerer<'_, '_> {
    /// An expression that builds a value from parts.
    pub(crate) fn aggregate(&mut self, id: ExprId, want: &Want) -> R<Val> {
        let ty = self.expr_ty(id);
        let layout = self.layout(ty)?;
        match (want, layout.abi) {
            (_, Abi::Zero) if self.needs_drop(ty) => {
                self.build(id, ty, &layout, Mem::dangling(layout.align))?;
                Ok(Val::Zero)
            }
            (Want::Nothing, _) | (_, Abi::Zero) => {
                self.evaluate_parts(id)?;
                Ok(Val::Zero)
            }
            (Want::Into(Place::Mem(mem)), Abi::Memory) => {
                self.build(id, ty, &layout, *mem)?;
                Ok(Val::Zero)
            }
            (Want::Value, Abi::Memory) => {
                let mem = self.temp(ty, &layout)?;
                self.build(id, ty, &layout, mem)?;
                Ok(Val::Mem(mem))
            }
            (_, Abi::Memory) => self.inconsistent("a large value without memory"),
            (_, Abi::Scalar(_) | Abi::Pair(..)) => {
                let val = match self.parts(id) {
                    Some(parts) if self.has_small_parts(&parts, ty)? => self.assemble(&parts, &layout)?,
                    _ => {
                        let mem = self.temp(ty, &layout)?;
                        self.build(id, ty, &layout, mem)?;
                        self.read(&Place::Mem(mem), ty)?
                    }
                };
                self.deliver(val, id, want)
            }
        }
    }

    fn parts(&self, id: ExprId) -> Option<Parts> {
        match &self.node(id).kind {
            ExprKind::Adt { variant, fields, base, .. } => {
                Some(Parts { variant: *variant, fields: fields.clone(), base: *base })
            }
            ExprKind::Tuple(elements) | ExprKind::Closure { captures: elements, .. } => {
                let fields = elements.iter().enumerate().map(|(i, &e)| (FieldIdx(i as u32), e)).collect();
                Some(Parts { variant: VariantIdx(0), fields, base: None })
            }
            _ => None,
        }
    }

    /// Evaluate the parts for their effects.
    fn evaluate_parts(&mut self, id: ExprId) -> R<()> {
        match &self.node(id).kind {
            ExprKind::Array(elements) => elements.iter().try_for_each(|&e| self.discard(e)),
            &ExprKind::Repeat(element) => self.discard(element),
            _ => {
                let Some(parts) = self.parts(id) else { return self.inconsistent("an aggregate without parts") };
                parts.fields.iter().try_for_each(|&(_, e)| self.discard(e))?;
                parts.base.map_or(Ok(()), |base| self.place(base).map(|_| ()))
            }
        }
    }

    /// The fields that are not given and so come from the base, with the base's place.
    fn rest_of_base(&mut self, parts: &Parts, ty: Ty) -> R<Vec<(FieldIdx, Place, Ty)>> {
        let Some(base) = parts.base else { return Ok(Vec::new()) };
        let place = self.place(base)?;
        let TyKind::Adt(adt, _) = self.cx.program.types.kind(ty) else { return Ok(Vec::new()) };
        let count = self.cx.program.adt_def(adt).variants.first().map_or(0, |v| v.fields.len());
        let given = |field| parts.fields.iter().any(|&(f, _)| f == field);
        let mut rest = Vec::new();
        for field in (0..count as u32).map(FieldIdx).filter(|&f| !given(f)) {
            let (part, part_ty) = self.field(&place, ty, None, field)?;
            self.field_moved_out(base, field, part_ty);
            rest.push((field, part, part_ty));
        }
        Ok(rest)
    }

    fn build(&mut self, id: ExprId, ty: Ty, layout: &Layout, to: Mem) -> R<()> {
        match &self.node(id).kind {
            ExprKind::Array(elements) => self.build_array(elements, ty, to),
            &ExprKind::Repeat(element) => self.build_repeat(element, ty, to),
            _ => {
                let Some(parts) = self.parts(id) else { return self.inconsistent("an aggregate without parts") };
                let mut held = Vec::new();
                for (i, &(field, value)) in parts.fields.iter().enumerate() {
                    let Some(offset) = layout.variant_field(parts.variant, field) else {
                        return self.inconsistent("a field that its type lacks");
                    };
                    let to = Place::Mem(self.offset_mem(to, offset));
                    self.into(value, &to)?;
                    let mut later = parts.fields[i + 1..].iter().map(|&(_, e)| e).chain(parts.base);
                    if later.any(|e| self.may_leave(e)) {
                        let ty = self.expr_ty(value);
                        held.push(self.hold(&to, ty)?);
                    }
                }
                for (field, from, part_ty) in self.rest_of_base(&parts, ty)? {
                    let Some(offset) = layout.variant_field(parts.variant, field) else {
                        return self.inconsistent("a field that its type lacks");
                    };
                    let to = Place::Mem(self.offset_mem(to, offset));
                    self.copy(&to, &from, part_ty)?;
                }
                held.into_iter().rev().for_each(|held| self.release(held));
                self.write_tag(to, ty, parts.variant)
            }
        }
    }

    /// Whether none of the parts is itself of ABI `Memory`.
    fn has_small_parts(&mut self, parts: &Parts, ty: Ty) -> R<bool> {
        for &(field, _) in &parts.fields {
            let part = self.field_ty(ty, Some(parts.variant), field)?;
            if self.layout(part)?.abi == Abi::Memory {
                return Ok(false);
            }
        }
        Ok(parts.base.is_none())
    }

    /// A value of scalar or pair ABI from its parts: each part's scalars by offset, then the tag.
    fn assemble(&mut self, parts: &Parts, layout: &Layout) -> R<Val> {
        let mut scalars = Vec::new();
        let mut held = Vec::new();
        for (i, &(field, value)) in parts.fields.iter().enumerate() {
            let offset = layout.variant_field(parts.variant, field).unwrap_or(0);
            let val = self.operand(value)?;
            if parts.fields[i + 1..].iter().any(|&(_, e)| self.may_leave(e)) {
                let ty = self.expr_ty(value);
                held.push(self.hold(&Place::Val(val), ty)?);
            }
            scalars.extend(val.values().into_iter().enumerate().map(|(i, v)| (offset + 8 * i as u64, v)));
        }
        held.into_iter().rev().for_each(|held| self.release(held));
        if let Some(Tag { offset, scalar, bits: Some(bits) }) = Tag::of_variant(layout, parts.variant) {
            scalars.push((offset, self.scalar_constant(scalar, i128::from(bits))));
        }
        let at = |this: &mut Self, offset: u64, scalar| {
            let found = scalars.iter().rev().find(|(o, _)| *o == offset);
            found.map_or_else(|| this.scalar_constant(scalar, 0), |&(_, v)| v)
        };
        Ok(match layout.abi {
            Abi::Scalar(s) => Val::One(at(self, 0, s)),
            Abi::Pair(a, b) => {
                let first = at(self, 0, a);
                Val::Two(first, at(self, 8, b))
            }
            Abi::Zero | Abi::Memory => return self.inconsistent("a small value of a large type"),
        })
    }

    fn build_array(&mut self, elements: &[ExprId], ty: Ty, to: Mem) -> R<()> {
        if elements.len() >= CONSTANT_ARRAY_LEN {
            let constants: Option<Vec<ConstValue>> = elements
                .iter()
                .map(|&e| match &self.node(e).kind {
                    ExprKind::Constant(value) => Some(value.clone()),
                    _ => None,
                })
                .collect();
            if let Some(constants) = constants {
                let constants: Vec<ConstValue> = constants.iter().map(|c| self.instantiated(c)).collect();
                return self.constant_into(&ConstValue::Aggregate(constants.into()), ty, to);
            }
        }
        let (element, _) = self.elements(ty)?;
        let size = self.layout(element)?.size;
        let mut held = Vec::new();
        for (i, &value) in elements.iter().enumerate() {
            let to = Place::Mem(self.offset_mem(to, i as u64 * size));
            self.into(value, &to)?;
            if self.needs_drop(element) && elements[i + 1..].iter().any(|&e| self.may_leave(e)) {
                held.push(self.hold(&to, element)?);
            }
        }
        held.into_iter().rev().for_each(|held| self.release(held));
        Ok(())
    }

    fn build_repeat(&mut self, value: ExprId, ty: Ty, to: Mem) -> R<()> {
        let (element, count) = self.elements(ty)?;
        let Some(count) = count else { return self.inconsistent("an array of unknown length") };
        let layout = self.layout(element)?;
        if let ExprKind::Constant(constant) = &self.node(value).kind {
            let repeated = ConstValue::Repeat(Rc::new(self.instantiated(constant)), count);
            let size = layout.size * count;
            let uniform = self.cx.uniform_byte(&repeated, size).is_some();
            if count > 0 && (uniform || size <= CONSTANT_REPEAT_BYTES) {
                return self.constant_into(&repeated, ty, to);
            }
        }
        let val = self.operand(value)?;
        if count == 0 {
            return self.drop_value(&Place::Val(val), element);
        }
        if layout.size == 0 {
            return Ok(());
        }
        if let (Val::One(byte), 1) = (val, layout.size) {
            let dst = self.address(to);
            let len = self.b.iconst(Type::I64, count);
            self.b.mem_fill(dst, byte, len);
            return Ok(());
        }
        if count <= UNROLLED_REPEAT_LEN {
            for i in 0..count {
                let to = Place::Mem(self.offset_mem(to, i * layout.size));
                self.copy(&to, &Place::Val(val), element)?;
            }
            return Ok(());
        }
        let span = self.b.origin().span;
        let index = self.b.create_var("$i", Type::I64, None, span);
        let zero = self.b.iconst(Type::I64, 0);
        self.b.set(index, zero);
        let (body, exit) = (self.b.create_block(), self.b.create_block());
        self.jump(body, Vec::new());
        self.enter(body)?;
        let i = self.b.get(index);
        let to = self.element(to, i, &layout);
        self.copy(&Place::Mem(to), &Place::Val(val), element)?;
        let i = self.b.get(index);
        let one = self.b.iconst(Type::I64, 1);
        let next = self.b.binary(BinaryOp::Add, i, one);
        self.b.set(index, next);
        let count = self.b.iconst(Type::I64, count);
        let more = self.b.compare(Cond::LtU, next, count);
        self.branch(more, body, exit);
        self.enter(exit)
    }
}
