//! Items inside bodies: each block that has some becomes a module, and the items leave the body.

use super::Collector;
use super::names::ModuleKind;
use crate::ids::ModId;
use smol_str::{SmolStr, format_smolstr};
use stair_source::Span;
use stair_syntax::ast::{Block, Expr, ExprKind, Item, ItemKind, Pat, PatKind, StmtKind};

impl Collector<'_> {
    /// Remember the variables that a pattern binds.
    pub(crate) fn pattern_names(&mut self, pat: &Pat) {
        match &pat.kind {
            PatKind::Ident { name, sub, .. } => {
                self.locals.push(name.name.clone());
                if let Some(sub) = sub {
                    self.pattern_names(sub);
                }
            }
            PatKind::TupleStruct(_, pats) | PatKind::Tuple(pats) | PatKind::Slice(pats) | PatKind::Or(pats) => {
                pats.iter().for_each(|p| self.pattern_names(p));
            }
            PatKind::Struct { fields, .. } => fields.iter().for_each(|f| self.pattern_names(&f.pat)),
            PatKind::Ref { inner, .. } | PatKind::Paren(inner) => self.pattern_names(inner),
            _ => {}
        }
    }

    /// Take the items out of a block and out of the blocks within it. `owner` names the function around it.
    pub(crate) fn walk_block(&mut self, block: &mut Block, module: ModId, owner: &str) {
        let mark = self.locals.len();
        let mut inner = module;
        if block.stmts.iter().any(|s| matches!(s.kind, StmtKind::Item(_))) {
            let parent = &self.t.module(module).path;
            let path = match (parent.is_empty(), owner.is_empty()) {
                (_, true) => parent.clone(),
                (true, false) => SmolStr::new(owner),
                (false, false) => format_smolstr!("{parent}::{owner}"),
            };
            inner = self.add_module(path, Some(module), ModuleKind::Block);
            self.t.block_modules.insert(block.id, inner);
        }
        let owner = if inner == module { owner } else { "" };
        for stmt in &mut block.stmts {
            match &mut stmt.kind {
                StmtKind::Let { pat, init, els, .. } => {
                    if let Some(init) = init {
                        self.walk_expr_in(init, inner, owner);
                    }
                    if let Some(els) = els {
                        self.walk_block(els, inner, owner);
                    }
                    self.pattern_names(pat);
                }
                StmtKind::Item(item) => {
                    let rest = hollow(item);
                    let item = std::mem::replace(&mut **item, rest);
                    self.items(vec![item], inner);
                }
                StmtKind::Expr { expr, .. } => self.walk_expr_in(expr, inner, owner),
                StmtKind::Empty => {}
            }
        }
        if let Some(tail) = &mut block.tail {
            self.walk_expr_in(tail, inner, owner);
        }
        self.locals.truncate(mark);
    }

    /// Take the items out of the blocks within an expression.
    pub(crate) fn walk_expr(&mut self, expr: &mut Expr, module: ModId) {
        self.walk_expr_in(expr, module, "");
    }

    fn walk_expr_in(&mut self, expr: &mut Expr, m: ModId, o: &str) {
        match &mut expr.kind {
            ExprKind::Unary(_, e)
            | ExprKind::Borrow { expr: e, .. }
            | ExprKind::RawBorrow { expr: e, .. }
            | ExprKind::Cast(e, _)
            | ExprKind::Field(e, _)
            | ExprKind::Try(e)
            | ExprKind::Await(e)
            | ExprKind::Paren(e) => self.walk_expr_in(e, m, o),
            ExprKind::Binary { lhs, rhs, .. }
            | ExprKind::Logical { lhs, rhs, .. }
            | ExprKind::Assign { lhs, rhs, .. }
            | ExprKind::AssignOp { lhs, rhs, .. }
            | ExprKind::Index(lhs, rhs)
            | ExprKind::Repeat(lhs, rhs) => {
                self.walk_expr_in(lhs, m, o);
                self.walk_expr_in(rhs, m, o);
            }
            ExprKind::Call(callee, args) => {
                self.walk_expr_in(callee, m, o);
                args.iter_mut().for_each(|a| self.walk_expr_in(a, m, o));
            }
            ExprKind::MethodCall { receiver, args, .. } => {
                self.walk_expr_in(receiver, m, o);
                args.iter_mut().for_each(|a| self.walk_expr_in(a, m, o));
            }
            ExprKind::Range { lo, hi, .. } => {
                for e in [lo, hi].into_iter().flatten() {
                    self.walk_expr_in(e, m, o);
                }
            }
            ExprKind::Tuple(es) | ExprKind::Array(es) => es.iter_mut().for_each(|e| self.walk_expr_in(e, m, o)),
            ExprKind::Struct { fields, base, .. } => {
                fields.iter_mut().for_each(|f| self.walk_expr_in(&mut f.expr, m, o));
                if let Some(base) = base {
                    self.walk_expr_in(base, m, o);
                }
            }
            ExprKind::Block(b, _) | ExprKind::Unsafe(b) | ExprKind::ConstBlock(b) | ExprKind::Async(b) => {
                self.walk_block(b, m, o);
            }
            ExprKind::If { cond, then, els } => {
                let mark = self.locals.len();
                self.walk_expr_in(cond, m, o);
                self.walk_block(then, m, o);
                self.locals.truncate(mark);
                if let Some(els) = els {
                    self.walk_expr_in(els, m, o);
                }
            }
            ExprKind::Let(pat, e) => {
                self.walk_expr_in(e, m, o);
                self.pattern_names(pat);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.walk_expr_in(scrutinee, m, o);
                for arm in arms {
                    let mark = self.locals.len();
                    self.pattern_names(&arm.pat);
                    if let Some(guard) = &mut arm.guard {
                        self.walk_expr_in(guard, m, o);
                    }
                    self.walk_expr_in(&mut arm.body, m, o);
                    self.locals.truncate(mark);
                }
            }
            ExprKind::Loop(body, _) => self.walk_block(body, m, o),
            ExprKind::While { cond, body, .. } => {
                let mark = self.locals.len();
                self.walk_expr_in(cond, m, o);
                self.walk_block(body, m, o);
                self.locals.truncate(mark);
            }
            ExprKind::For { pat, iter, body, .. } => {
                self.walk_expr_in(iter, m, o);
                let mark = self.locals.len();
                self.pattern_names(pat);
                self.walk_block(body, m, o);
                self.locals.truncate(mark);
            }
            ExprKind::Break(_, Some(e)) | ExprKind::Return(Some(e)) => self.walk_expr_in(e, m, o),
            ExprKind::Closure(c) => {
                let mark = self.locals.len();
                for (pat, _) in &c.params {
                    self.pattern_names(pat);
                }
                let (id, span) = (expr.id, expr.span);
                let head = Span { hi: closure_head_end(c, span), ..span };
                self.closure(id, head, span, |this| this.walk_expr_in(&mut c.body, m, o));
                self.locals.truncate(mark);
            }
            ExprKind::Lit(_)
            | ExprKind::Path(_)
            | ExprKind::Break(_, None)
            | ExprKind::Return(None)
            | ExprKind::Continue(_)
            | ExprKind::Underscore
            | ExprKind::Macro(_)
            | ExprKind::Location
            | ExprKind::Error => {}
        }
    }
}

/// Where the head of a closure ends: behind its return type, else at the `|` before its body.
fn closure_head_end(closure: &stair_syntax::ast::Closure, span: Span) -> u32 {
    match &closure.ret {
        Some(ret) => ret.span.hi,
        None => closure.body.span.lo.saturating_sub(1).max(span.lo),
    }
}

/// What stands in a body where an item was.
pub(super) fn hollow(item: &Item) -> Item {
    Item {
        id: item.id,
        span: item.span,
        attrs: Vec::new(),
        vis: stair_syntax::ast::Visibility::Inherited,
        name: item.name.clone(),
        kind: ItemKind::Error,
    }
}
