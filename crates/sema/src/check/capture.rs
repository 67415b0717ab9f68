//! What closures capture, and how: the rules of edition 2021 and later, as in `rustc`'s `upvar.rs`.
//!
//! A closure's body is walked for what it does to places that begin at a variable from around it. Each use asks for a
//! place by shared reference, by mutable reference or by value; uses of a place and of a part of it are merged into the
//! larger place and the stronger way. One simplification: a place that a pattern is matched against is captured as a
//! whole, where `rustc` captures the parts that the pattern names.

use super::FnCtxt;
use crate::defs::{CaptureBy, ClosureKind};
use crate::ids::{BlockId, ExprId, FieldIdx, FnId, LocalId, PatId};
use crate::traits::Goal;
use crate::ty::{Ty, TyKind};
use crate::typed::{BindingMode, Callee, ExprKind, PatKind, StmtKind};
use smol_str::{SmolStr, format_smolstr};
use stair_source::Span;

/// A step from a place to a part of it, or to what it points to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Step {
    Field(FieldIdx),
    Deref,
    /// An element, or a field of an enum's variant: captures end before it.
    Opaque,
}

/// A place that begins at a variable.
#[derive(Clone, Debug)]
struct Place {
    root: LocalId,
    /// The steps, each with the type that it starts from.
    steps: Vec<(Step, Ty)>,
    ty: Ty,
}

impl Place {
    fn then(&self, step: Step, ty: Ty) -> Self {
        let mut steps = self.steps.clone();
        steps.push((step, self.ty));
        Self { root: self.root, steps, ty }
    }

    fn truncate(&mut self, len: usize) {
        if let Some(&(_, ty)) = self.steps.get(len) {
            self.ty = ty;
            self.steps.truncate(len);
        }
    }

    fn path(&self) -> Vec<Step> {
        self.steps.iter().map(|&(step, _)| step).collect()
    }

    /// Whether `other` is this place or a part of it.
    fn contains(&self, other: &Self) -> bool {
        self.root == other.root && other.path().starts_with(&self.path())
    }
}

/// A place that a closure captures.
#[derive(Clone, Debug)]
pub(crate) struct CapturedPlace {
    pub(crate) root: LocalId,
    pub(crate) steps: Vec<Step>,
    /// As it is written: `point.x`.
    pub(crate) name: SmolStr,
    /// The type of the closure's field: a reference, if it is captured by reference.
    pub(crate) ty: Ty,
    pub(crate) by: CaptureBy,
    /// Whether the place can be written to.
    pub(crate) mutable: bool,
    /// Where it is used.
    pub(crate) span: Span,
}

/// Something that a closure does to a place.
struct Use {
    place: Place,
    by: CaptureBy,
    span: Span,
}

