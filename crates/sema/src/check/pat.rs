//! Patterns, with `rustc`'s default binding modes (RFC 2005, edition 2024): a pattern that is no reference looks through
//! references in what it is matched against, and its variables then borrow.

use super::coerce::Site;
use super::{Expect, FnCtxt, InScope, LocalName, RefutableIn};
use crate::gate::Refused;
use crate::ids::{ExprId, FieldIdx, LocalId, PatId};
use crate::report::count;
use crate::ty::{InferTy, Ty, TyKind};
use crate::typed::{BindingMode, Block, ConstValue, ExprKind, PatKind, Stmt, StmtKind};
use smol_str::format_smolstr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Ident, Lit};

/// The variables that a pattern has bound so far.
pub(crate) type Seen = Vec<(LocalName, LocalId, Span)>;

/// How a variable without `ref` binds at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    Move,
    Ref,
    RefMut,
}

/// Whether an assignment's left side takes its right side apart.
pub(crate) fn is_destructuring(lhs: &ast::Expr) -> bool {
    match &lhs.kind {
        ast::ExprKind::Tuple(_)
        | ast::ExprKind::Array(_)
        | ast::ExprKind::Struct { .. }
        | ast::ExprKind::Underscore => true,
        ast::ExprKind::Call(callee, _) => {
            matches!(&callee.kind, ast::ExprKind::Path(p) if p.segments.last().is_some_and(|s| s.name.name.starts_with(|c: char| c.is_uppercase())))
        }
        ast::ExprKind::Paren(inner) => is_rest(inner) || is_destructuring(inner),
        _ => false,
    }
}

/// `..` on its own.
fn is_rest(expr: &ast::Expr) -> bool {
    matches!(expr.kind, ast::ExprKind::Range { lo: None, hi: None, inclusive: false })
}

/// Whether a pattern binds by `ref`.
pub(crate) fn has_ref_binding(pat: &ast::Pat) -> bool {
    match &pat.kind {
        ast::PatKind::Ident { by_ref, sub, .. } => *by_ref || sub.as_ref().is_some_and(|s| has_ref_binding(s)),
        ast::PatKind::TupleStruct(_, pats)
        | ast::PatKind::Tuple(pats)
        | ast::PatKind::Slice(pats)
        | ast::PatKind::Or(pats) => pats.iter().any(has_ref_binding),
        ast::PatKind::Struct { fields, .. } => fields.iter().any(|f| has_ref_binding(&f.pat)),
        ast::PatKind::Ref { inner, .. } | ast::PatKind::Paren(inner) => has_ref_binding(inner),
        _ => false,
    }
}

impl<'p> FnCtxt<'p> {
    /// A parameter's pattern.
    pub(crate) fn param_pattern(&mut self, pat: &ast::Pat, ty: Ty, seen: &mut Seen) -> PatId {
        self.pat_source = "function parameter";
        let id = self.top_pattern(pat, ty, None, seen);
        self.pat_source = "let binding";
        id
    }

    /// A whole pattern, whose variables come into scope. `origin` is what it is matched against.
    pub(crate) fn top_pattern(&mut self, pat: &ast::Pat, ty: Ty, origin: Option<Span>, seen: &mut Seen) -> PatId {
        let start = seen.len();
        let outer = std::mem::replace(&mut self.pat_origin, origin);
        let id = self.pattern(pat, ty, Mode::Move, seen);
        self.pat_origin = outer;
        for (name, local, _) in &seen[start..] {
            self.names.push(InScope::Variable(name.clone(), *local));
        }
        id
    }

