//! Paths that lead nowhere, and what was probably meant.

use super::super::ItemScope;
use super::{Lower, Wanted};
use crate::Program;
use crate::collect::imports::private_error;
use crate::collect::names::{Ns, PathRes, Prim, Res, Unresolved, Within};
use crate::defs::DefId;
use crate::gate;
use crate::ids::{AliasId, ModId};
use crate::report::similar_name;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

impl Lower<'_> {
    /// Report that a path means nothing.
    pub(crate) fn unresolved(&self, path: &ast::Path, error: Unresolved, wanted: Wanted) {
        let first = &path.segments[0].name;
        if error.within == Within::Scope && self.scope.outer.iter().any(|o| o.strip_prefix('<') == Some(&first.name)) {
            self.report(
                Diagnostic::new(Code::E0401, first.span, "can't use generic parameters from outer item")
                    .primary("use of generic parameter from outer item")
                    .help(format!("try introducing a local generic parameter here: `<{}>`", first.name)),
            );
            return;
        }
        if wanted == Wanted::Type && error.within == Within::Scope && path.segments.len() == 1 {
            let name = &first.name;
            let value = match self.p.tables.lookup_lexical(self.module, Ns::Value, name) {
                _ if self.locals.contains(name) => Some("local variable"),
                Some((res, _)) if res != Res::Err => Some(self.p.tables.describe(res)),
                _ if gate::is_std_macro(name) => Some("macro"),
                _ => None,
            };
            if let Some(what) = value {
                self.report(
                    Diagnostic::new(Code::E0573, path.span, format!("expected type, found {what} `{name}`"))
                        .primary("not a type"),
                );
                return;
            }
        }
        let names: Vec<SmolStr> = self.scope.params.iter().filter(|p| !p.is_const).map(|p| p.name.clone()).collect();
        let d = self.p.unresolved_path(self.module, path, error, wanted, &names);
        self.p.tables.report(d);
    }
}

/// What a name of another language is here, and how to say so.
fn usual_name(name: &str, wanted: Wanted) -> Option<(String, &'static str)> {
    let usual = match (wanted, name) {
        (Wanted::Type, "byte") => "u8",
        (Wanted::Type, "short") => "i16",
        (Wanted::Type, "int") => "i32",
        (Wanted::Type, "uint") => "u32",
        (Wanted::Type, "long") => "i64",
        (Wanted::Type, "float") => "f32",
        (Wanted::Type, "double") => "f64",
        (Wanted::Type, "boolean") => "bool",
        (Wanted::Value, "True" | "TRUE") => "true",
        (Wanted::Value, "False" | "FALSE") => "false",
        _ => return None,
    };
    let message = match wanted {
        Wanted::Type => format!("perhaps you intended to use this type: `{usual}`"),
        _ => "you may want to use a bool value instead".to_owned(),
    };
    Some((message, usual))
}

/// A path as it is written, without arguments.
pub(crate) fn shown_path(path: &ast::Path) -> String {
    let names: Vec<&str> = path
        .segments
        .iter()
        .map(|s| if matches!(s.name.name.as_str(), "$crate" | ast::OWN_CRATE) { "crate" } else { s.name.name.as_str() })
        .collect();
    let global = if path.global { "::" } else { "" };
    format!("{global}{}", names.join("::"))
}

impl Program {
    /// The scope of the definition's own generic parameters.
    pub(crate) fn def_scope(&self, def: DefId) -> ItemScope {
        match def {
            DefId::Adt(id) => self.adt_scope(id),
            DefId::Trait(id) => {
                self.container_scope(crate::defs::Container::Trait(id), self.tables.traits[id.index()].module)
            }
            DefId::Fn(id) => self.fn_scope(id),
            DefId::Alias(id) => {
                let entry = &self.tables.aliases[id.index()];
                let mut scope = self.container_scope(entry.container, entry.module);
                scope.enter(&entry.item);
                scope
            }
            _ => ItemScope::of_module(ModId(0)),
        }
    }

    /// E0603 and E0659 for a resolved path.
    pub(crate) fn check_private(&self, path: &ast::Path, found: &PathRes, module: ModId) {
        if !self.tables.module(module).is_user || !path.span.is_user() {
            return;
        }
        if path.segments.first().is_some_and(|s| s.name.name == "$crate") {
            return;
        }
        if let Some(private) = found.private {
            let name = &path.segments[private.segment].name;
            let is_ctor = matches!(private.res, Res::Def(DefId::Adt(_)))
                && self.is_ctor_binding(path, private.segment, private.span);
            let what = if is_ctor { "tuple struct constructor" } else { self.tables.describe(private.res) };
            self.tables.report(private_error(what, name, private.span));
        }
        if let Some(segment) = found.ambiguous {
            let name = &path.segments[segment].name;
            self.tables.report(
                Diagnostic::new(Code::E0659, name.span, format!("`{}` is ambiguous", name.name))
                    .primary("ambiguous name")
                    .note("ambiguous because of multiple glob imports of a name in the same module"),
            );
        }
    }

