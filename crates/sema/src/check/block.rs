//! Blocks and statements.

use super::coerce::{CoerceMany, Site};
use super::{Expect, FnCtxt, InScope, LocalName, RefutableIn, Target, TargetKind};
use crate::gate::Refused;
use crate::ids::{BlockId, ExprId};
use crate::ty::{Ty, TyKind};
use crate::typed::{Block, ExprKind, Stmt, StmtKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Ident, NodeId};

impl FnCtxt<'_> {
    /// The body of a function with this result.
    pub(crate) fn fn_body(&mut self, body: &ast::Block, ret: Ty, name_span: Span) -> ExprId {
        let value = self.block_expr(body, None, Expect::Has(ret), body.id, Some(name_span));
        let mut coerce = self.ret_coerce.take().unwrap_or_else(|| CoerceMany::new(ret));
        let site = Site::new(self.tail_span(body).unwrap_or(body.span))
            .because_of(self.ret_span, "expected `{}` because of return type");
        let value = coerce.add(self, value, &site);
        self.ret_coerce = Some(coerce);
        value
    }

    /// Where a block's value is written.
    pub(crate) fn tail_span(&self, block: &ast::Block) -> Option<Span> {
        block.tail.as_ref().map(|t| t.span)
    }

    /// A block as an expression. `fn_name` is given for a function's body.
    pub(crate) fn block_expr(
        &mut self,
        block: &ast::Block,
        label: Option<&Ident>,
        expect: Expect,
        node: NodeId,
        fn_name: Option<Span>,
    ) -> ExprId {
        let module = self.p.tables.block_modules.get(&block.id).copied();
        self.enter_scope(module);
        let target_ty = self.coercion_target(expect, block.span);
        let outer_diverges = self.diverges;
        let mut coerce = Some(CoerceMany::new(target_ty));
        let label_id = label.map(|name| {
            let id = self.new_label();
            self.targets.push(Target {
                name: Some(LocalName::of(name)),
                span: Some(name.span),
                id,
                kind: TargetKind::Block,
                coerce: coerce.take(),
                may_break: false,
                in_condition: false,
            });
            id
        });
        let mut stmts = Vec::new();
        for stmt in &block.stmts {
            self.stmt(stmt, &mut stmts);
        }
        let tail = block.tail.as_ref().map(|tail| self.check(tail, expect));
        let mut may_break = false;
        if label.is_some()
            && let Some(target) = self.targets.pop()
        {
            may_break = target.may_break;
            coerce = target.coerce;
        }
        let mut coerce = coerce.unwrap_or_else(|| CoerceMany::new(target_ty));
        let tail = match tail {
            Some(tail) => {
                let span = self.span(tail);
                let site = if fn_name.is_some() {
                    Site::new(span).because_of(self.ret_span, "expected `{}` because of return type")
                } else {
                    Site::new(span)
                };
                Some(coerce.add(self, tail, &site))
            }
            None => {
                if !self.diverges {
                    self.missing_tail(block, &mut coerce, fn_name);
                }
                None
            }
        };
        if may_break {
            self.diverges = outer_diverges;
        }
        let ty = coerce.complete(self);
        let id = self.push_block(Block { stmts, tail, span: block.span });
        self.leave_scope();
        self.push(ExprKind::Block { block: id, label: label_id }, ty, block.span, node)
    }

    /// A block without a value where the end can be reached: its value is `()`.
    fn missing_tail(&mut self, block: &ast::Block, coerce: &mut CoerceMany, fn_name: Option<Span>) {
        let mut site = Site::new(block.span);
        if let Some(name) = fn_name {
            let span = self.ret_span.unwrap_or(block.span);
            site = Site::new(span);
            site.labels
                .push((name, "implicitly returns `()` as its body has no tail or `return` expression".to_owned()));
        }
        // A last statement that would fit, but for its semicolon.
        if let Some(ast::Stmt { kind: ast::StmtKind::Expr { expr, semi: true }, span, .. }) = block.stmts.last()
            && let Some(ty) = self.last_type_of(expr)
            && self.infer.can_unify(ty, coerce.expected())
        {
            let semicolon = Span { lo: span.hi - 1, ..*span };
            site.suggestion = Some(("remove this semicolon to return this value".to_owned(), semicolon, String::new()));
        }
        coerce.add_unit(self, &site);
    }

    /// The type of the expression made last for a node.
    fn last_type_of(&self, expr: &ast::Expr) -> Option<Ty> {
        self.exprs.iter().rev().find(|e| e.node == expr.id).map(|e| self.infer.shallow(e.ty))
    }

    /// A block whose value is not wanted: a loop's body.
    pub(crate) fn unit_block(&mut self, block: &ast::Block) -> BlockId {
        let unit = self.common().unit;
        let expr = self.block_expr(block, None, Expect::Has(unit), block.id, None);
        let expr = self.demand_coerce(expr, unit);
        match self.exprs[expr.index()].kind {
            ExprKind::Block { block, .. } => block,
            _ => self.push_block(Block { stmts: Vec::new(), tail: Some(expr), span: block.span }),
        }
    }

    fn stmt(&mut self, stmt: &ast::Stmt, out: &mut Vec<Stmt>) {
        match &stmt.kind {
            ast::StmtKind::Empty => {}
            ast::StmtKind::Item(item) => {
                if self.p.tables.hygiene.is_definition(item.id) {
                    self.names.push(InScope::Macro(item.id));
                }
            }
            ast::StmtKind::Expr { expr, semi } => {
                if let ast::ExprKind::Assign { lhs, rhs, op_span } = &expr.kind
                    && *semi
                    && super::pat::is_destructuring(lhs)
                {
                    self.destructuring_assignment(lhs, rhs, *op_span, expr, out);
                    return;
                }
                let id = if *semi {
                    self.check(expr, Expect::No)
                } else {
                    let unit = self.common().unit;
                    let id = self.check(expr, Expect::Has(unit));
                    self.demand_coerce(id, unit)
                };
                out.push(Stmt { kind: StmtKind::Expr(id), span: stmt.span });
            }
            ast::StmtKind::Let { pat, ty, init, els } => {
                let declared = ty.as_ref().map(|t| self.lower_ty(t));
                let local_ty = declared.unwrap_or_else(|| self.infer.new_var(pat.span));
                let init_id = init.as_ref().map(|init| {
                    let site = Site::new(init.span).because_of(ty.as_ref().map(|t| t.span), "expected due to this");
                    self.let_init(init, local_ty, pat, &site)
                });
                let ty_label = ty.as_ref().map(|t| t.span);
                let els = els.as_ref().map(|els| self.let_else(els, init_id));
                let mut seen = Vec::new();
                let pat_id = self.top_pattern(pat, local_ty, ty_label.or(init.as_ref().map(|i| i.span)), &mut seen);
                if els.is_none() {
                    self.refutability.push((pat_id, RefutableIn::Let { init: init_id }));
                }
                out.push(Stmt { kind: StmtKind::Let { pat: pat_id, init: init_id, els }, span: stmt.span });
            }
        }
    }

    /// The value of a `let`. Where the pattern borrows from it by `ref`, it keeps its own type.
    fn let_init(&mut self, init: &ast::Expr, ty: Ty, pat: &ast::Pat, site: &Site) -> ExprId {
        if super::pat::has_ref_binding(pat) {
            let id = self.check(init, Expect::Has(ty));
            let found = self.ty(id);
            if !self.infer.unify(ty, found) {
                self.report_mismatch(id, ty, site);
            }
            return id;
        }
        let id = self.check(init, Expect::Has(ty));
        self.coerce_or_report(id, ty, site)
    }

    fn let_else(&mut self, els: &ast::Block, init: Option<ExprId>) -> BlockId {
        let never = self.common().never;
        let diverges = std::mem::replace(&mut self.diverges, false);
        let expr = self.block_expr(els, None, Expect::No, els.id, None);
        let ty = self.ty(expr);
        let leaves = match self.exprs[expr.index()].kind {
            ExprKind::Block { block, .. } => self.blocks[block.index()].tail.is_some_and(|tail| {
                matches!(self.exprs[tail.index()].kind, ExprKind::Coerce(crate::typed::Coercion::NeverToAny, _))
            }),
            _ => false,
        };
        if !leaves && !matches!(self.kind(ty), TyKind::Error) && !self.infer.unify(never, ty) {
            let found = self.name(ty);
            self.report(
                Diagnostic::new(Code::E0308, els.span, "`else` clause of `let...else` does not diverge")
                    .primary(format!("expected `!`, found `{found}`"))
                    .note(format!("   expected type `!`\nfound {}", self.found_note(ty)))
                    .help("try adding a diverging expression, such as `return` or `panic!(..)`"),
            );
        }
        let _ = init;
        self.diverges = diverges;
        match self.exprs[expr.index()].kind {
            ExprKind::Block { block, .. } => block,
            _ => self.push_block(Block { stmts: Vec::new(), tail: Some(expr), span: els.span }),
        }
    }

    /// An `unsafe` block: refused in a program, plain in the library.
    pub(crate) fn unsafe_block(&mut self, block: &ast::Block, expect: Expect, node: NodeId) -> ExprId {
        if self.is_user && block.span.is_user() {
            self.refuse(Refused::UnsafeBlock, block.span);
        }
        self.unsafe_depth += 1;
        let id = self.block_expr(block, None, expect, node, None);
        self.unsafe_depth -= 1;
        id
    }

    /// The type to which the branches of an expression are coerced.
    pub(crate) fn coercion_target(&mut self, expect: Expect, span: Span) -> Ty {
        match expect {
            Expect::Has(ty) => self.infer.shallow(ty),
            _ => self.infer.new_var(span),
        }
    }
}
