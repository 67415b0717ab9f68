//! The way from a parsed file to a [`Program`].

use crate::Program;
use crate::collect::Collector;
use crate::collect::names::{ModuleKind, Ns, Res};
use crate::defs::{DefId, Instance, LangFn};
use crate::gate;
use crate::ids::{ConstId, FnId, ModId, StaticId};
use crate::library::FILES;
use crate::tables::Tables;
use crate::ty::{TyKind, TyList, Types};
use crate::typed::Owner;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, FileId, Label, Span};
use stair_syntax::ast::{File, Item, ItemKind, NodeIds};
use stair_syntax::token::{LitKind, Token, TokenKind};
use std::rc::Rc;

/// The library, parsed, expanded and with its names known. Sessions share one.
pub struct Library {
    base: Rc<Program>,
    ids: NodeIds,
    /// What is wrong with the library itself; empty in a release.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the analysis of a program found.
pub struct Analysis {
    /// The program; its instances are empty if there were errors.
    pub program: Program,
    /// Errors in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Library {
    /// Read the library.
    #[must_use]
    pub fn new() -> Self {
        let mut ids = NodeIds::default();
        let mut hygiene = crate::hygiene::Hygiene::default();
        let mut diagnostics = Vec::new();
        let mut files: Vec<Option<File>> = Vec::new();
        for (i, file) in FILES.iter().enumerate() {
            let (mut tree, errors) = stair_syntax::parse_file(Self::file_id(i), file.text, &mut ids);
            // Intrinsics have no body, which is no error here.
            diagnostics.extend(errors.into_iter().filter(|d| d.message != "free function without a body"));
            diagnostics.extend(crate::expand::expand_file(&mut tree, &mut ids, &mut hygiene, true).errors);
            files.push(Some(tree));
        }
        let mut base = Program { types: Types::default(), tables: Tables::default(), base: None };
        base.tables.hygiene = hygiene;
        let mut collector = Collector {
            t: &mut base.tables,
            is_user: false,
            imports: Vec::new(),
            locals: Vec::new(),
            holder: (Owner::Anonymous, 0),
        };
        let std = SmolStr::new_static("std");
        let root = collector.add_module(std, None, ModuleKind::Root);
        collector.t.library_root = Some(root);
        let items = files.first_mut().and_then(Option::take).map(|f| f.items).unwrap_or_default();
        Self::module(&mut collector, items, root, &[], &mut files);
        collector.resolve_imports();
        base.tables.prelude = match base.tables.binding(root, Ns::Type, "prelude").map(|b| b.res) {
            Some(Res::Def(DefId::Mod(m))) => match base.tables.binding(m, Ns::Type, "v1").map(|b| b.res) {
                Some(Res::Def(DefId::Mod(v1))) => Some(v1),
                _ => Some(m),
            },
            _ => None,
        };
        Self::hide_internals(&mut base, root);
        base.index_impls(0);
        base.tables.freeze();
        base.types.end_library(base.tables.library_ids());
        diagnostics.append(&mut base.tables.diagnostics.borrow_mut());
        Self { base: Rc::new(base), ids, diagnostics }
    }

    /// What Rust's standard library has not is the library's own affair: programs cannot name it.
    fn hide_internals(base: &mut Program, root: ModId) {
        for module in base.tables.modules.own_mut() {
            let path = module.path.strip_prefix("std").unwrap_or_default().trim_start_matches("::").to_owned();
            for names in [&mut module.types, &mut module.values] {
                for (name, binding) in names {
                    if binding.visible_in.is_none() && !gate::is_std_item(&path, name) {
                        binding.visible_in = Some(root);
                    }
                }
            }
        }
    }

    /// Collect the items of one file of the library, and the files of the modules that it declares.
    fn module(
        collector: &mut Collector<'_>,
        mut items: Vec<Item>,
        module: ModId,
        path: &[SmolStr],
        files: &mut Vec<Option<File>>,
    ) {
        for item in &mut items {
            let ItemKind::Mod(contents @ None) = &mut item.kind else { continue };
            let mut inner = path.to_vec();
            inner.push(item.name.name.clone());
            let found = FILES.iter().position(|f| f.module().eq(inner.iter().map(SmolStr::as_str)));
            if let Some(file) = found.and_then(|i| files.get_mut(i)?.take()) {
                // Nested declarations are filled in first, so that the whole module is collected at once.
                let mut nested = file.items;
                Self::fill(&mut nested, &inner, files);
                *contents = Some(nested);
            }
        }
        collector.items(items, module);
    }

