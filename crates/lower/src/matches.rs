//! `match`: arms are tried in order, but where the outermost tests of several arms ask for one tag or integer, it is
//! loaded once and a switch leads to the first arm that may match.
//!
//! Each arm gives one or more *candidates*. A candidate is entered in one of two states: its head (the outermost test) is
//! known to succeed, or not. Where it fails, the next candidate that may match is entered; what is known of the head
//! passes over those that cannot. An arm's body is lowered once, however many ways lead to it.
//!
//! A guard is asked for each alternative of `|` that matches until it holds, so an arm with a guard has a candidate for each
//! combination of alternatives that can be told apart: by the variables that they bind, or by how often the guard is asked.

use crate::enums::Tag;
use crate::error::{LowerError, R, Stop, reached};
use crate::exprs::Want;
use crate::function::Lowerer;
use crate::locals::binds_by_reference;
use crate::patterns::has_bindings;
use crate::places::{Place, Val};
use stair_ir::entities::{Block, Value};
use stair_ir::inst::Cond;
use stair_sema::drops::Path;
use stair_sema::ids::{ExprId, PatId, VariantIdx};
use stair_sema::layout::{Abi, TagEncoding, Variants};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{Arm, ConstValue, ExprKind, PatKind};
use std::collections::{BTreeMap, BTreeSet};

/// The most combinations of alternatives that a pattern with a guard may have.
pub(crate) const MAX_ALTERNATIVES: usize = 256;

/// What the outermost test of a pattern asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key {
    Variant(VariantIdx),
    /// An integer, `char` or `bool`.
    Bits(u64),
}

/// For which values of the head a candidate may match.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Keys {
    Any,
    Only(Vec<Key>),
}

impl Keys {
    fn may_match(&self, key: Key) -> bool {
        match self {
            Self::Any => true,
            Self::Only(keys) => keys.contains(&key),
        }
    }

    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Only(mut keys), Self::Only(more)) => {
                for key in more {
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                }
                Self::Only(keys)
            }
            _ => Self::Any,
        }
    }
}

/// Which alternative of which or-pattern is meant.
type Choices = Vec<(PatId, usize)>;

struct Candidate {
    arm: usize,
    pat: PatId,
    choices: Choices,
    keys: Keys,
    /// Whether the head is all that is tested.
    is_pure: bool,
}

/// How a candidate is entered. Ordered so that candidates are lowered in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Entry {
    candidate: usize,
    head_known: bool,
}

/// The entries that are jumped to, and those whose code is still to be made.
#[derive(Default)]
struct Entries {
    blocks: BTreeMap<Entry, Block>,
    pending: BTreeSet<Entry>,
    /// Where control goes when nothing matches, which does not happen.
    impossible: Option<Block>,
}

/// The tag or integer that a switch looks at.
struct Head {
    ty: Ty,
    value: Value,
}