    /// Whether what a private path means is the constructor, whose type itself can be seen.
    fn is_ctor_binding(&self, path: &ast::Path, segment: usize, span: Span) -> bool {
        segment + 1 == path.segments.len()
            && self.tables.modules.iter().any(|m| {
                m.values
                    .get(&path.segments[segment].name.name)
                    .is_some_and(|b| b.span == span && b.visible_in.is_some())
                    && m.types
                        .get(&path.segments[segment].name.name)
                        .is_some_and(|b| b.span == span && b.visible_in.is_none())
            })
    }

    /// What to say of a path that means nothing. `locals` are names beside the items that are in scope.
    pub(crate) fn unresolved_path(
        &self,
        module: ModId,
        path: &ast::Path,
        error: Unresolved,
        wanted: Wanted,
        locals: &[SmolStr],
    ) -> Diagnostic {
        let names: Vec<&str> = path.segments.iter().map(|s| s.name.name.as_str()).collect();
        let at = &path.segments[error.segment.min(path.segments.len() - 1)].name;
        let name = &at.name;
        let last = error.segment + 1 == names.len();
        if error.segment > 0
            && matches!(names[0], "std" | "core" | "alloc")
            && let Some(refused) = gate::std_path_at(&names[1..], error.segment - 1, false, path.span)
        {
            return refused;
        }
        match error.within {
            Within::Scope => {
                if let Some(refused) = gate::prelude_name(name, at.span) {
                    return refused;
                }
                if !last {
                    let upper = name.starts_with(|c: char| c.is_uppercase());
                    let mut d = if upper {
                        Diagnostic::new(Code::E0433, at.span, format!("cannot find type `{name}` in this scope"))
                            .primary(format!("use of undeclared type `{name}`"))
                    } else {
                        Diagnostic::new(
                            Code::E0433,
                            at.span,
                            format!("cannot find module or crate `{name}` in this scope"),
                        )
                        .primary(format!("use of unresolved module or unlinked crate `{name}`"))
                        .help(format!("you might be missing a crate named `{name}`"))
                    };
                    if let Some((similar, what)) = self.similar_in_scope(module, name, &[Ns::Type], locals) {
                        d = d.suggest(
                            format!("{} {what} with a similar name exists", crate::collect::imports::article(what)),
                            at.span,
                            similar,
                        );
                    }
                    return self.with_import_advice(d, module, name, Ns::Type, false, at.span);
                }
                let mut d = Diagnostic::new(
                    wanted.missing_code(),
                    at.span,
                    format!("cannot find {} `{name}` in this scope", wanted.noun()),
                )
                .primary("not found in this scope");
                if let Some((message, usual)) = usual_name(name, wanted) {
                    return d.suggest(message, at.span, usual);
                }
                if wanted == Wanted::Value && matches!(name.as_str(), "null" | "NULL" | "nil" | "nullptr") {
                    return d.help("there is no null: `None` of an `Option` stands for a value that is missing");
                }
                let similar = self.similar_in_scope(module, name, &[wanted.ns()], locals);
                if let Some((similar, what)) = similar {
                    d = d.suggest(
                        format!("{} {what} with a similar name exists", crate::collect::imports::article(what)),
                        at.span,
                        similar,
                    );
                }
                self.with_import_advice(d, module, name, wanted.ns(), true, at.span)
            }
            Within::Module(within)
                if !self.tables.module(within).is_user && self.std_refusal(within, path, error.segment).is_some() =>
            {
                self.std_refusal(within, path, error.segment).unwrap_or_else(|| {
                    Diagnostic::new(wanted.missing_code(), at.span, "not found in the standard library")
                })
            }
            Within::Module(within) => {
                let parent =
                    names[..error.segment].join("::").replace("$crate", "crate").replace(ast::OWN_CRATE, "crate");
                let place = match names[error.segment - 1] {
                    "crate" | "$crate" | ast::OWN_CRATE if error.segment == 1 => "the crate root".to_owned(),
                    _ => format!("`{parent}`"),
                };
                let ns = if last { wanted.ns() } else { Ns::Type };
                let candidates: Vec<&str> = self
                    .tables
                    .module(within)
                    .names(ns)
                    .iter()
                    .filter(|(_, b)| self.tables.accessible(b.visible_in, module))
                    .map(|(n, _)| n.as_str())
                    .collect();
                let similar = similar_name(name, candidates.into_iter());
                let mut d = if last {
                    let (code, noun) = (wanted.missing_code(), wanted.noun());
                    let message = if place == "the crate root" {
                        format!("cannot find {noun} `{name}` in the crate root")
                    } else {
                        format!("cannot find {noun} `{name}` in module {place}")
                    };
                    Diagnostic::new(code, at.span, message).primary(format!("not found in {place}"))
                } else {
                    Diagnostic::new(Code::E0433, at.span, format!("cannot find `{name}` in {place}"))
                        .primary(format!("could not find `{name}` in {place}"))
                };
                if let Some(similar) = similar {
                    let what =
                        self.tables.binding(within, ns, &similar).map_or("item", |b| self.tables.describe(b.res));
                    d = d.suggest(
                        format!("{} {what} with a similar name exists", crate::collect::imports::article(what)),
                        at.span,
                        similar,
                    );
                }
                d
            }
            Within::TooManySupers => Diagnostic::new(Code::E0433, at.span, "too many leading `super` keywords")
                .primary("there are too many leading `super` keywords"),
            Within::NotAModule(res) => {
                let before = &path.segments[error.segment - 1].name;
                let what = self.tables.describe(res);
                Diagnostic::new(Code::E0433, before.span, format!("cannot find `{}` in `{}`", name, before.name))
                    .primary(format!(
                        "`{}` is {} {what}, not a module",
                        before.name,
                        crate::collect::imports::article(what)
                    ))
            }
        }
    }