    pub(crate) fn pattern(&mut self, pat: &ast::Pat, expected: Ty, mode: Mode, seen: &mut Seen) -> PatId {
        use ast::PatKind as P;
        match &pat.kind {
            P::Wild => self.push_pat(PatKind::Wild, expected, pat.span),
            P::Rest => {
                self.report(
                    Diagnostic::new(Code::Syntax, pat.span, "`..` patterns are not allowed here")
                        .note("only allowed in tuple, tuple struct, and slice patterns"),
                );
                self.push_pat(PatKind::Error, expected, pat.span)
            }
            P::Paren(inner) => self.pattern(inner, expected, mode, seen),
            P::Macro(_) | P::Error => self.push_pat(PatKind::Error, expected, pat.span),
            P::Or(alternatives) => self.or_pattern(alternatives, expected, mode, seen, pat.span),
            P::Ident { by_ref, mutable, name, sub } => {
                if let Some(id) = self.ident_as_path(pat, *by_ref, *mutable, name, sub.is_some(), expected, mode) {
                    return id;
                }
                self.binding(pat, *by_ref, *mutable, name, sub.as_deref(), expected, mode, seen)
            }
            P::Ref { mutable, inner } => self.ref_pattern(*mutable, inner, expected, mode, seen, pat.span),
            P::Lit(expr) => self.literal_pattern(expr, expected, mode, pat.span),
            P::Range { lo, hi, inclusive } => {
                let (peeled, _, expected) = self.peel(expected, mode);
                let id = self.range_pattern(lo.as_deref(), hi.as_deref(), *inclusive, expected, pat.span);
                self.wrap_derefs(id, &peeled, pat.span)
            }
            P::Path(path) => self.path_pattern(path, expected, mode, pat.span),
            P::TupleStruct(path, pats) => {
                let (peeled, mode, expected) = self.peel(expected, mode);
                let id = self.tuple_struct_pattern(path, pats, expected, mode, seen, pat.span);
                self.wrap_derefs(id, &peeled, pat.span)
            }
            P::Struct { path, fields, rest } => {
                let (peeled, mode, expected) = self.peel(expected, mode);
                let id = self.struct_pattern(path, fields, *rest, expected, mode, seen, pat.span);
                self.wrap_derefs(id, &peeled, pat.span)
            }
            P::Tuple(pats) => {
                let (peeled, mode, expected) = self.peel(expected, mode);
                let id = self.tuple_pattern(pats, expected, mode, seen, pat.span);
                self.wrap_derefs(id, &peeled, pat.span)
            }
            P::Slice(pats) => {
                let (peeled, mode, expected) = self.peel(expected, mode);
                let id = self.slice_pattern(pats, expected, mode, seen, pat.span);
                self.wrap_derefs(id, &peeled, pat.span)
            }
        }
    }

    /// Look through references: their types from the outside in, the mode within, and the type behind them.
    pub(crate) fn peel(&mut self, expected: Ty, mode: Mode) -> (Vec<Ty>, Mode, Ty) {
        let mut peeled = Vec::new();
        let mut mode = mode;
        let mut ty = self.try_known(expected);
        while let TyKind::Ref(inner, mutable) = self.p.types.kind(ty) {
            peeled.push(ty);
            mode = match (mode, mutable) {
                (Mode::Ref, _) | (_, false) => Mode::Ref,
                (Mode::Move | Mode::RefMut, true) => Mode::RefMut,
            };
            ty = self.try_known(inner);
        }
        (peeled, mode, ty)
    }

    /// Spell out the references that were looked through.
    pub(crate) fn wrap_derefs(&mut self, id: PatId, peeled: &[Ty], span: Span) -> PatId {
        let mut id = id;
        for &ty in peeled.iter().rev() {
            id = self.push_pat(PatKind::Deref(id), ty, span);
        }
        id
    }

