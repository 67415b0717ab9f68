//! A walk over the tree that may change it: override what is to be changed, call the `walk_` function to go on inside.

use crate::ast::{
    Arm, Attr, Block, Bound, Closure, Expr, ExprKind, Field, FieldExpr, FieldPat, File, Fn, GenericArg, GenericArgs,
    GenericParam, GenericParamKind, Generics, Item, ItemKind, NodeId, Param, Pat, PatKind, Path, Stmt, StmtKind, Ty,
    TyKind, UseTree, UseTreeKind, Variant, VariantData, Visibility,
};

/// What is done at each kind of node; by default, only what lies inside is visited.
///
/// Lists have methods of their own, so that a visitor can remove elements and add others.
#[expect(missing_docs, reason = "each method is named for the node that it visits")]
pub trait MutVisitor: Sized {
    fn id(&mut self, _id: &mut NodeId) {}
    fn attrs(&mut self, _attrs: &mut Vec<Attr>) {}
    fn items(&mut self, items: &mut Vec<Item>) {
        items.iter_mut().for_each(|item| self.item(item));
    }
    fn item(&mut self, item: &mut Item) {
        walk_item(self, item);
    }
    fn variants(&mut self, variants: &mut Vec<Variant>) {
        variants.iter_mut().for_each(|variant| walk_variant(self, variant));
    }
    fn fields(&mut self, fields: &mut Vec<Field>) {
        fields.iter_mut().for_each(|field| walk_field(self, field));
    }
    fn params(&mut self, params: &mut Vec<Param>) {
        params.iter_mut().for_each(|param| walk_param(self, param));
    }
    fn generic_params(&mut self, params: &mut Vec<GenericParam>) {
        params.iter_mut().for_each(|param| walk_generic_param(self, param));
    }
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        stmts.iter_mut().for_each(|stmt| walk_stmt(self, stmt));
    }
    fn arms(&mut self, arms: &mut Vec<Arm>) {
        arms.iter_mut().for_each(|arm| walk_arm(self, arm));
    }
    fn field_exprs(&mut self, fields: &mut Vec<FieldExpr>) {
        fields.iter_mut().for_each(|field| walk_field_expr(self, field));
    }
    fn field_pats(&mut self, fields: &mut Vec<FieldPat>) {
        fields.iter_mut().for_each(|field| walk_field_pat(self, field));
    }
    fn block(&mut self, block: &mut Block) {
        walk_block(self, block);
    }
    fn expr(&mut self, expr: &mut Expr) {
        walk_expr(self, expr);
    }
    fn pat(&mut self, pat: &mut Pat) {
        walk_pat(self, pat);
    }
    fn ty(&mut self, ty: &mut Ty) {
        walk_ty(self, ty);
    }
    fn path(&mut self, path: &mut Path) {
        walk_path(self, path);
    }
}

/// Visit a file's items.
pub fn walk_file<V: MutVisitor>(v: &mut V, file: &mut File) {
    v.attrs(&mut file.attrs);
    v.items(&mut file.items);
}

/// Visit what an item is made of.
pub fn walk_item<V: MutVisitor>(v: &mut V, item: &mut Item) {
    v.id(&mut item.id);
    v.attrs(&mut item.attrs);
    if let Visibility::Restricted(_, path) = &mut item.vis {
        v.path(path);
    }
    match &mut item.kind {
        ItemKind::Fn(f) => walk_fn(v, f),
        ItemKind::Struct(generics, data) | ItemKind::Union(generics, data) => {
            walk_generics(v, generics);
            walk_variant_data(v, data);
        }
        ItemKind::Enum(generics, variants) => {
            walk_generics(v, generics);
            v.variants(variants);
        }
        ItemKind::Impl(imp) => {
            walk_generics(v, &mut imp.generics);
            imp.of_trait.iter_mut().for_each(|path| v.path(path));
            v.ty(&mut imp.self_ty);
            v.items(&mut imp.items);
        }
        ItemKind::Trait(tr) => {
            walk_generics(v, &mut tr.generics);
            walk_bounds(v, &mut tr.bounds);
            v.items(&mut tr.items);
        }
        ItemKind::TypeAlias(generics, bounds, ty) => {
            walk_generics(v, generics);
            walk_bounds(v, bounds);
            ty.iter_mut().for_each(|ty| v.ty(ty));
        }
        ItemKind::Const(ty, value) | ItemKind::Static { ty, value, .. } => {
            v.ty(ty);
            value.iter_mut().for_each(|value| v.expr(value));
        }
        ItemKind::Mod(items) => items.iter_mut().for_each(|items| v.items(items)),
        ItemKind::Use(tree) => walk_use_tree(v, tree),
        ItemKind::MacroCall(call) => v.path(&mut call.path),
        ItemKind::MacroRules(_) | ItemKind::ExternCrate | ItemKind::ForeignMod | ItemKind::Error => {}
    }
}