impl FnCtxt<'_> {
    /// Work out what every closure of the body captures, and which traits it implements.
    pub(crate) fn analyse_captures(&mut self) {
        self.settle_closure_calls(None);
        // Inner closures and earlier ones come first.
        for i in 0..self.closures.len() {
            let (kind, captures) = self.captures_of(i);
            let def = self.closures[i].def;
            let exprs: Vec<ExprId> = captures.iter().map(|c| self.capture_expr(c, def)).collect();
            let id = self.closures[i].expr;
            self.exprs[id.index()].kind = ExprKind::Closure { def, captures: exprs };
            if let Some(sig) = self.infer.closures.borrow_mut().get_mut(&def) {
                sig.kind.get_or_insert(kind);
                sig.captures = Some(captures.iter().map(|c| c.ty).collect());
            }
            self.closures[i].captures = captures;
            self.settle_closure_calls(Some(def));
        }
    }

    fn captures_of(&self, closure: usize) -> (ClosureKind, Vec<CapturedPlace>) {
        let closure = &self.closures[closure];
        let mut walk = Walk { fcx: self, first_local: closure.first_local, uses: Vec::new(), looked_at: Vec::new() };
        walk.value(closure.value);
        let (uses, looked_at) = (walk.uses, walk.looked_at);
        let mut kind = ClosureKind::Fn;
        let mut found: Vec<Use> = Vec::new();
        for used in uses {
            kind = kind.max(match used.by {
                CaptureBy::Ref => ClosureKind::Fn,
                CaptureBy::RefMut => ClosureKind::FnMut,
                CaptureBy::Value => ClosureKind::FnOnce,
            });
            self.add_use(&mut found, used, closure.is_move);
        }
        for (mut place, span) in looked_at {
            self.restrict(&mut place);
            if !found.iter().any(|known| known.place.contains(&place)) {
                self.add_use(&mut found, Use { place, by: CaptureBy::Ref, span }, closure.is_move);
            }
        }
        let first_mention = |root: LocalId| {
            let mentioned = &self.exprs[closure.first_expr..closure.expr.index()];
            mentioned.iter().position(|e| matches!(e.kind, ExprKind::Local(local) if local == root))
        };
        found.sort_by_key(|used| (first_mention(used.place.root), used.place.path()));
        (kind, found.into_iter().map(|used| self.captured(used)).collect())
    }

    /// Captures end before what cannot be referred to for sure.
    fn restrict(&self, place: &mut Place) {
        let end = place.steps.iter().position(|&(step, from)| match step {
            Step::Opaque => true,
            Step::Deref => !matches!(self.p.types.kind(from), TyKind::Ref(..)),
            Step::Field(_) => false,
        });
        if let Some(end) = end {
            place.truncate(end);
        }
    }

    /// Merge a use into those that are known.
    fn add_use(&self, found: &mut Vec<Use>, mut used: Use, is_move: bool) {
        self.restrict(&mut used.place);
        let first_deref = used.place.steps.iter().position(|&(step, _)| step == Step::Deref);
        if is_move || used.by == CaptureBy::Value {
            // A value behind a reference cannot be moved: the reference is.
            if let Some(at) = first_deref {
                used.place.truncate(at);
            }
            if is_move {
                used.by = CaptureBy::Value;
            }
        }
        if used.by == CaptureBy::Value
            && !self.is_copy_here(used.place.ty)
            && let Some(at) = used.place.steps.iter().position(|&(_, from)| self.has_destructor(from))
        {
            // Nothing can be moved out of what has a destructor.
            used.place.truncate(at);
        }
        if let Some(at) = used.place.steps.iter().rposition(|&(step, _)| step == Step::Deref)
            && matches!(self.p.types.kind(used.place.steps[at].1), TyKind::Ref(_, false))
        {
            // What lies behind a shared reference is there for as long as all it refers to.
            used.place.truncate(at + 1);
        }
        if let Some(known) = found.iter_mut().find(|known| known.place.contains(&used.place)) {
            if used.by > known.by {
                known.by = used.by;
                known.span = used.span;
            }
            return;
        }
        found.retain(|known| {
            let part = used.place.contains(&known.place);
            if part && known.by > used.by {
                used.by = known.by;
                used.span = known.span;
            }
            !part
        });
        found.push(used);
    }

    fn has_destructor(&self, ty: Ty) -> bool {
        matches!(self.p.types.kind(ty), TyKind::Adt(..))
            && self.library_goal("Drop", &[ty]).is_some_and(|goal| self.select(|s| s.holds(&goal)))
    }

    /// Whether a type of the body is `Copy`, as far as its bounds say.
    pub(crate) fn is_copy_here(&self, ty: Ty) -> bool {
        let ty = self.infer.resolve(ty);
        match self.p.types.kind(ty) {
            TyKind::Error => true,
            _ => self.library_goal("Copy", &[ty]).is_some_and(|goal: Goal| self.select(|s| s.holds(&goal))),
        }
    }

    fn captured(&self, used: Use) -> CapturedPlace {
        let Use { place, by, span } = used;
        let place_ty = self.infer.resolve(place.ty);
        let ty = match by {
            CaptureBy::Ref => self.p.types.mk_ref(place_ty, false),
            CaptureBy::RefMut => self.p.types.mk_ref(place_ty, true),
            CaptureBy::Value => place_ty,
        };
        let local = &self.locals[place.root.index()];
        let pointer = place.steps.iter().rev().find(|(step, _)| *step == Step::Deref);
        let mutable = match pointer {
            Some(&(_, pointer)) => matches!(self.p.types.kind(pointer), TyKind::Ref(_, true)),
            None => local.mutable,
        };
        let mut name = local.name.clone();
        for (i, &(step, from)) in place.steps.iter().enumerate() {
            match step {
                Step::Field(field) => {
                    let field_name = match self.p.types.kind(from) {
                        TyKind::Adt(adt, _) => self.p.adt_sig(adt).variants[0].fields[field.index()].name.clone(),
                        _ => format_smolstr!("{}", field.0),
                    };
                    name = format_smolstr!("{name}.{field_name}");
                }
                // A reference that is looked through on the way to a field is not written.
                Step::Deref if i + 1 == place.steps.len() => name = format_smolstr!("*{name}"),
                Step::Deref | Step::Opaque => {}
            }
        }
        CapturedPlace { root: place.root, steps: place.path(), name, ty, by, mutable, span }
    }

    /// The value of a capture where the closure is made.
    fn capture_expr(&mut self, captured: &CapturedPlace, def: FnId) -> ExprId {
        let item = &self.p.tables.fns[def.index()].item;
        let (span, node) = (item.name.span, item.id);
        let mut ty = self.infer.resolve(self.locals[captured.root.index()].ty);
        let mut place = self.push(ExprKind::Local(captured.root), ty, span, node);
        for &step in &captured.steps {
            let (kind, next) = match (step, self.p.types.kind(ty)) {
                (Step::Field(field), _) => (ExprKind::Field { base: place, field }, self.field_of(ty, field)),
                (_, TyKind::Ref(inner, _)) => (ExprKind::Deref(place), inner),
                _ => (ExprKind::Error, self.common().error),
            };
            ty = self.infer.resolve(next);
            place = self.push(kind, ty, span, node);
        }
        match captured.by {
            CaptureBy::Value => place,
            by => self.push(ExprKind::Borrow { mutable: by == CaptureBy::RefMut, place }, captured.ty, span, node),
        }
    }

    /// The type of a field of a struct, tuple or closure.
    fn field_of(&self, ty: Ty, field: FieldIdx) -> Ty {
        match self.p.types.kind(ty) {
            TyKind::Tuple(list) => self.p.types.list(list).get(field.index()).copied(),
            TyKind::Adt(adt, args) => {
                let declared = self.p.adt_sig(adt).variants[0].fields.get(field.index());
                declared.map(|f| {
                    let ty = self.p.types.subst(f.ty, args);
                    self.select(|s| s.normalize(ty, &mut Vec::new(), 0))
                })
            }
            _ => None,
        }
        .unwrap_or(self.common().error)
    }
}

