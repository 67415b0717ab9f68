//! Closures leave the body around them: each becomes a function of its own, in which what it captures is reached through
//! its environment.

use super::FnCtxt;
use super::capture::{CapturedPlace, Step};
use crate::Program;
use crate::defs::{Capture, CaptureBy, ClosureDef, ClosureKind, FnDef, Generics};
use crate::ids::{BlockId, ExprId, FnId, LocalId, PatId};
use crate::ty::{Ty, TyKind};
use crate::typed::{
    Arm, BindingMode, Block, Body, CallSites, Callee, Expr, ExprKind, Local, Owner, Pat, PatKind, Stmt, StmtKind,
};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::ops::Range;
use std::rc::Rc;

impl FnCtxt<'_> {
    /// Take the closures out of a finished body: the rest of it, and each closure's definition and body.
    pub(crate) fn extract_closures(&mut self, whole: Body) -> (Body, Vec<(FnId, FnDef, Body)>) {
        let closures = std::mem::take(&mut self.closures);
        if closures.is_empty() {
            return (whole, Vec::new());
        }
        let ranges: Vec<Range<usize>> = closures.iter().map(|c| c.first_local..c.end_local).collect();
        let mut out = Vec::new();
        for closure in &closures {
            let sig = self.infer.closures.borrow().get(&closure.def).cloned();
            let Some(sig) = sig else { continue };
            let kind = sig.kind.unwrap_or(ClosureKind::FnOnce);
            let closure_ty = whole.exprs[closure.expr.index()].ty;
            let captures: Vec<Capture> = closure
                .captures
                .iter()
                .map(|c| Capture {
                    name: c.name.clone(),
                    ty: self.closed(c.ty),
                    by: c.by,
                    mutable: c.mutable,
                    span: c.span,
                    declared: whole.locals[c.root.index()].span,
                })
                .collect();
            let env = (!captures.is_empty()).then(|| match kind {
                ClosureKind::Fn => self.p.types.mk_ref(closure_ty, false),
                ClosureKind::FnMut => self.p.types.mk_ref(closure_ty, true),
                ClosureKind::FnOnce => closure_ty,
            });
            let mut params: Vec<Ty> = env.into_iter().collect();
            if let TyKind::Tuple(list) = self.p.types.kind(self.closed(sig.params)) {
                params.extend(self.p.types.list(list).iter());
            }
            let mut extract = Extract::new(&whole, Owner::Fn(closure.def), closure.first_local);
            extract.captures = &closure.captures;
            extract.capture_types = captures.iter().map(|c| c.ty).collect();
            if let Some(env) = env {
                extract.add_env(env, closure_ty, whole.exprs[closure.expr.index()].span);
            }
            extract.add_locals(closure.first_local..closure.end_local, &ranges);
            let body = extract.run(&closure.params, closure.value);
            let entry = &self.p.tables.fns[closure.def.index()];
            let def = FnDef {
                name: entry.name.clone(),
                path: entry.path.clone(),
                span: entry.item.name.span,
                name_span: entry.item.name.span,
                container: entry.container,
                generics: self.owner_generics(),
                params,
                ret: self.closed(sig.ret),
                has_self: false,
                is_const: false,
                track_caller: false,
                intrinsic: None,
                is_user: entry.is_user,
                has_body: true,
                closure: Some(Rc::new(ClosureDef { kind, captures, span: entry.item.span })),
            };
            out.push((closure.def, def, body));
        }
        let mut extract = Extract::new(&whole, whole.owner, 0);
        extract.add_locals(0..whole.locals.len(), &ranges);
        let rest = extract.run(&whole.params, whole.value);
        (rest, out)
    }

    fn owner_generics(&self) -> Generics {
        match self.owner {
            Owner::Fn(id) => self.p.fn_sig(id).generics.clone(),
            Owner::Const(id) => self.p.const_sig(id).generics.clone(),
            Owner::Static(_) | Owner::Anonymous => Generics::default(),
        }
    }
}

/// Copies a part of a body.
struct Extract<'a> {
    from: &'a Body,
    /// Variables before this one belong to what is around.
    first_local: usize,
    captures: &'a [CapturedPlace],
    /// The types of the closure's fields.
    capture_types: Vec<Ty>,
    /// The environment's type, and whether it is a reference to the closure.
    env: Option<(Ty, Ty)>,
    locals: FxHashMap<LocalId, LocalId>,
    exprs: FxHashMap<ExprId, ExprId>,
    out: Body,
}