fn walk_fn<V: MutVisitor>(v: &mut V, f: &mut Fn) {
    walk_generics(v, &mut f.generics);
    if let Some(receiver) = &mut f.self_param {
        v.id(&mut receiver.id);
        receiver.ty.iter_mut().for_each(|ty| v.ty(ty));
    }
    v.params(&mut f.params);
    f.ret.iter_mut().for_each(|ty| v.ty(ty));
    f.body.iter_mut().for_each(|body| v.block(body));
}

fn walk_use_tree<V: MutVisitor>(v: &mut V, tree: &mut UseTree) {
    v.id(&mut tree.id);
    v.path(&mut tree.prefix);
    if let UseTreeKind::Nested(trees) = &mut tree.kind {
        trees.iter_mut().for_each(|tree| walk_use_tree(v, tree));
    }
}

/// Visit one variant.
pub fn walk_variant<V: MutVisitor>(v: &mut V, variant: &mut Variant) {
    v.id(&mut variant.id);
    v.attrs(&mut variant.attrs);
    walk_variant_data(v, &mut variant.data);
    variant.discriminant.iter_mut().for_each(|value| v.expr(value));
}

fn walk_variant_data<V: MutVisitor>(v: &mut V, data: &mut VariantData) {
    if let VariantData::Named(fields) | VariantData::Tuple(fields) = data {
        v.fields(fields);
    }
}

/// Visit one field.
pub fn walk_field<V: MutVisitor>(v: &mut V, field: &mut Field) {
    v.attrs(&mut field.attrs);
    if let Visibility::Restricted(_, path) = &mut field.vis {
        v.path(path);
    }
    v.ty(&mut field.ty);
}

/// Visit one parameter.
pub fn walk_param<V: MutVisitor>(v: &mut V, param: &mut Param) {
    v.attrs(&mut param.attrs);
    v.pat(&mut param.pat);
    v.ty(&mut param.ty);
}

/// Visit generic parameters and where clauses.
pub fn walk_generics<V: MutVisitor>(v: &mut V, generics: &mut Generics) {
    v.generic_params(&mut generics.params);
    for predicate in &mut generics.wheres {
        predicate.ty.iter_mut().for_each(|ty| v.ty(ty));
        walk_bounds(v, &mut predicate.bounds);
    }
}

/// Visit one generic parameter.
pub fn walk_generic_param<V: MutVisitor>(v: &mut V, param: &mut GenericParam) {
    v.id(&mut param.id);
    v.attrs(&mut param.attrs);
    match &mut param.kind {
        GenericParamKind::Lifetime(_) => {}
        GenericParamKind::Type(bounds, default) => {
            walk_bounds(v, bounds);
            default.iter_mut().for_each(|ty| v.ty(ty));
        }
        GenericParamKind::Const(ty, default) => {
            v.ty(ty);
            default.iter_mut().for_each(|value| v.expr(value));
        }
    }
}

fn walk_bounds<V: MutVisitor>(v: &mut V, bounds: &mut [Bound]) {
    for bound in bounds {
        if let Bound::Trait { path, .. } = bound {
            v.path(path);
        }
    }
}

/// Visit the types and generic arguments of a path.
pub fn walk_path<V: MutVisitor>(v: &mut V, path: &mut Path) {
    if let Some(qself) = &mut path.qself {
        v.ty(&mut qself.ty);
        qself.trait_path.iter_mut().for_each(|path| v.path(path));
    }
    for segment in &mut path.segments {
        segment.args.iter_mut().for_each(|args| walk_generic_args(v, args));
    }
}

