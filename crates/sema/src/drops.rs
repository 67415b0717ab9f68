//! What has to be dropped: which types, which temporaries live longer than their statement, and which places are moved out of.
//!
//! Where scopes end follows from the typed tree, and each engine finds it by itself; what is here are facts that do not depend
//! on how the program is run.

use crate::Program;
use crate::defs::{Instance, Resolved, TraitRef};
use crate::ids::{BlockId, ExprId, FieldIdx, LocalId, VariantIdx};
use crate::ty::{Ty, TyKind, TyList};
use crate::typed::{BindingMode, Body, Callee, ExprKind, PatKind, StmtKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// What a moved place is a part of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Root {
    /// A variable.
    Local(LocalId),
    /// The temporary of an expression that denotes no place.
    Temp(ExprId),
    /// An argument, by the place of its parameter: one that is matched against a pattern.
    Param(u32),
}

/// A step from a place to a part of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    /// A field; of this variant if the place is an enum's.
    Field(Option<VariantIdx>, FieldIdx),
    /// What a box holds.
    Deref,
    /// A box's memory, without what it holds.
    Shell,
    /// An array's element.
    Element(u64),
}

/// A part of a variable or temporary.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Path {
    /// What it is a part of.
    pub root: Root,
    /// The way to the part.
    pub steps: Vec<Step>,
}

impl Path {
    /// All of a root.
    #[must_use]
    pub fn of(root: Root) -> Self {
        Self { root, steps: Vec::new() }
    }

    /// The part that one more step leads to.
    #[must_use]
    pub fn then(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self { root: self.root, steps }
    }
}

/// The parts of a root that are moved out of somewhere in a body.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Moves {
    /// The place itself is.
    pub whole: bool,
    /// Parts are.
    pub parts: Vec<(Step, Moves)>,
}

impl Moves {
    fn add(&mut self, steps: &[Step]) {
        let Some((&first, rest)) = steps.split_first() else {
            self.whole = true;
            return;
        };
        let at = match self.parts.iter().position(|(step, _)| *step == first) {
            Some(at) => at,
            None => {
                self.parts.push((first, Self::default()));
                self.parts.len() - 1
            }
        };
        self.parts[at].1.add(rest);
    }

    /// Whether an array is among the parts, or the place itself is one, that elements are moved out of.
    #[must_use]
    pub fn takes_elements(&self) -> bool {
        self.parts.iter().any(|(step, part)| matches!(step, Step::Element(_)) || part.takes_elements())
    }

    /// What is moved out of a part; `None` if nothing is.
    #[must_use]
    pub fn part(&self, step: Step) -> Option<&Self> {
        self.parts.iter().find(|(s, _)| s.is(step)).map(|(_, part)| part)
    }

    /// An array of this length in pieces: each element that is moved out of, and what lies between two of them. What is
    /// left of the array is dropped piece by piece, the last one first, but each piece from its front, as `rustc` does it
    /// (`open_drop_for_array` in `rustc_mir_transform`).
    #[must_use]
    pub fn pieces(&self, len: u64) -> Vec<Range<u64>> {
        let mut elements: Vec<u64> = self.parts.iter().filter_map(|(step, _)| step.element()).collect();
        elements.sort_unstable();
        let mut pieces = Vec::new();
        let mut from = 0;
        for i in elements.into_iter().filter(|&i| i < len) {
            pieces.extend([from..i, i..i + 1].into_iter().filter(|piece| !piece.is_empty()));
            from = i + 1;
        }
        pieces.extend(Some(from..len).filter(|piece| !piece.is_empty()));
        pieces
    }
}

impl Step {
    /// Whether two steps lead to the same part. A struct's only variant needs no name.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Field(None, a), Self::Field(_, b)) => a == b,
            (a, b) => a == b,
        }
    }

    /// The index of an element.
    fn element(self) -> Option<u64> {
        match self {
            Self::Element(i) => Some(i),
            _ => None,
        }
    }
}

