//! The end of a body: defaults, casts and operators are settled, every type is written out, and what needs known types is
//! checked.

use super::{Cause, FnCtxt, PendingOp, RefutableIn};
use crate::defs::VariantShape;
use crate::ids::{ExprId, PatId};
use crate::traits::Goal;
use crate::ty::{Flags, InferTy, Ty, TyKind};
use crate::typed::{Body, Callee, ConstValue, ExprKind, PatKind};
use stair_source::{Code, Diagnostic, Span};
use std::rc::Rc;

impl FnCtxt<'_> {
    /// The finished body.
    pub(crate) fn finish(&mut self, value: ExprId) -> Body {
        self.select_where_possible();
        let mut rounds = 0;
        while self.infer.fall_back() && rounds < 64 {
            self.select_where_possible();
            rounds += 1;
        }
        self.settle_casts();
        self.select_where_possible();
        if self.infer.fall_back() {
            self.select_where_possible();
        }
        self.settle_operators();
        self.settle_ranges();
        if !self.closures.is_empty() && self.p.tables.diagnostic_count() == self.errors_before {
            self.analyse_captures();
            self.select_where_possible();
        }
        self.report_ambiguities();
        self.write_types();
        for (alias, var) in std::mem::take(&mut self.opaques) {
            let hidden = self.closed(var);
            self.p.tables.opaque_types.borrow_mut().insert(alias, hidden);
        }
        self.check_negations();
        let body = Body {
            owner: self.owner,
            params: std::mem::take(&mut self.params),
            locals: std::mem::take(&mut self.locals),
            exprs: std::mem::take(&mut self.exprs),
            pats: std::mem::take(&mut self.pats),
            blocks: std::mem::take(&mut self.blocks),
            value,
            labels: self.labels,
            call_sites: std::mem::take(&mut self.call_sites),
        };
        let clean = self.p.tables.diagnostic_count() == self.errors_before;
        if clean && self.is_user {
            self.check_sized_locals(&body);
            self.check_formed(&body);
        }
        if clean && self.is_user {
            let refutability = std::mem::take(&mut self.refutability);
            let matches = std::mem::take(&mut self.matches);
            self.check_patterns(&body, &refutability, &matches);
            self.check_variant_names(&body);
            Self::check_constness(self.p, &body, self.const_context);
        }
        if self.p.tables.diagnostic_count() > self.errors_before {
            return body;
        }
        let (mut body, closures) = self.extract_closures(body);
        self.complete(&mut body);
        for (id, def, mut body) in closures {
            // The definition comes first: what looks at the body may ask for it.
            let entry = &self.p.tables.fns[id.index()];
            let _ = entry.def.set(Rc::new(def));
            self.complete(&mut body);
            let _ = entry.body.set(Some(Rc::new(body)));
        }
        body
    }

    /// What is done with each body in the end.
    fn complete(&self, body: &mut Body) {
        // Promotion takes literals' context away, so the lints come first.
        if self.is_user {
            for d in crate::consteval::lint(self.p, body) {
                self.report(d);
            }
        }
        crate::consteval::promote(self.p, body);
    }

    /// Operators on scalars whose types were known late are built in after all.
    fn settle_operators(&mut self) {
        for op in std::mem::take(&mut self.ops) {
            let (lt, rt) = (self.ty(op.lhs), self.ty(op.rhs));
            if self.is_builtin(op.op, lt, rt) && (op.op.is_shift() || self.infer.unify(lt, rt)) {
                self.exprs[op.expr.index()].kind = if op.assign {
                    ExprKind::AssignOp { op: op.op, place: op.lhs, value: op.rhs }
                } else {
                    ExprKind::Binary(op.op, op.lhs, op.rhs)
                };
            } else if let Some([lhs, rhs]) = self.integers_behind(&op, lt, rt) {
                self.exprs[op.expr.index()].kind = if op.assign {
                    ExprKind::AssignOp { op: op.op, place: lhs, value: rhs }
                } else {
                    ExprKind::Binary(op.op, lhs, rhs)
                };
            }
        }
    }

    /// The operands of arithmetic that is implemented for references to integers, without the references. A panic in it names
    /// the operation's place, for std's functions report their callers'; and there is nothing to call.
    fn integers_behind(&mut self, op: &PendingOp, lt: Ty, rt: Ty) -> Option<[ExprId; 2]> {
        use stair_syntax::ast::BinOp;
        let target = |this: &Self, ty: Ty| match this.kind(ty) {
            TyKind::Ref(inner, false) => this.infer.shallow(inner),
            _ => this.infer.shallow(ty),
        };
        let (left, right) = (target(self, lt), target(self, rt));
        let is_arithmetic = matches!(op.op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem);
        // What is assigned to is evaluated first where there is a call, and last where there is none.
        let is_variable = |this: &Self| matches!(this.exprs[op.lhs.index()].kind, ExprKind::Local(_));
        if left != right
            || !is_arithmetic
            || !matches!(self.kind(left), TyKind::Int(_))
            || op.assign && (self.infer.shallow(lt) != left || !is_variable(self))
        {
            return None;
        }
        Some([(op.lhs, lt), (op.rhs, rt)].map(|(operand, ty)| {
            if self.infer.shallow(ty) == left {
                operand
            } else {
                self.push_like(operand, ExprKind::Deref(operand), left)
            }
        }))
    }

    /// `for` runs through integers and characters.
    fn settle_ranges(&mut self) {
        for (ty, span) in std::mem::take(&mut self.ranges) {
            match self.kind(ty) {
                TyKind::Int(_) | TyKind::Char | TyKind::Error | TyKind::Infer(_) | TyKind::Never => {}
                _ => {
                    let name = self.name(ty);
                    self.report(
                        Diagnostic::new(Code::E0277, span, format!("the trait bound `{name}: Step` is not satisfied"))
                            .primary(format!("the trait `Step` is not implemented for `{name}`"))
                            .note(format!("required for `std::ops::Range<{name}>` to implement `Iterator`")),
                    );
                }
            }
        }
    }

    /// Requirements that wait for types that nobody determines.
    fn report_ambiguities(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if self.tainted || self.p.tables.diagnostic_count() > self.errors_before || self.ambiguity_reported {
            return;
        }
        let sized = self.p.tables.library_trait("Sized");
        let is_sized = |goal: &Goal| matches!(goal, Goal::Trait(t) if Some(t.def) == sized);
        let (last, first): (Vec<_>, Vec<_>) = pending.into_iter().partition(|o| is_sized(&o.goal));
        for obligation in first.into_iter().chain(last) {
            if matches!(obligation.cause, Cause::Sized(_)) {
                continue;
            }
            let (args, code) = match obligation.goal {
                Goal::Trait(t) if Some(t.def) == sized => (t.args, Code::E0282),
                Goal::Trait(t) => (t.args, Code::E0283),
                Goal::Projection(_, args, _) => (args, Code::E0284),
            };
            let args = self.p.types.list(self.infer.resolve_list(args));
            let Some(var) = args.iter().flat_map(|&a| self.infer.vars_in(a)).find(|v| matches!(v, InferTy::General(_)))
            else {
                continue;
            };
            let open_self = matches!(self.kind(args[0]), TyKind::Infer(InferTy::General(_)));
            let trait_fn = match (&obligation.cause, obligation.goal) {
                (Cause::TraitPath { callee }, _) => Some(*callee),
                (Cause::Bound { callee, .. }, Goal::Trait(t)) => {
                    let container = self.p.tables.fns[callee.index()].container;
                    (container == crate::defs::Container::Trait(t.def)).then_some(*callee)
                }
                _ => None,
            };
            if let Some(callee) = trait_fn
                && open_self
                && code == Code::E0283
            {
                let entry = &self.p.tables.fns[callee.index()];
                let mut d = Diagnostic::new(
                    Code::E0790,
                    obligation.span,
                    "cannot call associated function on trait without specifying the corresponding `impl` type",
                )
                .primary("cannot call associated function of trait");
                if entry.item.name.span.is_user() {
                    d = d.label(entry.item.name.span, format!("`{}` defined here", entry.path));
                }
                self.report(d);
                self.ambiguity_reported = true;
                return;
            }
            // A variable of the body with that type is the better place to say so.
            let local = self
                .locals
                .iter()
                .find(|l| !l.name.starts_with('$') && l.span.is_user() && self.infer.vars_in(l.ty).contains(&var));
            let mut d = match local {
                Some(local) => {
                    let ty = self.infer.resolve(local.ty);
                    self.annotation_needed(code, &local.name, local.span, ty)
                }
                None => {
                    let at = self.infer.var_span(var).filter(|s| s.is_user()).unwrap_or(obligation.span);
                    Diagnostic::new(code, at, "type annotations needed").primary("cannot infer type")
                }
            };
            if code == Code::E0283
                && let Goal::Trait(t) = obligation.goal
            {
                let name = crate::display::trait_name(self.p, t);
                d = d.note(format!("cannot satisfy `{}: {name}`", self.name(args[0])));
            }
            self.report(d);
            self.ambiguity_reported = true;
            return;
        }
    }

    /// A variable whose type must be written.
    fn annotation_needed(&self, code: Code, name: &str, span: Span, ty: Ty) -> Diagnostic {
        let bare = matches!(self.p.types.kind(ty), TyKind::Infer(_));
        let shown = self.p.type_name(ty);
        let message =
            if bare { "type annotations needed".to_owned() } else { format!("type annotations needed for `{shown}`") };
        let suggestion = if bare { ": /* Type */".to_owned() } else { format!(": {shown}") };
        let how = if bare {
            format!("consider giving `{name}` an explicit type")
        } else {
            format!("consider giving `{name}` an explicit type, where the placeholders `_` are specified")
        };
        Diagnostic::new(code, span, message).suggest(how, span.shrink_to_hi(), suggestion)
    }

    /// Replace variables by what they are; those that are left are E0282.
    fn write_types(&mut self) {
        let quiet = self.tainted || self.p.tables.diagnostic_count() > self.errors_before || self.ambiguity_reported;
        if !quiet {
            self.report_unknown_types();
        }
        for i in 0..self.locals.len() {
            self.locals[i].ty = self.closed(self.locals[i].ty);
        }
        for i in 0..self.pats.len() {
            let ty = self.closed(self.pats[i].ty);
            self.pats[i].ty = ty;
            self.settle_pattern(i);
        }
        for i in 0..self.exprs.len() {
            let ty = self.closed(self.exprs[i].ty);
            self.exprs[i].ty = ty;
            let kind = match &self.exprs[i].kind {
                ExprKind::Constant(ConstValue::Str(digits)) => match self.p.types.kind(ty) {
                    TyKind::Float(f) => Some(ExprKind::Constant(ConstValue::Scalar(Self::float_bits(digits, f)))),
                    _ => None,
                },
                ExprKind::Call { callee: Callee::Fn(f, args), args: operands } => {
                    Some(ExprKind::Call { callee: Callee::Fn(*f, self.closed_list(*args)), args: operands.clone() })
                }
                ExprKind::NamedConst(id, args) => Some(ExprKind::NamedConst(*id, self.closed_list(*args))),
                _ => None,
            };
            if let Some(kind) = kind {
                self.exprs[i].kind = kind;
            }
        }
    }

    /// A type without variables; what is unknown becomes the error type.
    pub(crate) fn closed(&self, ty: Ty) -> Ty {
        let resolved = self.infer.resolve(ty);
        let types = &self.p.types;
        if !types.flags(resolved).has(Flags::INFER) {
            return resolved;
        }
        types.fold(resolved, &mut |t| match types.kind(t) {
            TyKind::Infer(InferTy::Int(_)) => types.common.i32,
            TyKind::Infer(InferTy::Float(_)) => types.common.f64,
            TyKind::Infer(_) => types.common.error,
            _ => t,
        })
    }

    fn closed_list(&self, list: crate::ty::TyList) -> crate::ty::TyList {
        let closed: Vec<Ty> = self.p.types.list(list).iter().map(|&t| self.closed(t)).collect();
        self.p.types.mk_list(&closed)
    }

    fn report_unknown_types(&mut self) {
        for i in 0..self.locals.len() {
            let local = &self.locals[i];
            if local.name.starts_with('$') || !self.infer.has_vars(local.ty) {
                continue;
            }
            let (name, span) = (local.name.clone(), local.span);
            let ty = self.infer.resolve(local.ty);
            let d = self.annotation_needed(Code::E0282, &name, span, ty);
            self.report(d);
            self.ambiguity_reported = true;
            return;
        }
        // Only what is reachable matters: adjustments that were tried leave expressions behind.
        for i in 0..self.exprs.len() {
            let expr = &self.exprs[i];
            let open = match &expr.kind {
                ExprKind::Call { callee: Callee::Fn(_, args), .. } => {
                    self.p.types.list(*args).iter().any(|&t| self.infer.has_vars(t))
                }
                ExprKind::Error => false,
                _ => false,
            } || self.infer.has_vars(expr.ty);
            if !open || !expr.span.is_user() {
                continue;
            }
            let span = match &expr.kind {
                ExprKind::Array(elements) if elements.is_empty() => expr.span,
                _ => expr.span,
            };
            let d = Diagnostic::new(Code::E0282, span, "type annotations needed").primary("cannot infer type");
            self.report(d);
            self.ambiguity_reported = true;
            return;
        }
    }

    /// Float literals in patterns get their bits; an integer literal must fit its type.
    fn settle_pattern(&mut self, i: usize) {
        let TyKind::Float(f) = self.p.types.kind(self.pats[i].ty) else { return };
        let bits = |v: &ConstValue| match v {
            ConstValue::Str(digits) => ConstValue::Scalar(Self::float_bits(digits, f)),
            other => other.clone(),
        };
        match &mut self.pats[i].kind {
            PatKind::Constant(value) => *value = bits(value),
            PatKind::Range { lo, hi, .. } => {
                for end in [lo, hi].into_iter().flatten() {
                    *end = bits(end);
                }
            }
            _ => {}
        }
    }

    /// `-literal` of an unsigned type, and literals in patterns that do not fit.
    fn check_negations(&mut self) {
        for (id, span) in std::mem::take(&mut self.negations) {
            let ty = self.exprs[id.index()].ty;
            if matches!(self.p.types.kind(ty), TyKind::Int(i) if !i.is_signed()) {
                let name = self.p.type_name(ty);
                self.report(
                    Diagnostic::new(Code::E0277, span, format!("the trait bound `{name}: Neg` is not satisfied"))
                        .primary(format!("the trait `Neg` is not implemented for `{name}`"))
                        .note("unsigned values cannot be negated"),
                );
            }
        }
        for (ty, (negative, digits), span) in std::mem::take(&mut self.pattern_literals) {
            let ty = self.closed(ty);
            let TyKind::Int(int) = self.p.types.kind(ty) else { continue };
            if negative && digits != 0 && !int.is_signed() {
                let name = int.as_str();
                self.report(
                    Diagnostic::new(Code::E0277, span, format!("the trait bound `{name}: Neg` is not satisfied"))
                        .primary(format!("the trait `Neg` is not implemented for `{name}`"))
                        .note("unsigned values cannot be negated"),
                );
            } else if digits > int.max() + u128::from(negative) {
                self.report(crate::consteval::out_of_range((negative, digits), int, span));
            }
        }
        for id in std::mem::take(&mut self.range_patterns) {
            self.check_range_pattern(id);
        }
    }

    /// E0030, E0579: a range that matches nothing.
    fn check_range_pattern(&mut self, id: PatId) {
        let pat = &self.pats[id.index()];
        let PatKind::Range { lo: Some(ConstValue::Scalar(lo)), hi: Some(ConstValue::Scalar(hi)), inclusive } =
            &pat.kind
        else {
            return;
        };
        let float = match self.p.types.kind(pat.ty) {
            TyKind::Float(crate::ty::FloatTy::F32) => {
                Some((f64::from(f32::from_bits(*lo as u32)), f64::from(f32::from_bits(*hi as u32))))
            }
            TyKind::Float(crate::ty::FloatTy::F64) => Some((f64::from_bits(*lo as u64), f64::from_bits(*hi as u64))),
            _ => None,
        };
        let (greater, equal) = match float {
            Some((lo, hi)) => (lo > hi, lo == hi),
            None => match self.p.types.kind(pat.ty) {
                TyKind::Int(int) => (int.rank(*lo) > int.rank(*hi), lo == hi),
                _ => (lo > hi, lo == hi),
            },
        };
        let span = pat.span;
        if *inclusive && greater {
            self.report(
                Diagnostic::new(
                    Code::E0030,
                    span,
                    "lower bound for range pattern must be less than or equal to upper bound",
                )
                .primary("lower bound larger than upper bound"),
            );
        } else if !*inclusive && (greater || equal) {
            self.report(
                Diagnostic::new(Code::E0579, span, "lower bound for range pattern must be less than upper bound")
                    .primary("lower bound larger than upper bound"),
            );
        }
    }

    /// E0277 for variables of unsized types.
    fn check_sized_locals(&mut self, body: &Body) {
        for local in &body.locals {
            let name = match self.p.types.kind(local.ty) {
                TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..) => self.p.type_name(local.ty),
                _ => continue,
            };
            if self
                .p
                .tables
                .diagnostics
                .borrow()
                .iter()
                .any(|d| d.span().contains(local.span) || d.span() == local.span)
            {
                continue;
            }
            self.report(
                Diagnostic::new(
                    Code::E0277,
                    local.span,
                    format!("the size for values of type `{name}` cannot be known at compilation time"),
                )
                .primary("doesn't have a size known at compile-time")
                .help(format!("the trait `Sized` is not implemented for `{name}`"))
                .note("all local variables must have a statically known size"),
            );
        }
    }

    /// E0170: a variable with the name of a variant of the enum that it is matched against.
    fn check_variant_names(&mut self, body: &Body) {
        for pat in &body.pats {
            let PatKind::Binding { local, mode: crate::typed::BindingMode::Value, sub: None } = pat.kind else {
                continue;
            };
            let mut ty = pat.ty;
            while let TyKind::Ref(inner, _) = self.p.types.kind(ty) {
                ty = inner;
            }
            let TyKind::Adt(adt, _) = self.p.types.kind(ty) else { continue };
            let entry = &self.p.tables.adts[adt.index()];
            let name = &body.locals[local.index()].name;
            if entry.is_enum && entry.variants.iter().any(|(n, shape, _)| n == name && *shape == VariantShape::Unit) {
                let shown = &entry.name;
                self.report(
                    Diagnostic::new(
                        Code::E0170,
                        pat.span,
                        format!(
                            "pattern binding `{name}` is named the same as one of the variants of the type `{shown}`"
                        ),
                    )
                    .suggest(
                        "to match on the variant, qualify the path",
                        pat.span,
                        format!("{shown}::{name}"),
                    ),
                );
            }
        }
    }

    /// Exhaustiveness and irrefutability.
    fn check_patterns(&mut self, body: &Body, refutability: &[(PatId, RefutableIn)], matches: &[ExprId]) {
        use crate::exhaust::{Refutable, check_irrefutable, check_match};
        for &(pat, place) in refutability {
            let place = match place {
                RefutableIn::Param => Refutable::Param,
                RefutableIn::For => Refutable::For,
                RefutableIn::Let { init } => Refutable::Let(init),
            };
            if let Some(d) = check_irrefutable(self.p, body, pat, place) {
                self.report(d);
            }
        }
        for &id in matches {
            if let Some(d) = check_match(self.p, body, id) {
                self.report(d);
            }
        }
    }
}