/// Looks for uses of variables from around a closure.
struct Walk<'a, 'p> {
    fcx: &'a FnCtxt<'p>,
    first_local: usize,
    uses: Vec<Use>,
    /// Places that patterns are matched against, or that a struct's other fields come from.
    looked_at: Vec<(Place, Span)>,
}

impl Walk<'_, '_> {
    fn use_place(&mut self, place: Option<&Place>, by: CaptureBy, span: Span) {
        if let Some(place) = place
            && place.root.index() < self.first_local
        {
            self.uses.push(Use { place: place.clone(), by, span });
        }
    }

    /// Read a place: copied, which looks at it only, or moved.
    fn read(&mut self, place: Option<&Place>, span: Span) {
        if let Some(place) = place {
            let by = if self.fcx.is_copy_here(place.ty) { CaptureBy::Ref } else { CaptureBy::Value };
            self.use_place(Some(place), by, span);
        }
    }

    fn look_at(&mut self, place: Option<&Place>, span: Span) {
        if let Some(place) = place
            && place.root.index() < self.first_local
        {
            self.looked_at.push((place.clone(), span));
        }
    }

    fn ty(&self, id: ExprId) -> Ty {
        self.fcx.infer.resolve(self.fcx.exprs[id.index()].ty)
    }

    /// Evaluate what a place needs; the place, if it begins at a variable.
    fn place(&mut self, id: ExprId) -> Option<Place> {
        let ty = self.ty(id);
        match self.fcx.exprs[id.index()].kind {
            ExprKind::Local(root) => {
                let ty = self.fcx.infer.resolve(self.fcx.locals[root.index()].ty);
                Some(Place { root, steps: Vec::new(), ty })
            }
            ExprKind::Static(_) => None,
            ExprKind::Field { base, field } => Some(self.place(base)?.then(Step::Field(field), ty)),
            ExprKind::Index { base, index } => {
                let base = self.place(base);
                self.value(index);
                Some(base?.then(Step::Opaque, ty))
            }
            ExprKind::Deref(pointer) => Some(self.place(pointer)?.then(Step::Deref, ty)),
            _ => {
                self.value(id);
                None
            }
        }
    }

    fn values(&mut self, ids: &[ExprId]) {
        for &id in ids {
            self.value(id);
        }
    }

    /// Evaluate for the value.
    fn value(&mut self, id: ExprId) {
        let fcx = self.fcx;
        let expr = &fcx.exprs[id.index()];
        let span = expr.span;
        match &expr.kind {
            ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::Deref(_) => {
                let place = self.place(id);
                self.read(place.as_ref(), span);
            }
            ExprKind::Borrow { mutable, place } => {
                let place = self.place(*place);
                self.use_place(place.as_ref(), if *mutable { CaptureBy::RefMut } else { CaptureBy::Ref }, span);
            }
            ExprKind::Assign { place, value } | ExprKind::AssignOp { place, value, .. } => {
                self.value(*value);
                let place = self.place(*place);
                self.use_place(place.as_ref(), CaptureBy::RefMut, span);
            }
            ExprKind::Adt { fields, base, .. } => {
                for &(_, value) in fields {
                    self.value(value);
                }
                if let Some(base) = *base {
                    self.rest_of(base, fields);
                }
            }
            ExprKind::Let { pat, place } => self.matched(*place, &[*pat]),
            ExprKind::Match { place, arms } => {
                let pats: Vec<PatId> = arms.iter().map(|arm| arm.pat).collect();
                self.matched(*place, &pats);
                for arm in arms {
                    if let Some(guard) = arm.guard {
                        self.value(guard);
                    }
                    self.value(arm.body);
                }
            }
            ExprKind::Block { block, .. } | ExprKind::Loop { body: block, .. } => self.block(*block),
            ExprKind::While { cond, body, .. } => {
                self.value(*cond);
                self.block(*body);
            }
            ExprKind::ForRange { start, end, body, .. } => {
                self.values(&[*start, *end]);
                self.block(*body);
            }
            ExprKind::Call { callee, args } => {
                if let Callee::Value(callee) = callee {
                    self.value(*callee);
                }
                self.values(args);
            }
            other => {
                for child in super::constness::children(other) {
                    self.value(child);
                }
            }
        }
    }