fn walk_generic_args<V: MutVisitor>(v: &mut V, args: &mut GenericArgs) {
    for arg in &mut args.args {
        match arg {
            GenericArg::Lifetime(_) => {}
            GenericArg::Type(ty) | GenericArg::Binding(_, _, ty) => v.ty(ty),
            GenericArg::Const(expr) => v.expr(expr),
            GenericArg::Bound(_, bounds) => walk_bounds(v, bounds),
        }
    }
    if let Some(Some(output)) = &mut args.parenthesized {
        v.ty(output);
    }
}

/// Visit what a type is made of.
pub fn walk_ty<V: MutVisitor>(v: &mut V, ty: &mut Ty) {
    v.id(&mut ty.id);
    match &mut ty.kind {
        TyKind::Path(path) => v.path(path),
        TyKind::Ref { inner, .. } | TyKind::Ptr { inner, .. } | TyKind::Slice(inner) | TyKind::Paren(inner) => {
            v.ty(inner);
        }
        TyKind::Tuple(types) => types.iter_mut().for_each(|ty| v.ty(ty)),
        TyKind::Array(element, count) => {
            v.ty(element);
            v.expr(count);
        }
        TyKind::Fn { params, ret, .. } => {
            params.iter_mut().for_each(|ty| v.ty(ty));
            ret.iter_mut().for_each(|ty| v.ty(ty));
        }
        TyKind::ImplTrait(bounds) | TyKind::DynTrait(bounds) => walk_bounds(v, bounds),
        TyKind::Macro(call) => v.path(&mut call.path),
        TyKind::Never | TyKind::Infer | TyKind::Error => {}
    }
}

/// Visit what a pattern is made of.
pub fn walk_pat<V: MutVisitor>(v: &mut V, pat: &mut Pat) {
    v.id(&mut pat.id);
    match &mut pat.kind {
        PatKind::Ident { sub, .. } => sub.iter_mut().for_each(|sub| v.pat(sub)),
        PatKind::Lit(lit) => v.expr(lit),
        PatKind::Range { lo, hi, .. } => lo.iter_mut().chain(hi).for_each(|end| v.expr(end)),
        PatKind::Path(path) => v.path(path),
        PatKind::TupleStruct(path, pats) => {
            v.path(path);
            pats.iter_mut().for_each(|pat| v.pat(pat));
        }
        PatKind::Struct { path, fields, .. } => {
            v.path(path);
            v.field_pats(fields);
        }
        PatKind::Tuple(pats) | PatKind::Slice(pats) | PatKind::Or(pats) => pats.iter_mut().for_each(|pat| v.pat(pat)),
        PatKind::Ref { inner, .. } | PatKind::Paren(inner) => v.pat(inner),
        PatKind::Macro(call) => v.path(&mut call.path),
        PatKind::Wild | PatKind::Rest | PatKind::Error => {}
    }
}

/// Visit one field of a struct pattern.
pub fn walk_field_pat<V: MutVisitor>(v: &mut V, field: &mut FieldPat) {
    v.attrs(&mut field.attrs);
    v.pat(&mut field.pat);
}

/// Visit a block's statements and its tail.
pub fn walk_block<V: MutVisitor>(v: &mut V, block: &mut Block) {
    v.id(&mut block.id);
    v.stmts(&mut block.stmts);
    block.tail.iter_mut().for_each(|tail| v.expr(tail));
}

/// Visit one statement.
pub fn walk_stmt<V: MutVisitor>(v: &mut V, stmt: &mut Stmt) {
    v.id(&mut stmt.id);
    v.attrs(&mut stmt.attrs);
    match &mut stmt.kind {
        StmtKind::Let { pat, ty, init, els } => {
            v.pat(pat);
            ty.iter_mut().for_each(|ty| v.ty(ty));
            init.iter_mut().for_each(|init| v.expr(init));
            els.iter_mut().for_each(|els| v.block(els));
        }
        StmtKind::Item(item) => v.item(item),
        StmtKind::Expr { expr, .. } => v.expr(expr),
        StmtKind::Empty => {}
    }
}