impl Lowerer<'_, '_> {
    /// `match place { arms }`.
    pub(crate) fn match_expr(&mut self, scrutinee: ExprId, arms: &[Arm], id: ExprId, want: &Want) -> R<Val> {
        let by_reference = arms.iter().any(|arm| binds_by_reference(self.body, arm.pat));
        let place = self.scrutinee(scrutinee, by_reference)?;
        let path = self.scrutinee_path(scrutinee);
        if let [Arm { pat, guard: None, body, .. }] = *arms {
            return self.in_binding_scope(|this| {
                this.bind_irrefutable(pat, &place)?;
                this.moved_by(pat, path.as_ref())?;
                this.variables_bound(pat)?;
                this.in_scope(|this| this.wanted(body, want))
            });
        }
        if arms.is_empty() {
            self.b.unreachable();
            return Err(Stop::Never);
        }
        let mut candidates = Vec::new();
        for (i, arm) in arms.iter().enumerate() {
            self.add_candidates(i, arm, &mut candidates)?;
        }
        let scrutinee_ty = self.expr_ty(scrutinee);
        let mut loads = Vec::new();
        let head = self.read_head(&candidates, &place, scrutinee_ty, &mut loads)?;

        let mut entries = Entries::default();
        let ty = self.expr_ty(id);
        match head {
            Some(head) => self.switch_on(&head, &candidates, &mut entries)?,
            None => {
                let first = self.entry(Entry { candidate: 0, head_known: false }, &mut entries);
                self.jump(first, Vec::new());
            }
        }
        let join = self.join(ty, want)?;
        let mut bodies: Vec<Option<Block>> = vec![None; arms.len()];
        let mut lowered = vec![false; arms.len()];
        while let Some(entry) = entries.pending.pop_first() {
            let Entry { candidate: index, head_known } = entry;
            let block = entries.blocks[&entry];
            // All candidates before this one are done: what nothing jumps to now, nothing ever will.
            if !self.is_target(block) {
                continue;
            }
            let candidate = &candidates[index];
            let arm = &arms[candidate.arm];
            let known = match (&candidate.keys, head_known) {
                (Keys::Only(keys), true) if keys.len() == 1 => keys.first().copied(),
                _ => None,
            };
            let fail = self.next_block(index + 1, known, &candidates, &mut entries);
            let let_guard = arm.guard.filter(|&guard| self.has_let(guard));
            if let_guard.is_some()
                && let known = (Entry { candidate: index, head_known: true })
                && !head_known
                && entries.pending.remove(&known)
            {
                // Its code is made once, and tests the head anew.
                self.enter(entries.blocks[&known])?;
                self.jump(block, Vec::new());
            }
            self.enter(block)?;
            let outer = self.b.origin();
            self.b.set_origin(stair_source::Origin { span: self.pat(candidate.pat).span, item: id.0 });
            self.known_loads.clone_from(&loads);
            self.choices.clone_from(&candidate.choices);
            let matched = match self.test(candidate.pat, &place, fail, head_known) {
                Ok(()) => self.bind(candidate.pat, &place),
                Err(stop) => Err(stop),
            };
            self.known_loads.clear();
            self.choices.clear();
            self.b.set_origin(outer);
            if reached(matched)?.is_none() {
                continue;
            }
            let others = candidates.iter().filter(|c| c.arm == candidate.arm).count() > 1;
            if arm.guard.is_none() && !others && entries.pending.iter().all(|e| e.candidate != index) {
                // Nothing else leads to this body.
                self.moved_by(candidate.pat, path.as_ref())?;
                self.arm_body(&join, candidate.pat, arm.body)?;
                continue;
            }
            if let Some(guard) = let_guard
                && !others
            {
                self.guarded_arm(candidate, guard, arm.body, path.as_ref(), fail, &join)?;
                continue;
            }
            let body = *bodies[candidate.arm].get_or_insert_with(|| self.b.create_block());
            match arm.guard {
                Some(guard) => {
                    // What the variables took is gone only if the guard holds.
                    let holds = self.b.create_block();
                    reached(self.guard(candidate.pat, guard, holds, fail))?;
                    if self.is_target(holds) {
                        self.enter(holds)?;
                        self.choices.clone_from(&candidate.choices);
                        self.moved_by(candidate.pat, path.as_ref())?;
                        self.choices.clear();
                        self.jump(body, Vec::new());
                    }
                }
                None => {
                    self.choices.clone_from(&candidate.choices);
                    self.moved_by(candidate.pat, path.as_ref())?;
                    self.choices.clear();
                    self.jump(body, Vec::new());
                }
            }
            if self.is_target(body) && !std::mem::replace(&mut lowered[candidate.arm], true) {
                self.enter(body)?;
                self.arm_body(&join, candidate.pat, arm.body)?;
            }
        }
        if let Some(impossible) = entries.impossible
            && self.is_target(impossible)
        {
            self.enter(impossible)?;
            self.b.unreachable();
        }
        self.finish_join(join)
    }

    /// Evaluate an arm's body, at whose end the pattern's variables are dropped.
    fn arm_body(&mut self, join: &crate::function::Join, pat: PatId, body: ExprId) -> R<()> {
        let val = self.in_binding_scope(|this| {
            this.variables_bound(pat)?;
            this.in_scope(|this| this.wanted(body, &join.want))
        });
        if let Some(val) = reached(val)? {
            self.jump_to_join(join, &val);
        }
        Ok(())
    }

