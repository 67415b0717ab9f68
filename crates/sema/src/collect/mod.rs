//! From items of the syntax tree to definitions: ids, modules, names, imports. Signatures are read later, on demand.

pub(crate) mod blocks;
pub(crate) mod imports;
pub(crate) mod names;

use crate::defs::{Container, DefId, LangFn, VariantShape};
use crate::gate::{self, Refused};
use crate::ids::{AdtId, AliasId, ConstId, FnId, ImplId, ModId, StaticId, TraitId, VariantIdx};
use crate::report::head_span;
use crate::tables::{AdtEntry, AliasEntry, ConstEntry, FnEntry, FnKind, ImplEntry, StaticEntry, Tables, TraitEntry};
use crate::typed::Owner;
use blocks::hollow;
use imports::Import;
use names::{Binding, Module, ModuleKind, Ns, Res};
use smol_str::{SmolStr, format_smolstr};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Attr, Item, ItemKind, VariantData, Visibility};
use stair_syntax::token::{LitKind, TokenKind};
use std::cell::OnceCell;
use std::rc::Rc;

/// Walks the items of one crate (the library or the user's file).
pub(crate) struct Collector<'t> {
    pub(crate) t: &'t mut Tables,
    pub(crate) is_user: bool,
    pub(crate) imports: Vec<Import>,
    /// Variables of the functions around the item at hand.
    pub(crate) locals: Vec<SmolStr>,
    /// The body at hand, and how many closures were met directly within it.
    pub(crate) holder: (Owner, u32),
}

/// The attribute of this name.
pub(crate) fn find_attr<'a>(attrs: &'a [Attr], name: &str) -> Option<&'a Attr> {
    attrs.iter().find(|a| a.path == name)
}

/// The string of `#[name = "string"]`.
pub(crate) fn attr_string<'a>(attrs: &'a [Attr], name: &str) -> Option<&'a str> {
    let attr = find_attr(attrs, name)?;
    attr.tokens.iter().find_map(|t| match &t.kind {
        TokenKind::Literal { kind: LitKind::Str, text, .. } => Some(text.trim_matches('"')),
        _ => None,
    })
}

/// Whether `#[cfg(…)]` removes a thing: the subset knows no configuration but that there is no test.
fn is_configured_out(attrs: &[Attr]) -> bool {
    attrs.iter().filter(|a| a.path == "cfg").any(|a| {
        let words: Vec<&str> = a
            .tokens
            .iter()
            .filter_map(|t| match &t.kind {
                TokenKind::Ident { name, .. } => Some(name.as_str()),
                _ => None,
            })
            .collect();
        matches!(words.as_slice(), ["test"])
    })
}

/// How a variant or struct is written.
pub(crate) fn shape_of(data: &VariantData) -> VariantShape {
    match data {
        VariantData::Named(_) => VariantShape::Named,
        VariantData::Tuple(_) => VariantShape::Tuple,
        VariantData::Unit => VariantShape::Unit,
    }
}