/// What an expression denotes, if it is a variable, a temporary, or a part of one that can be moved by itself.
#[must_use]
pub fn path_of(program: &Program, body: &Body, id: ExprId) -> Option<Path> {
    let expr = &body.exprs[id.index()];
    match expr.kind {
        ExprKind::Local(local) => Some(Path::of(Root::Local(local))),
        ExprKind::Field { base, field } => Some(path_of(program, body, base)?.then(Step::Field(None, field))),
        ExprKind::Deref(pointer) => match program.types.kind(body.exprs[pointer.index()].ty) {
            TyKind::Adt(..) => Some(path_of(program, body, pointer)?.then(Step::Deref)),
            _ => None,
        },
        ExprKind::Static(_) | ExprKind::Index { .. } => None,
        _ => Some(Path::of(Root::Temp(id))),
    }
}

/// The moves of an instance's body, by what is moved out of; moves of what need not be dropped are left out.
#[must_use]
pub fn moves(program: &Program, body: &Body, args: TyList) -> FxHashMap<Root, Moves> {
    let mut finder = MoveFinder { program, body, args, found: FxHashMap::default() };
    finder.find();
    finder.found
}

struct MoveFinder<'a> {
    program: &'a Program,
    body: &'a Body,
    args: TyList,
    found: FxHashMap<Root, Moves>,
}

impl MoveFinder<'_> {
    fn add(&mut self, path: &Path) {
        self.found.entry(path.root).or_default().add(&path.steps);
    }

    fn needs_drop(&self, ty: Ty) -> bool {
        self.program.needs_drop(self.program.subst(ty, self.args))
    }

    /// An expression whose value is used.
    fn value(&mut self, id: ExprId) {
        let expr = &self.body.exprs[id.index()];
        if matches!(expr.kind, ExprKind::Local(_) | ExprKind::Field { .. } | ExprKind::Deref(_))
            && self.needs_drop(expr.ty)
            && let Some(path) = path_of(self.program, self.body, id)
        {
            self.add(&path);
        }
    }

    fn values(&mut self, ids: impl IntoIterator<Item = ExprId>) {
        for id in ids {
            self.value(id);
        }
    }

    fn find(&mut self) {
        let body = self.body;
        for (index, &pat) in body.params.iter().enumerate() {
            if !is_variable(body, pat) {
                self.pattern(pat, &Path::of(Root::Param(index as u32)));
            }
        }
        for block in &body.blocks {
            for stmt in &block.stmts {
                match stmt.kind {
                    StmtKind::Expr(expr) => self.value(expr),
                    StmtKind::Let { init: None, .. } => {}
                    StmtKind::Let { pat, init: Some(init), els: None } if is_variable(body, pat) => self.value(init),
                    StmtKind::Let { pat, init: Some(init), .. } => self.scrutinee(init, [pat]),
                }
            }
            self.values(block.tail);
        }
        for expr in &body.exprs {
            match &expr.kind {
                ExprKind::Unary(_, a) | ExprKind::Cast(_, a) | ExprKind::Coerce(_, a) | ExprKind::Repeat(a) => {
                    self.value(*a);
                }
                ExprKind::Assign { value, .. } => self.value(*value),
                ExprKind::Call { callee, args } => {
                    if let Callee::Value(callee) = callee {
                        self.value(*callee);
                    }
                    self.values(args.iter().copied());
                }
                ExprKind::Adt { variant, fields, base, .. } => {
                    self.values(fields.iter().map(|&(_, e)| e));
                    if let Some(base) = *base {
                        self.base(expr.ty, *variant, fields, base);
                    }
                }
                ExprKind::Tuple(elements)
                | ExprKind::Array(elements)
                | ExprKind::Closure { captures: elements, .. } => self.values(elements.iter().copied()),
                ExprKind::If { then, els, .. } => self.values([*then].into_iter().chain(*els)),
                ExprKind::Match { place, arms } => {
                    // No arm is reached behind one that always matches.
                    let last = arms.iter().position(|arm| arm.guard.is_none() && self.always_matches(arm.pat));
                    let reached = &arms[..last.map_or(arms.len(), |last| last + 1)];
                    self.scrutinee(*place, reached.iter().map(|arm| arm.pat));
                    self.values(arms.iter().map(|arm| arm.body));
                }
                ExprKind::Let { pat, place } => self.scrutinee(*place, [*pat]),
                ExprKind::Break { value, .. } | ExprKind::Return(value) => self.values(*value),
                _ => {}
            }
        }
        self.value(body.value);
    }

    /// The fields that a struct expression takes from its base.
    fn base(&mut self, ty: Ty, variant: VariantIdx, fields: &[(FieldIdx, ExprId)], base: ExprId) {
        let Some(path) = path_of(self.program, self.body, base) else { return };
        let TyKind::Adt(adt, args) = self.program.types.kind(ty) else { return };
        let definition = self.program.adt_def(adt);
        let Some(variant) = definition.variants.get(variant.0 as usize) else { return };
        for (i, field) in variant.fields.iter().enumerate() {
            let index = FieldIdx(i as u32);
            let field_ty = self.program.types.subst(field.ty, args);
            if fields.iter().all(|&(f, _)| f != index) && self.needs_drop(field_ty) {
                self.add(&path.then(Step::Field(None, index)));
            }
        }
    }

    /// Whether a pattern matches every value of its type, as far as can be seen from each of its parts.
    fn always_matches(&self, pat: crate::ids::PatId) -> bool {
        let node = &self.body.pats[pat.index()];
        match &node.kind {
            PatKind::Wild | PatKind::Binding { sub: None, .. } => true,
            PatKind::Binding { sub: Some(sub), .. } | PatKind::Deref(sub) => self.always_matches(*sub),
            PatKind::Fields(fields) => fields.iter().all(|&(_, pat)| self.always_matches(pat)),
            PatKind::Variant { adt, fields, .. } => {
                self.program.adt_def(*adt).variants.len() == 1
                    && fields.iter().all(|&(_, pat)| self.always_matches(pat))
            }
            PatKind::Slice { prefix, suffix, .. } => {
                matches!(self.program.types.kind(node.ty), TyKind::Array(..))
                    && prefix.iter().chain(suffix).all(|&pat| self.always_matches(pat))
            }
            PatKind::Or(pats) => pats.iter().any(|&pat| self.always_matches(pat)),
            PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => false,
        }
    }

    fn scrutinee(&mut self, place: ExprId, pats: impl IntoIterator<Item = crate::ids::PatId>) {
        let Some(path) = path_of(self.program, self.body, place) else { return };
        for pat in pats {
            self.pattern(pat, &path);
        }
    }

    fn pattern(&mut self, pat: crate::ids::PatId, path: &Path) {
        let (program, body, args) = (self.program, self.body, self.args);
        moved_by_pattern(program, body, args, pat, path, &mut |_, _| None, &mut |path| {
            self.found.entry(path.root).or_default().add(&path.steps);
        });
    }
}