    /// Evaluate a guard that has patterns of its own and, if it holds, the arm's body. At the arm's end, what the guard made
    /// and bound is dropped before the variables of the arm's pattern.
    fn guarded_arm(
        &mut self,
        candidate: &Candidate,
        guard: ExprId,
        body: ExprId,
        path: Option<&Path>,
        fail: Block,
        join: &crate::function::Join,
    ) -> R<()> {
        let holds = self.b.create_block();
        let val = self.in_binding_scope(|this| {
            let arm_scope = this.scope_depth() - 1;
            this.declare_variables(candidate.pat)?;
            this.see_in_guard(candidate.pat);
            this.in_binding_scope(|this| {
                reached(this.condition_parts(guard, holds, fail, arm_scope))?;
                this.enter(holds)?;
                // What the variables took is gone only if the guard holds.
                this.moved_by(candidate.pat, path)?;
                this.variables_bound_in(arm_scope, candidate.pat)?;
                this.in_scope(|this| this.wanted(body, &join.want))
            })
        });
        if let Some(val) = reached(val)? {
            self.jump_to_join(join, &val);
        }
        Ok(())
    }

    /// Go on at `holds` or at `fail`, with the guard's own temporaries and variables dropped.
    fn guard(&mut self, pat: PatId, guard: ExprId, holds: Block, fail: Block) -> R<()> {
        self.in_binding_scope(|this| {
            this.see_in_guard(pat);
            let depth = this.scope_depth() - 1;
            let inner = this.b.create_block();
            reached(this.condition(guard, inner, fail))?;
            this.enter(inner)?;
            if this.has_entries(depth) {
                // Each alternative would need a body of its own.
                return Err(LowerError::KeptByGuard { span: this.node(guard).span }.into());
            }
            this.jump(holds, Vec::new());
            Err(Stop::Never)
        })
    }

    /// Whether a guard has a `let`, whose temporaries and variables stay until the end of the arm.
    fn has_let(&self, guard: ExprId) -> bool {
        match self.node(guard).kind {
            ExprKind::Let { .. } => true,
            ExprKind::And(a, b) => self.has_let(a) || self.has_let(b),
            _ => false,
        }
    }

    // Candidates ------------------------------------------------------------------------------------------------------

    fn add_candidates(&mut self, index: usize, arm: &Arm, candidates: &mut Vec<Candidate>) -> R<()> {
        let combinations = match arm.guard {
            None => vec![Vec::new()],
            Some(_) => match self.combinations(arm.pat) {
                Some(combinations) => combinations,
                None => return Err(LowerError::TooManyAlternatives { span: self.pat(arm.pat).span }.into()),
            },
        };
        for choices in combinations {
            let keys = self.keys(arm.pat, &choices);
            let is_pure = self.is_pure(arm.pat);
            candidates.push(Candidate { arm: index, pat: arm.pat, choices, keys, is_pure });
        }
        Ok(())
    }

