//! Expansion: macro calls and `derive`s become ordinary syntax, before names are resolved.
//!
//! What is unknown or outside the subset stays as it is and was reported; later stages take such a node for an error
//! that needs no further word. Read `format` for what `println!` becomes (with `template` and `arguments`), `macros` for the other macros, `derive` for
//! derived implementations, `attributes` for `#[cfg]` and which attributes are accepted.

mod arguments;
mod attributes;
mod build;
mod derive;
mod format;
mod impl_params;
mod lint_levels;
mod macros;
mod similar;
mod template;
#[cfg(test)]
mod tests;

pub(crate) use impl_params::is_impl_param;
pub(crate) use lint_levels::LintLevels;

use attributes::Configured;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{
    Arm, Attr, Block, Expr, ExprKind, Field, FieldExpr, FieldPat, File, GenericParam, Item, ItemKind, MacroCall,
    NodeIds, Param, Pat, PatKind, Stmt, StmtKind, Ty, TyKind, Variant,
};
use stair_syntax::visit::{self, MutVisitor};
use stair_syntax::{P, Parser};
use std::collections::BTreeSet;

/// How many levels expansion puts around what the user wrote in a macro call, at most.
const WRAPPED_LEVELS: u32 = 8;

/// Expand a file in place. The library's own files may use attributes that a program may not.
#[must_use]
pub(crate) fn expand_file(file: &mut File, ids: &mut NodeIds, is_library: bool) -> (Vec<Diagnostic>, LintLevels) {
    let mut names = MacroNames::default();
    visit::walk_file(&mut names, file);
    let mut expander = Expander {
        ids,
        is_library,
        own_macros: names.0,
        tracks_caller: false,
        depth: 0,
        lint_levels: LintLevels::default(),
        removed: Vec::new(),
        errors: Vec::new(),
    };
    if let (Some(first), Some(last)) = (file.items.first(), file.items.last()) {
        expander.lint_levels(&file.attrs, Span { hi: last.span.hi, ..first.span });
    }
    visit::walk_file(&mut expander, file);
    let Expander { mut errors, removed, lint_levels, .. } = expander;
    let is_removed = |error: &Diagnostic| removed.iter().any(|r| r.lo <= error.span().lo && error.span().hi <= r.hi);
    errors.extend(std::mem::take(&mut file.literal_errors).into_iter().filter(|error| !is_removed(error)));
    errors.sort_by_key(|e| e.span().lo);
    (errors, lint_levels)
}

/// The names of the program's own macros.
#[derive(Default)]
struct MacroNames(BTreeSet<SmolStr>);

impl MutVisitor for MacroNames {
    fn item(&mut self, item: &mut Item) {
        if matches!(item.kind, ItemKind::MacroRules(_)) {
            self.0.insert(item.name.name.clone());
        }
        visit::walk_item(self, item);
    }
}

struct Expander<'a> {
    ids: &'a mut NodeIds,
    is_library: bool,
    /// Macros that the program defines; the definitions are reported, calls of them are not.
    own_macros: BTreeSet<SmolStr>,
    /// Within a function marked `#[track_caller]`, where a location is not that of the text.
    tracks_caller: bool,
    /// How deep in the tree the node at work is.
    depth: u32,
    /// What the attributes met so far say about lints.
    lint_levels: LintLevels,
    /// What was configured out.
    removed: Vec<Span>,
    errors: Vec<Diagnostic>,
}

impl Expander<'_> {
    fn report(&mut self, error: Diagnostic) {
        self.errors.push(error);
    }

    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::new(Code::Syntax, span, message));
    }

    fn refuse(&mut self, code: Code, span: Span, what: &str, why: &str) {
        let error = Diagnostic::new(code, span, format!("{what} is outside the subset"));
        self.report(if why.is_empty() { error } else { error.note(why) });
    }

    /// Parse what stands between a macro call's delimiters. `None` after an error.
    fn parse<T>(
        &mut self,
        call: &MacroCall,
        grammar: impl FnOnce(&mut Parser<'_>, &mut Vec<Diagnostic>) -> P<T>,
    ) -> Option<T> {
        let end = Span { lo: call.span.hi.saturating_sub(1).max(call.span.lo), ..call.span };
        let depth = self.depth + WRAPPED_LEVELS;
        let mut parser = Parser::new(&call.tokens, end, "", self.ids).at_depth(depth);
        let before = self.errors.len();
        let result = grammar(&mut parser, &mut self.errors);
        self.errors.extend(parser.finish());
        result.ok().filter(|_| self.errors.len() == before)
    }

    fn within(&mut self, walk: impl FnOnce(&mut Self)) {
        self.depth += 1;
        walk(self);
        self.depth -= 1;
    }

    /// An item with what its attributes ask for: nothing if it is configured out, derived implementations behind it.
    fn item_with_derived(&mut self, mut item: Item, out: &mut Vec<Item>) {
        if !self.is_configured(&mut item.attrs, item.span) {
            return;
        }
        let derives = self.derives(&item);
        self.item(&mut item);
        let derived = self.derived_items(&item, &derives);
        out.push(item);
        out.extend(derived);
    }

    fn retain<T>(
        &mut self,
        list: &mut Vec<T>,
        attrs: impl Fn(&mut T) -> (&mut Vec<Attr>, Span),
        walk: impl Fn(&mut Self, &mut T),
    ) {
        list.retain_mut(|element| {
            let (attrs, span) = attrs(element);
            self.is_configured(attrs, span)
        });
        list.iter_mut().for_each(|element| walk(self, element));
    }

    /// Whether what has these attributes, and is at `span`, is part of the program.
    fn is_configured(&mut self, attrs: &mut Vec<Attr>, span: Span) -> bool {
        if attrs.is_empty() {
            return true;
        }
        let is_in = self.configure(attrs) == Configured::In;
        match is_in {
            true => self.lint_levels(attrs, span),
            false => self.removed.push(span),
        }
        is_in
    }
}

