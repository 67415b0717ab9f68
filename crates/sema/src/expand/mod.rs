//! Expansion: macro calls and `derive`s become ordinary syntax, before names are resolved.
//!
//! What is unknown or outside the subset stays as it is and was reported; later stages take such a node for an error
//! that needs no further word. Read `macro_rules` for the program's own macros, `format` for what `println!` becomes (with
//! `template` and `arguments`), `macros` for the other macros, `derive` for derived implementations, `attributes` for
//! `#[cfg]` and which attributes are accepted.

mod arguments;
mod attribute_rules;
mod attributes;
mod build;
mod derive;
mod format;
mod impl_params;
mod lint_levels;
mod macro_rules;
mod macros;
mod similar;
mod template;
#[cfg(test)]
mod tests;

pub(crate) use impl_params::is_impl_param;
pub(crate) use lint_levels::LintLevels;

use crate::hygiene::Hygiene;
use attribute_rules::{Holder, Target};
use attributes::Configured;
use macro_rules::{Found, Scopes};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{
    Arm, Attr, Block, Expr, ExprKind, Field, FieldExpr, FieldPat, File, GenericParam, Item, ItemKind, MacroCall,
    NodeId, NodeIds, Param, Pat, PatKind, Stmt, StmtKind, Ty, TyKind, Variant, VariantData, Visibility,
};
use stair_syntax::token::Delim;
use stair_syntax::visit::{self, MutVisitor};
use stair_syntax::{ItemPlace, P, Parser};
use std::collections::BTreeSet;

/// How many levels expansion puts around what the user wrote in a macro call, at most.
const WRAPPED_LEVELS: u32 = 8;

/// What expansion found out beside the tree.
pub(crate) struct Expanded {
    pub(crate) errors: Vec<Diagnostic>,
    pub(crate) lint_levels: LintLevels,
    /// The `use` trees that name macros.
    pub(crate) macro_imports: BTreeSet<NodeId>,
    /// Calls of the program's own macros: where, of which, and where that is defined.
    pub(crate) origins: Vec<(Span, SmolStr, Span)>,
    /// Items that a macro should have made are missing.
    pub(crate) lacks_items: bool,
}

/// Expand a file in place. The library's own files may use attributes that a program may not.
#[must_use]
pub(crate) fn expand_file(file: &mut File, ids: &mut NodeIds, hygiene: &mut Hygiene, is_library: bool) -> Expanded {
    let mut expander = Expander {
        ids,
        hygiene,
        is_library,
        macros: Scopes::default(),
        macro_imports: BTreeSet::new(),
        item_place: ItemPlace::Module,
        holder: Holder::Module,
        expansions: 0,
        expanded_tokens: 0,
        has_given_up: false,
        origins: Vec::new(),
        lacks_items: false,
        tracks_caller: false,
        depth: 0,
        lint_levels: LintLevels::default(),
        removed: Vec::new(),
        errors: Vec::new(),
    };
    expander.survey(file);
    if let (Some(first), Some(last)) = (file.items.first(), file.items.last()) {
        expander.lint_levels(&file.attrs, Span { hi: last.span.hi, ..first.span });
    }
    expander.check_targets(&file.attrs, Target::Crate);
    visit::walk_file(&mut expander, file);
    expander.macro_imports.extend(expander.macros.imports());
    let Expander { mut errors, removed, lint_levels, macro_imports, origins, lacks_items, .. } = expander;
    let is_removed = |error: &Diagnostic| removed.iter().any(|r| r.lo <= error.span().lo && error.span().hi <= r.hi);
    errors.extend(std::mem::take(&mut file.literal_errors).into_iter().filter(|error| !is_removed(error)));
    errors.sort_by_key(|e| e.span().lo);
    Expanded { errors, lint_levels, macro_imports, origins, lacks_items }
}

