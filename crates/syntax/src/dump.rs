//! The tree as a list of lines, for views and dumps.

use crate::ast::{
    Block, Bound, Expr, ExprKind, Field, File, GenericParam, GenericParamKind, Generics, Item, ItemKind, Lit, NodeId,
    Pat, PatKind, Stmt, StmtKind, Ty, TyKind, UnOp, UseTreeKind, VariantData,
};
use crate::pretty;
use smol_str::{SmolStr, format_smolstr};
use stair_source::Span;
use std::fmt::Write as _;

/// One node of the tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TreeLine {
    /// How many nodes it lies within.
    pub depth: u32,
    /// What it is: `Binary +`, `Fn main`.
    pub label: SmolStr,
    /// Where it is written.
    pub span: Span,
    /// Its id, where it has one.
    pub id: Option<NodeId>,
}

/// The nodes of a file in the order of the text.
#[must_use]
pub fn dump(file: &File) -> Vec<TreeLine> {
    let mut d = Dumper { lines: Vec::new(), depth: 0 };
    for item in &file.items {
        d.item(item);
    }
    d.lines
}

/// Lines as text: two spaces for each level, then the label and the span.
#[must_use]
pub fn to_text(lines: &[TreeLine]) -> String {
    let mut out = String::new();
    for line in lines {
        let indent = line.depth as usize * 2;
        let _ = writeln!(out, "{:indent$}{} {}..{}", "", line.label, line.span.lo, line.span.hi);
    }
    out
}

struct Dumper {
    lines: Vec<TreeLine>,
    depth: u32,
}

impl Dumper {
    fn line(&mut self, label: impl Into<SmolStr>, span: Span, id: Option<NodeId>) {
        self.lines.push(TreeLine { depth: self.depth, label: label.into(), span, id });
    }