    fn binding(
        &mut self,
        pat: &ast::Pat,
        by_ref: bool,
        mutable: bool,
        name: &Ident,
        sub: Option<&ast::Pat>,
        expected: Ty,
        mode: Mode,
        seen: &mut Seen,
    ) -> PatId {
        if mode != Mode::Move && (by_ref || mutable) && pat.span.is_user() {
            let message = if by_ref {
                "cannot explicitly borrow within an implicitly-borrowing pattern"
            } else {
                "cannot mutably bind by value within an implicitly-borrowing pattern"
            };
            let text = if by_ref {
                "explicit `ref` binding modifier not allowed when implicitly borrowing"
            } else {
                "explicit `mut` binding modifier not allowed when implicitly borrowing"
            };
            let at = Span { hi: name.span.lo.max(pat.span.lo), ..pat.span };
            self.report(Diagnostic::new(Code::BindingMode, at, message).primary(text));
        }
        let binding_mode = if by_ref {
            if mutable { BindingMode::RefMut } else { BindingMode::Ref }
        } else {
            match mode {
                Mode::Move => BindingMode::Value,
                Mode::Ref => BindingMode::Ref,
                Mode::RefMut => BindingMode::RefMut,
            }
        };
        let ty = match binding_mode {
            BindingMode::Value => expected,
            BindingMode::Ref => self.p.types.mk_ref(expected, false),
            BindingMode::RefMut => self.p.types.mk_ref(expected, true),
        };
        let is_mut = mutable && !by_ref;
        let mut_span = (binding_mode == BindingMode::Value && !mutable).then(|| name.span.shrink_to_lo());
        let local = self.bind(name, ty, is_mut, mut_span, seen);
        // The arguments of `println!` and its kin are taken by reference, but must have a known size.
        if name.name.starts_with("$a")
            && let TyKind::Ref(inner, _) = self.kind(ty)
        {
            self.require_sized(inner, pat.span, "required by this formatting parameter");
        }
        let sub = sub.map(|sub| self.pattern(sub, expected, mode, seen));
        self.push_pat(PatKind::Binding { local, mode: binding_mode, sub }, expected, pat.span)
    }

    /// A variable: a new one, or in an alternative the one that the first alternative made.
    fn bind(&mut self, name: &Ident, ty: Ty, mutable: bool, mut_span: Option<Span>, seen: &mut Seen) -> LocalId {
        if let Some((_, _, first)) = seen.iter().find(|(n, _, _)| *n == LocalName::of(name)) {
            let (code, place) = if self.pat_source == "function parameter" && !self.same_pattern(*first, name.span) {
                (Code::E0415, "parameter list")
            } else {
                (Code::E0416, "pattern")
            };
            let in_what = if code == Code::E0415 { "this parameter list" } else { "the same pattern" };
            let text = if code == Code::E0415 {
                "used as parameter more than once"
            } else {
                "used in a pattern more than once"
            };
            let _ = place;
            self.report(
                Diagnostic::new(
                    code,
                    name.span,
                    format!("identifier `{}` is bound more than once in {in_what}", name.name),
                )
                .primary(text),
            );
        }
        if let Some((_, local)) = self.or_bindings.iter().rev().find(|(n, _)| *n == LocalName::of(name)) {
            let local = *local;
            let known = self.locals[local.index()].ty;
            if !self.infer.unify(known, ty) {
                let first = self.locals[local.index()].span;
                let mut site = Site::new(name.span);
                site.labels.push((first, "first introduced with type `{}` here".to_owned()));
                site.notes.push("in the same arm, a binding must have the same type in all alternatives".to_owned());
                self.report_mismatch_types(known, ty, &site, None);
            }
            seen.push((LocalName::of(name), local, name.span));
            return local;
        }
        if !name.name.starts_with('$') {
            self.require_sized(ty, name.span, "all local variables must have a statically known size");
        }
        let local = self.add_local(name.name.clone(), name.span, ty, mutable, mut_span);
        seen.push((LocalName::of(name), local, name.span));
        local
    }

    /// Whether two bindings are in the same parameter's pattern.
    fn same_pattern(&self, first: Span, second: Span) -> bool {
        self.param_span.is_some_and(|p| p.contains(first) && p.contains(second))
    }