/// Whether a pattern is a variable that takes the whole value.
fn is_variable(body: &Body, pat: crate::ids::PatId) -> bool {
    matches!(body.pats[pat.index()].kind, PatKind::Binding { mode: BindingMode::Value, sub: None, .. })
}

/// Tell `found` each part that a pattern moves out of the place that it is matched against, if it has to be dropped. Of `|`,
/// `choose` may name the alternative that matched; otherwise all count.
pub fn moved_by_pattern(
    program: &Program,
    body: &Body,
    args: TyList,
    pat: crate::ids::PatId,
    path: &Path,
    choose: &mut dyn FnMut(crate::ids::PatId, usize) -> Option<usize>,
    found: &mut dyn FnMut(&Path),
) {
    let counts = |ty| program.needs_drop(program.subst(ty, args));
    taken_by_pattern(program, body, args, pat, path, &counts, choose, &mut |path, _| found(path));
}

/// [`moved_by_pattern`] for the parts whose types count, each with the variable that it goes to.
pub fn taken_by_pattern(
    program: &Program,
    body: &Body,
    args: TyList,
    pat: crate::ids::PatId,
    path: &Path,
    counts: &dyn Fn(Ty) -> bool,
    choose: &mut dyn FnMut(crate::ids::PatId, usize) -> Option<usize>,
    found: &mut dyn FnMut(&Path, LocalId),
) {
    let node = &body.pats[pat.index()];
    match &node.kind {
        PatKind::Binding { local, mode: BindingMode::Value, .. } => {
            if counts(node.ty) {
                found(path, *local);
            }
        }
        PatKind::Binding { sub: Some(sub), .. } => {
            taken_by_pattern(program, body, args, *sub, path, counts, choose, found)
        }
        PatKind::Fields(fields) => {
            for &(field, pat) in fields {
                taken_by_pattern(program, body, args, pat, &path.then(Step::Field(None, field)), counts, choose, found);
            }
        }
        PatKind::Variant { variant, fields, .. } => {
            for &(field, pat) in fields {
                let part = path.then(Step::Field(Some(*variant), field));
                taken_by_pattern(program, body, args, pat, &part, counts, choose, found);
            }
        }
        PatKind::Slice { prefix, rest, suffix } => {
            // Elements are moved out of arrays only.
            let TyKind::Array(_, len) = program.types.kind(program.subst(node.ty, args)) else { return };
            let Some(len) = program.types.const_value(len) else { return };
            let (before, after) = (prefix.len() as u64, suffix.len() as u64);
            let ends = prefix.iter().enumerate().map(|(i, &p)| (i as u64, p));
            let tail = len.saturating_sub(after);
            for (i, pat) in ends.chain(suffix.iter().enumerate().map(|(i, &p)| (tail + i as u64, p))) {
                taken_by_pattern(program, body, args, pat, &path.then(Step::Element(i)), counts, choose, found);
            }
            if let Some(Some(rest)) = rest
                && let PatKind::Binding { local, mode: BindingMode::Value, .. } = body.pats[rest.index()].kind
                && counts(body.pats[rest.index()].ty)
            {
                (before..tail).for_each(|i| found(&path.then(Step::Element(i)), local));
            }
        }
        PatKind::Or(pats) => match choose(pat, pats.len()) {
            Some(chosen) => {
                if let Some(&pat) = pats.get(chosen) {
                    taken_by_pattern(program, body, args, pat, path, counts, choose, found);
                }
            }
            None => {
                for &pat in pats {
                    taken_by_pattern(program, body, args, pat, path, counts, choose, found);
                }
            }
        },
        PatKind::Binding { .. }
        | PatKind::Deref(_)
        | PatKind::Wild
        | PatKind::Constant(_)
        | PatKind::Range { .. }
        | PatKind::Error => {}
    }
}

