//! Statements and expressions as text.

use super::Printer;
use crate::ast::{Block, Closure, Expr, ExprKind, Ident, Lit, Stmt, StmtKind, UnOp};
use crate::parser::spelling;
use smol_str::SmolStr;
use stair_source::Span;
use std::fmt::Write as _;

impl Printer<'_> {
    pub(super) fn block(&mut self, block: &Block) {
        match (&block.stmts[..], &block.tail) {
            ([], None) => self.push("{}"),
            ([], Some(tail)) => {
                self.push("{ ");
                self.expr(tail);
                self.push(" }");
            }
            (stmts, tail) => {
                self.push("{");
                self.indent += 1;
                for stmt in stmts {
                    self.line();
                    self.stmt(stmt);
                }
                if let Some(tail) = tail {
                    self.line();
                    self.expr(tail);
                }
                self.indent -= 1;
                self.line();
                self.push("}");
            }
        }
    }

    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        self.attrs(&stmt.attrs);
        match &stmt.kind {
            StmtKind::Let { pat, ty, init, els } => {
                self.push("let ");
                self.pat(pat);
                if let Some(ty) = ty {
                    self.push(": ");
                    self.ty(ty);
                }
                if let Some(init) = init {
                    self.push(" = ");
                    self.expr(init);
                }
                if let Some(els) = els {
                    self.push(" else ");
                    self.block(els);
                }
                self.push(";");
            }
            StmtKind::Item(item) => self.item(item),
            StmtKind::Expr { expr, semi } => {
                self.expr(expr);
                self.push(if *semi { ";" } else { "" });
            }
            StmtKind::Empty => self.push(";"),
        }
    }

    pub(super) fn label(&mut self, label: Option<&Ident>) {
        if let Some(label) = label {
            self.push(&label.name);
            self.push(": ");
        }
    }

    /// The operand of a prefix operator. A parsed tree has its parentheses; a made one may need some.
    pub(super) fn operand(&mut self, expr: &Expr) {
        let loose = matches!(
            expr.kind,
            ExprKind::Binary { .. }
                | ExprKind::Logical { .. }
                | ExprKind::Cast(..)
                | ExprKind::Range { .. }
                | ExprKind::Assign { .. }
                | ExprKind::AssignOp { .. }
                | ExprKind::Let(..)
        );
        self.push(if loose { "(" } else { "" });
        self.expr(expr);
        self.push(if loose { ")" } else { "" });
    }

    pub(super) fn infix(&mut self, lhs: &Expr, op: &str, rhs: &Expr) {
        self.expr(lhs);
        self.push(" ");
        self.push(op);
        self.push(" ");
        self.expr(rhs);
    }

    pub(super) fn range(&mut self, lo: Option<&Expr>, hi: Option<&Expr>, inclusive: bool) {
        if let Some(lo) = lo {
            self.expr(lo);
        }
        // `2. ..3`, not `2...3`.
        self.push(if self.out.ends_with('.') { " " } else { "" });
        self.push(if inclusive { "..=" } else { ".." });
        if let Some(hi) = hi {
            self.expr(hi);
        }
    }

    pub(super) fn expr(&mut self, expr: &Expr) {
        for attr in expr.attrs.iter().filter(|a| !a.is_doc) {
            let _ = write!(self.out, "#[{}] ", attr.path);
        }
        match &expr.kind {
            ExprKind::Lit(lit) => self.literal(lit, expr.span),
            ExprKind::Path(path) => self.path(path, true),
            ExprKind::Unary(op, inner) => {
                self.push(match op {
                    UnOp::Neg => "-",
                    UnOp::Not => "!",
                    UnOp::Deref => "*",
                });
                self.operand(inner);
            }
            ExprKind::Binary { op, lhs, rhs, .. } => self.infix(lhs, op.as_str(), rhs),
            ExprKind::Logical { and, lhs, rhs, .. } => self.infix(lhs, if *and { "&&" } else { "||" }, rhs),
            ExprKind::Assign { lhs, rhs, .. } => self.infix(lhs, "=", rhs),
            ExprKind::AssignOp { op, lhs, rhs, .. } => {
                let op = SmolStr::from_iter([op.as_str(), "="]);
                self.infix(lhs, &op, rhs);
            }
            ExprKind::Borrow { mutable, expr } => {
                self.push(if *mutable { "&mut " } else { "&" });
                self.operand(expr);
            }
            ExprKind::RawBorrow { mutable, expr } => {
                self.push(if *mutable { "&raw mut " } else { "&raw const " });
                self.expr(expr);
            }
            ExprKind::Cast(inner, ty) => {
                self.expr(inner);
                self.push(" as ");
                self.ty(ty);
            }
            ExprKind::Call(callee, args) => {
                self.expr(callee);
                self.push("(");
                self.comma(args, Self::expr);
                self.push(")");
            }
            ExprKind::MethodCall { receiver, method, args } => {
                self.operand(receiver);
                self.push(".");
                self.segment(method, true);
                self.push("(");
                self.comma(args, Self::expr);
                self.push(")");
            }
            ExprKind::Field(inner, name) => {
                self.expr(inner);
                self.push(".");
                self.ident(name);
            }
            ExprKind::Index(inner, index) => {
                self.expr(inner);
                self.push("[");
                self.expr(index);
                self.push("]");
            }
            ExprKind::Range { lo, hi, inclusive } => self.range(lo.as_deref(), hi.as_deref(), *inclusive),
            ExprKind::Tuple(exprs) => {
                self.push("(");
                self.comma(exprs, Self::expr);
                self.push(if exprs.len() == 1 { ",)" } else { ")" });
            }
            ExprKind::Array(exprs) => {
                self.push("[");
                self.comma(exprs, Self::expr);
                self.push("]");
            }
            ExprKind::Repeat(element, count) => {
                self.push("[");
                self.expr(element);
                self.push("; ");
                self.expr(count);
                self.push("]");
            }
            ExprKind::Struct { path, fields, base } => {
                self.path(path, true);
                self.push(" { ");
                self.comma(fields, |p, field| {
                    if !field.shorthand {
                        p.ident(&field.name);
                        p.push(": ");
                    }
                    p.expr(&field.expr);
                });
                if let Some(base) = base {
                    self.push(if fields.is_empty() { ".." } else { ", .." });
                    // `S { .. }` on the left of an assignment has no base to show.
                    if !base.span.is_empty() {
                        self.expr(base);
                    }
                }
                self.push(if fields.is_empty() && base.is_none() { "}" } else { " }" });
            }
            ExprKind::Block(block, label) => {
                self.label(label.as_ref());
                self.block(block);
            }
            ExprKind::Unsafe(block) => {
                self.push("unsafe ");
                self.block(block);
            }
            ExprKind::ConstBlock(block) => {
                self.push("const ");
                self.block(block);
            }
            ExprKind::Async(block) => {
                self.push("async ");
                self.block(block);
            }
            ExprKind::If { cond, then, els } => {
                self.push("if ");
                self.expr(cond);
                self.push(" ");
                self.block(then);
                if let Some(els) = els {
                    self.push(" else ");
                    self.expr(els);
                }
            }
            ExprKind::Let(pat, scrutinee) => {
                self.push("let ");
                self.pat(pat);
                self.push(" = ");
                self.expr(scrutinee);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.push("match ");
                self.expr(scrutinee);
                self.push(" ");
                self.braced(arms, |p, arm| {
                    p.attrs(&arm.attrs);
                    p.pat(&arm.pat);
                    if let Some(guard) = &arm.guard {
                        p.push(" if ");
                        p.expr(guard);
                    }
                    p.push(" => ");
                    p.expr(&arm.body);
                    let block = matches!(arm.body.kind, ExprKind::Block(..));
                    p.push(if block { "" } else { "," });
                });
            }
            ExprKind::Loop(body, label) => {
                self.label(label.as_ref());
                self.push("loop ");
                self.block(body);
            }
            ExprKind::While { cond, body, label } => {
                self.label(label.as_ref());
                self.push("while ");
                self.expr(cond);
                self.push(" ");
                self.block(body);
            }
            ExprKind::For { pat, iter, body, label } => {
                self.label(label.as_ref());
                self.push("for ");
                self.pat(pat);
                self.push(" in ");
                self.expr(iter);
                self.push(" ");
                self.block(body);
            }
            ExprKind::Break(label, value) => self.jump("break", label.as_ref(), value.as_deref()),
            ExprKind::Continue(label) => self.jump("continue", label.as_ref(), None),
            ExprKind::Return(value) => self.jump("return", None, value.as_deref()),
            ExprKind::Closure(closure) => self.closure(closure),
            ExprKind::Try(inner) => {
                self.expr(inner);
                self.push("?");
            }
            ExprKind::Await(inner) => {
                self.expr(inner);
                self.push(".await");
            }
            ExprKind::Paren(inner) => {
                self.push("(");
                self.expr(inner);
                self.push(")");
            }
            ExprKind::Underscore => self.push("_"),
            ExprKind::Macro(call) => self.macro_call(call),
            ExprKind::Location => self.push("LOCATION"),
            ExprKind::Error => self.push("/* error */"),
        }
    }

    pub(super) fn jump(&mut self, keyword: &str, label: Option<&Ident>, value: Option<&Expr>) {
        self.push(keyword);
        if let Some(label) = label {
            self.push(" ");
            self.push(&label.name);
        }
        if let Some(value) = value {
            self.push(" ");
            self.expr(value);
        }
    }

    pub(super) fn closure(&mut self, closure: &Closure) {
        self.push(if closure.is_async { "async " } else { "" });
        self.push(if closure.is_move { "move |" } else { "|" });
        self.comma(&closure.params, |p, (pat, ty)| {
            p.pat(pat);
            if let Some(ty) = ty {
                p.push(": ");
                p.ty(ty);
            }
        });
        self.push("| ");
        if let Some(ret) = &closure.ret {
            self.push("-> ");
            self.ty(ret);
            self.push(" ");
        }
        self.expr(&closure.body);
    }

    pub(super) fn literal(&mut self, lit: &Lit, span: Span) {
        let i = self.written.partition_point(|t| t.span.lo < span.lo);
        if let Some(token) = self.written.get(i).filter(|t| t.span == span) {
            self.out.push_str(&spelling(&token.kind));
            return;
        }
        let suffix = |s: &Option<SmolStr>| s.clone().unwrap_or_default();
        match lit {
            Lit::Int(value, s) => {
                let _ = write!(self.out, "{value}{}", suffix(s));
            }
            Lit::Float(digits, s) => {
                let _ = write!(self.out, "{digits}{}", suffix(s));
            }
            Lit::Bool(value) => {
                let _ = write!(self.out, "{value}");
            }
            Lit::Char(c) => {
                let _ = write!(self.out, "{c:?}");
            }
            Lit::Byte(b) => {
                let _ = write!(self.out, "b'{}'", b.escape_ascii());
            }
            Lit::Str(text) => {
                let _ = write!(self.out, "{text:?}");
            }
            Lit::ByteStr(bytes) => {
                let _ = write!(self.out, "b\"{}\"", bytes.escape_ascii());
            }
            Lit::CStr(bytes) => {
                let _ = write!(self.out, "c\"{}\"", bytes.escape_ascii());
            }
        }
    }
}