    fn fill(items: &mut [Item], path: &[SmolStr], files: &mut Vec<Option<File>>) {
        for item in items {
            let ItemKind::Mod(contents @ None) = &mut item.kind else { continue };
            let mut inner = path.to_vec();
            inner.push(item.name.name.clone());
            let found = FILES.iter().position(|f| f.module().eq(inner.iter().map(SmolStr::as_str)));
            if let Some(file) = found.and_then(|i| files.get_mut(i)?.take()) {
                let mut nested = file.items;
                Self::fill(&mut nested, &inner, files);
                *contents = Some(nested);
            }
        }
    }

    /// The id of the library's file at this place in [`crate::library::FILES`]: the user's file is 0.
    #[must_use]
    pub fn file_id(index: usize) -> FileId {
        FileId(index as u16 + 1)
    }

    /// The ids of nodes that the library took: parsing the user's file goes on from here.
    #[must_use]
    pub fn node_ids(&self) -> NodeIds {
        self.ids.clone()
    }

    /// Check every body of the library, not only what a program reaches: what is wrong with it.
    #[must_use]
    pub fn check_all(&self) -> Vec<Diagnostic> {
        let program = &self.base;
        for i in 0..program.tables.fns.len() {
            program.checked_body(FnId(i as u32));
        }
        for i in 0..program.tables.consts.len() {
            let _ = program.const_body(ConstId(i as u32));
        }
        for i in 0..program.tables.statics.len() {
            let _ = program.static_body(StaticId(i as u32));
        }
        program.tables.diagnostics.borrow().clone()
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}

/// Parse and analyse a program's text.
#[must_use]
pub fn analyze_text(library: &Library, text: &str) -> Analysis {
    let mut ids = library.node_ids();
    let (file, errors) = stair_syntax::parse_file(FileId::USER, text, &mut ids);
    let mut analysis = analyze(library, file, &mut ids, "main.rs", text.len() as u32);
    if !errors.is_empty() {
        // Errors of names and types behind a syntax error may follow from it.
        analysis.diagnostics = errors;
        analysis.program.forget_instances();
    }
    analysis
}

/// Analyse a parsed file, whose nodes' ids go on from [`Library::node_ids`]. `name` is the file's, which the crate is called
/// by, and `len` the length of its text.
#[must_use]
pub fn analyze(library: &Library, mut file: File, ids: &mut NodeIds, name: &str, len: u32) -> Analysis {
    let mut hygiene = library.base.tables.hygiene.clone();
    let expanded = crate::expand::expand_file(&mut file, ids, &mut hygiene, false);
    let mut diagnostics = expanded.errors;
    let mut program = Program {
        types: library.base.types.clone(),
        tables: library.base.tables.fork(),
        base: Some(Rc::clone(&library.base)),
    };
    program.tables.crate_name = crate_name(&file, name);
    program.tables.lint_levels = expanded.lint_levels;
    program.tables.macro_imports = expanded.macro_imports;
    program.tables.hygiene = hygiene;
    let first_impl = program.tables.impls.len();
    let mut collector = Collector {
        t: &mut program.tables,
        is_user: true,
        imports: Vec::new(),
        locals: Vec::new(),
        holder: (Owner::Anonymous, 0),
    };
    // Where `main` is missed: behind the last item.
    let end = file.items.last().map_or(len, |item| item.span.hi);
    let root = collector.add_module(SmolStr::default(), None, ModuleKind::Root);
    collector.t.user_root = Some(root);
    collector.items(file.items, root);
    collector.resolve_imports();
    program.index_impls(first_impl);
    program.check_items();
    for i in program.tables.consts.own() {
        program.const_sig(ConstId(i as u32));
    }
    for i in program.tables.statics.own() {
        program.static_sig(StaticId(i as u32));
    }
    program.check_main(end);
    // A type that contains itself has no layout, and would only lead to more errors.
    if !program.tables.recursive_types.get() {
        program.check_bodies();
    }
    program.check_opaque_types();
    program.check_object_types();
    // What a refused macro would have made is missing: names that are not found follow from that.
    let is_macro = |d: &Diagnostic| d.code.kind() == stair_source::Kind::OutsideSubset && d.code != Code::S0022;
    let macros_refused = diagnostics.iter().any(is_macro);
    let mut found = program.tables.diagnostics.take();
    if macros_refused {
        found.retain(|d| {
            !matches!(
                d.code,
                Code::E0405
                    | Code::E0422
                    | Code::E0423
                    | Code::E0425
                    | Code::E0432
                    | Code::E0433
                    | Code::E0531
                    | Code::E0599
                    | Code::E0282
                    | Code::E0046
                    | Code::E0601
            )
        });
    }
    diagnostics.append(&mut found);
    if diagnostics.is_empty() {
        program.collect_instances();
        diagnostics.append(&mut program.tables.diagnostics.borrow_mut());
        // An error in the library is a defect of ours, and must not pass unseen.
        diagnostics.extend(library.base.tables.diagnostics.borrow().iter().cloned());
        if !diagnostics.is_empty() {
            program.forget_instances();
        }
    }
    diagnostics.sort_by_key(|d| (d.span().file, d.span().lo));
    let mut unique: Vec<Diagnostic> = Vec::new();
    for d in diagnostics {
        if !unique.contains(&d) {
            unique.push(d);
        }
    }
    if expanded.lacks_items {
        unique.retain(|d| !matches!(d.code, Code::E0405 | Code::E0422 | Code::E0425 | Code::E0432 | Code::E0433));
    }
    for d in &mut unique {
        // What is wrong with what a macro contributes is told at the call, so it says which macro. A change to the call's
        // place would replace the call.
        let span = d.span();
        d.suggestions.retain(|s| {
            !s.edits
                .iter()
                .any(|(place, _)| !place.is_empty() && expanded.origins.iter().any(|(call, ..)| call == place))
        });
        if let Some((_, name, defined)) = expanded.origins.iter().find(|(call, ..)| *call == span)
            && !d.labels.iter().any(|label| label.span == *defined)
        {
            d.labels.push(Label { span: *defined, text: String::new() });
            d.notes.push(format!("this error originates in the macro `{name}`"));
        }
    }
    Analysis { program, diagnostics: unique }
}

/// The crate's name: what an attribute says, else the file's without its ending.
fn crate_name(file: &File, name: &str) -> SmolStr {
    let given = file.attrs.iter().find(|attr| attr.path == "crate_name").and_then(|attr| match attr.tokens.first() {
        Some(Token { kind: TokenKind::Literal { kind: LitKind::Str | LitKind::RawStr, text, .. }, .. }) => {
            text.split('"').nth(1)
        }
        _ => None,
    });
    let stem = name.rsplit('/').next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    SmolStr::from(given.unwrap_or(stem).replace('-', "_"))
}

impl Program {
    fn check_bodies(&self) {
        for i in self.tables.consts.own() {
            let id = ConstId(i as u32);
            self.const_sig(id);
            let before = self.tables.diagnostic_count();
            let has_body = self.const_body(id).is_some();
            if has_body && self.tables.diagnostic_count() == before && self.const_sig(id).generics.params.is_empty() {
                let _ = self.const_value(id, TyList::EMPTY);
            }
        }
        for i in self.tables.statics.own() {
            let id = StaticId(i as u32);
            let before = self.tables.diagnostic_count();
            let has_body = self.static_body(id).is_some();
            if has_body && self.tables.diagnostic_count() == before {
                let _ = self.static_value(id);
            }
        }
        for i in self.tables.fns.own() {
            self.checked_body(FnId(i as u32));
        }
    }