    fn within(&mut self, children: impl FnOnce(&mut Self)) {
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn item(&mut self, item: &Item) {
        let name = &item.name.name;
        let word = match &item.kind {
            ItemKind::Fn(_) => "Fn",
            ItemKind::Struct(..) => "Struct",
            ItemKind::Enum(..) => "Enum",
            ItemKind::Union(..) => "Union",
            ItemKind::Impl(_) => "Impl",
            ItemKind::Trait(_) => "Trait",
            ItemKind::TypeAlias(..) => "TypeAlias",
            ItemKind::Const(..) => "Const",
            ItemKind::Static { .. } => "Static",
            ItemKind::Mod(_) => "Mod",
            ItemKind::Use(_) => "Use",
            ItemKind::MacroRules(_) => "MacroRules",
            ItemKind::MacroCall(_) => "MacroCall",
            ItemKind::ExternCrate => "ExternCrate",
            ItemKind::ForeignMod => "ForeignMod",
            ItemKind::Error => "Error",
        };
        let label = match &item.kind {
            ItemKind::Impl(imp) => match &imp.of_trait {
                Some(tr) => format_smolstr!("Impl {} for {}", pretty::path(tr), pretty::ty(&imp.self_ty)),
                None => format_smolstr!("Impl {}", pretty::ty(&imp.self_ty)),
            },
            ItemKind::Use(tree) => format_smolstr!("Use {}", pretty::path(&tree.prefix)),
            ItemKind::MacroCall(call) => format_smolstr!("MacroCall {}!", pretty::path(&call.path)),
            _ if name.is_empty() => word.into(),
            _ => format_smolstr!("{word} {name}"),
        };
        self.line(label, item.span, Some(item.id));
        self.within(|d| d.item_parts(item));
    }

    fn item_parts(&mut self, item: &Item) {
        match &item.kind {
            ItemKind::Fn(f) => {
                self.generics(&f.generics);
                if let Some(receiver) = &f.self_param {
                    self.line("SelfParam", receiver.span, Some(receiver.id));
                }
                for param in &f.params {
                    self.line("Param", param.span, None);
                    self.within(|d| {
                        d.pat(&param.pat);
                        d.ty(&param.ty);
                    });
                }
                f.ret.iter().for_each(|ty| self.ty(ty));
                f.body.iter().for_each(|body| self.block("Block", body));
            }
            ItemKind::Struct(generics, data) | ItemKind::Union(generics, data) => {
                self.generics(generics);
                self.variant_data(data);
            }
            ItemKind::Enum(generics, variants) => {
                self.generics(generics);
                for variant in variants {
                    self.line(format_smolstr!("Variant {}", variant.name.name), variant.span, Some(variant.id));
                    self.within(|d| {
                        d.variant_data(&variant.data);
                        variant.discriminant.iter().for_each(|value| d.expr(value));
                    });
                }
            }
            ItemKind::Impl(imp) => {
                self.generics(&imp.generics);
                self.ty(&imp.self_ty);
                imp.items.iter().for_each(|item| self.item(item));
            }
            ItemKind::Trait(tr) => {
                self.generics(&tr.generics);
                tr.items.iter().for_each(|item| self.item(item));
            }
            ItemKind::TypeAlias(generics, _, ty) => {
                self.generics(generics);
                ty.iter().for_each(|ty| self.ty(ty));
            }
            ItemKind::Const(ty, value) | ItemKind::Static { ty, value, .. } => {
                self.ty(ty);
                value.iter().for_each(|value| self.expr(value));
            }
            ItemKind::Mod(items) => items.iter().flatten().for_each(|item| self.item(item)),
            ItemKind::Use(tree) => self.use_parts(&tree.kind),
            ItemKind::MacroRules(_)
            | ItemKind::MacroCall(_)
            | ItemKind::ExternCrate
            | ItemKind::ForeignMod
            | ItemKind::Error => {}
        }
    }

    fn use_parts(&mut self, kind: &UseTreeKind) {
        match kind {
            UseTreeKind::Simple(Some(alias)) => self.line(format_smolstr!("Alias {}", alias.name), alias.span, None),
            UseTreeKind::Nested(trees) => {
                for tree in trees {
                    self.line(format_smolstr!("UseTree {}", pretty::path(&tree.prefix)), tree.span, Some(tree.id));
                    self.within(|d| d.use_parts(&tree.kind));
                }
            }
            UseTreeKind::Simple(None) | UseTreeKind::Glob => {}
        }
    }

    fn generics(&mut self, generics: &Generics) {
        for GenericParam { id, name, kind, .. } in &generics.params {
            let word = match kind {
                GenericParamKind::Lifetime(_) => "LifetimeParam",
                GenericParamKind::Type(..) => "TypeParam",
                GenericParamKind::Const(..) => "ConstParam",
            };
            self.line(format_smolstr!("{word} {}", name.name), name.span, Some(*id));
            if let GenericParamKind::Type(bounds, _) = kind {
                self.within(|d| d.bounds(bounds));
            }
        }
        for predicate in &generics.wheres {
            self.line("Where", predicate.span, None);
            self.within(|d| {
                predicate.ty.iter().for_each(|ty| d.ty(ty));
                d.bounds(&predicate.bounds);
            });
        }
    }

    fn bounds(&mut self, bounds: &[Bound]) {
        for bound in bounds {
            match bound {
                Bound::Trait { path, span, .. } => {
                    self.line(format_smolstr!("Bound {}", pretty::path(path)), *span, None)
                }
                Bound::Lifetime(name) => self.line(format_smolstr!("Bound {}", name.name), name.span, None),
                Bound::Captures(names) => {
                    let shown: Vec<&str> = names.iter().map(|name| name.name.as_str()).collect();
                    let span = names.first().map(|name| name.span).unwrap_or_default();
                    self.line(format_smolstr!("Bound use<{}>", shown.join(", ")), span, None);
                }
            }
        }
    }

    fn variant_data(&mut self, data: &VariantData) {
        let (VariantData::Named(fields) | VariantData::Tuple(fields)) = data else { return };
        for Field { span, name, ty, .. } in fields {
            self.line(format_smolstr!("Field {}", name.name), *span, None);
            self.within(|d| d.ty(ty));
        }
    }

    fn ty(&mut self, ty: &Ty) {
        let (label, inner): (SmolStr, Vec<&Ty>) = match &ty.kind {
            TyKind::Path(path) => (format_smolstr!("TyPath {}", pretty::path(path)), Vec::new()),
            TyKind::Ref { mutable, inner, .. } => (if *mutable { "TyRef mut" } else { "TyRef" }.into(), vec![inner]),
            TyKind::Ptr { mutable, inner } => (if *mutable { "TyPtr mut" } else { "TyPtr const" }.into(), vec![inner]),
            TyKind::Tuple(types) => ("TyTuple".into(), types.iter().collect()),
            TyKind::Array(element, _) => ("TyArray".into(), vec![element]),
            TyKind::Slice(element) => ("TySlice".into(), vec![element]),
            TyKind::Fn { params, ret, .. } => ("TyFn".into(), params.iter().chain(ret.as_deref()).collect()),
            TyKind::ImplTrait(_) => ("TyImplTrait".into(), Vec::new()),
            TyKind::DynTrait(_) => ("TyDynTrait".into(), Vec::new()),
            TyKind::Never => ("TyNever".into(), Vec::new()),
            TyKind::Infer => ("TyInfer".into(), Vec::new()),
            TyKind::Paren(inner) => ("TyParen".into(), vec![inner]),
            TyKind::Macro(call) => (format_smolstr!("TyMacro {}!", pretty::path(&call.path)), Vec::new()),
            TyKind::Error => ("TyError".into(), Vec::new()),
        };
        self.line(label, ty.span, Some(ty.id));
        self.within(|d| {
            inner.into_iter().for_each(|ty| d.ty(ty));
            match &ty.kind {
                TyKind::Array(_, count) => d.expr(count),
                TyKind::ImplTrait(bounds) | TyKind::DynTrait(bounds) => d.bounds(bounds),
                _ => {}
            }
        });
    }

    fn pat(&mut self, pat: &Pat) {
        let (label, inner): (SmolStr, Vec<&Pat>) = match &pat.kind {
            PatKind::Wild => ("PatWild".into(), Vec::new()),
            PatKind::Rest => ("PatRest".into(), Vec::new()),
            PatKind::Ident { by_ref, mutable, name, sub } => {
                let mode = if *by_ref { "ref " } else { "" };
                let mutability = if *mutable { "mut " } else { "" };
                (format_smolstr!("PatIdent {mode}{mutability}{}", name.name), sub.as_deref().into_iter().collect())
            }
            PatKind::Lit(lit) => (format_smolstr!("PatLit {}", pretty::expr(lit)), Vec::new()),
            PatKind::Range { .. } => (format_smolstr!("PatRange {}", pretty::pat(pat)), Vec::new()),
            PatKind::Path(path) => (format_smolstr!("PatPath {}", pretty::path(path)), Vec::new()),
            PatKind::TupleStruct(path, pats) => {
                (format_smolstr!("PatTupleStruct {}", pretty::path(path)), pats.iter().collect())
            }
            PatKind::Struct { path, fields, .. } => {
                (format_smolstr!("PatStruct {}", pretty::path(path)), fields.iter().map(|f| &f.pat).collect())
            }
            PatKind::Tuple(pats) => ("PatTuple".into(), pats.iter().collect()),
            PatKind::Slice(pats) => ("PatSlice".into(), pats.iter().collect()),
            PatKind::Ref { mutable, inner } => (if *mutable { "PatRef mut" } else { "PatRef" }.into(), vec![inner]),
            PatKind::Or(pats) => ("PatOr".into(), pats.iter().collect()),
            PatKind::Paren(inner) => ("PatParen".into(), vec![inner]),
            PatKind::Macro(call) => (format_smolstr!("PatMacro {}!", pretty::path(&call.path)), Vec::new()),
            PatKind::Error => ("PatError".into(), Vec::new()),
        };
        self.line(label, pat.span, Some(pat.id));
        self.within(|d| inner.into_iter().for_each(|pat| d.pat(pat)));
    }

    fn block(&mut self, label: &str, block: &Block) {
        self.line(label, block.span, Some(block.id));
        self.within(|d| {
            block.stmts.iter().for_each(|stmt| d.stmt(stmt));
            block.tail.iter().for_each(|tail| d.expr(tail));
        });
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { pat, ty, init, els } => {
                self.line("Let", stmt.span, Some(stmt.id));
                self.within(|d| {
                    d.pat(pat);
                    ty.iter().for_each(|ty| d.ty(ty));
                    init.iter().for_each(|init| d.expr(init));
                    els.iter().for_each(|els| d.block("Else", els));
                });
            }
            StmtKind::Item(item) => self.item(item),
            StmtKind::Expr { expr, .. } => {
                self.line("Stmt", stmt.span, Some(stmt.id));
                self.within(|d| d.expr(expr));
            }
            StmtKind::Empty => self.line("Empty", stmt.span, Some(stmt.id)),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.line(expr_label(expr), expr.span, Some(expr.id));
        self.within(|d| d.expr_parts(expr));
    }

    fn expr_parts(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Unary(_, a)
            | ExprKind::Borrow { expr: a, .. }
            | ExprKind::RawBorrow { expr: a, .. }
            | ExprKind::Field(a, _)
            | ExprKind::Try(a)
            | ExprKind::Await(a)
            | ExprKind::Paren(a) => self.expr(a),
            ExprKind::Binary { lhs, rhs, .. }
            | ExprKind::Logical { lhs, rhs, .. }
            | ExprKind::Assign { lhs, rhs, .. }
            | ExprKind::AssignOp { lhs, rhs, .. }
            | ExprKind::Index(lhs, rhs)
            | ExprKind::Repeat(lhs, rhs) => {
                self.expr(lhs);
                self.expr(rhs);
            }
            ExprKind::Cast(a, ty) => {
                self.expr(a);
                self.ty(ty);
            }
            ExprKind::Call(callee, args) => {
                self.expr(callee);
                args.iter().for_each(|arg| self.expr(arg));
            }
            ExprKind::MethodCall { receiver, args, .. } => {
                self.expr(receiver);
                args.iter().for_each(|arg| self.expr(arg));
            }
            ExprKind::Range { lo, hi, .. } => lo.iter().chain(hi).for_each(|end| self.expr(end)),
            ExprKind::Tuple(exprs) | ExprKind::Array(exprs) => exprs.iter().for_each(|e| self.expr(e)),
            ExprKind::Struct { fields, base, .. } => {
                for field in fields {
                    self.line(format_smolstr!("FieldExpr {}", field.name.name), field.span, None);
                    self.within(|d| d.expr(&field.expr));
                }
                base.iter().for_each(|base| self.expr(base));
            }
            ExprKind::Block(block, _)
            | ExprKind::Unsafe(block)
            | ExprKind::ConstBlock(block)
            | ExprKind::Async(block)
            | ExprKind::Loop(block, _) => {
                block.stmts.iter().for_each(|stmt| self.stmt(stmt));
                block.tail.iter().for_each(|tail| self.expr(tail));
            }
            ExprKind::If { cond, then, els } => {
                self.expr(cond);
                self.block("Then", then);
                els.iter().for_each(|els| self.expr(els));
            }
            ExprKind::Let(pat, scrutinee) => {
                self.pat(pat);
                self.expr(scrutinee);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.expr(scrutinee);
                for arm in arms {
                    self.line("Arm", arm.span, None);
                    self.within(|d| {
                        d.pat(&arm.pat);
                        arm.guard.iter().for_each(|guard| d.expr(guard));
                        d.expr(&arm.body);
                    });
                }
            }
            ExprKind::While { cond, body, .. } => {
                self.expr(cond);
                self.block("Body", body);
            }
            ExprKind::For { pat, iter, body, .. } => {
                self.pat(pat);
                self.expr(iter);
                self.block("Body", body);
            }
            ExprKind::Break(_, value) | ExprKind::Return(value) => value.iter().for_each(|value| self.expr(value)),
            ExprKind::Closure(closure) => {
                for (pat, ty) in &closure.params {
                    self.pat(pat);
                    ty.iter().for_each(|ty| self.ty(ty));
                }
                closure.ret.iter().for_each(|ty| self.ty(ty));
                self.expr(&closure.body);
            }
            ExprKind::Lit(_)
            | ExprKind::Path(_)
            | ExprKind::Continue(_)
            | ExprKind::Underscore
            | ExprKind::Macro(_)
            | ExprKind::Location
            | ExprKind::Error => {}
        }
    }
}