/// Temporaries that live as long as the variables of a block, because a `let` of that block borrows them.
#[derive(Clone, Debug, Default)]
pub struct Extended {
    /// The block whose end each one lives to.
    pub block: FxHashMap<ExprId, BlockId>,
    /// Those that are made on some ways only: in an arm, or in a branch of `if`.
    pub conditional: FxHashSet<ExprId>,
    /// Those of each `let`, by its initial value, in the order in which they are made.
    pub of_let: FxHashMap<ExprId, Vec<ExprId>>,
}

/// Find the temporaries whose lifetime is extended, as the Reference's chapter on destructors says.
#[must_use]
pub fn extended_temporaries(program: &Program, body: &Body) -> Extended {
    let mut extender = Extender { program, body, extended: Extended::default(), made: Vec::new() };
    for (index, block) in body.blocks.iter().enumerate() {
        for stmt in &block.stmts {
            if let StmtKind::Let { pat, init: Some(init), .. } = stmt.kind {
                let block = BlockId(index as u32);
                extender.operand(init, block, false);
                if binds_by_reference(body, pat) {
                    extender.place(init, block, false);
                }
                let made = std::mem::take(&mut extender.made);
                if !made.is_empty() {
                    extender.extended.of_let.insert(init, made);
                }
            }
        }
    }
    extender.extended
}

/// Whether a pattern binds a reference to the place that it is matched against, or to a part of it.
fn binds_by_reference(body: &Body, pat: crate::ids::PatId) -> bool {
    let any = |pats: &[crate::ids::PatId]| pats.iter().any(|&p| binds_by_reference(body, p));
    match &body.pats[pat.index()].kind {
        PatKind::Binding { mode: BindingMode::Ref | BindingMode::RefMut, .. } => true,
        PatKind::Binding { sub, .. } => sub.is_some_and(|p| binds_by_reference(body, p)),
        PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
            fields.iter().any(|&(_, p)| binds_by_reference(body, p))
        }
        PatKind::Slice { prefix, rest, suffix } => {
            any(prefix) || any(suffix) || rest.flatten().is_some_and(|p| binds_by_reference(body, p))
        }
        PatKind::Or(pats) => any(pats),
        PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Deref(_) | PatKind::Error => false,
    }
}

struct Extender<'a> {
    program: &'a Program,
    body: &'a Body,
    extended: Extended,
    /// Those of the `let` at hand.
    made: Vec<ExprId>,
}

