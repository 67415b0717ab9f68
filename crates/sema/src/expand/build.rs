//! Makes nodes of the syntax tree: what expansion puts in the place of macro calls and `derive`s.

use smol_str::SmolStr;
use stair_source::Span;
use stair_syntax::ast::{
    Arm, BinOp, Block, Expr, ExprKind, Ident, Lit, NodeIds, Pat, PatKind, Path, PathSegment, Stmt, StmtKind, Ty,
    TyKind, UnOp,
};

/// Makes nodes that stand for one piece of the user's text.
pub(super) struct Build<'a> {
    pub(super) ids: &'a mut NodeIds,
    /// The span of every node made.
    pub(super) span: Span,
}

impl<'a> Build<'a> {
    pub(super) fn new(ids: &'a mut NodeIds, span: Span) -> Self {
        Self { ids, span }
    }

    /// The same for another piece of text.
    pub(super) fn at(&mut self, span: Span) -> Build<'_> {
        Build { ids: self.ids, span }
    }

    pub(super) fn ident(&self, name: impl Into<SmolStr>) -> Ident {
        Ident::new(name, self.span)
    }

    /// A path of plain names; `$crate` first for the library's.
    pub(super) fn path(&self, names: &[&str]) -> Path {
        let segments = names.iter().map(|&name| PathSegment { name: self.ident(name), args: None }).collect();
        Path { span: self.span, global: false, qself: None, segments }
    }

    // Expressions.

    pub(super) fn expr(&mut self, kind: ExprKind) -> Expr {
        Expr { id: self.ids.fresh(), span: self.span, attrs: Vec::new(), kind }
    }

    pub(super) fn lit(&mut self, lit: Lit) -> Expr {
        self.expr(ExprKind::Lit(lit))
    }

    pub(super) fn string(&mut self, text: &str) -> Expr {
        self.lit(Lit::Str(text.into()))
    }

    pub(super) fn int(&mut self, value: u128, suffix: &'static str) -> Expr {
        self.lit(Lit::Int(value, Some(SmolStr::new_static(suffix))))
    }

    pub(super) fn bool(&mut self, value: bool) -> Expr {
        self.lit(Lit::Bool(value))
    }

    pub(super) fn path_expr(&mut self, names: &[&str]) -> Expr {
        let path = self.path(names);
        self.expr(ExprKind::Path(path))
    }

    /// A variable.
    pub(super) fn var(&mut self, name: &str) -> Expr {
        self.path_expr(&[name])
    }

    pub(super) fn borrow(&mut self, expr: Expr) -> Expr {
        self.expr(ExprKind::Borrow { mutable: false, expr: Box::new(expr) })
    }

    pub(super) fn unary(&mut self, op: UnOp, expr: Expr) -> Expr {
        self.expr(ExprKind::Unary(op, Box::new(expr)))
    }

    pub(super) fn equal(&mut self, lhs: Expr, rhs: Expr) -> Expr {
        let op_span = self.span;
        self.expr(ExprKind::Binary { op: BinOp::Eq, op_span, lhs: Box::new(lhs), rhs: Box::new(rhs) })
    }

    pub(super) fn and(&mut self, lhs: Expr, rhs: Expr) -> Expr {
        let op_span = self.span;
        self.expr(ExprKind::Logical { and: true, op_span, lhs: Box::new(lhs), rhs: Box::new(rhs) })
    }

    /// `path(args)`.
    pub(super) fn call(&mut self, path: &[&str], args: Vec<Expr>) -> Expr {
        let callee = self.path_expr(path);
        self.expr(ExprKind::Call(Box::new(callee), args))
    }

    /// `receiver.method(args)`.
    pub(super) fn method(&mut self, receiver: Expr, method: &str, args: Vec<Expr>) -> Expr {
        let method = PathSegment { name: self.ident(method), args: None };
        self.expr(ExprKind::MethodCall { receiver: Box::new(receiver), method, args })
    }

    /// `receiver.name`.
    pub(super) fn field(&mut self, receiver: Expr, name: &str) -> Expr {
        let name = self.ident(name);
        self.expr(ExprKind::Field(Box::new(receiver), name))
    }

    pub(super) fn tuple(&mut self, exprs: Vec<Expr>) -> Expr {
        self.expr(ExprKind::Tuple(exprs))
    }

    pub(super) fn matches(&mut self, scrutinee: Expr, arms: Vec<Arm>) -> Expr {
        self.expr(ExprKind::Match { scrutinee: Box::new(scrutinee), arms })
    }

    pub(super) fn arm(&mut self, pat: Pat, body: Expr) -> Arm {
        Arm { span: self.span, attrs: Vec::new(), pat, guard: None, body }
    }

    /// `if cond { then }`.
    pub(super) fn when(&mut self, cond: Expr, then: Block) -> Expr {
        self.expr(ExprKind::If { cond: Box::new(cond), then, els: None })
    }

    pub(super) fn block_expr(&mut self, block: Block) -> Expr {
        self.expr(ExprKind::Block(block, None))
    }

    // Blocks and statements.

    pub(super) fn block(&mut self, stmts: Vec<Stmt>, tail: Option<Expr>) -> Block {
        Block { id: self.ids.fresh(), span: self.span, stmts, tail: tail.map(Box::new) }
    }

    /// `expr;`
    pub(super) fn stmt(&mut self, expr: Expr) -> Stmt {
        self.made_stmt(StmtKind::Expr { expr, semi: true })
    }

    /// `let name = init;`
    pub(super) fn bind(&mut self, name: &str, mutable: bool, init: Expr) -> Stmt {
        let pat = self.var_pat(name, mutable);
        self.made_stmt(StmtKind::Let { pat, ty: None, init: Some(init), els: None })
    }

    fn made_stmt(&mut self, kind: StmtKind) -> Stmt {
        Stmt { id: self.ids.fresh(), span: self.span, attrs: Vec::new(), kind }
    }

    // Patterns.

    pub(super) fn pat(&mut self, kind: PatKind) -> Pat {
        Pat { id: self.ids.fresh(), span: self.span, kind }
    }

    pub(super) fn var_pat(&mut self, name: &str, mutable: bool) -> Pat {
        let name = self.ident(name);
        self.pat(PatKind::Ident { by_ref: false, mutable, name, sub: None })
    }

    pub(super) fn tuple_pat(&mut self, pats: Vec<Pat>) -> Pat {
        self.pat(PatKind::Tuple(pats))
    }

    pub(super) fn wild(&mut self) -> Pat {
        self.pat(PatKind::Wild)
    }

    // Types.

    pub(super) fn path_ty(&mut self, names: &[&str]) -> Ty {
        let path = self.path(names);
        self.ty(TyKind::Path(path))
    }

    pub(super) fn ty(&mut self, kind: TyKind) -> Ty {
        Ty { id: self.ids.fresh(), span: self.span, kind }
    }
}