impl Collector<'_> {
    /// Make a module.
    pub(crate) fn add_module(&mut self, path: SmolStr, parent: Option<ModId>, kind: ModuleKind) -> ModId {
        let id = ModId(self.t.modules.len() as u32);
        self.t.modules.push(Module {
            path,
            parent,
            kind,
            is_user: self.is_user,
            owner: (kind == ModuleKind::Block).then_some(self.holder.0),
            types: Default::default(),
            values: Default::default(),
        });
        id
    }

    /// Collect items into a module.
    pub(crate) fn items(&mut self, items: Vec<Item>, module: ModId) {
        for item in items {
            if !is_configured_out(&item.attrs) {
                self.item(item, module);
            }
        }
    }

    fn refuse(&self, what: Refused, span: Span) {
        if self.is_user {
            self.t.report(gate::refusal(what, span));
        }
    }

    /// The module in and below which something can be seen.
    pub(crate) fn visibility(&self, vis: &Visibility, module: ModId) -> Option<ModId> {
        match vis {
            Visibility::Public(_) => None,
            Visibility::Inherited => Some(module),
            Visibility::Restricted(span, path) => {
                match self.t.resolve_segments(module, path.global, &path.segments, Ns::Type) {
                    Ok(r) if r.used == path.segments.len() => match r.res {
                        Res::Def(DefId::Mod(m)) => {
                            if !self.t.accessible(Some(m), module) {
                                self.t.report(Diagnostic::new(
                                    Code::E0742,
                                    path.span,
                                    "visibilities can only be restricted to ancestor modules",
                                ));
                            }
                            Some(m)
                        }
                        res => {
                            let what = self.t.describe(res);
                            let shown = crate::sig::lower::shown_path(path);
                            self.t.report(
                                Diagnostic::new(
                                    Code::E0577,
                                    path.span,
                                    format!("expected module, found {what} `{shown}`"),
                                )
                                .primary("not a module"),
                            );
                            Some(module)
                        }
                    },
                    _ => {
                        let _ = span;
                        Some(module)
                    }
                }
            }
        }
    }

    /// Put a name into a module; a second one of the same name and namespace is E0428.
    pub(crate) fn define(
        &mut self,
        module: ModId,
        ns: Ns,
        name: &ast::Ident,
        res: Res,
        visible_in: Option<ModId>,
        head: Span,
    ) {
        if name.name.is_empty() || name.name == "_" {
            return;
        }
        let binding = Binding { res, visible_in, span: head, imported: false, glob: false, ambiguous: false };
        let names = self.t.modules[module.index()].names_mut(ns);
        if let Some(previous) = names.get(&name.name) {
            let what = match ns {
                Ns::Type => "type",
                Ns::Value => "value",
            };
            let previous = previous.span;
            let kind = match self.t.module(module).kind {
                ModuleKind::Block => "block",
                _ => "module",
            };
            let n = &name.name;
            self.t.report(
                Diagnostic::new(Code::E0428, head, format!("the name `{n}` is defined multiple times"))
                    .primary(format!("`{n}` redefined here"))
                    .label(previous, format!("previous definition of the {what} `{n}` here"))
                    .note(format!("`{n}` must be defined only once in the {what} namespace of this {kind}")),
            );
            return;
        }
        names.insert(name.name.clone(), binding);
    }

    fn join(&self, module: ModId, name: &str) -> SmolStr {
        let path = &self.t.module(module).path;
        if path.is_empty() { SmolStr::new(name) } else { format_smolstr!("{path}::{name}") }
    }

    fn item(&mut self, mut item: Item, module: ModId) {
        let visible_in = self.visibility(&item.vis, module);
        let head = head_span(&item);
        match &mut item.kind {
            ItemKind::Fn(_) => {
                let name = item.name.clone();
                let path = self.join(module, &name.name);
                let id = self.function(item, module, Container::Module(module), visible_in, path);
                self.define(module, Ns::Value, &name, Res::Def(DefId::Fn(id)), visible_in, head);
            }
            ItemKind::Struct(_, data) => {
                let id = AdtId(self.t.adts.len() as u32);
                let shape = shape_of(data);
                let res = Res::Def(DefId::Adt(id));
                let mut ctor_visible_in = visible_in;
                if let VariantData::Tuple(fields) = data {
                    for field in fields.iter() {
                        // The constructor is as private as the most private field.
                        let field_visible = self.visibility(&field.vis, module);
                        if field_visible.is_some()
                            && self.t.accessible(ctor_visible_in, field_visible.unwrap_or(module))
                        {
                            ctor_visible_in = field_visible;
                        }
                    }
                }
                let name = item.name.clone();
                let variants = vec![(name.name.clone(), shape, name.span)];
                self.add_adt(item, module, false, variants);
                self.define(module, Ns::Type, &name, res, visible_in, head);
                if shape != VariantShape::Named {
                    self.define(module, Ns::Value, &name, res, ctor_visible_in, head);
                }
            }
            ItemKind::Enum(_, variants) => {
                let id = AdtId(self.t.adts.len() as u32);
                let mut list: Vec<(SmolStr, VariantShape, Span)> = Vec::new();
                for variant in variants.iter_mut() {
                    if let Some(discriminant) = &mut variant.discriminant {
                        self.walk_expr(discriminant, module);
                    }
                    if let Some(previous) = list.iter().find(|(n, _, _)| *n == variant.name.name) {
                        let n = &variant.name.name;
                        self.t.report(
                            Diagnostic::new(
                                Code::E0428,
                                variant.name.span,
                                format!("the name `{n}` is defined multiple times"),
                            )
                            .primary(format!("`{n}` redefined here"))
                            .label(previous.2, format!("previous definition of the type `{n}` here"))
                            .note(format!("`{n}` must be defined only once in the type namespace of this enum")),
                        );
                    }
                    list.push((variant.name.name.clone(), shape_of(&variant.data), variant.name.span));
                }
                let name = item.name.clone();
                self.add_adt(item, module, true, list);
                self.define(module, Ns::Type, &name, Res::Def(DefId::Adt(id)), visible_in, head);
            }
            ItemKind::Union(..) => {
                self.refuse(Refused::Union, item.name.span);
                self.define(module, Ns::Type, &item.name, Res::Err, visible_in, head);
            }
            ItemKind::Impl(_) => self.implementation(item, module),
            ItemKind::Trait(_) => self.trait_item(item, module, visible_in),
            ItemKind::TypeAlias(..) => {
                let name = item.name.clone();
                let id = self.alias(item, module, Container::Module(module));
                self.define(module, Ns::Type, &name, Res::Def(DefId::Alias(id)), visible_in, head);
            }
            ItemKind::Const(..) => {
                let name = item.name.clone();
                let path = self.join(module, &name.name);
                let id = self.constant(item, module, Container::Module(module), visible_in, path);
                self.define(module, Ns::Value, &name, Res::Def(DefId::Const(id)), visible_in, head);
            }
            ItemKind::Static { mutable, .. } => {
                if *mutable {
                    self.refuse(Refused::StaticMut, item.name.span);
                }
                let name = item.name.clone();
                let id = StaticId(self.t.statics.len() as u32);
                let path = self.join(module, &name.name);
                self.t.statics.push(StaticEntry {
                    name: name.name.clone(),
                    path,
                    item: Rc::new(hollow(&item)),
                    module,
                    is_user: self.is_user,
                    def: OnceCell::new(),
                    body: OnceCell::new(),
                });
                if let ItemKind::Static { value: Some(value), .. } = &mut item.kind {
                    self.within(Owner::Static(id), |this| this.walk_expr(value, module));
                }
                self.t.statics[id.index()].item = Rc::new(item);
                self.define(module, Ns::Value, &name, Res::Def(DefId::Static(id)), visible_in, head);
            }
            ItemKind::Mod(contents) => {
                let path = self.join(module, &item.name.name);
                let id = self.add_module(path, Some(module), ModuleKind::Named);
                self.define(module, Ns::Type, &item.name, Res::Def(DefId::Mod(id)), visible_in, head);
                match contents.take() {
                    Some(items) => {
                        let locals = std::mem::take(&mut self.locals);
                        self.items(items, id);
                        self.locals = locals;
                    }
                    None => self.refuse(Refused::ModuleFile, item.span),
                }
            }
            ItemKind::Use(tree) => {
                let tree = tree.clone();
                self.use_tree(&tree, module, &[], false, visible_in, &item);
            }
            ItemKind::ExternCrate => {
                if !matches!(item.name.name.as_str(), "std" | "core" | "alloc") {
                    self.refuse(Refused::ExternCrate, item.span);
                }
            }
            ItemKind::ForeignMod => self.refuse(Refused::Foreign, item.span),
            ItemKind::MacroRules(_) | ItemKind::MacroCall(_) | ItemKind::Error => {}
        }
    }

    fn add_adt(&mut self, item: Item, module: ModId, is_enum: bool, variants: Vec<(SmolStr, VariantShape, Span)>) {
        let id = AdtId(self.t.adts.len() as u32);
        // Nothing that the language itself needs is a collection's; but collections have a `Range`, too.
        if !self.is_user && !self.t.module(module).path.starts_with("std::collections") {
            self.t.library_names.insert_new(item.name.name.clone(), DefId::Adt(id));
        }
        let item = Rc::new(item);
        let path = self.join(module, &item.name.name);
        for (i, (name, shape, span)) in variants.iter().enumerate() {
            if *shape == VariantShape::Tuple {
                let variant = VariantIdx(i as u32);
                let f = FnId(self.t.fns.len() as u32);
                self.t.ctors.insert((id, variant), f);
                self.t.fns.push(FnEntry {
                    name: name.clone(),
                    path: if is_enum { format_smolstr!("{path}::{name}") } else { path.clone() },
                    kind: FnKind::Ctor(id, variant),
                    item: Rc::new(Item { name: ast::Ident::new(name.clone(), *span), ..hollow(&item) }),
                    module,
                    container: Container::Module(module),
                    is_user: self.is_user,
                    visible_in: None,
                    outer_locals: Rc::from([]),
                    def: OnceCell::new(),
                    body: OnceCell::new(),
                });
            }
        }
        self.t.adts.push(AdtEntry {
            name: item.name.name.clone(),
            path,
            item,
            module,
            is_user: self.is_user,
            is_enum,
            variants,
            outer_locals: Rc::from(self.locals.as_slice()),
            def: OnceCell::new(),
        });
    }

    /// Collect what belongs to this body.
    fn within<T>(&mut self, owner: Owner, collect: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.holder, (owner, 0));
        let result = collect(self);
        self.holder = outer;
        result
    }

    /// Collect a closure and what its body holds.
    pub(crate) fn closure(&mut self, node: ast::NodeId, head: Span, span: Span, walk: impl FnOnce(&mut Self)) {
        let (owner, number) = self.holder;
        self.holder.1 += 1;
        let name = format_smolstr!("{{closure#{number}}}");
        let (path, module) = match owner {
            Owner::Fn(id) => (self.t.fns[id.index()].path.clone(), self.t.fns[id.index()].module),
            Owner::Const(id) => (self.t.consts[id.index()].path.clone(), self.t.consts[id.index()].module),
            Owner::Static(id) => (self.t.statics[id.index()].path.clone(), self.t.statics[id.index()].module),
            Owner::Anonymous => (SmolStr::default(), self.t.user_root.unwrap_or(ModId(0))),
        };
        let id = FnId(self.t.fns.len() as u32);
        self.t.closures.insert(node, id);
        self.t.fns.push(FnEntry {
            name: name.clone(),
            path: if path.is_empty() { name.clone() } else { format_smolstr!("{path}::{name}") },
            kind: FnKind::Closure(owner),
            item: Rc::new(Item {
                id: node,
                span,
                attrs: Vec::new(),
                vis: Visibility::Inherited,
                name: ast::Ident::new(name, head),
                kind: ItemKind::Error,
            }),
            module,
            container: Container::Module(module),
            is_user: self.is_user,
            visible_in: None,
            outer_locals: Rc::from([]),
            def: OnceCell::new(),
            body: OnceCell::new(),
        });
        self.within(Owner::Fn(id), walk);
    }

    /// Collect a function, whatever holds it.
    fn function(
        &mut self,
        mut item: Item,
        module: ModId,
        container: Container,
        visible_in: Option<ModId>,
        path: SmolStr,
    ) -> FnId {
        let outer_locals: Rc<[SmolStr]> = Rc::from(self.locals.as_slice());
        let id = FnId(self.t.fns.len() as u32);
        self.t.fns.push(FnEntry {
            name: item.name.name.clone(),
            path,
            kind: FnKind::Item,
            item: Rc::new(hollow(&item)),
            module,
            container,
            is_user: self.is_user,
            visible_in,
            outer_locals,
            def: OnceCell::new(),
            body: OnceCell::new(),
        });
        let name = item.name.name.clone();
        if let ItemKind::Fn(f) = &mut item.kind
            && let Some(body) = &mut f.body
        {
            let mark = self.locals.len();
            if !matches!(container, Container::Module(_)) {
                self.locals.push(SmolStr::new_static("<Self"));
            }
            for param in &f.generics.params {
                self.locals.push(format_smolstr!("<{}", param.name.name));
            }
            for param in &f.params {
                self.pattern_names(&param.pat);
            }
            self.within(Owner::Fn(id), |this| this.walk_block(body, module, &name));
            self.locals.truncate(mark);
        }
        let result = match &item.kind {
            ItemKind::Fn(f) if !matches!(container, Container::Trait(_)) => f.ret.clone(),
            _ => None,
        };
        if !self.is_user {
            if let Some(lang) = attr_string(&item.attrs, "lang")
                && let Some(&(which, _)) = LangFn::ALL.iter().find(|(_, name)| *name == lang)
            {
                self.t.lang.push((which, id));
            }
            if matches!(container, Container::Module(_)) {
                self.t.library_names.insert_new(name, DefId::Fn(id));
            }
        }
        self.t.fns[id.index()].item = Rc::new(item);
        if let Some(result) = result {
            self.opaque_types(&result, id, module, container);
        }
        id
    }

    fn constant(
        &mut self,
        mut item: Item,
        module: ModId,
        container: Container,
        visible_in: Option<ModId>,
        path: SmolStr,
    ) -> ConstId {
        let id = ConstId(self.t.consts.len() as u32);
        self.t.consts.push(ConstEntry {
            name: item.name.name.clone(),
            path,
            item: Rc::new(hollow(&item)),
            module,
            container,
            is_user: self.is_user,
            visible_in,
            def: OnceCell::new(),
            body: OnceCell::new(),
        });
        if let ItemKind::Const(_, Some(value)) = &mut item.kind {
            self.within(Owner::Const(id), |this| this.walk_expr(value, module));
        }
        self.t.consts[id.index()].item = Rc::new(item);
        id
    }

    fn alias(&mut self, item: Item, module: ModId, container: Container) -> AliasId {
        let id = AliasId(self.t.aliases.len() as u32);
        self.t.aliases.push(AliasEntry {
            outer_locals: Rc::from(self.locals.as_slice()),
            name: item.name.name.clone(),
            item: Rc::new(item),
            module,
            container,
            opaque_of: None,
            def: OnceCell::new(),
            bounds: OnceCell::new(),
        });
        id
    }

    /// Each `impl Trait` in the result of a function is a type of its own.
    fn opaque_types(&mut self, result: &ast::Ty, of: FnId, module: ModId, container: Container) {
        let mut written = Vec::new();
        impl_traits(result, &mut written);
        for ty in written {
            let ast::TyKind::ImplTrait(bounds) = &ty.kind else { continue };
            let name = ast::Ident::new(stair_syntax::pretty::ty(ty), ty.span);
            let kind = ItemKind::TypeAlias(ast::Generics::default(), bounds.clone(), None);
            let vis = ast::Visibility::Inherited;
            let item = Item { id: ty.id, span: ty.span, attrs: Vec::new(), vis, name, kind };
            let alias = self.alias(item, module, container);
            self.t.aliases[alias.index()].opaque_of = Some(of);
            self.t.opaques.insert(ty.id, alias);
        }
    }

    fn trait_item(&mut self, mut item: Item, module: ModId, visible_in: Option<ModId>) {
        let id = TraitId(self.t.traits.len() as u32);
        let head = head_span(&item);
        let ItemKind::Trait(def) = &mut item.kind else { return };
        let items = std::mem::take(&mut def.items);
        let name = item.name.clone();
        let path = self.join(module, &name.name);
        let is_sealed = !self.is_user && find_attr(&item.attrs, "sealed").is_some();
        if !self.is_user {
            self.t.library_names.insert_new(name.name.clone(), DefId::Trait(id));
        }
        self.t.traits.push(TraitEntry {
            name: name.name.clone(),
            path: path.clone(),
            item: Rc::new(item),
            module,
            is_user: self.is_user,
            is_sealed,
            fns: Vec::new(),
            consts: Vec::new(),
            types: Vec::new(),
            def: OnceCell::new(),
            supertraits: OnceCell::new(),
        });
        self.define(module, Ns::Type, &name, Res::Def(DefId::Trait(id)), visible_in, head);
        let mut seen: Vec<(bool, SmolStr, Span)> = Vec::new();
        for item in items {
            let is_type = matches!(item.kind, ItemKind::TypeAlias(..));
            let name = item.name.clone();
            if let Visibility::Public(span) | Visibility::Restricted(span, _) = &item.vis {
                self.t.report(
                    Diagnostic::new(Code::E0449, *span, "visibility qualifiers are not permitted here")
                        .note("trait items always share the visibility of their trait"),
                );
            }
            if let Some((_, n, previous)) = seen.iter().find(|(t, n, _)| *t == is_type && *n == name.name) {
                let ns = if is_type { "type" } else { "value" };
                self.t.report(
                    Diagnostic::new(Code::E0428, name.span, format!("the name `{n}` is defined multiple times"))
                        .primary(format!("`{n}` redefined here"))
                        .label(*previous, format!("previous definition of the {ns} `{n}` here"))
                        .note(format!("`{n}` must be defined only once in the {ns} namespace of this trait")),
                );
                continue;
            }
            seen.push((is_type, name.name.clone(), name.span));
            let container = Container::Trait(id);
            let path = format_smolstr!("{path}::{}", name.name);
            match item.kind {
                ItemKind::Fn(_) => {
                    let f = self.function(item, module, container, None, path);
                    self.t.traits[id.index()].fns.push(f);
                }
                ItemKind::Const(..) => {
                    let c = self.constant(item, module, container, None, path);
                    self.t.traits[id.index()].consts.push(c);
                }
                ItemKind::TypeAlias(..) => {
                    let a = self.alias(item, module, container);
                    self.t.traits[id.index()].types.push(a);
                }
                _ => {}
            }
        }
    }

    fn implementation(&mut self, mut item: Item, module: ModId) {
        let id = ImplId(self.t.impls.len() as u32);
        let ItemKind::Impl(def) = &mut item.kind else { return };
        let is_trait = def.of_trait.is_some();
        let own_generics: Vec<SmolStr> =
            def.generics.params.iter().map(|p| format_smolstr!("<{}", p.name.name)).collect();
        let self_name = type_text(&def.self_ty);
        let trait_name = def.of_trait.as_ref().and_then(|p| p.segments.last()).map(|s| s.name.name.clone());
        let items = std::mem::take(&mut def.items);
        // Associated types stay with the implementation; functions and constants become entries of their own.
        let mut kept = Vec::new();
        let mut rest = Vec::new();
        for item in items {
            if is_configured_out(&item.attrs) {
                continue;
            }
            if is_trait && let Visibility::Public(span) | Visibility::Restricted(span, _) = &item.vis {
                self.t.report(
                    Diagnostic::new(Code::E0449, *span, "visibility qualifiers are not permitted here")
                        .note("trait items always share the visibility of their trait"),
                );
            }
            if matches!(item.kind, ItemKind::TypeAlias(..)) { kept.push(item) } else { rest.push(item) }
        }
        def.items = kept;
        self.t.impls.push(ImplEntry {
            item: Rc::new(item),
            module,
            is_user: self.is_user,
            of_trait: None,
            fns: Vec::new(),
            consts: Vec::new(),
            def: OnceCell::new(),
            assoc_types: OnceCell::new(),
        });
        for item in rest {
            let name = &item.name.name;
            let path = match &trait_name {
                Some(t) => format_smolstr!("<{} as {t}>::{name}", self.join(module, &self_name)),
                None => format_smolstr!("{}::{name}", self.join(module, &self_name)),
            };
            let visible_in = if is_trait { None } else { self.visibility(&item.vis, module) };
            let container = Container::Impl(id);
            match item.kind {
                ItemKind::Fn(_) => {
                    let mark = self.locals.len();
                    self.locals.extend(own_generics.iter().cloned());
                    let f = self.function(item, module, container, visible_in, path);
                    self.locals.truncate(mark);
                    self.t.impls[id.index()].fns.push(f);
                }
                ItemKind::Const(..) => {
                    let c = self.constant(item, module, container, visible_in, path);
                    self.t.impls[id.index()].consts.push(c);
                }
                _ => {}
            }
        }
    }
}

