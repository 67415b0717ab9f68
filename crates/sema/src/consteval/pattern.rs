//! Matching values against patterns.

use super::ConstError;
use super::eval::{Eval, Frame, Machine};
use super::memory::{Pointer, Value};
use super::numbers::to_f64;
use crate::ids::PatId;
use crate::ty::TyKind;
use crate::typed::{BindingMode, ConstValue, PatKind};
use stair_source::Span;

impl Machine<'_> {
    /// Whether the place matches; if so, the pattern's variables are bound.
    pub(super) fn matches(&mut self, frame: &mut Frame<'_>, id: PatId, at: &Pointer, span: Span) -> Eval<bool> {
        let body = frame.body;
        let pat = &body.pats[id.index()];
        match &pat.kind {
            PatKind::Wild => Ok(true),
            PatKind::Binding { local, mode, sub } => {
                if let Some(sub) = sub
                    && !self.matches(frame, *sub, at, span)?
                {
                    return Ok(false);
                }
                let value = match mode {
                    BindingMode::Value => self.read(at, span)?,
                    BindingMode::Ref | BindingMode::RefMut => match self.memory.get(at) {
                        // The place of a `str` holds the reference itself.
                        Some(Value::Str(s)) if at.path.is_empty() && self.is_str(frame, id) => Value::Str(s.clone()),
                        _ => Value::Ref(at.clone()),
                    },
                };
                self.declare(frame, *local, value);
                Ok(true)
            }
            PatKind::Constant(constant) => {
                let value = self.read(at, span)?;
                Ok(match (constant, &value) {
                    (ConstValue::Str(a), Value::Str(b)) => a == b,
                    (ConstValue::Scalar(a), Value::Scalar(b)) => {
                        match self.program.types.kind(self.subst(frame, pat.ty)) {
                            TyKind::Float(float) => to_f64(*a, float) == to_f64(*b, float),
                            _ => a == b,
                        }
                    }
                    _ => return Err(ConstError::Unsupported(span, "this pattern").into()),
                })
            }
            PatKind::Range { lo, hi, inclusive } => {
                let bits = self.read(at, span)?.scalar(span)?;
                let end = |value: &Option<ConstValue>| match value {
                    Some(ConstValue::Scalar(bits)) => Some(*bits),
                    _ => None,
                };
                let (lo, hi) = (end(lo), end(hi));
                Ok(match self.program.types.kind(self.subst(frame, pat.ty)) {
                    TyKind::Float(float) => {
                        let value = to_f64(bits, float);
                        lo.is_none_or(|lo| to_f64(lo, float) <= value)
                            && hi.is_none_or(|hi| {
                                let hi = to_f64(hi, float);
                                if *inclusive { value <= hi } else { value < hi }
                            })
                    }
                    kind => {
                        let rank = |value| if let TyKind::Int(int) = kind { int.rank(value) } else { value };
                        lo.is_none_or(|lo| rank(lo) <= rank(bits))
                            && hi.is_none_or(
                                |hi| if *inclusive { rank(bits) <= rank(hi) } else { rank(bits) < rank(hi) },
                            )
                    }
                })
            }
            PatKind::Fields(fields) => {
                for &(field, sub) in fields {
                    if !self.matches(frame, sub, &at.part(field.0 as usize), span)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            PatKind::Variant { variant, fields, .. } => {
                match self.memory.get(at) {
                    Some(Value::Variant(found, _)) if found == variant => {}
                    Some(Value::Variant(..)) => return Ok(false),
                    _ => return Err(ConstError::Unsupported(span, "this pattern").into()),
                }
                for &(field, sub) in fields {
                    if !self.matches(frame, sub, &at.part(field.0 as usize), span)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            PatKind::Deref(sub) => {
                let value = self.read(at, span)?;
                let ty = self.subst(frame, pat.ty);
                let target = self.deref(value, ty, span)?;
                self.matches(frame, *sub, &target, span)
            }
            PatKind::Slice { prefix, rest, suffix } => {
                let len = self.memory.len(at).ok_or(ConstError::Unsupported(span, "this pattern"))?;
                let fixed = prefix.len() + suffix.len();
                if len < fixed || rest.is_none() && len != fixed {
                    return Ok(false);
                }
                for (i, &sub) in prefix.iter().enumerate() {
                    if !self.matches(frame, sub, &at.part(i), span)? {
                        return Ok(false);
                    }
                }
                for (i, &sub) in suffix.iter().enumerate() {
                    if !self.matches(frame, sub, &at.part(len - suffix.len() + i), span)? {
                        return Ok(false);
                    }
                }
                if let Some(Some(sub)) = rest {
                    let start = at.slice.map_or(0, |(start, _)| start) + prefix.len();
                    let middle = Pointer { slice: Some((start, len - fixed)), ..at.clone() };
                    return self.matches(frame, *sub, &middle, span);
                }
                Ok(true)
            }
            PatKind::Or(alternatives) => {
                for &alternative in alternatives {
                    if self.matches(frame, alternative, at, span)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            PatKind::Error => Err(ConstError::Reported.into()),
        }
    }

    fn is_str(&self, frame: &Frame<'_>, id: PatId) -> bool {
        self.program.types.kind(self.subst(frame, frame.body.pats[id.index()].ty)) == TyKind::Str
    }

    /// Declare a pattern's variables without values.
    pub(super) fn undeclare(&mut self, frame: &mut Frame<'_>, id: PatId) {
        let body = frame.body;
        match &body.pats[id.index()].kind {
            PatKind::Binding { local, .. } => frame.locals[local.index()] = None,
            PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
                fields.iter().for_each(|&(_, sub)| self.undeclare(frame, sub));
            }
            _ => {}
        }
    }
}
