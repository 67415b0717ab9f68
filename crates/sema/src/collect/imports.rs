//! `use`: trees into single imports and globs, resolved together until nothing changes.

use super::Collector;
use super::names::{Binding, Ns, Res, Within};
use crate::defs::DefId;
use crate::gate;
use crate::ids::{ModId, VariantIdx};
use crate::report::similar_name;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{Ident, Item, NodeId, UseTree, UseTreeKind};

/// One name or glob that `use` brings.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    module: ModId,
    global: bool,
    path: Vec<Ident>,
    /// The name under which it is bound; `None` for a glob.
    name: Option<Ident>,
    /// `{self}`: only the module itself.
    only_type: bool,
    visible_in: Option<ModId>,
    public_span: Option<Span>,
    span: Span,
    bound: [bool; 2],
    refused: bool,
    /// The `use` tree.
    node: NodeId,
}

const NAMESPACES: [Ns; 2] = [Ns::Type, Ns::Value];

impl Collector<'_> {
    /// Put the imports of a `use` tree on the list.
    pub(crate) fn use_tree(
        &mut self,
        tree: &UseTree,
        module: ModId,
        prefix: &[Ident],
        global: bool,
        visible_in: Option<ModId>,
        item: &Item,
    ) {
        let global = global || tree.prefix.global;
        let mut path: Vec<Ident> = prefix.to_vec();
        path.extend(tree.prefix.segments.iter().map(|s| s.name.clone()));
        let public_span = matches!(item.vis, stair_syntax::ast::Visibility::Public(_)).then_some(item.span);
        let mut import = Import {
            module,
            global,
            path,
            name: None,
            only_type: false,
            visible_in,
            public_span,
            span: tree.prefix.span,
            bound: [false; 2],
            refused: false,
            node: tree.id,
        };
        match &tree.kind {
            UseTreeKind::Nested(trees) => {
                let path = import.path;
                for inner in trees {
                    if let UseTreeKind::Simple(None) = inner.kind
                        && let [segment] = inner.prefix.segments.as_slice()
                        && segment.name.name == "self"
                        && path.is_empty()
                    {
                        self.t.report(
                            Diagnostic::new(Code::Syntax, inner.span, "imports need to be explicitly named")
                                .help("name the module: `use path::to::module;`"),
                        );
                        continue;
                    }
                    self.use_tree(inner, module, &path, global, visible_in, item);
                }
            }
            UseTreeKind::Glob => {
                import.span = tree.span;
                self.imports.push(import);
            }
            UseTreeKind::Simple(rename) => {
                let Some(last) = import.path.last().cloned() else { return };
                let mut name = last.clone();
                if last.name == "self" && import.path.len() > 1 {
                    if prefix.is_empty() || tree.prefix.segments.len() > 1 {
                        self.t.report(Diagnostic::new(
                            Code::E0429,
                            Span { lo: import.path[import.path.len() - 2].span.hi, ..tree.prefix.span },
                            "`self` imports are only allowed within a { } list",
                        ));
                    }
                    import.path.pop();
                    import.only_type = true;
                    if let Some(last) = import.path.last() {
                        name = last.clone();
                    }
                }
                import.name = Some(rename.clone().unwrap_or(name));
                self.imports.push(import);
            }
        }
    }

    /// Resolve all imports.
    pub(crate) fn resolve_imports(&mut self) {
        let mut imports = std::mem::take(&mut self.imports);
        loop {
            let mut progress = false;
            for import in &mut imports {
                progress |= if import.name.is_some() { self.single(import) } else { self.glob(import) };
            }
            if !progress {
                break;
            }
        }
        for import in &imports {
            self.finish_import(import);
        }
    }

    fn names(import: &Import) -> Vec<&str> {
        import.path.iter().map(|i| i.name.as_str()).collect()
    }

    /// Bind a single import in the namespaces in which it has a meaning by now; whether one is new.
    fn single(&mut self, import: &mut Import) -> bool {
        let Some(name) = import.name.clone() else { return false };
        let mut progress = false;
        for (i, ns) in NAMESPACES.into_iter().enumerate() {
            if import.bound[i] || (import.only_type && ns == Ns::Value) {
                continue;
            }
            let names = Self::names(import);
            // An import does not see itself: `use fmt;` or `use a::a` would find its own binding.
            let Ok(found) = self.t.resolve_as_written(import.module, import.global, &names, ns) else { continue };
            if found.used < names.len() {
                continue;
            }
            if names.len() == 1 && self.t.binding(import.module, ns, names[0]).is_some_and(|b| b.span == name.span) {
                continue;
            }
            // A private constructor comes along with its type only where it can be seen.
            if found.private.is_some()
                && ns == Ns::Value
                && import.bound[0]
                && matches!(found.res, Res::Def(DefId::Adt(_)))
            {
                import.bound[i] = true;
                continue;
            }
            import.bound[i] = true;
            progress = true;
            self.bind(import, ns, &name, found.res);
        }
        progress
    }

    fn bind(&mut self, import: &Import, ns: Ns, name: &Ident, res: Res) {
        let binding = Binding {
            res,
            visible_in: import.visible_in,
            span: name.span,
            imported: true,
            glob: false,
            ambiguous: false,
        };
        let module = &mut self.t.modules[import.module.index()];
        let key = if name.name == "_" {
            // A trait imported without a name.
            smol_str::format_smolstr!("_#{}", module.types.len())
        } else {
            name.name.clone()
        };
        let names = module.names_mut(ns);
        if let Some(previous) = names.get(&key).cloned()
            && !previous.glob
        {
            if previous.res == Res::Err || res == Res::Err {
                return;
            }
            let n = &name.name;
            let path_span = import.span.to(name.span);
            let mut error = if previous.imported {
                // The same tuple struct in both namespaces is reported once.
                if ns == Ns::Value
                    && import.bound[0]
                    && self.t.diagnostics.borrow().last().is_some_and(|d| d.span() == path_span)
                {
                    return;
                }
                Diagnostic::new(Code::E0252, path_span, format!("the name `{n}` is defined multiple times"))
                    .primary(format!("`{n}` reimported here"))
                    .label(
                        previous.span,
                        format!("previous import of the {} `{n}` here", word(self.t.describe(previous.res), ns)),
                    )
            } else {
                let second = previous.span.lo > path_span.lo;
                let what = word(self.t.describe(previous.res), ns);
                if second {
                    Diagnostic::new(Code::E0255, previous.span, format!("the name `{n}` is defined multiple times"))
                        .primary(format!("`{n}` redefined here"))
                        .label(path_span, format!("previous import of the {what} `{n}` here"))
                } else {
                    Diagnostic::new(Code::E0255, path_span, format!("the name `{n}` is defined multiple times"))
                        .primary(format!("`{n}` reimported here"))
                        .label(previous.span, format!("previous definition of the {what} `{n}` here"))
                }
            };
            error = error
                .note(format!(
                    "`{n}` must be defined only once in the {} namespace of this module",
                    if ns == Ns::Type { "type" } else { "value" }
                ))
                .help("you can use `as` to change the binding name of the import");
            if self.is_user {
                self.t.report(error);
            }
            return;
        }
        names.insert(key, binding);
    }

    /// Bring what a glob brings by now; whether something is new.
    fn glob(&mut self, import: &mut Import) -> bool {
        let names = Self::names(import);
        let source = if names.is_empty() {
            Res::Def(DefId::Mod(self.t.root_of(import.module)))
        } else {
            match self.t.resolve_as_written(import.module, import.global, &names, Ns::Type) {
                Ok(found) if found.used == names.len() => found.res,
                _ => return false,
            }
        };
        import.bound[0] = true;
        let mut progress = false;
        let mut bring: Vec<(Ns, smol_str::SmolStr, Res, Option<ModId>)> = Vec::new();
        match source {
            Res::Def(DefId::Mod(from)) if from != import.module => {
                for ns in NAMESPACES {
                    for (name, binding) in self.t.module(from).names(ns) {
                        if self.t.accessible(binding.visible_in, import.module) {
                            // A glob does not make a name more visible than it is.
                            let visible_in = match (import.visible_in, binding.visible_in) {
                                (None, v) => v,
                                (v, None) => v,
                                (Some(v), Some(w)) => Some(if self.t.accessible(Some(w), v) { v } else { w }),
                            };
                            bring.push((ns, name.clone(), binding.res, visible_in));
                        }
                    }
                }
            }
            Res::Def(DefId::Adt(adt)) if self.t.adts[adt.index()].is_enum => {
                for (i, (name, _, _)) in self.t.adts[adt.index()].variants.iter().enumerate() {
                    let res = Res::Def(DefId::Variant(adt, VariantIdx(i as u32)));
                    for ns in NAMESPACES {
                        bring.push((ns, name.clone(), res, import.visible_in));
                    }
                }
            }
            _ => {}
        }
        for (ns, name, res, visible_in) in bring {
            let names = self.t.modules[import.module.index()].names_mut(ns);
            match names.get_mut(&name) {
                None => {
                    let binding =
                        Binding { res, visible_in, span: import.span, imported: true, glob: true, ambiguous: false };
                    names.insert(name, binding);
                    progress = true;
                }
                Some(previous) => {
                    if previous.glob && previous.res != res && previous.span != import.span && !previous.ambiguous {
                        previous.ambiguous = true;
                    }
                }
            }
        }
        progress
    }

    /// Report what is wrong with an import once all are resolved.
    fn finish_import(&mut self, import: &Import) {
        let names = Self::names(import);
        let bound = import.bound[0] || import.bound[1];
        if !bound {
            if import.refused {
                return;
            }
            if self.is_std_macro(import) || self.t.macro_imports.contains(&import.node) {
                return;
            }
            let diagnostic = self.unresolved_import(import, &names);
            if self.is_user {
                self.t.report(diagnostic);
            } else {
                let diagnostic = Diagnostic { message: format!("library: {}", diagnostic.message), ..diagnostic };
                self.t.report(diagnostic);
            }
            if let Some(name) = &import.name {
                for ns in NAMESPACES {
                    self.bind(import, ns, name, Res::Err);
                }
            }
            return;
        }
        if !self.is_user {
            return;
        }
        if import.name.is_none() {
            let Ok(found) = self.t.resolve_as_written(import.module, import.global, &names, Ns::Type) else { return };
            if let Some(private) = found.private {
                let error = self.private_error(import.path[private.segment].clone(), private.res, private.span);
                self.t.report(error);
            }
            return;
        }
        // Privacy: an import is in order if one of its namespaces is.
        let mut first_private = None;
        let mut visible = false;
        for (i, ns) in NAMESPACES.into_iter().enumerate() {
            if !import.bound[i] {
                continue;
            }
            let Ok(found) = self.t.resolve_as_written(import.module, import.global, &names, ns) else { continue };
            match found.private {
                Some(private) => first_private = first_private.or(Some(private)),
                None => {
                    visible = true;
                    self.check_reexport(import, &found.res, ns, &names);
                }
            }
        }
        if let Some(private) = first_private
            && !visible
        {
            let error = self.private_error(import.path[private.segment].clone(), private.res, private.span);
            self.t.report(error);
        }
    }

    /// E0364 and E0365: `pub use` of something private.
    fn check_reexport(&mut self, import: &Import, res: &Res, ns: Ns, names: &[&str]) {
        if import.visible_in.is_some() || import.public_span.is_none() {
            return;
        }
        let Some((last, parent)) = names.split_last() else { return };
        let binding = if parent.is_empty() {
            self.t.lookup_lexical(import.module, ns, last).and_then(|(_, b)| b)
        } else {
            match self.t.resolve_as_written(import.module, import.global, parent, Ns::Type) {
                Ok(found) => match found.res {
                    Res::Def(DefId::Mod(m)) => self.t.binding(m, ns, last),
                    _ => None,
                },
                Err(_) => None,
            }
        };
        let Some(binding) = binding else { return };
        if binding.visible_in.is_none() || binding.imported {
            return;
        }
        // The root's private items can be re-exported nowhere; inside the crate `pub(crate)` items cannot become `pub`.
        let name = last;
        let span = import.span;
        let error = if matches!(res, Res::Def(DefId::Mod(_))) {
            Diagnostic::new(
                Code::E0365,
                span,
                format!("`{name}` is only public within the crate, and cannot be re-exported outside"),
            )
            .primary(format!("re-export of crate public `{name}`"))
            .note(format!("consider declaring type or module `{name}` with `pub`"))
        } else {
            Diagnostic::new(
                Code::E0364,
                span,
                format!("`{name}` is only public within the crate, and cannot be re-exported outside"),
            )
            .label(binding.span, format!("consider marking `{name}` as `pub` in the imported module"))
        };
        let private = binding.visible_in.is_some_and(|v| self.t.root_of(v) != v);
        let error = if private {
            let message = format!("`{name}` is private, and cannot be re-exported");
            Diagnostic { message, ..error }
        } else {
            error
        };
        self.t.report(error);
    }

    /// E0603.
    pub(crate) fn private_error(&self, name: Ident, res: Res, declared: Span) -> Diagnostic {
        private_error(self.t.describe(res), &name, declared)
    }

    /// Macros of the library can be imported; they need no import.
    fn is_std_macro(&self, import: &Import) -> bool {
        let Some(first) = import.path.first() else { return false };
        matches!(first.name.as_str(), "std" | "core" | "alloc")
            && import.path.len() == 2
            && gate::is_std_macro(&import.path[1].name)
    }

    fn unresolved_import(&self, import: &Import, names: &[&str]) -> Diagnostic {
        let shown = names.join("::").replace("$crate", "crate").replace(stair_syntax::ast::OWN_CRATE, "crate");
        let error = match self.t.resolve_as_written(import.module, import.global, names, Ns::Type) {
            Err(error) => error,
            Ok(_) => match self.t.resolve_as_written(import.module, import.global, names, Ns::Value) {
                Err(error) => error,
                Ok(_) => super::names::Unresolved { segment: names.len().saturating_sub(1), within: Within::Scope },
            },
        };
        let last = error.segment + 1 == names.len();
        let at = &import.path[error.segment.min(import.path.len() - 1)];
        if matches!(names[0], "std" | "core" | "alloc")
            && error.segment > 0
            && let Some(refused) = gate::std_path_at(&names[1..], error.segment - 1, import.name.is_none(), import.span)
        {
            return refused;
        }
        if let Within::Module(module) = error.within
            && !self.t.module(module).is_user
            && self.is_user
        {
            let mut full: Vec<&str> = self.t.module(module).path.split("::").skip(1).collect();
            let at = full.len();
            full.extend(&names[error.segment..]);
            if let Some(refused) = gate::std_path_at(&full, at, import.name.is_none(), import.span) {
                return refused;
            }
        }
        let parent = names[..error.segment].last().copied().unwrap_or_default();
        match error.within {
            Within::Scope => {
                let name = &at.name;
                let message = if last || names.len() == 1 {
                    format!("unresolved import `{shown}`")
                } else {
                    format!("unresolved import `{}`", names[..=error.segment].join("::"))
                };
                if names.len() == 1 {
                    let mut d = Diagnostic::new(Code::E0432, import.span, message);
                    d = match self.suggest_import(import, name) {
                        Some(path) => d
                            .primary(format!("no `{name}` in the root"))
                            .help(format!("a similar path exists: `{path}`")),
                        None => d.primary(format!("no external crate `{name}`")),
                    };
                    d
                } else {
                    Diagnostic::new(Code::E0432, at.span, message)
                        .primary(format!("use of unresolved module or unlinked crate `{name}`"))
                        .help(format!("you might be missing a crate named `{name}`"))
                }
            }
            Within::Module(module) => {
                let candidates: Vec<&str> = NAMESPACES
                    .iter()
                    .flat_map(|&ns| self.t.module(module).names(ns).iter())
                    .filter(|(_, b)| self.t.accessible(b.visible_in, import.module))
                    .map(|(n, _)| n.as_str())
                    .collect();
                let similar = similar_name(&at.name, candidates.into_iter());
                let place = if matches!(parent, "crate" | "self" | "super") || parent.is_empty() {
                    if parent == "crate" {
                        "the root".to_owned()
                    } else {
                        format!("`{}`", names[..error.segment].join("::"))
                    }
                } else {
                    format!("`{}`", names[..error.segment].join("::"))
                };
                let mut d = if last {
                    Diagnostic::new(Code::E0432, import.span, format!("unresolved import `{shown}`"))
                        .primary(format!("no `{}` in {place}", at.name))
                } else {
                    Diagnostic::new(
                        Code::E0432,
                        at.span,
                        format!("unresolved import `{}`", names[..=error.segment].join("::")),
                    )
                    .primary(format!("could not find `{}` in {place}", at.name))
                };
                if let Some(similar) = similar {
                    d = d.suggest("a similar name exists in the module", at.span, similar);
                }
                d
            }
            Within::TooManySupers => Diagnostic::new(Code::E0433, at.span, "too many leading `super` keywords")
                .primary("there are too many leading `super` keywords"),
            Within::NotAModule(res) => {
                let what = self.t.describe(res);
                Diagnostic::new(
                    Code::E0432,
                    import.path[error.segment - 1].span,
                    format!("unresolved import `{shown}`"),
                )
                .primary(format!("`{parent}` is {} {what}, not a module", article(what)))
            }
        }
    }

    fn suggest_import(&self, import: &Import, name: &str) -> Option<String> {
        let root = self.t.root_of(import.module);
        let found = self.t.module(root).types.contains_key(name) || self.t.module(root).values.contains_key(name);
        found.then(|| format!("crate::{name}"))
    }
}

/// "a" or "an".
pub(crate) fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// How a duplicate names what was there before.
fn word(what: &'static str, ns: Ns) -> &'static str {
    match (what, ns) {
        ("module", _) => "module",
        ("trait", _) => "trait",
        (_, Ns::Type) => "type",
        (_, Ns::Value) => "value",
    }
}

/// E0603.
pub(crate) fn private_error(what: &str, name: &Ident, declared: Span) -> Diagnostic {
    let n = &name.name;
    let mut error =
        Diagnostic::new(Code::E0603, name.span, format!("{what} `{n}` is private")).primary(format!("private {what}"));
    if declared.is_user() {
        error = error.label(declared, format!("the {what} `{n}` is defined here"));
    }
    error
}