fn expr_label(expr: &Expr) -> SmolStr {
    let labelled = |word: &str, label: &Option<crate::ast::Ident>| match label {
        Some(label) => format_smolstr!("{word} {}", label.name),
        None => word.into(),
    };
    match &expr.kind {
        ExprKind::Lit(lit) => {
            let class = match lit {
                Lit::Int(..) => "Int",
                Lit::Float(..) => "Float",
                Lit::Bool(_) => "Bool",
                Lit::Char(_) => "Char",
                Lit::Byte(_) => "Byte",
                Lit::Str(_) => "Str",
                Lit::ByteStr(_) => "ByteStr",
                Lit::CStr(_) => "CStr",
            };
            format_smolstr!("{class} {}", pretty::expr(expr))
        }
        ExprKind::Path(path) => format_smolstr!("Path {}", pretty::path(path)),
        ExprKind::Unary(UnOp::Neg, _) => "Unary -".into(),
        ExprKind::Unary(UnOp::Not, _) => "Unary !".into(),
        ExprKind::Unary(UnOp::Deref, _) => "Unary *".into(),
        ExprKind::Binary { op, .. } => format_smolstr!("Binary {}", op.as_str()),
        ExprKind::Logical { and, .. } => if *and { "Logical &&" } else { "Logical ||" }.into(),
        ExprKind::Assign { .. } => "Assign".into(),
        ExprKind::AssignOp { op, .. } => format_smolstr!("AssignOp {}=", op.as_str()),
        ExprKind::Borrow { mutable, .. } => if *mutable { "Borrow mut" } else { "Borrow" }.into(),
        ExprKind::RawBorrow { mutable, .. } => if *mutable { "RawBorrow mut" } else { "RawBorrow const" }.into(),
        ExprKind::Cast(..) => "Cast".into(),
        ExprKind::Call(..) => "Call".into(),
        ExprKind::MethodCall { method, .. } => format_smolstr!("MethodCall {}", method.name.name),
        ExprKind::Field(_, name) => format_smolstr!("Field {}", name.name),
        ExprKind::Index(..) => "Index".into(),
        ExprKind::Range { inclusive, .. } => if *inclusive { "Range ..=" } else { "Range .." }.into(),
        ExprKind::Tuple(_) => "Tuple".into(),
        ExprKind::Array(_) => "Array".into(),
        ExprKind::Repeat(..) => "Repeat".into(),
        ExprKind::Struct { path, .. } => format_smolstr!("Struct {}", pretty::path(path)),
        ExprKind::Block(_, label) => labelled("Block", label),
        ExprKind::Unsafe(_) => "Unsafe".into(),
        ExprKind::ConstBlock(_) => "ConstBlock".into(),
        ExprKind::Async(_) => "Async".into(),
        ExprKind::If { .. } => "If".into(),
        ExprKind::Let(..) => "LetCondition".into(),
        ExprKind::Match { .. } => "Match".into(),
        ExprKind::Loop(_, label) => labelled("Loop", label),
        ExprKind::While { label, .. } => labelled("While", label),
        ExprKind::For { label, .. } => labelled("For", label),
        ExprKind::Break(label, _) => labelled("Break", label),
        ExprKind::Continue(label) => labelled("Continue", label),
        ExprKind::Return(_) => "Return".into(),
        ExprKind::Closure(_) => "Closure".into(),
        ExprKind::Try(_) => "Try".into(),
        ExprKind::Await(_) => "Await".into(),
        ExprKind::Paren(_) => "Paren".into(),
        ExprKind::Underscore => "Underscore".into(),
        ExprKind::Macro(call) => format_smolstr!("Macro {}!", pretty::path(&call.path)),
        ExprKind::Location => "Location".into(),
        ExprKind::Error => "Error".into(),
    }
}

/// What a statement or expression is called in dumps of later stages: the label of its line.
#[must_use]
pub fn label(expr: &Expr) -> SmolStr {
    expr_label(expr)
}