    /// The combinations of alternatives for each of which a guard is asked, from the left; `None` if there are too many.
    /// Alternatives stay together where nothing can tell: they bind nothing, and no value matches two of them.
    fn combinations(&self, pat: PatId) -> Option<Vec<Choices>> {
        let together = |part: &Vec<Choices>| matches!(part.as_slice(), [choices] if choices.is_empty());
        let all = match &self.pat(pat).kind {
            PatKind::Or(pats) => {
                let parts: Vec<Vec<Choices>> = pats.iter().map(|&p| self.combinations(p)).collect::<Option<_>>()?;
                if !has_bindings(self.body, pat) && self.are_exclusive(pats) && parts.iter().all(together) {
                    return Some(vec![Choices::new()]);
                }
                let of = |(i, part): (usize, Vec<Choices>)| {
                    part.into_iter().map(move |choices| [&[(pat, i)], choices.as_slice()].concat())
                };
                parts.into_iter().enumerate().flat_map(of).collect()
            }
            PatKind::Binding { sub: Some(p), .. } | PatKind::Deref(p) => self.combinations(*p)?,
            PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
                self.combinations_of_parts(fields.iter().map(|&(_, p)| p))?
            }
            PatKind::Slice { prefix, rest, suffix } => {
                self.combinations_of_parts(prefix.iter().copied().chain(rest.flatten()).chain(suffix.iter().copied()))?
            }
            _ => vec![Choices::new()],
        };
        (all.len() <= MAX_ALTERNATIVES).then_some(all)
    }

    fn combinations_of_parts(&self, parts: impl Iterator<Item = PatId>) -> Option<Vec<Choices>> {
        let mut all = vec![Choices::new()];
        for part in parts {
            let more = self.combinations(part)?;
            if all.len() * more.len() > MAX_ALTERNATIVES {
                return None;
            }
            all = all.iter().flat_map(|before| more.iter().map(move |after| [&before[..], after].concat())).collect();
        }
        Some(all)
    }

    /// Whether the outermost tests of the patterns alone show that no value matches two of them.
    fn are_exclusive(&self, pats: &[PatId]) -> bool {
        let mut seen = BTreeSet::new();
        pats.iter().all(|&p| match self.keys(p, &[]) {
            Keys::Any => false,
            Keys::Only(keys) => keys.into_iter().all(|key| seen.insert(key)),
        })
    }

    /// For which values of the head the pattern may match.
    fn keys(&self, pat: PatId, choices: &[(PatId, usize)]) -> Keys {
        match &self.pat(pat).kind {
            PatKind::Binding { sub: Some(p), .. } | PatKind::Deref(p) => self.keys(*p, choices),
            PatKind::Constant(ConstValue::Scalar(value)) => match self.cx.program.types.kind(self.pat(pat).ty) {
                TyKind::Int(int) if int.is_wide() => Keys::Any,
                TyKind::Int(_) | TyKind::Char | TyKind::Bool => Keys::Only(vec![Key::Bits(*value as u64)]),
                _ => Keys::Any,
            },
            PatKind::Variant { variant, .. } => Keys::Only(vec![Key::Variant(*variant)]),
            PatKind::Or(pats) => match choices.iter().find(|(p, _)| *p == pat) {
                Some(&(_, chosen)) => self.keys(pats[chosen], choices),
                None => {
                    pats.iter().map(|&p| self.keys(p, choices)).reduce(Keys::join).unwrap_or(Keys::Only(Vec::new()))
                }
            },
            _ => Keys::Any,
        }
    }

    /// Whether the outermost test is all that the pattern does.
    pub(crate) fn is_pure(&self, pat: PatId) -> bool {
        match &self.pat(pat).kind {
            PatKind::Constant(_) => true,
            PatKind::Variant { fields, .. } => fields.iter().all(|&(_, p)| matches!(self.pat(p).kind, PatKind::Wild)),
            PatKind::Deref(p) => self.is_pure(*p),
            PatKind::Or(pats) => pats.iter().all(|&p| self.is_pure(p)),
            _ => false,
        }
    }

    // The head --------------------------------------------------------------------------------------------------------

    /// Load what a switch needs, if a switch pays: at least two arms ask for different values of one tag or integer.
    fn read_head(
        &mut self,
        candidates: &[Candidate],
        place: &Place,
        mut ty: Ty,
        loads: &mut Vec<(Place, u64, Value)>,
    ) -> R<Option<Head>> {
        let mut distinct: Vec<Key> = Vec::new();
        let mut depth = None;
        for candidate in candidates {
            if let Keys::Only(keys) = &candidate.keys {
                distinct.extend(keys.iter().filter(|k| !distinct.contains(k)).copied().collect::<Vec<_>>());
                depth = depth.or_else(|| self.head_depth(candidate.pat));
            }
        }
        if distinct.len() < 2 {
            return Ok(None);
        }
        let mut place = place.clone();
        for _ in 0..depth.unwrap_or(0) {
            let reference = self.read(&place, ty)?;
            for (i, value) in reference.values().into_iter().enumerate() {
                loads.push((place.clone(), 8 * i as u64, value));
            }
            let (TyKind::Ref(target, _) | TyKind::Ptr(target, _)) = self.cx.program.types.kind(ty) else {
                return self.inconsistent("a pattern that looks through what is not a reference");
            };
            place = self.deref(reference)?;
            ty = target;
        }
        let layout = self.layout(ty)?;
        if let Some(value) = self.read_tag(&place, &layout)? {
            if let Variants::Multiple { tag_offset, .. } = layout.variants {
                loads.push((place, tag_offset, value));
            }
            return Ok(Some(Head { ty, value }));
        }
        match (layout.abi, self.cx.program.types.kind(ty)) {
            (Abi::Scalar(_), TyKind::Int(_) | TyKind::Char | TyKind::Bool) => {
                let int = self.scalar_ty(ty)?;
                let value = self.read_scalar(&place, 0, int)?;
                loads.push((place, 0, value));
                Ok(Some(Head { ty, value }))
            }
            _ => Ok(None),
        }
    }

    /// How many references are looked through before the outermost test.
    fn head_depth(&self, pat: PatId) -> Option<u32> {
        match &self.pat(pat).kind {
            PatKind::Deref(p) => Some(self.head_depth(*p)? + 1),
            PatKind::Binding { sub: Some(p), .. } => self.head_depth(*p),
            PatKind::Or(pats) => pats.iter().find_map(|&p| self.head_depth(p)),
            PatKind::Constant(_) | PatKind::Variant { .. } => Some(0),
            _ => None,
        }
    }

    // Entries ---------------------------------------------------------------------------------------------------------

    fn entry(&mut self, entry: Entry, entries: &mut Entries) -> Block {
        *entries.blocks.entry(entry).or_insert_with(|| {
            entries.pending.insert(entry);
            self.b.create_block()
        })
    }

    /// The first candidate from `from` on that may match, given what is known of the head.
    fn next_block(
        &mut self,
        from: usize,
        known: Option<Key>,
        candidates: &[Candidate],
        entries: &mut Entries,
    ) -> Block {
        let may_match = |c: &Candidate| known.is_none_or(|key| c.keys.may_match(key));
        let Some(index) = (from..candidates.len()).find(|&i| may_match(&candidates[i])) else {
            return *entries.impossible.get_or_insert_with(|| self.b.create_block());
        };
        let candidate = &candidates[index];
        let head_known = match &candidate.keys {
            Keys::Any => false,
            Keys::Only(keys) => known.is_some() && (keys.len() == 1 || candidate.is_pure),
        };
        self.entry(Entry { candidate: index, head_known }, entries)
    }

    /// Go to the first candidate that may match.
    fn switch_on(&mut self, head: &Head, candidates: &[Candidate], entries: &mut Entries) -> R<()> {
        let layout = self.layout(head.ty)?;
        let mut keys: Vec<Key> = Vec::new();
        for candidate in candidates {
            if let Keys::Only(only) = &candidate.keys {
                keys.extend(only.iter().filter(|k| !keys.contains(k)).copied().collect::<Vec<_>>());
            }
        }
        let all_variants = match &layout.variants {
            Variants::Multiple { fields, .. } => (0..fields.len() as u32).map(VariantIdx).collect(),
            _ => Vec::new(),
        };
        let otherwise = candidates.iter().position(|c| c.keys == Keys::Any);
        let otherwise = otherwise.map(|i| self.entry(Entry { candidate: i, head_known: false }, entries));
        let untagged = match &layout.variants {
            Variants::Multiple { encoding: TagEncoding::Niche { untagged, .. }, .. } => Some(Key::Variant(*untagged)),
            _ => None,
        };
        let ty = self.b.ty(head.value);
        let mut cases: Vec<(u64, Block)> = Vec::new();
        let mut default = None;
        for &key in &keys {
            let block = self.next_block(0, Some(key), candidates, entries);
            match key {
                key if Some(key) == untagged => default = Some(block),
                Key::Bits(bits) => cases.push((bits & ty.mask(), block)),
                Key::Variant(variant) => {
                    if let Some(Tag { bits: Some(bits), .. }) = Tag::of_variant(&layout, variant) {
                        cases.push((bits, block));
                    }
                }
            }
        }
        if default.is_some() {
            // The untagged variant has no pattern of its own: the others that no arm names need cases.
            for &variant in &all_variants {
                let named = keys.contains(&Key::Variant(variant));
                if let (false, Some(block), Some(Tag { bits: Some(bits), .. })) =
                    (named, otherwise, Tag::of_variant(&layout, variant))
                {
                    cases.push((bits, block));
                }
            }
        }
        let is_bool = matches!(self.cx.program.types.kind(head.ty), TyKind::Bool);
        let exhausted = if is_bool {
            cases.len() == 2
        } else {
            !all_variants.is_empty() && all_variants.iter().all(|&v| keys.contains(&Key::Variant(v)))
        };
        let default = match default.or(if exhausted { None } else { otherwise }) {
            Some(default) => default,
            None if exhausted && !cases.is_empty() => {
                // `false` is a `bool`'s default, so that the condition needs no comparison.
                let at = if is_bool { cases.iter().position(|(bits, _)| *bits == 0) } else { None };
                cases.remove(at.unwrap_or(cases.len() - 1)).1
            }
            None => *entries.impossible.get_or_insert_with(|| self.b.create_block()),
        };
        match *cases.as_slice() {
            [] => self.jump(default, Vec::new()),
            [(_, block)] if is_bool => self.branch(head.value, block, default),
            [(bits, block)] => {
                let bits = self.b.iconst(ty, bits);
                let is_it = self.b.compare(Cond::Eq, head.value, bits);
                self.branch(is_it, block, default);
            }
            _ => self.switch(head.value, &cases, default),
        }
        Ok(())
    }
}
