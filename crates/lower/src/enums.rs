//! Tags: telling an enum's variants apart, and marking them.

use crate::abi::{scalar_bits, scalar_type};
use crate::error::R;
use crate::function::Lowerer;
use crate::places::{Mem, Place};
use stair_ir::entities::Value;
use stair_ir::inst::{BinaryOp, Cond, ConvertOp, Type};
use stair_sema::ids::VariantIdx;
use stair_sema::layout::{Layout, Scalar, TagEncoding, Variants};
use stair_sema::ty::{Ty, TyKind};

/// What marks a variant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Tag {
    /// Where it lies.
    pub(crate) offset: u64,
    /// As what.
    pub(crate) scalar: Scalar,
    /// The tag's pattern; `None` for the variant whose own data are there: any tag that no other variant has.
    pub(crate) bits: Option<u64>,
}

impl Tag {
    /// The tag of a variant; `None` where there is only one variant, and so no tag.
    pub(crate) fn of_variant(layout: &Layout, variant: VariantIdx) -> Option<Self> {
        let Variants::Multiple { tag_offset, tag, encoding, .. } = &layout.variants else { return None };
        let ty = scalar_type(*tag);
        let bits = match encoding {
            TagEncoding::Direct { discriminants } => {
                Some(scalar_bits(ty, discriminants.get(variant.0 as usize).copied().unwrap_or_default()))
            }
            TagEncoding::Niche { untagged, .. } if *untagged == variant => None,
            TagEncoding::Niche { niche_variants: (first, _), niche_start, .. } => {
                let step = i128::from(variant.0) - i128::from(first.0);
                Some(scalar_bits(ty, (*niche_start as i128).wrapping_add(step)))
            }
        };
        Some(Self { offset: *tag_offset, scalar: *tag, bits })
    }
}

impl Lowerer<'_, '_> {
    /// The tag of the enum at a place; `None` where its layout has none.
    pub(crate) fn read_tag(&mut self, place: &Place, layout: &Layout) -> R<Option<Value>> {
        let Variants::Multiple { tag_offset, tag, .. } = &layout.variants else { return Ok(None) };
        self.read_scalar(place, *tag_offset, scalar_type(*tag)).map(Some)
    }

    /// Whether the enum at a place is this variant; `None` where it cannot be another.
    pub(crate) fn is_variant(&mut self, place: &Place, layout: &Layout, variant: VariantIdx) -> R<Option<Value>> {
        let (Some(value), Some(tag)) = (self.read_tag(place, layout)?, Tag::of_variant(layout, variant)) else {
            return Ok(None);
        };
        let ty = scalar_type(tag.scalar);
        if let Some(bits) = tag.bits {
            let bits = self.b.iconst(ty, bits);
            return Ok(Some(self.b.compare(Cond::Eq, value, bits)));
        }
        let (relative, last) = self.relative_tag(value, layout);
        Ok(Some(match last {
            0 => {
                let zero = self.b.iconst(ty, 0);
                self.b.compare(Cond::Ne, relative, zero)
            }
            last => {
                let last = self.b.iconst(ty, last);
                self.b.compare(Cond::GtU, relative, last)
            }
        }))
    }

    /// For a niche: the tag minus the first variant's, and the difference of the last.
    fn relative_tag(&mut self, tag: Value, layout: &Layout) -> (Value, u64) {
        let Variants::Multiple { encoding: TagEncoding::Niche { niche_variants, niche_start, .. }, .. } =
            &layout.variants
        else {
            return (tag, 0);
        };
        let last = u64::from(niche_variants.1.0 - niche_variants.0.0);
        if *niche_start == 0 {
            return (tag, last);
        }
        let ty = self.b.ty(tag);
        let start = self.b.iconst(ty, scalar_bits(ty, *niche_start as i128));
        (self.b.binary(BinaryOp::Sub, tag, start), last)
    }

    /// Mark the enum at `to` as this variant, whose fields have been written.
    pub(crate) fn write_tag(&mut self, to: Mem, ty: Ty, variant: VariantIdx) -> R<()> {
        let layout = self.layout(ty)?;
        if let Some(Tag { offset, scalar, bits: Some(bits) }) = Tag::of_variant(&layout, variant) {
            let bits = self.b.iconst(scalar_type(scalar), bits);
            let (base, start) = self.base_and_offset(to);
            self.b.store(base, bits, start + offset as u32);
        }
        Ok(())
    }

    /// The discriminant of the enum at a place, an `I64`; 0 for any other type.
    pub(crate) fn discriminant(&mut self, place: &Place, ty: Ty) -> R<Value> {
        let layout = self.layout(ty)?;
        let TyKind::Adt(adt, _) = self.cx.program.types.kind(ty) else { return Ok(self.b.iconst(Type::I64, 0)) };
        let def = self.cx.program.adt_def(adt);
        if !def.is_enum {
            return Ok(self.b.iconst(Type::I64, 0));
        }
        let discriminants: Vec<i128> = def.variants.iter().map(|v| v.discriminant).collect();
        let of = |variant: VariantIdx| discriminants.get(variant.0 as usize).copied().unwrap_or_default() as u64;
        let Some(tag) = self.read_tag(place, &layout)? else {
            let Variants::Single { variant, .. } = layout.variants else { return Ok(self.b.iconst(Type::I64, 0)) };
            return Ok(self.b.iconst(Type::I64, of(variant)));
        };
        let Variants::Multiple { tag: scalar, encoding, .. } = &layout.variants else {
            return self.inconsistent("a tag of an enum that has none");
        };
        match encoding {
            TagEncoding::Direct { .. } => Ok(self.widen(tag, matches!(scalar, Scalar::Int { signed: true, .. }))),
            TagEncoding::Niche { untagged, niche_variants: (first, last), .. } => {
                let (relative, _) = self.relative_tag(tag, &layout);
                let mut result = self.b.iconst(Type::I64, of(*untagged));
                let in_order = (first.0..=last.0).all(|v| of(VariantIdx(v)) == u64::from(v));
                let tag_ty = self.b.ty(relative);
                if in_order {
                    let last = self.b.iconst(tag_ty, u64::from(last.0 - first.0));
                    let tagged = self.b.compare(Cond::LeU, relative, last);
                    let mut index = self.widen(relative, false);
                    if first.0 > 0 {
                        let first = self.b.iconst(Type::I64, u64::from(first.0));
                        index = self.b.binary(BinaryOp::Add, index, first);
                    }
                    return Ok(self.b.select(tagged, index, result));
                }
                for variant in (first.0..=last.0).filter(|&v| v != untagged.0) {
                    let step = self.b.iconst(tag_ty, u64::from(variant - first.0));
                    let is_it = self.b.compare(Cond::Eq, relative, step);
                    let discriminant = self.b.iconst(Type::I64, of(VariantIdx(variant)));
                    result = self.b.select(is_it, discriminant, result);
                }
                Ok(result)
            }
        }
    }

    /// An integer as an `I64`.
    pub(crate) fn widen(&mut self, value: Value, signed: bool) -> Value {
        self.resize(value, Type::I64, signed)
    }

    /// An integer as another integer type: cut off, or extended by its sign if it is signed.
    pub(crate) fn resize(&mut self, value: Value, to: Type, signed: bool) -> Value {
        let from = self.b.ty(value);
        if from == to {
            return value;
        }
        let op = match (from.bits() < to.bits(), signed) {
            (true, true) => ConvertOp::SignExtend,
            (true, false) => ConvertOp::ZeroExtend,
            (false, _) => ConvertOp::Truncate,
        };
        self.b.convert(op, to, value)
    }
}