impl<'a> Extract<'a> {
    fn new(from: &'a Body, owner: Owner, first_local: usize) -> Self {
        let out = Body {
            owner,
            params: Vec::new(),
            locals: Vec::new(),
            exprs: Vec::new(),
            pats: Vec::new(),
            blocks: Vec::new(),
            value: ExprId(0),
            labels: from.labels,
            call_sites: CallSites { all: from.call_sites.all, of: FxHashMap::default() },
        };
        Self {
            from,
            first_local,
            captures: &[],
            capture_types: Vec::new(),
            env: None,
            locals: FxHashMap::default(),
            exprs: FxHashMap::default(),
            out,
        }
    }

    /// The environment is the first parameter.
    fn add_env(&mut self, env: Ty, closure: Ty, span: stair_source::Span) {
        self.env = Some((env, closure));
        let name = SmolStr::new_static("$closure");
        self.out.locals.push(Local { name, span, ty: env, mutable: true, mut_span: None });
        let kind = PatKind::Binding { local: LocalId(0), mode: BindingMode::Value, sub: None };
        self.out.pats.push(Pat { kind, ty: env, span });
        self.out.params.push(PatId(0));
    }

    /// Take the variables in a range, but for those of closures within.
    fn add_locals(&mut self, range: Range<usize>, closures: &[Range<usize>]) {
        let inner: Vec<&Range<usize>> =
            closures.iter().filter(|c| range.contains(&c.start) && c.end <= range.end && **c != range).collect();
        for i in range {
            if !inner.iter().any(|c| c.contains(&i)) {
                self.locals.insert(LocalId(i as u32), LocalId(self.out.locals.len() as u32));
                self.out.locals.push(self.from.locals[i].clone());
            }
        }
    }

    fn run(mut self, params: &[PatId], value: ExprId) -> Body {
        for &param in params {
            let param = self.pat(param);
            self.out.params.push(param);
        }
        self.out.value = self.expr(value);
        self.out
    }

    fn local(&self, local: LocalId) -> LocalId {
        self.locals.get(&local).copied().unwrap_or(LocalId(0))
    }

    fn push(&mut self, expr: Expr) -> ExprId {
        self.out.exprs.push(expr);
        ExprId(self.out.exprs.len() as u32 - 1)
    }

    /// The place that an expression denotes, if it begins at a variable from around the closure.
    fn outer_place(&self, id: ExprId) -> Option<(LocalId, Vec<Step>)> {
        match self.from.exprs[id.index()].kind {
            ExprKind::Local(root) => (root.index() < self.first_local).then(|| (root, Vec::new())),
            ExprKind::Field { base, field } => {
                let (root, mut steps) = self.outer_place(base)?;
                steps.push(Step::Field(field));
                Some((root, steps))
            }
            ExprKind::Deref(base) => {
                let (root, mut steps) = self.outer_place(base)?;
                steps.push(Step::Deref);
                Some((root, steps))
            }
            _ => None,
        }
    }

    /// What a captured place is within the closure.
    fn captured(&mut self, id: ExprId) -> Option<ExprId> {
        let (root, steps) = self.outer_place(id)?;
        let index = self.captures.iter().position(|c| c.root == root && c.steps == steps)?;
        let (env, closure) = self.env?;
        let like = &self.from.exprs[id.index()];
        let (span, node, ty) = (like.span, like.node, like.ty);
        let expr = |kind, ty| Expr { kind, ty, span, node };
        let mut base = self.push(expr(ExprKind::Local(LocalId(0)), env));
        if env != closure {
            base = self.push(expr(ExprKind::Deref(base), closure));
        }
        let field = crate::ids::FieldIdx(index as u32);
        let field = self.push(expr(ExprKind::Field { base, field }, self.capture_types[index]));
        Some(match self.captures[index].by {
            CaptureBy::Value => field,
            CaptureBy::Ref | CaptureBy::RefMut => self.push(expr(ExprKind::Deref(field), ty)),
        })
    }