struct Expander<'a> {
    ids: &'a mut NodeIds,
    hygiene: &'a mut Hygiene,
    is_library: bool,
    /// The macros that the program defines.
    macros: Scopes,
    /// The `use` trees that name macros.
    macro_imports: BTreeSet<NodeId>,
    /// Where the items at work stand.
    item_place: ItemPlace,
    /// The same, as far as attributes ask.
    holder: Holder,
    /// Within how many expansions of the program's macros the tree at work is.
    expansions: u32,
    /// How many tokens the program's macros made so far.
    expanded_tokens: usize,
    /// A limit of expansion was met: nothing more is expanded.
    has_given_up: bool,
    /// Calls of the program's macros.
    origins: Vec<(Span, SmolStr, Span)>,
    /// Items that a macro should have made are missing.
    lacks_items: bool,
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

    /// Go on in the statements or items that a macro of the program made, which lie no deeper than the call.
    fn within_expansion(&mut self, walk: impl FnOnce(&mut Self)) {
        self.expansions += 1;
        walk(self);
        self.expansions -= 1;
    }

    /// What a statement becomes, if it is a call of a macro of the program that stands for statements.
    fn stmt_macro(&mut self, stmt: &Stmt) -> Option<Vec<Stmt>> {
        let StmtKind::Expr { expr, semi } = &stmt.kind else { return None };
        let ExprKind::Macro(call) = &expr.kind else { return None };
        if !semi && call.delim != Delim::Brace {
            return None;
        }
        let Found::Own(rules) = self.find_macro(call) else { return None };
        Some(self.own_stmts(&rules, call, *semi).unwrap_or_else(|| {
            // What is missing may be a definition or a way out: nothing is said about either.
            let error = Expr { id: self.ids.fresh(), span: expr.span, attrs: Vec::new(), kind: ExprKind::Error };
            let kind = StmtKind::Expr { expr: error, semi: *semi };
            vec![Stmt { id: stmt.id, span: stmt.span, attrs: Vec::new(), kind }]
        }))
    }

    /// Expand the calls of the program's macros that an expression is, until it is something else; how many there were.
    fn expand_own_exprs(&mut self, expr: &mut Expr) -> u32 {
        let mut levels = 0;
        while let ExprKind::Macro(call) = &expr.kind
            && let Found::Own(rules) = self.find_macro(call)
        {
            let made = self.own_expr(&rules, call);
            let Some(made) = made else {
                expr.kind = ExprKind::Error;
                break;
            };
            let attrs = std::mem::replace(expr, made).attrs;
            expr.attrs.splice(0..0, attrs);
            self.expansions += 1;
            levels += 1;
        }
        levels
    }

    /// An item with what its attributes ask for: nothing if it is configured out, derived implementations behind it.
    fn item_with_derived(&mut self, mut item: Item, out: &mut Vec<Item>) {
        if !self.is_configured(&mut item.attrs, item.span) {
            return;
        }
        if let ItemKind::MacroCall(call) = &item.kind
            && let Found::Own(rules) = self.find_macro(call)
        {
            let made = self.own_items(&rules, call, self.item_place);
            self.lacks_items |= made.is_none();
            let made = made.unwrap_or_default();
            self.within_expansion(|e| made.into_iter().for_each(|item| e.item_with_derived(item, out)));
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
        target: impl Fn(&T) -> Target,
        walk: impl Fn(&mut Self, &mut T),
    ) {
        list.retain_mut(|element| {
            let target = target(element);
            let (attrs, span) = attrs(element);
            let is_in = self.is_configured(attrs, span);
            if is_in {
                self.check_targets(attrs, target);
            }
            is_in
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
        if let Some(target) = Target::of(item, self.holder) {
            self.check_targets(&item.attrs, target);
        }
        match &item.kind {
            ItemKind::Fn(_) => self.tracks_caller = item.attrs.iter().any(|a| a.path == "track_caller"),
            ItemKind::MacroRules(_) => self.define_macro(item),
            ItemKind::Impl(i) => {
                if let Visibility::Public(span) | Visibility::Restricted(span, _) = &item.vis {
                    let note = match i.of_trait {
                        Some(_) => "trait items always share the visibility of their trait",
                        None => "place qualifiers on individual impl items instead",
                    };
                    self.report(
                        Diagnostic::new(Code::E0449, *span, "visibility qualifiers are not permitted here").note(note),
                    );
                }
            }
            ItemKind::MacroCall(call) => {
                let call = call.clone();
                self.item_macro(&call);
            }
            _ => {}
        }
        let place = match &item.kind {
            ItemKind::Impl(_) => ItemPlace::Impl,
            ItemKind::Trait(_) => ItemPlace::Trait,
            _ => ItemPlace::Module,
        };
        let holder = match &item.kind {
            ItemKind::Impl(i) if i.of_trait.is_some() => Holder::TraitImpl,
            ItemKind::Impl(_) => Holder::InherentImpl,
            ItemKind::Trait(_) => Holder::Trait,
            _ => Holder::Module,
        };
        let outer_place = std::mem::replace(&mut self.item_place, place);
        let outer_holder = std::mem::replace(&mut self.holder, holder);
        let is_module = matches!(item.kind, ItemKind::Mod(_));
        let mark = self.macros.enter();
        if is_module {
            self.macros.enter_module(&item.name.name);
        }
        self.within(|e| visit::walk_item(e, item));
        if let ItemKind::Fn(f) = &mut item.kind {
            for (inner, outer) in impl_params::name_impl_params(f, self.ids) {
                self.report(
                    Diagnostic::new(Code::E0666, inner, "nested `impl Trait` is not allowed")
                        .primary("nested `impl Trait` here")
                        .label(outer, "outer `impl Trait`"),
                );
            }
        }
        if is_module {
            self.macros.leave_module();
            if !item.attrs.iter().any(|a| a.path == "macro_use") {
                self.macros.leave(mark);
            }
        }
        self.item_place = outer_place;
        self.holder = outer_holder;
        self.tracks_caller = outer;
    }

    fn variants(&mut self, variants: &mut Vec<Variant>) {
        self.retain(variants, |v| (&mut v.attrs, v.span), |_| Target::Variant, visit::walk_variant);
        for variant in variants {
            self.no_visibility(&variant.vis);
            if let VariantData::Named(fields) | VariantData::Tuple(fields) = &variant.data {
                fields.iter().for_each(|field| self.no_visibility(&field.vis));
            }
        }
    }

    fn fields(&mut self, fields: &mut Vec<Field>) {
        self.retain(fields, |f| (&mut f.attrs, f.span), |_| Target::Field, visit::walk_field);
    }

    fn params(&mut self, params: &mut Vec<Param>) {
        self.retain(params, |p| (&mut p.attrs, p.span), |_| Target::Param, visit::walk_param);
    }

    fn generic_params(&mut self, params: &mut Vec<GenericParam>) {
        self.retain(
            params,
            |p| (&mut p.attrs, p.name.span),
            |p| Target::of_generic(&p.kind),
            visit::walk_generic_param,
        );
    }

    fn arms(&mut self, arms: &mut Vec<Arm>) {
        self.retain(arms, |a| (&mut a.attrs, a.span), |_| Target::Arm, visit::walk_arm);
    }

    fn field_exprs(&mut self, fields: &mut Vec<FieldExpr>) {
        self.retain(fields, |f| (&mut f.attrs, f.span), |_| Target::ExprField, visit::walk_field_expr);
    }

    fn field_pats(&mut self, fields: &mut Vec<FieldPat>) {
        self.retain(fields, |f| (&mut f.attrs, f.span), |_| Target::PatField, visit::walk_field_pat);
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
                    if !matches!(expr.kind, ExprKind::Macro(_) | ExprKind::Closure(_)) {
                        self.check_targets(&expr.attrs, Target::Expr);
                    }
                }
                StmtKind::Let { .. } | StmtKind::Empty => {
                    if !self.is_configured(&mut stmt.attrs, stmt.span) {
                        continue;
                    }
                    self.check_targets(&stmt.attrs, Target::Let);
                }
            }
            if let Some(mut made) = self.stmt_macro(&stmt) {
                self.within_expansion(|e| e.stmts(&mut made));
                out.append(&mut made);
                continue;
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
        if let Some(tail) = &block.tail
            && !matches!(tail.kind, ExprKind::Macro(_) | ExprKind::Closure(_))
        {
            self.check_targets(&tail.attrs, Target::Expr);
        }
        // A call with braces at the end stands for statements too, the last of which may be the block's value.
        let is_call = |tail: &Expr| matches!(&tail.kind, ExprKind::Macro(call) if call.delim == Delim::Brace);
        let call = block.tail.take_if(|tail| is_call(tail));
        let is_made = call.is_some();
        if let Some(call) = call {
            let (id, span) = (self.ids.fresh(), call.span);
            let kind = StmtKind::Expr { expr: *call, semi: false };
            block.stmts.push(Stmt { id, span, attrs: Vec::new(), kind });
        }
        let mark = self.macros.enter();
        self.macros.enter_block(&block.stmts);
        self.within(|e| visit::walk_block(e, block));
        self.note_block_imports();
        self.macros.leave_block();
        self.macros.leave(mark);
        if (is_tail_removed || is_made)
            && matches!(block.stmts.last(), Some(Stmt { kind: StmtKind::Expr { semi: false, .. }, .. }))
        {
            // What now stands last is the block's value.
            if let Some(Stmt { kind: StmtKind::Expr { expr, .. }, .. }) = block.stmts.pop() {
                block.tail = Some(Box::new(expr));
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        let levels = self.expand_own_exprs(expr);
        if matches!(expr.kind, ExprKind::Macro(_))
            && let ExprKind::Macro(call) = std::mem::replace(&mut expr.kind, ExprKind::Error)
        {
            // The node keeps its id: what the user points at is the macro call.
            expr.kind = match self.expand_call(&call) {
                Some(made) => made.kind,
                None => ExprKind::Macro(call),
            };
        }
        if let ExprKind::Call(_, list)
        | ExprKind::MethodCall { args: list, .. }
        | ExprKind::Tuple(list)
        | ExprKind::Array(list) = &mut expr.kind
        {
            list.retain_mut(|element| self.is_configured(&mut element.attrs, element.span));
        }
        self.within(|e| visit::walk_expr(e, expr));
        self.expansions -= levels;
    }

    fn pat(&mut self, pat: &mut Pat) {
        let mut levels = 0;
        while let PatKind::Macro(call) = &pat.kind
            && let Found::Own(rules) = self.find_macro(call)
        {
            match self.own_pat(&rules, call) {
                Some(made) => *pat = made,
                None => pat.kind = PatKind::Error,
            }
            self.expansions += 1;
            levels += 1;
        }
        if let PatKind::Macro(call) = &pat.kind {
            let call = call.clone();
            self.misplaced_call(&call, "a pattern");
        }
        self.within(|e| visit::walk_pat(e, pat));
        self.expansions -= levels;
    }

    fn ty(&mut self, ty: &mut Ty) {
        let mut levels = 0;
        while let TyKind::Macro(call) = &ty.kind
            && let Found::Own(rules) = self.find_macro(call)
        {
            match self.own_ty(&rules, call) {
                Some(made) => *ty = made,
                None => ty.kind = TyKind::Error,
            }
            self.expansions += 1;
            levels += 1;
        }
        if let TyKind::Macro(call) = &ty.kind {
            let call = call.clone();
            self.misplaced_call(&call, "a type");
        }
        self.within(|e| visit::walk_ty(e, ty));
        self.expansions -= levels;
    }
}