impl Extender<'_> {
    /// An extending expression.
    fn operand(&mut self, id: ExprId, block: BlockId, conditional: bool) {
        let body = self.body;
        match &body.exprs[id.index()].kind {
            ExprKind::Borrow { place, .. } => {
                self.operand(*place, block, conditional);
                self.place(*place, block, conditional);
            }
            ExprKind::Adt { fields, .. } => fields.iter().for_each(|&(_, e)| self.operand(e, block, conditional)),
            ExprKind::Tuple(elements) | ExprKind::Array(elements) => {
                elements.iter().for_each(|&e| self.operand(e, block, conditional));
            }
            ExprKind::Cast(_, inner) | ExprKind::Coerce(_, inner) => self.operand(*inner, block, conditional),
            ExprKind::Block { block: inner, .. } => {
                if let Some(tail) = body.blocks[inner.index()].tail {
                    self.operand(tail, block, conditional);
                }
            }
            ExprKind::If { then, els, .. } => {
                self.operand(*then, block, true);
                if let Some(els) = *els {
                    self.operand(els, block, true);
                }
            }
            ExprKind::Match { arms, .. } => arms.iter().for_each(|arm| self.operand(arm.body, block, true)),
            _ => {}
        }
    }

    /// The operand of an extending borrow: what it denotes a part of lives longer.
    fn place(&mut self, mut id: ExprId, block: BlockId, conditional: bool) {
        loop {
            if self.extended.block.insert(id, block).is_none() {
                self.made.push(id);
            }
            if conditional {
                self.extended.conditional.insert(id);
            }
            id = match &self.body.exprs[id.index()].kind {
                ExprKind::Borrow { place, .. } => *place,
                ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => *base,
                ExprKind::Deref(pointer) => match &self.body.exprs[pointer.index()].kind {
                    // `*x` and `x[i]` of a library type.
                    ExprKind::Call { callee: Callee::Fn(def, _), args } if self.is_place_method(*def) => {
                        match args.first() {
                            Some(&first) => first,
                            None => return,
                        }
                    }
                    _ => *pointer,
                },
                _ => return,
            };
        }
    }

    fn is_place_method(&self, def: crate::ids::FnId) -> bool {
        let crate::defs::Container::Trait(t) = self.program.tables.fns[def.index()].container else { return false };
        ["Deref", "DerefMut", "Index", "IndexMut"].iter().any(|name| self.program.tables.library_trait(name) == Some(t))
    }
}

/// A part of a value that has to be dropped, and what its type is.
pub type Part = (FieldIdx, Ty);

impl Program {
    /// Whether dropping a value of the type (without parameters) does anything.
    #[must_use]
    pub fn needs_drop(&self, ty: Ty) -> bool {
        match self.types.kind(ty) {
            TyKind::Adt(..)
            | TyKind::Tuple(_)
            | TyKind::Array(..)
            | TyKind::Slice(_)
            | TyKind::Closure(..)
            | TyKind::Dyn(..) => {}
            _ => return false,
        }
        if let Some(library) = self.library_for(self.types.flags(ty)) {
            return library.needs_drop(ty);
        }
        if self.drop_impls().is_empty() {
            return false;
        }
        if let Some(&known) = self.tables.needs_drop.borrow().get(&ty) {
            return known;
        }
        let needs = match self.types.kind(ty) {
            TyKind::Array(element, len) => self.types.const_value(len) != Some(0) && self.needs_drop(element),
            TyKind::Slice(element) => self.needs_drop(element),
            // Its vtable says.
            TyKind::Dyn(..) => true,
            _ => self.drop_impl(ty).is_some() || self.drop_parts(ty).iter().any(|parts| !parts.is_empty()),
        };
        self.tables.needs_drop.borrow_mut().insert(ty, needs);
        needs
    }

    /// All implementations of `Drop`.
    fn drop_impls(&self) -> &[crate::ids::ImplId] {
        let impls = self.tables.library_trait("Drop").and_then(|t| self.tables.trait_impls.get(&t));
        impls.map_or(&[], Vec::as_slice)
    }

    /// Whether a type has a destructor of its own, for whatever arguments.
    #[must_use]
    pub fn has_destructor(&self, ty: Ty) -> bool {
        matches!(self.types.kind(ty), TyKind::Adt(adt, _) if self.drop_impl_of(adt).is_some())
    }