/// The last name of a type, for paths of its methods.
fn type_text(ty: &ast::Ty) -> SmolStr {
    match &ty.kind {
        ast::TyKind::Path(path) => path.segments.last().map_or_else(SmolStr::default, |s| s.name.name.clone()),
        ast::TyKind::Paren(inner) => type_text(inner),
        ast::TyKind::Ref { inner, .. } => format_smolstr!("&{}", type_text(inner)),
        ast::TyKind::Slice(inner) => format_smolstr!("[{}]", type_text(inner)),
        ast::TyKind::Array(inner, _) => format_smolstr!("[{}; _]", type_text(inner)),
        ast::TyKind::Tuple(_) => SmolStr::new_static("(..)"),
        _ => SmolStr::new_static("_"),
    }
}

/// Each `impl Trait` in a type, the outer ones first.
fn impl_traits<'a>(ty: &'a ast::Ty, out: &mut Vec<&'a ast::Ty>) {
    let of_path = |path: &'a ast::Path, out: &mut Vec<&'a ast::Ty>| {
        for args in path.segments.iter().filter_map(|segment| segment.args.as_ref()) {
            for arg in args.args.iter().filter(|_| args.parenthesized.is_none()) {
                if let ast::GenericArg::Type(ty) | ast::GenericArg::Binding(_, _, ty) = arg {
                    impl_traits(ty, out);
                }
            }
            if let Some(Some(output)) = &args.parenthesized {
                impl_traits(output, out);
            }
        }
    };
    match &ty.kind {
        ast::TyKind::ImplTrait(bounds) => {
            out.push(ty);
            for bound in bounds {
                if let ast::Bound::Trait { path, .. } = bound {
                    of_path(path, out);
                }
            }
        }
        ast::TyKind::Ref { inner, .. } | ast::TyKind::Slice(inner) | ast::TyKind::Paren(inner) => {
            impl_traits(inner, out)
        }
        ast::TyKind::Array(element, _) => impl_traits(element, out),
        ast::TyKind::Tuple(elements) => elements.iter().for_each(|element| impl_traits(element, out)),
        ast::TyKind::Path(path) => of_path(path, out),
        _ => {}
    }
}