/// Visit one arm.
pub fn walk_arm<V: MutVisitor>(v: &mut V, arm: &mut Arm) {
    v.attrs(&mut arm.attrs);
    v.pat(&mut arm.pat);
    arm.guard.iter_mut().for_each(|guard| v.expr(guard));
    v.expr(&mut arm.body);
}

/// Visit one field of a struct expression.
pub fn walk_field_expr<V: MutVisitor>(v: &mut V, field: &mut FieldExpr) {
    v.attrs(&mut field.attrs);
    v.expr(&mut field.expr);
}

/// Visit what an expression is made of.
pub fn walk_expr<V: MutVisitor>(v: &mut V, expr: &mut Expr) {
    v.id(&mut expr.id);
    v.attrs(&mut expr.attrs);
    match &mut expr.kind {
        ExprKind::Path(path) => v.path(path),
        ExprKind::Unary(_, a)
        | ExprKind::Borrow { expr: a, .. }
        | ExprKind::RawBorrow { expr: a, .. }
        | ExprKind::Field(a, _)
        | ExprKind::Try(a)
        | ExprKind::Await(a)
        | ExprKind::Paren(a) => v.expr(a),
        ExprKind::Binary { lhs, rhs, .. }
        | ExprKind::Logical { lhs, rhs, .. }
        | ExprKind::Assign { lhs, rhs, .. }
        | ExprKind::AssignOp { lhs, rhs, .. }
        | ExprKind::Index(lhs, rhs)
        | ExprKind::Repeat(lhs, rhs) => {
            v.expr(lhs);
            v.expr(rhs);
        }
        ExprKind::Cast(a, ty) => {
            v.expr(a);
            v.ty(ty);
        }
        ExprKind::Call(callee, args) => {
            v.expr(callee);
            args.iter_mut().for_each(|arg| v.expr(arg));
        }
        ExprKind::MethodCall { receiver, method, args } => {
            v.expr(receiver);
            method.args.iter_mut().for_each(|generic| walk_generic_args(v, generic));
            args.iter_mut().for_each(|arg| v.expr(arg));
        }
        ExprKind::Range { lo, hi, .. } => lo.iter_mut().chain(hi).for_each(|end| v.expr(end)),
        ExprKind::Tuple(exprs) | ExprKind::Array(exprs) => exprs.iter_mut().for_each(|e| v.expr(e)),
        ExprKind::Struct { path, fields, base } => {
            v.path(path);
            v.field_exprs(fields);
            base.iter_mut().for_each(|base| v.expr(base));
        }
        ExprKind::Block(block, _)
        | ExprKind::Unsafe(block)
        | ExprKind::ConstBlock(block)
        | ExprKind::Async(block)
        | ExprKind::Loop(block, _) => v.block(block),
        ExprKind::If { cond, then, els } => {
            v.expr(cond);
            v.block(then);
            els.iter_mut().for_each(|els| v.expr(els));
        }
        ExprKind::Let(pat, scrutinee) => {
            v.pat(pat);
            v.expr(scrutinee);
        }
        ExprKind::Match { scrutinee, arms } => {
            v.expr(scrutinee);
            v.arms(arms);
        }
        ExprKind::While { cond, body, .. } => {
            v.expr(cond);
            v.block(body);
        }
        ExprKind::For { pat, iter, body, .. } => {
            v.pat(pat);
            v.expr(iter);
            v.block(body);
        }
        ExprKind::Break(_, value) | ExprKind::Return(value) => value.iter_mut().for_each(|value| v.expr(value)),
        ExprKind::Closure(closure) => walk_closure(v, closure),
        ExprKind::Macro(call) => v.path(&mut call.path),
        ExprKind::Lit(_) | ExprKind::Continue(_) | ExprKind::Underscore | ExprKind::Location | ExprKind::Error => {}
    }
}

fn walk_closure<V: MutVisitor>(v: &mut V, closure: &mut Closure) {
    for (pat, ty) in &mut closure.params {
        v.pat(pat);
        ty.iter_mut().for_each(|ty| v.ty(ty));
    }
    closure.ret.iter_mut().for_each(|ty| v.ty(ty));
    v.expr(&mut closure.body);
}