    /// The implementation of `Drop` for a type.
    pub(crate) fn drop_impl_of(&self, adt: crate::ids::AdtId) -> Option<crate::ids::ImplId> {
        let is_for = |id| matches!(self.types.kind(self.impl_header(id).self_ty), TyKind::Adt(a, _) if a == adt);
        self.drop_impls().iter().copied().find(|&id| is_for(id))
    }

    /// The type's own `Drop::drop`.
    #[must_use]
    pub fn drop_impl(&self, ty: Ty) -> Option<Instance> {
        let TyKind::Adt(adt, _) = self.types.kind(ty) else { return None };
        let drop_trait = self.tables.library_trait("Drop")?;
        self.drop_impl_of(adt)?;
        let &method = self.trait_def(drop_trait).fns.first()?;
        let args = self.types.mk_list(&[ty]);
        crate::traits::impl_for(self, TraitRef { def: drop_trait, args })?;
        match self.resolve(method, args)? {
            Resolved::Fn(instance) => Some(instance),
            Resolved::Intrinsic(..) | Resolved::Virtual(_) => None,
        }
    }

    /// The fields of a struct, tuple, closure or enum that have to be dropped: for each variant, in the order of the
    /// declaration. What a box holds is no field: it is dropped before the box's own destructor, fields are after that.
    #[must_use]
    pub fn drop_parts(&self, ty: Ty) -> Vec<Vec<Part>> {
        let keep = |fields: &mut dyn Iterator<Item = Ty>| -> Vec<Part> {
            let numbered = fields.enumerate().map(|(i, ty)| (FieldIdx(i as u32), ty));
            numbered.filter(|&(_, ty)| self.needs_drop(ty)).collect()
        };
        match self.types.kind(ty) {
            TyKind::Tuple(list) => vec![keep(&mut self.types.list(list).iter().copied())],
            TyKind::Closure(..) => vec![keep(&mut self.closure_captures(ty).unwrap_or_default().into_iter())],
            TyKind::Adt(adt, args) => {
                let definition = self.adt_def(adt);
                if self.tables.library_adt("ManuallyDrop") == Some(adt) {
                    return vec![Vec::new()];
                }
                let variants = definition.variants.iter();
                variants.map(|v| keep(&mut v.fields.iter().map(|f| self.subst(f.ty, args)))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it can be seen, other than by the memory that is in use, that a value of the type is dropped: destructors
    /// of such values run when the program panics.
    #[must_use]
    pub fn drop_is_observable(&self, ty: Ty) -> bool {
        if !self.needs_drop(ty) || !self.has_observable_drops() {
            return false;
        }
        if let Some(&known) = self.tables.observable_drop.borrow().get(&ty) {
            return known;
        }
        let observable = self.finds_observable_drop(ty, &mut FxHashSet::default());
        self.tables.observable_drop.borrow_mut().insert(ty, observable);
        observable
    }

    /// Whether the program has destructors of its own: only then can anything be seen of what happens after a panic.
    #[must_use]
    pub fn has_observable_drops(&self) -> bool {
        self.drop_impls().iter().any(|id| self.tables.impls[id.index()].is_user)
    }

    fn finds_observable_drop(&self, ty: Ty, seen: &mut FxHashSet<Ty>) -> bool {
        if !self.needs_drop(ty) || !seen.insert(ty) {
            return false;
        }
        if let Some(instance) = self.drop_impl(ty) {
            if !self.only_frees(instance) {
                return true;
            }
            // What it frees may hold values of its arguments' types.
            if let TyKind::Adt(_, args) = self.types.kind(ty)
                && self.types.list(args).iter().any(|&arg| self.finds_observable_drop(arg, seen))
            {
                return true;
            }
        }
        match self.types.kind(ty) {
            TyKind::Dyn(..) => true,
            TyKind::Array(element, _) | TyKind::Slice(element) => self.finds_observable_drop(element, seen),
            _ => self.drop_parts(ty).iter().flatten().any(|&(_, part)| self.finds_observable_drop(part, seen)),
        }
    }

    /// Whether a `Drop::drop` does nothing but free memory and drop values of its type's arguments: the library says so
    /// with `#[only_frees]`.
    fn only_frees(&self, drop: Instance) -> bool {
        let entry = &self.tables.fns[drop.def.index()];
        !entry.is_user && crate::collect::find_attr(&entry.item.attrs, "only_frees").is_some()
    }
}