    fn expr(&mut self, id: ExprId) -> ExprId {
        if let Some(&known) = self.exprs.get(&id) {
            return known;
        }
        let new = match self.captured(id) {
            Some(new) => new,
            None => {
                let from = self.from;
                let old = &from.exprs[id.index()];
                let kind = self.kind(&old.kind);
                let new = self.push(Expr { kind, ..*old });
                if let Some(&at) = from.call_sites.of.get(&id) {
                    self.out.call_sites.of.insert(new, at);
                }
                new
            }
        };
        self.exprs.insert(id, new);
        new
    }

    fn exprs(&mut self, ids: &[ExprId]) -> Vec<ExprId> {
        ids.iter().map(|&id| self.expr(id)).collect()
    }

    fn kind(&mut self, kind: &ExprKind) -> ExprKind {
        match kind {
            ExprKind::Local(local) if local.index() < self.first_local => ExprKind::Error,
            ExprKind::Local(local) => ExprKind::Local(self.local(*local)),
            ExprKind::Constant(_)
            | ExprKind::NamedConst(..)
            | ExprKind::Static(_)
            | ExprKind::FnItem
            | ExprKind::Continue { .. }
            | ExprKind::Error => kind.clone(),
            &ExprKind::Field { base, field } => ExprKind::Field { base: self.expr(base), field },
            &ExprKind::Index { base, index } => {
                let base = self.expr(base);
                ExprKind::Index { base, index: self.expr(index) }
            }
            &ExprKind::Deref(e) => ExprKind::Deref(self.expr(e)),
            &ExprKind::Borrow { mutable, place } => ExprKind::Borrow { mutable, place: self.expr(place) },
            &ExprKind::Unary(op, e) => ExprKind::Unary(op, self.expr(e)),
            &ExprKind::Binary(op, a, b) => {
                let a = self.expr(a);
                ExprKind::Binary(op, a, self.expr(b))
            }
            &ExprKind::And(a, b) => {
                let a = self.expr(a);
                ExprKind::And(a, self.expr(b))
            }
            &ExprKind::Or(a, b) => {
                let a = self.expr(a);
                ExprKind::Or(a, self.expr(b))
            }
            &ExprKind::Assign { place, value } => {
                let place = self.expr(place);
                ExprKind::Assign { place, value: self.expr(value) }
            }
            &ExprKind::AssignOp { op, place, value } => {
                let place = self.expr(place);
                ExprKind::AssignOp { op, place, value: self.expr(value) }
            }
            &ExprKind::Cast(cast, e) => ExprKind::Cast(cast, self.expr(e)),
            &ExprKind::Coerce(coercion, e) => ExprKind::Coerce(coercion, self.expr(e)),
            ExprKind::Call { callee, args } => {
                let callee = match *callee {
                    Callee::Value(value) => Callee::Value(self.expr(value)),
                    Callee::Fn(f, list) => Callee::Fn(f, list),
                };
                ExprKind::Call { callee, args: self.exprs(args) }
            }
            ExprKind::Adt { adt, variant, fields, base } => ExprKind::Adt {
                adt: *adt,
                variant: *variant,
                fields: fields.iter().map(|&(field, e)| (field, self.expr(e))).collect(),
                base: base.map(|e| self.expr(e)),
            },
            ExprKind::Closure { def, captures } => ExprKind::Closure { def: *def, captures: self.exprs(captures) },
            ExprKind::Tuple(es) => ExprKind::Tuple(self.exprs(es)),
            ExprKind::Array(es) => ExprKind::Array(self.exprs(es)),
            &ExprKind::Repeat(e) => ExprKind::Repeat(self.expr(e)),
            &ExprKind::Block { block, label } => ExprKind::Block { block: self.block(block), label },
            &ExprKind::If { cond, then, els } => {
                let cond = self.expr(cond);
                let then = self.expr(then);
                ExprKind::If { cond, then, els: els.map(|e| self.expr(e)) }
            }
            &ExprKind::Let { pat, place } => {
                let place = self.expr(place);
                ExprKind::Let { pat: self.pat(pat), place }
            }
            ExprKind::Match { place, arms } => {
                let place = self.expr(*place);
                let arm = |this: &mut Self, arm: &Arm| Arm {
                    pat: this.pat(arm.pat),
                    guard: arm.guard.map(|e| this.expr(e)),
                    body: this.expr(arm.body),
                    span: arm.span,
                };
                ExprKind::Match { place, arms: arms.iter().map(|a| arm(self, a)).collect() }
            }
            &ExprKind::Loop { label, body } => ExprKind::Loop { label, body: self.block(body) },
            &ExprKind::While { label, cond, body } => {
                let cond = self.expr(cond);
                ExprKind::While { label, cond, body: self.block(body) }
            }
            &ExprKind::ForRange { label, pat, start, end, inclusive, body } => {
                let (start, end) = (self.expr(start), self.expr(end));
                let pat = self.pat(pat);
                ExprKind::ForRange { label, pat, start, end, inclusive, body: self.block(body) }
            }
            &ExprKind::Break { label, value } => ExprKind::Break { label, value: value.map(|e| self.expr(e)) },
            &ExprKind::Return(value) => ExprKind::Return(value.map(|e| self.expr(e))),
        }
    }