impl MutVisitor for Expander<'_> {
    fn attrs(&mut self, attrs: &mut Vec<Attr>) {
        self.check_attributes(attrs);
    }

    fn items(&mut self, items: &mut Vec<Item>) {
        let mut out = Vec::with_capacity(items.len());
        for item in std::mem::take(items) {
            self.item_with_derived(item, &mut out);
        }
        *items = out;
    }

    fn item(&mut self, item: &mut Item) {
        let outer = self.tracks_caller;
        match &item.kind {
            ItemKind::Fn(_) => self.tracks_caller = item.attrs.iter().any(|a| a.path == "track_caller"),
            ItemKind::MacroRules(_) => {
                let what = format!("the macro definition `{}`", item.name.name);
                self.refuse(Code::S0027, item.name.span, &what, "macros of a program's own are not expanded yet");
            }
            ItemKind::MacroCall(call) => {
                let call = call.clone();
                self.item_macro(&call);
            }
            _ => {}
        }
        self.within(|e| visit::walk_item(e, item));
        if let ItemKind::Fn(f) = &mut item.kind {
            impl_params::name_impl_params(f, self.ids);
        }
        self.tracks_caller = outer;
    }

    fn variants(&mut self, variants: &mut Vec<Variant>) {
        self.retain(variants, |v| (&mut v.attrs, v.span), visit::walk_variant);
    }

    fn fields(&mut self, fields: &mut Vec<Field>) {
        self.retain(fields, |f| (&mut f.attrs, f.span), visit::walk_field);
    }

    fn params(&mut self, params: &mut Vec<Param>) {
        self.retain(params, |p| (&mut p.attrs, p.span), visit::walk_param);
    }

    fn generic_params(&mut self, params: &mut Vec<GenericParam>) {
        self.retain(params, |p| (&mut p.attrs, p.name.span), visit::walk_generic_param);
    }

    fn arms(&mut self, arms: &mut Vec<Arm>) {
        self.retain(arms, |a| (&mut a.attrs, a.span), visit::walk_arm);
    }

    fn field_exprs(&mut self, fields: &mut Vec<FieldExpr>) {
        self.retain(fields, |f| (&mut f.attrs, f.span), visit::walk_field_expr);
    }

    fn field_pats(&mut self, fields: &mut Vec<FieldPat>) {
        self.retain(fields, |f| (&mut f.attrs, f.span), visit::walk_field_pat);
    }

    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let mut out = Vec::with_capacity(stmts.len());
        for mut stmt in std::mem::take(stmts) {
            match stmt.kind {
                StmtKind::Item(item) => {
                    let mut items = Vec::new();
                    self.item_with_derived(*item, &mut items);
                    for (i, item) in items.into_iter().enumerate() {
                        let id = if i == 0 { stmt.id } else { self.ids.fresh() };
                        let kind = StmtKind::Item(Box::new(item));
                        out.push(Stmt { id, span: stmt.span, attrs: Vec::new(), kind });
                    }
                    continue;
                }
                StmtKind::Expr { ref mut expr, .. } => {
                    if !self.is_configured(&mut expr.attrs, expr.span) {
                        continue;
                    }
                }
                StmtKind::Let { .. } | StmtKind::Empty => {
                    if !self.is_configured(&mut stmt.attrs, stmt.span) {
                        continue;
                    }
                }
            }
            visit::walk_stmt(self, &mut stmt);
            out.push(stmt);
        }
        *stmts = out;
    }

    fn block(&mut self, block: &mut Block) {
        let is_tail_removed = match &mut block.tail {
            Some(tail) => !self.is_configured(&mut tail.attrs, tail.span),
            None => false,
        };
        if is_tail_removed {
            block.tail = None;
        }
        self.within(|e| visit::walk_block(e, block));
        if is_tail_removed && matches!(block.stmts.last(), Some(Stmt { kind: StmtKind::Expr { semi: false, .. }, .. }))
        {
            // What now stands last is the block's value.
            if let Some(Stmt { kind: StmtKind::Expr { expr, .. }, .. }) = block.stmts.pop() {
                block.tail = Some(Box::new(expr));
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        if matches!(expr.kind, ExprKind::Macro(_))
            && let ExprKind::Macro(call) = std::mem::replace(&mut expr.kind, ExprKind::Error)
        {
            // The node keeps its id: what the user points at is the macro call.
            expr.kind = match self.expand_call(&call) {
                Some(made) => made.kind,
                None => ExprKind::Macro(call),
            };
        }
        self.within(|e| visit::walk_expr(e, expr));
    }

    fn pat(&mut self, pat: &mut Pat) {
        if let PatKind::Macro(call) = &pat.kind {
            let call = call.clone();
            self.misplaced_call(&call, "a pattern");
        }
        self.within(|e| visit::walk_pat(e, pat));
    }

    fn ty(&mut self, ty: &mut Ty) {
        if let TyKind::Macro(call) = &ty.kind {
            let call = call.clone();
            self.misplaced_call(&call, "a type");
        }
        self.within(|e| visit::walk_ty(e, ty));
    }
}
