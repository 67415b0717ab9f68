//! Patterns: tests and bindings.
//!
//! A pattern is first tested as a whole, then its variables are bound. The alternatives of `|` that bind variables are
//! an exception: each binds its own as soon as it matches, so that one block can follow all of them. (A variable bound by
//! a pattern that then fails is never read.)

use crate::error::{R, Stop, reached};
use crate::function::Lowerer;
use crate::operators::Operand;
use crate::places::{Mem, Place, Val, chunks};
use crate::variables::What;
use stair_ir::entities::{Block, Value};
use stair_ir::inst::{BinaryOp, Cond, Type};
use stair_sema::ids::{FieldIdx, PatId, VariantIdx};
use stair_sema::layout::Variants;
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{BinOp, BindingMode, Body, ConstValue, PatKind};

/// Whether a pattern binds a variable.
pub(crate) fn has_bindings(body: &Body, pat: PatId) -> bool {
    let any = |pats: &[PatId]| pats.iter().any(|&p| has_bindings(body, p));
    match &body.pats[pat.index()].kind {
        PatKind::Binding { .. } => true,
        PatKind::Fields(fields) | PatKind::Variant { fields, .. } => fields.iter().any(|&(_, p)| has_bindings(body, p)),
        PatKind::Slice { prefix, rest, suffix } => {
            any(prefix) || any(suffix) || rest.flatten().is_some_and(|p| has_bindings(body, p))
        }
        PatKind::Or(pats) => any(pats),
        PatKind::Deref(p) => has_bindings(body, *p),
        PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => false,
    }
}

/// The parts of a slice pattern, each with its place.
type SliceParts = Vec<(PatId, Place)>;

impl Lowerer<'_, '_> {
    /// Go on here with the pattern's variables bound if it matches, else at `fail`.
    pub(crate) fn test_and_bind(&mut self, pat: PatId, place: &Place, fail: Block) -> R<()> {
        self.test(pat, place, fail, false)?;
        self.bind(pat, place)
    }

    /// Bind the variables of a pattern that always matches.
    pub(crate) fn bind_irrefutable(&mut self, pat: PatId, place: &Place) -> R<()> {
        if !self.binds_in_alternatives(pat) {
            return self.bind(pat, place);
        }
        let fail = self.b.create_block();
        let matched = reached(self.test_and_bind(pat, place, fail))?;
        if self.is_target(fail) {
            let next = self.b.create_block();
            if matched.is_some() {
                self.jump(next, Vec::new());
            }
            self.enter(fail)?;
            self.b.unreachable();
            self.enter(next)?;
        }
        Ok(())
    }