    fn block(&mut self, id: BlockId) -> BlockId {
        let from = self.from;
        let block = &from.blocks[id.index()];
        let stmts = block
            .stmts
            .iter()
            .map(|stmt| {
                let kind = match stmt.kind {
                    StmtKind::Let { pat, init, els } => {
                        let init = init.map(|e| self.expr(e));
                        let els = els.map(|b| self.block(b));
                        StmtKind::Let { pat: self.pat(pat), init, els }
                    }
                    StmtKind::Expr(e) => StmtKind::Expr(self.expr(e)),
                };
                Stmt { kind, span: stmt.span }
            })
            .collect();
        let tail = block.tail.map(|e| self.expr(e));
        self.out.blocks.push(Block { stmts, tail, span: block.span });
        BlockId(self.out.blocks.len() as u32 - 1)
    }

    fn pats(&mut self, ids: &[PatId]) -> Vec<PatId> {
        ids.iter().map(|&id| self.pat(id)).collect()
    }

    fn pat(&mut self, id: PatId) -> PatId {
        let from = self.from;
        let pat = &from.pats[id.index()];
        let kind = match &pat.kind {
            PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => pat.kind.clone(),
            PatKind::Binding { local, mode, sub } => {
                PatKind::Binding { local: self.local(*local), mode: *mode, sub: sub.map(|p| self.pat(p)) }
            }
            PatKind::Fields(fields) => PatKind::Fields(fields.iter().map(|&(f, p)| (f, self.pat(p))).collect()),
            PatKind::Variant { adt, variant, fields } => PatKind::Variant {
                adt: *adt,
                variant: *variant,
                fields: fields.iter().map(|&(f, p)| (f, self.pat(p))).collect(),
            },
            PatKind::Deref(inner) => PatKind::Deref(self.pat(*inner)),
            PatKind::Slice { prefix, rest, suffix } => PatKind::Slice {
                prefix: self.pats(prefix),
                rest: rest.map(|inner| inner.map(|p| self.pat(p))),
                suffix: self.pats(suffix),
            },
            PatKind::Or(alternatives) => PatKind::Or(self.pats(alternatives)),
        };
        self.out.pats.push(Pat { kind, ty: pat.ty, span: pat.span });
        PatId(self.out.pats.len() as u32 - 1)
    }
}

/// The body of a constructor: its fields, put together.
pub(crate) fn ctor_body(p: &Program, id: FnId, adt: crate::ids::AdtId, variant: crate::ids::VariantIdx) -> Body {
    let sig = p.fn_sig(id);
    let item = &p.tables.fns[id.index()].item;
    let (span, node) = (item.name.span, item.id);
    let mut body = Body {
        owner: Owner::Fn(id),
        params: Vec::new(),
        locals: Vec::new(),
        exprs: Vec::new(),
        pats: Vec::new(),
        blocks: Vec::new(),
        value: ExprId(sig.params.len() as u32),
        labels: 0,
        call_sites: CallSites::default(),
    };
    let mut fields = Vec::new();
    for (i, &ty) in sig.params.iter().enumerate() {
        let local = LocalId(i as u32);
        let name = smol_str::format_smolstr!("${i}");
        body.locals.push(Local { name, span, ty, mutable: false, mut_span: None });
        body.pats.push(Pat { kind: PatKind::Binding { local, mode: BindingMode::Value, sub: None }, ty, span });
        body.params.push(PatId(i as u32));
        body.exprs.push(Expr { kind: ExprKind::Local(local), ty, span, node });
        fields.push((crate::ids::FieldIdx(i as u32), ExprId(i as u32)));
    }
    body.exprs.push(Expr { kind: ExprKind::Adt { adt, variant, fields, base: None }, ty: sig.ret, span, node });
    body
}