    fn or_pattern(
        &mut self,
        alternatives: &[ast::Pat],
        expected: Ty,
        mode: Mode,
        seen: &mut Seen,
        span: Span,
    ) -> PatId {
        let base = seen.len();
        let outer = self.or_bindings.len();
        let mut ids = Vec::new();
        let mut bound: Vec<Seen> = Vec::new();
        for (i, alternative) in alternatives.iter().enumerate() {
            let id = self.pattern(alternative, expected, mode, seen);
            ids.push(id);
            let new: Vec<_> = seen.drain(base..).collect();
            if i == 0 {
                for (name, local, _) in &new {
                    self.or_bindings.push((name.clone(), *local));
                }
            }
            bound.push(new);
        }
        self.or_bindings.truncate(outer);
        // Every alternative binds the same variables.
        let mut names: Vec<LocalName> = Vec::new();
        for set in &bound {
            for (name, _, _) in set {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
        for local_name in &names {
            let name = &local_name.name;
            let missing: Vec<Span> = alternatives
                .iter()
                .zip(&bound)
                .filter(|(_, set)| !set.iter().any(|(n, _, _)| n == local_name))
                .map(|(a, _)| a.span)
                .collect();
            if let Some((&first, rest)) = missing.split_first() {
                let mut d =
                    Diagnostic::new(Code::E0408, first, format!("variable `{name}` is not bound in all patterns"))
                        .primary(format!("pattern doesn't bind `{name}`"));
                for &other in rest {
                    d = d.label(other, format!("pattern doesn't bind `{name}`"));
                }
                for set in &bound {
                    if let Some((_, _, at)) = set.iter().find(|(n, _, _)| n == local_name) {
                        d = d.label(*at, "variable not in all patterns");
                    }
                }
                self.report(d);
            }
            // `ref` and `mut` are the same in all of them.
            let mut written = alternatives.iter().zip(&bound).filter_map(|(pat, set)| {
                let at = set.iter().find(|(n, _, _)| n == local_name)?.2;
                Some((binding_words(pat, local_name, at)?, at))
            });
            if let Some((words, first)) = written.next()
                && let Some((_, other)) = written.find(|(w, _)| *w != words)
            {
                self.report(
                    Diagnostic::new(
                        Code::E0409,
                        other,
                        format!("variable `{name}` is bound inconsistently across alternatives separated by `|`"),
                    )
                    .primary("bound in different ways")
                    .label(first, "first binding"),
                );
            }
        }
        if let Some(first) = bound.into_iter().next() {
            seen.extend(first);
        }
        self.push_pat(PatKind::Or(ids), expected, span)
    }

    fn ref_pattern(
        &mut self,
        mutable: bool,
        inner: &ast::Pat,
        expected: Ty,
        mode: Mode,
        seen: &mut Seen,
        span: Span,
    ) -> PatId {
        if mode != Mode::Move && span.is_user() {
            self.report(
                Diagnostic::new(
                    Code::BindingMode,
                    Span { hi: (span.lo + if mutable { 5 } else { 1 }).min(span.hi), ..span },
                    "cannot explicitly dereference within an implicitly-borrowing pattern",
                )
                .primary("reference pattern not allowed when implicitly borrowing"),
            );
        }
        let expected = self.try_known(expected);
        let pointee = match self.p.types.kind(expected) {
            TyKind::Ref(pointee, m) if m == mutable => pointee,
            TyKind::Error => expected,
            kind => {
                let var = self.infer.new_var(span);
                let ty = self.p.types.mk_ref(var, mutable);
                if !self.infer.unify(expected, ty) {
                    let _ = kind;
                    self.pattern_mismatch(expected, ty, span);
                    let error = self.common().error;
                    self.infer.unify(var, error);
                }
                var
            }
        };
        let inner = self.pattern(inner, pointee, Mode::Move, seen);
        self.push_pat(PatKind::Deref(inner), expected, span)
    }

    /// E0308 for a pattern: `found` is the pattern's type.
    pub(crate) fn pattern_mismatch(&mut self, expected: Ty, found: Ty, span: Span) {
        let mut site = Site::new(span);
        if let Some(origin) = self.pat_origin
            && origin != span
        {
            site.labels.push((origin, "this expression has type `{}`".to_owned()));
        }
        self.report_mismatch_types(expected, found, &site, None);
    }

    fn literal_pattern(&mut self, expr: &ast::Expr, expected: Ty, mode: Mode, span: Span) -> PatId {
        let (value, ty) = match self.pattern_literal(expr, expected) {
            Some(found) => found,
            None => return self.push_pat(PatKind::Error, expected, span),
        };
        // References of literals match references; other literals look through them.
        let is_ref = matches!(self.kind(ty), TyKind::Ref(..));
        let (peeled, expected) = if is_ref {
            (Vec::new(), self.try_known(expected))
        } else {
            let (peeled, _, expected) = self.peel(expected, mode);
            (peeled, expected)
        };
        let ty = if let ConstValue::Bytes(_) = value
            && let TyKind::Ref(inner, _) = self.kind(expected)
            && matches!(self.kind(inner), TyKind::Slice(_))
        {
            let slice = self.p.types.mk(TyKind::Slice(self.common().u8));
            self.p.types.mk_ref(slice, false)
        } else {
            ty
        };
        // A `&str` pattern may stand behind further references.
        let (peeled, expected) = if is_ref { self.peel_to_ref(expected) } else { (peeled, expected) };
        if !self.infer.unify(expected, ty) {
            self.pattern_mismatch(expected, ty, span);
            return self.push_pat(PatKind::Error, expected, span);
        }
        let id = self.push_pat(PatKind::Constant(value), ty, span);
        self.wrap_derefs(id, &peeled, span)
    }

    /// Through references to references, for a pattern that is a reference itself.
    fn peel_to_ref(&mut self, expected: Ty) -> (Vec<Ty>, Ty) {
        (Vec::new(), expected)
    }

    /// A literal, maybe negated, in a pattern.
    pub(crate) fn pattern_literal(&mut self, expr: &ast::Expr, expected: Ty) -> Option<(ConstValue, Ty)> {
        let (negative, inner) = match &expr.kind {
            ast::ExprKind::Unary(ast::UnOp::Neg, inner) => (true, &**inner),
            ast::ExprKind::Paren(inner) => return self.pattern_literal(inner, expected),
            _ => (false, expr),
        };
        let ast::ExprKind::Lit(lit) = &inner.kind else { return None };
        let mut behind = self.infer.shallow(expected);
        while let TyKind::Ref(inner, _) = self.kind(behind) {
            behind = self.infer.shallow(inner);
        }
        let id = self.check(inner, Expect::Has(behind));
        let ty = self.ty(id);
        let literal = self.exprs[id.index()].kind.clone();
        // The literal is the pattern's, and no expression of the body.
        if id.index() + 1 == self.exprs.len() {
            self.exprs.pop();
        }
        let value = match (literal, lit) {
            (ExprKind::Constant(ConstValue::Scalar(v)), Lit::Int(..)) if negative => {
                ConstValue::Scalar(v.wrapping_neg())
            }
            (ExprKind::Constant(ConstValue::Str(digits)), Lit::Float(..) | Lit::Int(..)) if negative => {
                ConstValue::Str(format_smolstr!("-{digits}"))
            }
            (ExprKind::Constant(value), _) => value,
            _ => return None,
        };
        if negative && matches!(self.kind(ty), TyKind::Int(i) if !i.is_signed()) {
            let name = self.name(ty);
            self.report(
                Diagnostic::new(Code::E0600, expr.span, format!("cannot apply unary operator `-` to type `{name}`"))
                    .primary("cannot apply unary operator `-`")
                    .note("unsigned values cannot be negated"),
            );
            return None;
        }
        if let Lit::Int(digits, _) = lit
            && matches!(self.kind(ty), TyKind::Int(_) | TyKind::Infer(InferTy::Int(_)))
        {
            self.pattern_literals.push((ty, (negative, *digits), expr.span));
        }
        Some((value, ty))
    }

    fn tuple_pattern(&mut self, pats: &[ast::Pat], expected: Ty, mode: Mode, seen: &mut Seen, span: Span) -> PatId {
        let rest = self.rest_position(pats, "tuple");
        let written = pats.len() - usize::from(rest.is_some());
        let known = match self.p.types.kind(expected) {
            TyKind::Tuple(l) => Some(self.p.types.list(l)),
            _ => None,
        };
        let arity = match (&known, rest) {
            (Some(list), Some(_)) if list.len() >= written => list.len(),
            (_, _) => written,
        };
        let vars: Vec<Ty> = match &known {
            Some(list) if list.len() == arity => list.to_vec(),
            _ => (0..arity).map(|_| self.infer.new_var(span)).collect(),
        };
        let ty = self.p.types.mk_tuple(&vars);
        let error = self.common().error;
        let mut ok = true;
        if rest.is_some() && known.is_none() && matches!(self.kind(expected), TyKind::Infer(_)) {
            self.known(expected, span);
        }
        if !self.infer.unify(expected, ty) {
            self.pattern_mismatch(expected, ty, span);
            ok = false;
        }
        let mut fields = Vec::new();
        for (i, pat) in pats.iter().enumerate() {
            if Some(i) == rest {
                continue;
            }
            let index = match rest {
                Some(r) if i > r => arity - (pats.len() - i),
                _ => i,
            };
            let field_ty = if ok { vars.get(index).copied().unwrap_or(error) } else { error };
            let id = self.pattern(pat, field_ty, mode, seen);
            fields.push((FieldIdx(index as u32), id));
        }
        if !ok {
            return self.push_pat(PatKind::Error, expected, span);
        }
        self.push_pat(PatKind::Fields(fields), ty, span)
    }

    /// Where the `..` is in a list of patterns.
    pub(crate) fn rest_position(&mut self, pats: &[ast::Pat], what: &str) -> Option<usize> {
        let is_rest = |p: &ast::Pat| matches!(p.kind, ast::PatKind::Rest);
        let first = pats.iter().position(is_rest)?;
        for pat in &pats[first + 1..] {
            if is_rest(pat) {
                self.report(
                    Diagnostic::new(Code::Syntax, pat.span, format!("`..` can only be used once per {what} pattern"))
                        .primary(format!("can only be used once per {what} pattern"))
                        .label(pats[first].span, "previously used here"),
                );
            }
        }
        Some(first)
    }

    fn slice_pattern(&mut self, pats: &[ast::Pat], expected: Ty, mode: Mode, seen: &mut Seen, span: Span) -> PatId {
        // `..`, or `name @ ..`.
        fn is_rest(pat: &ast::Pat) -> bool {
            match &pat.kind {
                ast::PatKind::Rest => true,
                ast::PatKind::Ident { sub: Some(sub), .. } => matches!(sub.kind, ast::PatKind::Rest),
                ast::PatKind::Paren(inner) => is_rest(inner),
                _ => false,
            }
        }
        let rest = pats.iter().position(is_rest);
        if let Some(first) = rest {
            for pat in pats[first + 1..].iter().filter(|p| is_rest(p)) {
                self.report(
                    Diagnostic::new(Code::Syntax, pat.span, "`..` can only be used once per slice pattern")
                        .primary("can only be used once per slice pattern")
                        .label(pats[first].span, "previously used here"),
                );
            }
        }
        let fixed = pats.len() - usize::from(rest.is_some());
        let error = self.common().error;
        let (element, rest_ty) = match self.p.types.kind(expected) {
            TyKind::Slice(e) => (e, expected),
            TyKind::Array(e, n) => match self.p.types.kind(self.infer.shallow(n)) {
                TyKind::Const(len) => {
                    let len_usize = usize::try_from(len).unwrap_or(usize::MAX);
                    if rest.is_none() && len_usize != fixed {
                        self.report(
                            Diagnostic::new(
                                Code::E0527,
                                span,
                                format!("pattern requires {} but array has {len}", count(fixed, "element")),
                            )
                            .primary(format!("expected {}", count(len_usize, "element"))),
                        );
                        (error, error)
                    } else if rest.is_some() && len_usize < fixed {
                        self.report(
                            Diagnostic::new(
                                Code::E0528,
                                span,
                                format!("pattern requires at least {} but array has {len}", count(fixed, "element")),
                            )
                            .primary(format!("pattern cannot match array of {}", count(len_usize, "element"))),
                        );
                        (error, error)
                    } else {
                        (e, self.p.types.mk_array(e, len - fixed as u64))
                    }
                }
                TyKind::Infer(_) if rest.is_none() => {
                    let len = self.p.types.mk(TyKind::Const(fixed as u64));
                    self.infer.unify(n, len);
                    (e, error)
                }
                _ => {
                    self.report(Diagnostic::new(
                        Code::E0730,
                        span,
                        "cannot pattern-match on an array without a fixed length",
                    ));
                    (error, error)
                }
            },
            TyKind::Error => (error, error),
            TyKind::Infer(InferTy::General(_)) => {
                self.known(expected, span);
                (error, error)
            }
            _ => {
                let name = self.name(expected);
                self.report(
                    Diagnostic::new(Code::E0529, span, format!("expected an array or slice, found `{name}`"))
                        .primary(format!("pattern cannot match with input type `{name}`")),
                );
                (error, error)
            }
        };
        let mut prefix = Vec::new();
        let mut suffix = Vec::new();
        let mut middle = None;
        for (i, pat) in pats.iter().enumerate() {
            if Some(i) == rest {
                let inner = self.rest_binding(pat, rest_ty, mode, seen);
                middle = Some(inner);
                continue;
            }
            let id = self.pattern(pat, element, mode, seen);
            if rest.is_some_and(|r| i > r) { suffix.push(id) } else { prefix.push(id) }
        }
        self.push_pat(PatKind::Slice { prefix, rest: middle, suffix }, expected, span)
    }

    fn rest_binding(&mut self, pat: &ast::Pat, rest_ty: Ty, mode: Mode, seen: &mut Seen) -> Option<PatId> {
        match &pat.kind {
            ast::PatKind::Ident { by_ref, mutable, name, .. } => {
                Some(self.binding(pat, *by_ref, *mutable, name, None, rest_ty, mode, seen))
            }
            ast::PatKind::Paren(inner) => self.rest_binding(inner, rest_ty, mode, seen),
            _ => None,
        }
    }

    // Destructuring assignment: `(a, b) = e` is `{ let (x, y) = e; a = x; b = y; }`.

    /// As a statement.
    pub(crate) fn destructuring_assignment(
        &mut self,
        lhs: &ast::Expr,
        rhs: &ast::Expr,
        op_span: Span,
        expr: &ast::Expr,
        out: &mut Vec<Stmt>,
    ) {
        let id = self.check_destructuring(lhs, rhs, op_span, expr);
        out.push(Stmt { kind: StmtKind::Expr(id), span: expr.span });
    }

    /// As an expression.
    pub(crate) fn destructuring_assign_expr(
        &mut self,
        lhs: &ast::Expr,
        rhs: &ast::Expr,
        op_span: Span,
        expr: &ast::Expr,
    ) -> ExprId {
        self.check_destructuring(lhs, rhs, op_span, expr)
    }

    fn check_destructuring(&mut self, lhs: &ast::Expr, rhs: &ast::Expr, op_span: Span, expr: &ast::Expr) -> ExprId {
        let mut places: Vec<&ast::Expr> = Vec::new();
        let pat = assignee(lhs, &mut places);
        let outer_names = self.names.len();
        let init = self.check(rhs, Expect::No);
        let ty = self.ty(init);
        let mut seen = Vec::new();
        let pat_id = self.top_pattern(&pat, ty, Some(rhs.span), &mut seen);
        self.names.truncate(outer_names);
        self.refutability.push((pat_id, RefutableIn::Let { init: Some(init) }));
        let mut stmts =
            vec![Stmt { kind: StmtKind::Let { pat: pat_id, init: Some(init), els: None }, span: expr.span }];
        let unit = self.common().unit;
        for (i, place_expr) in places.iter().enumerate() {
            let wanted = format_smolstr!("$lhs{i}");
            let Some((_, local, _)) = seen.iter().find(|(n, _, _)| n.name == wanted) else { continue };
            let local = *local;
            let place = self.check(place_expr, Expect::No);
            self.make_mutable(place);
            if !self.is_place(place) {
                self.report(
                    Diagnostic::new(Code::E0070, op_span, "invalid left-hand side of assignment")
                        .label(place_expr.span, "cannot assign to this expression"),
                );
                continue;
            }
            let local_ty = self.locals[local.index()].ty;
            let value = self.push(ExprKind::Local(local), local_ty, place_expr.span, place_expr.id);
            let place_ty = self.ty(place);
            let value = self.demand_coerce(value, place_ty);
            let assign = self.push(ExprKind::Assign { place, value }, unit, place_expr.span, place_expr.id);
            stmts.push(Stmt { kind: StmtKind::Expr(assign), span: place_expr.span });
        }
        let block = self.push_block(Block { stmts, tail: None, span: expr.span });
        self.push(ExprKind::Block { block, label: None }, unit, expr.span, expr.id)
    }

    /// A construct of patterns that is refused.
    pub(crate) fn refuse_pat(&mut self, what: Refused, ty: Ty, span: Span) -> PatId {
        self.refuse(what, span);
        self.push_pat(PatKind::Error, ty, span)
    }
}

/// The pattern that takes apart what is assigned; the places are collected, and stand as variables `$lhs0`, `$lhs1`, ….
fn assignee<'e>(expr: &'e ast::Expr, places: &mut Vec<&'e ast::Expr>) -> ast::Pat {
    use ast::ExprKind as E;
    let kind = match &expr.kind {
        E::Underscore => ast::PatKind::Wild,
        E::Paren(inner) if is_rest(inner) => ast::PatKind::Tuple(vec![assignee(inner, places)]),
        E::Paren(inner) => return assignee(inner, places),
        E::Range { .. } if is_rest(expr) => ast::PatKind::Rest,
        E::Tuple(elements) => ast::PatKind::Tuple(elements.iter().map(|e| assignee(e, places)).collect()),
        E::Array(elements) => ast::PatKind::Slice(elements.iter().map(|e| assignee(e, places)).collect()),
        E::Call(callee, args) if is_destructuring(expr) => match &callee.kind {
            E::Path(path) => {
                ast::PatKind::TupleStruct(path.clone(), args.iter().map(|e| assignee(e, places)).collect())
            }
            _ => ast::PatKind::Error,
        },
        E::Struct { path, fields, base } => ast::PatKind::Struct {
            path: path.clone(),
            fields: fields
                .iter()
                .map(|f| ast::FieldPat {
                    span: f.span,
                    attrs: Vec::new(),
                    name: f.name.clone(),
                    pat: assignee(&f.expr, places),
                    shorthand: false,
                })
                .collect(),
            rest: base.is_some(),
        },
        _ => {
            let name = Ident::new(format_smolstr!("$lhs{}", places.len()), expr.span);
            places.push(expr);
            ast::PatKind::Ident { by_ref: false, mutable: false, name, sub: None }
        }
    };
    ast::Pat { id: expr.id, span: expr.span, kind }
}

/// Whether `ref` and `mut` stand before the variable at this place.
fn binding_words(pat: &ast::Pat, wanted: &LocalName, at: Span) -> Option<(bool, bool)> {
    use ast::PatKind as P;
    match &pat.kind {
        P::Ident { by_ref, mutable, name, .. } if name.span == at && LocalName::of(name) == *wanted => {
            Some((*by_ref, *mutable))
        }
        P::Ident { sub: Some(inner), .. } | P::Ref { inner, .. } | P::Paren(inner) => binding_words(inner, wanted, at),
        P::TupleStruct(_, parts) | P::Tuple(parts) | P::Slice(parts) | P::Or(parts) => {
            parts.iter().find_map(|part| binding_words(part, wanted, at))
        }
        P::Struct { fields, .. } => fields.iter().find_map(|field| binding_words(&field.pat, wanted, at)),
        _ => None,
    }
}
