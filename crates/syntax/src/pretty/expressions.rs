//! Statements and expressions as text.

use super::Printer;
use crate::ast::{Block, Closure, Expr, ExprKind, Ident, Lit, Stmt, StmtKind, UnOp};
use crate::grammar::expressions::precedence;
use crate::literal;
use crate::parser::spelling;
use crate::token::TokenKind;
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

    /// An operand of something that binds as tightly as `min`. A parsed tree has its parentheses; a made one, or one with
    /// fragments of a macro's call in it, may need some.
    pub(super) fn operand(&mut self, expr: &Expr, min: u8) {
        let loose = precedence_of(expr) < min;
        self.push(if loose { "(" } else { "" });
        self.expr(expr);
        self.push(if loose { ")" } else { "" });
    }

    /// An operator with operands on both sides; `left` and `right` say how tightly those have to bind.
    pub(super) fn infix(&mut self, lhs: &Expr, op: &str, rhs: &Expr, (left, right): (u8, u8)) {
        self.operand(lhs, left);
        self.push(" ");
        self.push(op);
        self.push(" ");
        self.operand(rhs, right);
    }

    pub(super) fn range(&mut self, lo: Option<&Expr>, hi: Option<&Expr>, inclusive: bool) {
        if let Some(lo) = lo {
            self.operand(lo, precedence::RANGE + 1);
        }
        // `2. ..3`, not `2...3`.
        self.push(if self.out.ends_with('.') { " " } else { "" });
        self.push(if inclusive { "..=" } else { ".." });
        if let Some(hi) = hi {
            self.operand(hi, precedence::RANGE + 1);
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
                self.operand(inner, precedence::PREFIX);
            }
            ExprKind::Binary { op, lhs, rhs, .. } => {
                let own = precedence::of_binary(*op);
                let left = if op.is_comparison() { own + 1 } else { own };
                self.infix(lhs, op.as_str(), rhs, (left, own + 1));
            }
            ExprKind::Logical { and: true, lhs, rhs, .. } => {
                self.infix(lhs, "&&", rhs, (precedence::AND, precedence::AND + 1));
            }
            ExprKind::Logical { lhs, rhs, .. } => self.infix(lhs, "||", rhs, (precedence::OR, precedence::OR + 1)),
            ExprKind::Assign { lhs, rhs, .. } => {
                self.infix(lhs, "=", rhs, (precedence::ASSIGN + 1, precedence::ASSIGN));
            }
            ExprKind::AssignOp { op, lhs, rhs, .. } => {
                let op = SmolStr::from_iter([op.as_str(), "="]);
                self.infix(lhs, &op, rhs, (precedence::ASSIGN + 1, precedence::ASSIGN));
            }
            ExprKind::Borrow { mutable, expr } => {
                self.push(if *mutable { "&mut " } else { "&" });
                self.operand(expr, precedence::PREFIX);
            }
            ExprKind::RawBorrow { mutable, expr } => {
                self.push(if *mutable { "&raw mut " } else { "&raw const " });
                self.expr(expr);
            }
            ExprKind::Cast(inner, ty) => {
                self.operand(inner, precedence::CAST);
                self.push(" as ");
                self.ty(ty);
            }
            ExprKind::Call(callee, args) => {
                self.operand(callee, precedence::POSTFIX);
                self.push("(");
                self.comma(args, Self::expr);
                self.push(")");
            }
            ExprKind::MethodCall { receiver, method, args } => {
                self.operand(receiver, precedence::POSTFIX);
                self.push(".");
                self.segment(method, true);
                self.push("(");
                self.comma(args, Self::expr);
                self.push(")");
            }
            ExprKind::Field(inner, name) => {
                self.operand(inner, precedence::POSTFIX);
                self.push(".");
                self.ident(name);
            }
            ExprKind::Index(inner, index) => {
                self.operand(inner, precedence::POSTFIX);
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
                self.operand(inner, precedence::POSTFIX);
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
        // What a macro made has the span of the whole call, so the order tells such literals apart.
        let written = (self.printed..self.written.len()).find(|&i| {
            let token = self.written[i];
            token.span == span && literal_value(&token.kind).as_ref() == Some(lit)
        });
        if let Some(i) = written {
            let text = spelling(&self.written[i].kind);
            self.out.push_str(&text);
            self.printed = i + 1;
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

/// How tightly an expression binds.
fn precedence_of(expr: &Expr) -> u8 {
    match &expr.kind {
        ExprKind::Closure(_) | ExprKind::Return(_) | ExprKind::Break(..) => 0,
        ExprKind::Assign { .. } | ExprKind::AssignOp { .. } => precedence::ASSIGN,
        ExprKind::Range { .. } => precedence::RANGE,
        ExprKind::Logical { and, .. } => {
            if *and {
                precedence::AND
            } else {
                precedence::OR
            }
        }
        ExprKind::Let(..) => precedence::COMPARE,
        ExprKind::Binary { op, .. } => precedence::of_binary(*op),
        ExprKind::Cast(..) => precedence::CAST,
        ExprKind::Unary(..) | ExprKind::Borrow { .. } | ExprKind::RawBorrow { .. } => precedence::PREFIX,
        _ => precedence::POSTFIX,
    }
}

/// The value of a literal token.
fn literal_value(token: &TokenKind) -> Option<Lit> {
    let TokenKind::Literal { kind, text, suffix } = token else { return None };
    literal::value(*kind, text, suffix).ok()
}