    /// The fields that a struct expression takes from its base.
    fn rest_of(&mut self, base: ExprId, given: &[(FieldIdx, ExprId)]) {
        let place = self.place(base);
        let span = self.fcx.exprs[base.index()].span;
        self.look_at(place.as_ref(), span);
        let ty = self.ty(base);
        let TyKind::Adt(adt, _) = self.fcx.p.types.kind(ty) else { return };
        for i in 0..self.fcx.p.adt_sig(adt).variants[0].fields.len() {
            let field = FieldIdx(i as u32);
            if let Some(place) = &place
                && given.iter().all(|&(f, _)| f != field)
            {
                let part = place.then(Step::Field(field), self.fcx.infer.resolve(self.fcx.field_of(ty, field)));
                self.read(Some(&part), span);
            }
        }
    }

    fn matched(&mut self, scrutinee: ExprId, pats: &[PatId]) {
        let place = self.place(scrutinee);
        self.look_at(place.as_ref(), self.fcx.exprs[scrutinee.index()].span);
        if let Some(place) = place {
            for &pat in pats {
                self.pattern(pat, &place);
            }
        }
    }

    fn pattern(&mut self, id: PatId, place: &Place) {
        let fcx = self.fcx;
        let pat = &fcx.pats[id.index()];
        let span = pat.span;
        let ty = |pat: PatId| fcx.infer.resolve(fcx.pats[pat.index()].ty);
        match &pat.kind {
            PatKind::Wild | PatKind::Error => {}
            PatKind::Binding { mode, sub, .. } => {
                match mode {
                    BindingMode::Value => self.read(Some(place), span),
                    BindingMode::Ref => self.use_place(Some(place), CaptureBy::Ref, span),
                    BindingMode::RefMut => self.use_place(Some(place), CaptureBy::RefMut, span),
                }
                if let Some(sub) = *sub {
                    self.pattern(sub, place);
                }
            }
            PatKind::Constant(_) | PatKind::Range { .. } => self.use_place(Some(place), CaptureBy::Ref, span),
            PatKind::Fields(fields) => {
                for &(field, sub) in fields {
                    self.pattern(sub, &place.then(Step::Field(field), ty(sub)));
                }
            }
            PatKind::Variant { fields, .. } => {
                self.use_place(Some(place), CaptureBy::Ref, span);
                for &(_, sub) in fields {
                    self.pattern(sub, &place.then(Step::Opaque, ty(sub)));
                }
            }
            PatKind::Deref(sub) => self.pattern(*sub, &place.then(Step::Deref, ty(*sub))),
            PatKind::Slice { prefix, rest, suffix } => {
                self.use_place(Some(place), CaptureBy::Ref, span);
                for &sub in prefix.iter().chain(rest.iter().flatten()).chain(suffix) {
                    self.pattern(sub, &place.then(Step::Opaque, ty(sub)));
                }
            }
            PatKind::Or(alternatives) => {
                for &sub in alternatives {
                    self.pattern(sub, place);
                }
            }
        }
    }

    fn block(&mut self, id: BlockId) {
        let fcx = self.fcx;
        let block = &fcx.blocks[id.index()];
        for stmt in &block.stmts {
            match stmt.kind {
                StmtKind::Expr(expr) => self.value(expr),
                StmtKind::Let { init: None, .. } => {}
                StmtKind::Let { pat, init: Some(init), els } => {
                    match fcx.pats[pat.index()].kind {
                        PatKind::Binding { mode: BindingMode::Value, sub: None, .. } => self.value(init),
                        _ => self.matched(init, &[pat]),
                    }
                    if let Some(els) = els {
                        self.block(els);
                    }
                }
            }
        }
        if let Some(tail) = block.tail {
            self.value(tail);
        }
    }
}