    /// E0720: an `impl Trait` whose type contains itself.
    fn check_opaque_types(&self) {
        let mut found: Vec<(crate::ids::AliasId, crate::ty::Ty)> =
            self.tables.opaque_types.borrow().iter().map(|(&alias, &ty)| (alias, ty)).collect();
        found.sort_by_key(|(alias, _)| *alias);
        for &(alias, ty) in &found {
            let mut seen = Vec::new();
            let mut pending = vec![ty];
            let mut is_cyclic = false;
            while let Some(ty) = pending.pop() {
                self.types.fold(ty, &mut |t| {
                    if let TyKind::Projection(inner, _) = self.types.kind(t)
                        && !seen.contains(&inner)
                    {
                        seen.push(inner);
                        is_cyclic |= inner == alias;
                        pending.extend(found.iter().filter(|(other, _)| *other == inner).map(|(_, ty)| *ty));
                    }
                    t
                });
            }
            let item = &self.tables.aliases[alias.index()].item;
            // A function that only passes on what it returns itself says nothing about the type.
            if is_cyclic && item.span.is_user() {
                self.tables.report(
                    Diagnostic::new(Code::E0720, item.span, "cannot resolve opaque type")
                        .primary("recursive opaque type"),
                );
            }
        }
    }

    /// E0601, E0131, E0580: what `main` must be.
    fn check_main(&self, len: u32) {
        let Some(main) = self.user_main() else {
            let end = Span::new(FileId::USER, len, len);
            self.tables.report(
                Diagnostic::new(Code::E0601, end, "`main` function not found in crate")
                    .primary("consider adding a `main` function"),
            );
            return;
        };
        let sig = self.fn_sig(main);
        let entry = &self.tables.fns[main.index()];
        if let ItemKind::Fn(f) = &entry.item.kind {
            if let Some(span) = f.generics.span
                && !f.generics.params.is_empty()
            {
                self.tables.report(
                    Diagnostic::new(Code::E0131, span, "`main` function is not allowed to have generic parameters")
                        .primary("`main` cannot have generic parameters"),
                );
                return;
            }
            if let Some(clause) = f.generics.wheres.first() {
                self.tables.report(
                    Diagnostic::new(
                        Code::E0646,
                        Span { lo: clause.span.lo.saturating_sub("where ".len() as u32), ..clause.span },
                        "`main` function is not allowed to have a `where` clause",
                    )
                    .primary("`main` cannot have a `where` clause"),
                );
                return;
            }
            if !sig.params.is_empty() {
                self.tables.report(
                    Diagnostic::new(Code::E0580, f.sig_span, "`main` function has wrong type")
                        .primary("incorrect number of function parameters")
                        .note("expected signature `fn()`"),
                );
                return;
            }
            let common = self.types.common;
            if sig.ret != common.unit && sig.ret != common.never && self.types.kind(sig.ret) != TyKind::Error {
                let span = f.ret.as_ref().map_or(f.sig_span, |r| r.span);
                let termination = self.tables.library_trait("Termination");
                if !termination.is_some_and(|t| crate::traits::type_implements(self, sig.ret, t)) {
                    let name = self.type_name(sig.ret);
                    self.tables.report(
                        Diagnostic::new(Code::E0277, span, format!("`main` has invalid return type `{name}`"))
                            .primary("`main` can only return types that implement `Termination`")
                            .help("consider using `()`, or a `Result`"),
                    );
                }
            }
        }
    }

    fn forget_instances(&mut self) {
        self.tables.instances.take();
    }

    /// Work out everything that running the program may call.
    fn collect_instances(&self) {
        let instances = crate::collector::collect(self);
        let _ = self.tables.instances.set(instances);
    }

    /// Where the program starts, before instances are known.
    pub(crate) fn start(&self) -> Option<Instance> {
        let main = self.user_main()?;
        Some(Instance { def: self.tables.lang(LangFn::Start)?, args: self.types.mk_list(&[self.fn_sig(main).ret]) })
    }

    /// Evaluate the body of a constant without a name, reporting why it has no value.
    pub(crate) fn evaluate(&self, body: &crate::typed::Body, span: Span) -> Option<crate::typed::ConstValue> {
        let _ = span;
        match crate::consteval::eval_body(self, body, TyList::EMPTY) {
            Ok(value) => Some(value),
            Err(error) => {
                if let Some(d) = error.diagnostic("constant") {
                    self.tables.report(d);
                }
                None
            }
        }
    }

    /// Item of a function, for those who need the syntax behind it.
    #[must_use]
    pub fn fn_item(&self, id: FnId) -> &Rc<Item> {
        &self.tables.fns[id.index()].item
    }
}