    /// A refusal of what Rust's standard library has in a module of ours, and ours has not.
    fn std_refusal(&self, within: ModId, path: &ast::Path, segment: usize) -> Option<Diagnostic> {
        let module = self.tables.module(within);
        let mut names: Vec<&str> = module.path.split("::").skip(1).collect();
        names.extend(path.segments[segment..].iter().map(|s| s.name.name.as_str()));
        let failed = module.path.split("::").count() - 1;
        gate::std_path_at(&names, failed, false, path.span)
    }

    /// Advice to import a name that exists elsewhere.
    fn with_import_advice(
        &self,
        d: Diagnostic,
        module: ModId,
        name: &str,
        ns: Ns,
        is_last: bool,
        span: Span,
    ) -> Diagnostic {
        if !span.is_user() {
            return d;
        }
        let mut found: Option<String> = None;
        for (i, m) in self.tables.modules.iter().enumerate() {
            if m.kind == crate::collect::names::ModuleKind::Block || m.path.contains('$') {
                continue;
            }
            // A program's own items are found where they are, the library's where its users find them.
            if let Some(b) = m.names(ns).get(name)
                && !(b.imported && (m.is_user || m.path.starts_with("std::prelude")))
                && !matches!(b.res, Res::Def(DefId::Mod(_)) if ns == Ns::Type && is_last)
                && self.tables.accessible(b.visible_in, module)
                && ModId(i as u32) != self.tables.normal_module(module)
            {
                let path = if m.is_user {
                    if m.path.is_empty() { format!("crate::{name}") } else { format!("crate::{}::{name}", m.path) }
                } else {
                    if m.path.contains("intrinsics") {
                        continue;
                    }
                    format!("{}::{name}", m.path)
                };
                if found.as_ref().is_some_and(|found| found.len() <= path.len() && !m.is_user) {
                    continue;
                }
                found = Some(path);
                if m.is_user {
                    break;
                }
            }
        }
        match found {
            Some(path) => d.help(format!("consider importing it: `use {path};`")),
            None => d,
        }
    }

    /// A name in scope that is close to `name`, and what it is.
    pub(crate) fn similar_in_scope(
        &self,
        module: ModId,
        name: &str,
        namespaces: &[Ns],
        locals: &[SmolStr],
    ) -> Option<(String, &'static str)> {
        if let Some(local) = similar_name(name, locals.iter().map(SmolStr::as_str)) {
            let what = if namespaces == [Ns::Value] { "local variable" } else { "type parameter" };
            return Some((local, what));
        }
        for &ns in namespaces {
            let mut scope = Some(module);
            let mut names: Vec<(&str, Res)> = Vec::new();
            while let Some(m) = scope {
                names.extend(self.tables.module(m).names(ns).iter().map(|(n, b)| (n.as_str(), b.res)));
                if self.tables.module(m).kind != crate::collect::names::ModuleKind::Block {
                    break;
                }
                scope = self.tables.module(m).parent;
            }
            if let Some(prelude) = self.tables.prelude {
                names.extend(self.tables.module(prelude).names(ns).iter().map(|(n, b)| (n.as_str(), b.res)));
            }
            if ns == Ns::Type {
                let prims = ["bool", "char", "str", "f32", "f64"].into_iter().chain(gate::int_names());
                names.extend(prims.filter_map(|n| Some((n, Res::Prim(Prim::parse(n)?)))));
            }
            if let Some(similar) = similar_name(name, names.iter().map(|(n, _)| *n)) {
                let res = names.iter().find(|(n, _)| *n == similar).map(|(_, r)| *r)?;
                return Some((similar, self.tables.describe(res)));
            }
        }
        None
    }

    /// The alias's name.
    pub(crate) fn alias_name(&self, alias: AliasId) -> &str {
        &self.tables.aliases[alias.index()].name
    }
}