    fn binds_in_alternatives(&self, pat: PatId) -> bool {
        let any = |pats: &[PatId]| pats.iter().any(|&p| self.binds_in_alternatives(p));
        match &self.pat(pat).kind {
            PatKind::Or(_) => has_bindings(self.body, pat),
            PatKind::Binding { sub, .. } => sub.is_some_and(|p| self.binds_in_alternatives(p)),
            PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
                fields.iter().any(|&(_, p)| self.binds_in_alternatives(p))
            }
            PatKind::Slice { prefix, rest, suffix } => {
                any(prefix) || any(suffix) || rest.flatten().is_some_and(|p| self.binds_in_alternatives(p))
            }
            PatKind::Deref(p) => self.binds_in_alternatives(*p),
            PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => false,
        }
    }

    fn pat_ty(&mut self, pat: PatId) -> Ty {
        self.ty(self.pat(pat).ty)
    }

    /// Go on here where `cond` holds, else at `fail`.
    fn require(&mut self, cond: Value, fail: Block) {
        let next = self.b.create_block();
        self.branch(cond, next, fail);
        self.b.switch_to_block(next);
    }

    /// Go on here if the pattern matches, else at `fail`. With `head_known` its outermost test is known to succeed.
    pub(crate) fn test(&mut self, pat: PatId, place: &Place, fail: Block, head_known: bool) -> R<()> {
        let ty = self.pat_ty(pat);
        match &self.pat(pat).kind {
            PatKind::Wild => Ok(()),
            PatKind::Binding { sub, .. } => sub.map_or(Ok(()), |p| self.test(p, place, fail, head_known)),
            PatKind::Constant(_) if head_known => Ok(()),
            PatKind::Constant(value) => {
                let value = self.instantiate(value);
                self.test_constant(&value, ty, place, fail)
            }
            PatKind::Range { lo, hi, inclusive } => {
                self.test_range(lo.as_ref(), hi.as_ref(), *inclusive, ty, place, fail)
            }
            PatKind::Fields(fields) => self.test_fields(fields, None, ty, place, fail),
            PatKind::Variant { variant, fields, .. } => {
                if !head_known {
                    self.test_variant(*variant, ty, place, fail)?;
                }
                self.test_fields(fields, Some(*variant), ty, place, fail)
            }
            PatKind::Deref(p) => {
                let target = self.pattern_deref(place, ty)?;
                self.test(*p, &target, fail, head_known)
            }
            PatKind::Slice { prefix, rest, suffix } => {
                self.test_slice_len(prefix.len() + suffix.len(), rest.is_some(), ty, place, fail)?;
                let mut parts = prefix.iter().copied().chain(rest.flatten()).chain(suffix.iter().copied());
                if parts.all(|p| self.always_matches(p)) {
                    return Ok(());
                }
                for (part, place) in self.slice_parts(prefix, rest.flatten(), suffix, ty, place)? {
                    self.test(part, &place, fail, false)?;
                }
                Ok(())
            }
            PatKind::Or(pats) => self.test_alternatives(pat, pats, place, fail, head_known),
            PatKind::Error => self.inconsistent("an erroneous pattern"),
        }
    }

    fn test_variant(&mut self, variant: VariantIdx, ty: Ty, place: &Place, fail: Block) -> R<()> {
        let layout = self.layout(ty)?;
        if let Variants::Single { variant: only, .. } = layout.variants
            && only != variant
        {
            // No value of this variant exists.
            self.jump(fail, Vec::new());
            return Err(Stop::Never);
        }
        if let Some(is_it) = self.is_variant(place, &layout, variant)? {
            self.require(is_it, fail);
        }
        Ok(())
    }

    fn test_fields(
        &mut self,
        fields: &[(FieldIdx, PatId)],
        variant: Option<VariantIdx>,
        ty: Ty,
        place: &Place,
        fail: Block,
    ) -> R<()> {
        for &(field, part) in fields {
            if !self.always_matches(part) {
                let (place, _) = self.field(place, ty, variant, field)?;
                self.test(part, &place, fail, false)?;
            }
        }
        Ok(())
    }

    /// Whether nothing has to be tested.
    fn always_matches(&self, pat: PatId) -> bool {
        match &self.pat(pat).kind {
            PatKind::Wild => true,
            PatKind::Binding { sub, .. } => sub.is_none_or(|p| self.always_matches(p)),
            PatKind::Fields(fields) => fields.iter().all(|&(_, p)| self.always_matches(p)),
            PatKind::Deref(p) => self.always_matches(*p),
            _ => false,
        }
    }

    fn test_alternatives(&mut self, pat: PatId, pats: &[PatId], place: &Place, fail: Block, head_known: bool) -> R<()> {
        if let Some(&(_, chosen)) = self.choices.iter().find(|(p, _)| *p == pat) {
            return self.test_and_bind(pats[chosen], place, fail);
        }
        if head_known && self.is_pure(pat) {
            return Ok(());
        }
        // Alternatives that test more than the head all have the head that is known.
        let binds = has_bindings(self.body, pat);
        if let Some(cases) = self.integer_cases(pats) {
            let ty = self.pat_ty(pat);
            let int = self.scalar_ty(ty)?;
            let value = self.read_scalar(place, 0, int)?;
            let matched = self.b.create_block();
            let cases: Vec<(u64, Block)> = cases.into_iter().map(|bits| (bits & int.mask(), matched)).collect();
            self.switch(value, &cases, fail);
            return self.enter(matched);
        }
        let matched = self.b.create_block();
        // Which alternative it was decides what was moved.
        let which = (binds && self.moves_values(pat)).then(|| {
            let var = self.b.create_var("$which", Type::I32, None, self.b.origin().span);
            self.drops.alternatives.push((pat, var));
            var
        });
        for (i, &alternative) in pats.iter().enumerate() {
            let next = if i + 1 == pats.len() { fail } else { self.b.create_block() };
            let mut tested = self.test(alternative, place, next, head_known);
            if binds && tested.is_ok() {
                tested = self.bind(alternative, place);
            }
            if reached(tested)?.is_some() {
                if let Some(var) = which {
                    let value = self.b.iconst(Type::I32, i as u64);
                    self.b.set(var, value);
                }
                self.jump(matched, Vec::new());
            }
            if i + 1 < pats.len() {
                if !self.is_target(next) {
                    break;
                }
                self.enter(next)?;
            }
        }
        self.enter(matched)
    }

    /// The patterns' constants, if all are different integers (of up to 64 bits) or characters.
    fn integer_cases(&self, pats: &[PatId]) -> Option<Vec<u64>> {
        let mut cases = Vec::new();
        for &pat in pats {
            let PatKind::Constant(ConstValue::Scalar(value)) = self.pat(pat).kind else { return None };
            match self.cx.program.types.kind(self.pat(pat).ty) {
                TyKind::Int(int) if !int.is_wide() => {}
                TyKind::Char => {}
                _ => return None,
            }
            if !cases.contains(&(value as u64)) {
                cases.push(value as u64);
            }
        }
        Some(cases)
    }

    fn test_constant(&mut self, value: &ConstValue, ty: Ty, place: &Place, fail: Block) -> R<()> {
        match value {
            ConstValue::Str(text) => self.test_bytes(text.as_bytes(), ty, place, fail),
            ConstValue::Bytes(bytes) => self.test_bytes(bytes, ty, place, fail),
            ConstValue::Aggregate(values) => {
                for (i, value) in values.iter().enumerate() {
                    let (place, ty) = match self.cx.program.types.kind(ty) {
                        TyKind::Array(element, _) => {
                            let mem = self.in_memory(place, ty)?;
                            let size = self.layout(element)?.size;
                            (Place::Mem(self.offset_mem(mem, size * i as u64)), element)
                        }
                        _ => self.field(place, ty, None, FieldIdx(i as u32))?,
                    };
                    self.test_constant(value, ty, &place, fail)?;
                }
                Ok(())
            }
            ConstValue::Variant(variant, values) => {
                self.test_variant(*variant, ty, place, fail)?;
                for (i, value) in values.iter().enumerate() {
                    let (place, ty) = self.field(place, ty, Some(*variant), FieldIdx(i as u32))?;
                    self.test_constant(value, ty, &place, fail)?;
                }
                Ok(())
            }
            ConstValue::Ref(value, target) => {
                let place = self.pattern_deref(place, ty)?;
                self.test_constant(value, *target, &place, fail)
            }
            ConstValue::Scalar(bits) => {
                let kind = self.operand_kind(ty)?;
                if let Operand::Wide(signed) = kind {
                    return self.test_wide(BinOp::Eq, signed, *bits, ty, place, fail);
                }
                let scalar = self.scalar_ty(ty)?;
                let read = self.read_scalar(place, 0, scalar)?;
                if kind == Operand::Bool {
                    let next = self.b.create_block();
                    let (yes, no) = if *bits != 0 { (next, fail) } else { (fail, next) };
                    self.branch(read, yes, no);
                    self.b.switch_to_block(next);
                    return Ok(());
                }
                let constant = self.b.iconst(scalar, *bits as u64);
                let equal = self.b.compare(kind.condition(BinOp::Eq), read, constant);
                self.require(equal, fail);
                Ok(())
            }
            _ => self.inconsistent("a pattern of a constant that has no parts"),
        }
    }

    fn test_range(
        &mut self,
        lo: Option<&ConstValue>,
        hi: Option<&ConstValue>,
        inclusive: bool,
        ty: Ty,
        place: &Place,
        fail: Block,
    ) -> R<()> {
        let kind = self.operand_kind(ty)?;
        let bounds = [(lo, BinOp::Ge), (hi, if inclusive { BinOp::Le } else { BinOp::Lt })];
        if let Operand::Wide(signed) = kind {
            for (bound, op) in bounds {
                let Some(&ConstValue::Scalar(bits)) = bound else { continue };
                self.test_wide(op, signed, bits, ty, place, fail)?;
            }
            return Ok(());
        }
        let scalar = self.scalar_ty(ty)?;
        let read = self.read_scalar(place, 0, scalar)?;
        let mut within = None;
        for (bound, op) in bounds {
            let Some(&ConstValue::Scalar(bits)) = bound else { continue };
            if op == BinOp::Ge && bits == 0 && !kind.is_signed() && scalar.is_int() {
                continue;
            }
            let bound = self.b.iconst(scalar, bits as u64);
            let holds = self.b.compare(kind.condition(op), read, bound);
            within = Some(match within {
                None => holds,
                Some(other) => self.b.binary(BinaryOp::And, other, holds),
            });
        }
        if let Some(within) = within {
            self.require(within, fail);
        }
        Ok(())
    }

    /// Go on here if an integer of 128 bits compares like this with a constant.
    fn test_wide(&mut self, op: BinOp, signed: bool, bits: i128, ty: Ty, place: &Place, fail: Block) -> R<()> {
        let Val::Two(low, high) = self.read(place, ty)? else {
            return self.inconsistent("128 bits that are not two halves");
        };
        let constant = self.wide_constant(bits);
        let holds = self.wide_compare(op, signed, (low, high), constant);
        self.require(holds, fail);
        Ok(())
    }

    /// Compare a string, a byte string or an array of bytes with constant bytes.
    fn test_bytes(&mut self, bytes: &[u8], ty: Ty, place: &Place, fail: Block) -> R<()> {
        let target = match self.cx.program.types.kind(ty) {
            TyKind::Ref(..) | TyKind::Ptr(..) => self.pattern_deref(place, ty)?,
            _ => place.clone(),
        };
        let Place::Mem(mem) = target else { return self.inconsistent("a string that is not in memory") };
        if let Some(len) = mem.len {
            let expected = self.b.iconst(Type::I64, bytes.len() as u64);
            let same_len = self.b.compare(Cond::Eq, len, expected);
            self.require(same_len, fail);
        }
        let (base, offset) = self.base_and_offset(mem);
        for (chunk, at) in chunks(bytes.len() as u64) {
            let read = self.b.load(chunk, base, offset + at);
            let from = at as usize;
            let bits = bytes[from..from + chunk.bytes() as usize].iter().rev();
            let bits = bits.fold(0, |bits, &b| bits << 8 | u64::from(b));
            let expected = self.b.iconst(chunk, bits);
            let same = self.b.compare(Cond::Eq, read, expected);
            self.require(same, fail);
        }
        Ok(())
    }

    /// The place that the reference at `place` points to.
    pub(crate) fn pattern_deref(&mut self, place: &Place, ty: Ty) -> R<Place> {
        let reference = self.read(place, ty)?;
        self.deref(reference)
    }

    fn test_slice_len(&mut self, least: usize, open: bool, ty: Ty, place: &Place, fail: Block) -> R<()> {
        let Place::Mem(Mem { len: Some(len), .. }) = *place else {
            return self.elements(ty).map(|_| ());
        };
        if open && least == 0 {
            return Ok(());
        }
        let least = self.b.iconst(Type::I64, least as u64);
        let fits = self.b.compare(if open { Cond::GeU } else { Cond::Eq }, len, least);
        self.require(fits, fail);
        Ok(())
    }

    /// The parts of an array or slice, whose length was tested.
    fn slice_parts(
        &mut self,
        prefix: &[PatId],
        rest: Option<PatId>,
        suffix: &[PatId],
        ty: Ty,
        place: &Place,
    ) -> R<SliceParts> {
        let mem = match place {
            Place::Mem(mem) => *mem,
            place => self.in_memory(place, ty)?,
        };
        let (element, array_len) = self.elements(ty)?;
        let size = self.layout(element)?.size;
        let (before, after) = (prefix.len() as u64, suffix.len() as u64);
        let mut parts = Vec::new();
        for (i, &pat) in prefix.iter().enumerate() {
            parts.push((pat, Place::Mem(self.offset_mem(mem, i as u64 * size))));
        }
        if let Some(rest) = rest {
            let mut middle = self.offset_mem(mem, before * size);
            if let Some(len) = mem.len {
                let outer = self.b.iconst(Type::I64, before + after);
                middle.len = Some(self.b.binary(BinaryOp::Sub, len, outer));
            }
            parts.push((rest, Place::Mem(middle)));
        }
        if suffix.is_empty() {
            return Ok(parts);
        }
        let tail = match (array_len, mem.len) {
            (Some(len), _) => self.offset_mem(mem, len.saturating_sub(after) * size),
            (None, Some(len)) => {
                let after = self.b.iconst(Type::I64, after);
                let first = self.b.binary(BinaryOp::Sub, len, after);
                let layout = self.layout(element)?;
                self.element(mem, first, &layout)
            }
            (None, None) => return self.inconsistent("a slice without a length"),
        };
        for (i, &pat) in suffix.iter().enumerate() {
            parts.push((pat, Place::Mem(self.offset_mem(tail, i as u64 * size))));
        }
        Ok(parts)
    }

    /// Bind the variables of a pattern that matched, but for those that alternatives have bound.
    pub(crate) fn bind(&mut self, pat: PatId, place: &Place) -> R<()> {
        if !has_bindings(self.body, pat) {
            return Ok(());
        }
        let ty = self.pat_ty(pat);
        match &self.pat(pat).kind {
            &PatKind::Binding { local, mode, sub } => {
                let to = self.local(local).place.clone();
                match mode {
                    BindingMode::Value => self.copy(&to, place, ty)?,
                    BindingMode::Ref | BindingMode::RefMut => {
                        let reference = self.reference(place, ty)?;
                        self.write(&to, &reference)?;
                    }
                }
                self.note(local, &[], What::Given);
                sub.map_or(Ok(()), |p| self.bind(p, place))
            }
            PatKind::Fields(fields) => self.bind_fields(fields, None, ty, place),
            PatKind::Variant { variant, fields, .. } => self.bind_fields(fields, Some(*variant), ty, place),
            PatKind::Deref(p) => {
                let target = self.pattern_deref(place, ty)?;
                self.bind(*p, &target)
            }
            PatKind::Slice { prefix, rest, suffix } => {
                for (part, place) in self.slice_parts(prefix, rest.flatten(), suffix, ty, place)? {
                    self.bind(part, &place)?;
                }
                Ok(())
            }
            PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Or(_) | PatKind::Error => Ok(()),
        }
    }

    fn bind_fields(
        &mut self,
        fields: &[(FieldIdx, PatId)],
        variant: Option<VariantIdx>,
        ty: Ty,
        place: &Place,
    ) -> R<()> {
        for &(field, part) in fields {
            if has_bindings(self.body, part) {
                let (place, _) = self.field(place, ty, variant, field)?;
                self.bind(part, &place)?;
            }
        }
        Ok(())
    }
}
