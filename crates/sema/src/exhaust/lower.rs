//! From the typed tree's patterns to constructors with fields.

use super::constructor::{Ctor, End, Opaque, SliceKind, int_range};
use super::matrix::Checker;
use crate::ids::{PatId, VariantIdx};
use crate::ty::{IntTy, Ty, TyKind};
use crate::typed::{Body, ConstValue, PatKind};
use std::rc::Rc;

/// A pattern as a constructor with a pattern for each field; alternatives are apart.
#[derive(Clone, Debug)]
pub(super) enum Pattern {
    /// One constructor.
    Made(Ctor, Rc<[Pattern]>),
    /// Alternatives.
    Or(Rc<[Pattern]>),
}

impl Pattern {
    pub(super) fn wild() -> Self {
        Self::Made(Ctor::Wild, Rc::new([]))
    }
}

impl Checker<'_> {
    /// A pattern of a body; `None` where an error was reported.
    pub(super) fn lower(&self, body: &Body, id: PatId) -> Option<Pattern> {
        let pat = &body.pats[id.index()];
        let ty = pat.ty;
        Some(match &pat.kind {
            PatKind::Wild | PatKind::Binding { sub: None, .. } => Pattern::wild(),
            PatKind::Binding { sub: Some(sub), .. } => self.lower(body, *sub)?,
            PatKind::Constant(value) => self.constant(value, ty)?,
            PatKind::Range { lo, hi, inclusive } => self.range(lo.as_ref(), hi.as_ref(), *inclusive, ty)?,
            PatKind::Fields(fields) => {
                let mut parts = vec![Pattern::wild(); self.field_tys(&Ctor::Struct, ty).len()];
                for &(field, sub) in fields {
                    *parts.get_mut(field.0 as usize)? = self.lower(body, sub)?;
                }
                Pattern::Made(Ctor::Struct, parts.into())
            }
            PatKind::Variant { variant, fields, .. } => {
                let ctor = Ctor::Variant(*variant);
                let mut parts = vec![Pattern::wild(); self.field_tys(&ctor, ty).len()];
                for &(field, sub) in fields {
                    *parts.get_mut(field.0 as usize)? = self.lower(body, sub)?;
                }
                Pattern::Made(ctor, parts.into())
            }
            PatKind::Deref(sub) => Pattern::Made(Ctor::Ref, Rc::new([self.lower(body, *sub)?])),
            PatKind::Slice { prefix, rest, suffix } => {
                let array = self.array_len(ty);
                let kind = match (rest, array) {
                    (None, _) => SliceKind::Fixed(prefix.len()),
                    (Some(_), Some(len)) if (prefix.len() + suffix.len()) as u64 == len => {
                        SliceKind::Fixed(len as usize)
                    }
                    (Some(_), _) => SliceKind::Var(prefix.len(), suffix.len()),
                };
                let parts: Option<Vec<Pattern>> =
                    prefix.iter().chain(suffix).map(|&sub| self.lower(body, sub)).collect();
                let kind = if rest.is_none() { SliceKind::Fixed(prefix.len() + suffix.len()) } else { kind };
                Pattern::Made(Ctor::Slice { array, kind }, parts?.into())
            }
            PatKind::Or(alternatives) => {
                let alternatives: Option<Vec<Pattern>> =
                    alternatives.iter().map(|&sub| self.lower(body, sub)).collect();
                Pattern::Or(alternatives?.into())
            }
            PatKind::Error => return None,
        })
    }

    fn array_len(&self, ty: Ty) -> Option<u64> {
        match self.program.types.kind(ty) {
            TyKind::Array(_, len) => self.program.types.const_value(len),
            _ => None,
        }
    }

    /// A constant, taken apart as far as its type allows.
    fn constant(&self, value: &ConstValue, ty: Ty) -> Option<Pattern> {
        let types = &self.program.types;
        let made = |ctor, parts: Vec<Pattern>| Some(Pattern::Made(ctor, parts.into()));
        let leaf = |ctor| made(ctor, Vec::new());
        let one = |at: End| Ctor::Range { lo: at, hi: at.next() };
        match (value, types.kind(ty)) {
            (ConstValue::Scalar(bits), TyKind::Bool) => leaf(Ctor::Bool(*bits != 0)),
            (ConstValue::Scalar(bits), kind @ (TyKind::Int(_) | TyKind::Char)) => leaf(one(End::of(*bits, &kind))),
            (ConstValue::Scalar(bits), TyKind::Float(_)) => leaf(Ctor::Opaque(Opaque::Float(*bits, *bits))),
            (ConstValue::Str(s), TyKind::Ref(..)) => {
                let text = Pattern::Made(Ctor::Opaque(Opaque::Str(s.clone())), Rc::new([]));
                made(Ctor::Ref, vec![text])
            }
            (ConstValue::Str(s), TyKind::Str) => leaf(Ctor::Opaque(Opaque::Str(s.clone()))),
            (ConstValue::Bytes(bytes), TyKind::Ref(inner, _)) => {
                let parts: Vec<Pattern> =
                    bytes.iter().map(|&b| Pattern::Made(one(End::At(b.into())), Rc::new([]))).collect();
                let ctor = Ctor::Slice { array: self.array_len(inner), kind: SliceKind::Fixed(bytes.len()) };
                made(Ctor::Ref, vec![Pattern::Made(ctor, parts.into())])
            }
            (ConstValue::Ref(to, _), TyKind::Ref(inner, _)) => made(Ctor::Ref, vec![self.constant(to, inner)?]),
            (ConstValue::Aggregate(values), TyKind::Array(element, _) | TyKind::Slice(element)) => {
                let parts: Option<Vec<Pattern>> = values.iter().map(|v| self.constant(v, element)).collect();
                made(Ctor::Slice { array: self.array_len(ty), kind: SliceKind::Fixed(values.len()) }, parts?)
            }
            (ConstValue::Repeat(value, len), TyKind::Array(element, _)) => {
                let part = self.constant(value, element)?;
                let len = usize::try_from(*len).ok()?;
                made(Ctor::Slice { array: self.array_len(ty), kind: SliceKind::Fixed(len) }, vec![part; len])
            }
            (ConstValue::Aggregate(values), _) => {
                let tys = self.field_tys(&Ctor::Struct, ty);
                let parts: Option<Vec<Pattern>> = values.iter().zip(tys).map(|(v, ty)| self.constant(v, ty)).collect();
                made(Ctor::Struct, parts?)
            }
            (ConstValue::Variant(variant, values), _) => {
                let ctor = Ctor::Variant(*variant);
                let tys = self.field_tys(&ctor, ty);
                let parts: Option<Vec<Pattern>> = values.iter().zip(tys).map(|(v, ty)| self.constant(v, ty)).collect();
                made(ctor, parts?)
            }
            _ => None,
        }
    }

    fn range(&self, lo: Option<&ConstValue>, hi: Option<&ConstValue>, inclusive: bool, ty: Ty) -> Option<Pattern> {
        let end = |value: Option<&ConstValue>| match value {
            Some(ConstValue::Scalar(bits)) => Some(*bits),
            _ => None,
        };
        let (lo, hi) = (end(lo), end(hi));
        let kind = self.program.types.kind(ty);
        let (least, most) = match kind {
            TyKind::Int(IntTy::Usize | IntTy::Isize) => (End::NegInfinity, End::PosInfinity),
            TyKind::Int(int) => int_range(int),
            TyKind::Char => (End::At(0), End::At(0x11_0000)),
            TyKind::Float(_) => {
                let float = Opaque::Float(lo.unwrap_or(i128::MIN), hi.unwrap_or(i128::MAX));
                return Some(Pattern::Made(Ctor::Opaque(float), Rc::new([])));
            }
            _ => return None,
        };
        let at = |bits| End::of(bits, &kind);
        let hi = hi.map_or(most, |hi| if inclusive { at(hi).next() } else { at(hi) });
        Some(Pattern::Made(Ctor::Range { lo: lo.map_or(least, at), hi }, Rc::new([])))
    }

    /// The types of the fields of a constructor's values.
    pub(super) fn field_tys(&self, ctor: &Ctor, ty: Ty) -> Vec<Ty> {
        let types = &self.program.types;
        match (ctor, types.kind(ty)) {
            (Ctor::Struct, TyKind::Tuple(parts)) => types.list(parts).to_vec(),
            (Ctor::Struct | Ctor::Variant(_), TyKind::Adt(adt, args)) => {
                let variant = if let Ctor::Variant(variant) = ctor { *variant } else { VariantIdx(0) };
                let def = self.program.adt_sig(adt);
                def.variants.get(variant.0 as usize).map_or(Vec::new(), |variant| {
                    variant.fields.iter().map(|f| self.program.subst(f.ty, args)).collect()
                })
            }
            (Ctor::Ref, TyKind::Ref(inner, _)) => vec![inner],
            (Ctor::Slice { kind, .. }, TyKind::Array(element, _) | TyKind::Slice(element)) => {
                vec![element; kind.arity()]
            }
            _ => Vec::new(),
        }
    }
}
