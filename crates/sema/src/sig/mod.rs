//! Signatures, read on demand: what each item is, after the types that it names are known.

mod drop_impl;
pub(crate) mod lower;
mod objects;
mod params;
pub(crate) mod wf;

use crate::Program;
use crate::collect::{find_attr, shape_of};
use crate::defs::{
    AdtDef, ConstDef, Container, FieldDef, FnDef, GenericParam, Generics, ImplDef, Predicate, StaticDef, TraitDef,
    TraitRef, VariantDef, VariantShape,
};
use crate::ids::{AdtId, AliasId, ConstId, FnId, ImplId, ModId, StaticId, TraitId};
use crate::intrinsics::Intrinsic;
use crate::tables::{FnKind, Query};
use crate::ty::{IntTy, Ty, TyKind, TyList};
use lower::{Elision, Lower};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, GenericParamKind, Item, ItemKind, VariantData};
use stair_syntax::token::TokenKind;
use std::rc::Rc;

/// What `Self` is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SelfIs {
    None,
    Trait(TraitId),
    Impl(ImplId),
    Adt(AdtId),
}

/// A generic parameter in scope.
#[derive(Clone, Debug)]
pub(crate) struct ScopeParam {
    pub(crate) name: SmolStr,
    pub(crate) is_const: bool,
}

/// What an item's own declarations bring into scope.
#[derive(Clone, Debug)]
pub(crate) struct ItemScope {
    pub(crate) module: ModId,
    /// The items whose generic parameters are in scope, the outermost first.
    pub(crate) items: Vec<Rc<Item>>,
    /// Type and constant parameters by their place among the arguments.
    pub(crate) params: Vec<ScopeParam>,
    pub(crate) lifetimes: Vec<SmolStr>,
    pub(crate) self_is: SelfIs,
    /// The type that `Self` is, where it is known while the implementation's header is still being read.
    pub(crate) known_self: Option<Ty>,
    /// Variables and, after a `<`, generic parameters of functions around the item, which it cannot use.
    pub(crate) outer: Rc<[SmolStr]>,
}

/// The generic parameters that an item declares.
pub(crate) fn generics_of(item: &Item) -> Option<&ast::Generics> {
    match &item.kind {
        ItemKind::Fn(f) => Some(&f.generics),
        ItemKind::Struct(g, _) | ItemKind::Enum(g, _) | ItemKind::Union(g, _) | ItemKind::TypeAlias(g, _, _) => Some(g),
        ItemKind::Impl(i) => Some(&i.generics),
        ItemKind::Trait(t) => Some(&t.generics),
        _ => None,
    }
}

/// Type and constant parameters.
pub(crate) fn type_params(generics: &ast::Generics) -> impl Iterator<Item = &ast::GenericParam> {
    generics.params.iter().filter(|p| !matches!(p.kind, GenericParamKind::Lifetime(_)))
}

/// Lifetime parameters.
pub(crate) fn lifetime_params(generics: &ast::Generics) -> impl Iterator<Item = &ast::GenericParam> {
    generics.params.iter().filter(|p| matches!(p.kind, GenericParamKind::Lifetime(_)))
}

impl ItemScope {
    /// The scope of a module's own level.
    pub(crate) fn of_module(module: ModId) -> Self {
        Self {
            module,
            items: Vec::new(),
            params: Vec::new(),
            lifetimes: Vec::new(),
            self_is: SelfIs::None,
            known_self: None,
            outer: Rc::from([]),
        }
    }

    /// Add the parameters that an item declares.
    fn enter(&mut self, item: &Rc<Item>) {
        if let Some(generics) = generics_of(item) {
            for param in &generics.params {
                match &param.kind {
                    GenericParamKind::Lifetime(_) => self.lifetimes.push(param.name.name.clone()),
                    kind => self.params.push(ScopeParam {
                        name: param.name.name.clone(),
                        is_const: matches!(kind, GenericParamKind::Const(..)),
                    }),
                }
            }
        }
        self.items.push(Rc::clone(item));
    }
}

impl Program {
    /// The scope in which a container's items are written.
    pub(crate) fn container_scope(&self, container: Container, module: ModId) -> ItemScope {
        let mut scope = ItemScope::of_module(module);
        match container {
            Container::Module(_) => {}
            Container::Impl(id) => {
                scope.self_is = SelfIs::Impl(id);
                scope.enter(&self.tables.impls[id.index()].item);
            }
            Container::Trait(id) => {
                scope.self_is = SelfIs::Trait(id);
                scope.params.push(ScopeParam { name: SmolStr::new_static("Self"), is_const: false });
                scope.enter(&self.tables.traits[id.index()].item);
            }
        }
        scope
    }

    /// The scope of a function's signature and body.
    pub(crate) fn fn_scope(&self, id: FnId) -> ItemScope {
        let entry = &self.tables.fns[id.index()];
        let mut scope = self.container_scope(entry.container, entry.module);
        scope.enter(&entry.item);
        scope.outer = Rc::clone(&entry.outer_locals);
        scope
    }

    /// The scope of a struct's or enum's fields.
    pub(crate) fn adt_scope(&self, id: AdtId) -> ItemScope {
        let entry = &self.tables.adts[id.index()];
        let mut scope = ItemScope::of_module(entry.module);
        scope.self_is = SelfIs::Adt(id);
        scope.enter(&entry.item);
        scope.outer = Rc::clone(&entry.outer_locals);
        scope
    }

    /// The generic parameters of the container of an item.
    fn container_generics(&self, container: Container) -> Generics {
        match container {
            Container::Module(_) => Generics::default(),
            Container::Impl(id) => self.impl_header(id).generics.clone(),
            Container::Trait(id) => {
                let mut generics = self.trait_def(id).generics.clone();
                // Inside a trait, `Self` implements it.
                let args = self.identity_args(&generics);
                let span = self.tables.traits[id.index()].item.name.span;
                generics.bounds.push(Predicate::Trait(TraitRef { def: id, args }, span));
                generics
            }
        }
    }

    /// Each parameter as its own argument.
    pub(crate) fn identity_args(&self, generics: &Generics) -> TyList {
        let args: Vec<Ty> = generics
            .params
            .iter()
            .enumerate()
            .map(|(i, p)| self.types.mk(TyKind::Param(i as u32, p.name.clone())))
            .collect();
        self.types.mk_list(&args)
    }

    /// Read the parameters and bounds that an item declares on top of its container's.
    fn lower_generics(&self, scope: &ItemScope, item: &Item, parent: Generics) -> Generics {
        let mut generics = parent;
        generics.parent_count = generics.params.len();
        let Some(ast) = generics_of(item) else { return generics };
        let lower = Lower::new(self, scope);
        for param in &ast.params {
            self.check_param_name(scope, ast, param);
            self.check_default_place(item, param);
        }
        for param in type_params(ast) {
            let const_ty = match &param.kind {
                GenericParamKind::Const(ty, _) => Some(lower.ty(ty)),
                _ => None,
            };
            generics.params.push(GenericParam { name: param.name.name.clone(), span: param.name.span, const_ty });
        }
        let sized = self.tables.library_trait("Sized");
        for (offset, param) in type_params(ast).enumerate() {
            let GenericParamKind::Type(bounds, _) = &param.kind else { continue };
            let index = (generics.parent_count + offset) as u32;
            let ty = self.types.mk(TyKind::Param(index, param.name.name.clone()));
            let maybe = |b: &ast::Bound| matches!(b, ast::Bound::Trait { maybe: true, .. });
            let relaxed = bounds.iter().any(maybe)
                || ast.wheres.iter().any(|w| {
                    w.bounds.iter().any(maybe) && w.ty.as_ref().is_some_and(|t| lower::is_path_to(t, &param.name.name))
                });
            if let Some(sized) = sized
                && !relaxed
            {
                let args = self.types.mk_list(&[ty]);
                generics.bounds.push(Predicate::Trait(TraitRef { def: sized, args }, param.name.span));
            }
            lower.bounds(ty, bounds, &mut generics.bounds);
        }
        for clause in &ast.wheres {
            if let Some(written) = &clause.ty {
                for bound in &clause.bounds {
                    if let ast::Bound::Trait { path, .. } = bound {
                        let free: Vec<ast::Ident> = clause
                            .binder
                            .iter()
                            .filter(|l| !wf::mentions_lifetime(written, &l.name))
                            .cloned()
                            .collect();
                        lower.check_binder(&free, path);
                    }
                }
                lower.in_binder(&clause.binder, || {
                    let ty = lower.ty(written);
                    lower.bounds(ty, &clause.bounds, &mut generics.bounds);
                });
            } else {
                for bound in &clause.bounds {
                    if let ast::Bound::Lifetime(l) = bound {
                        lower.lifetime(l);
                    }
                }
            }
        }
        generics
    }

    /// Defaults are for types and traits only.
    fn check_default_place(&self, item: &Item, param: &ast::GenericParam) {
        let (end, code) = match &param.kind {
            GenericParamKind::Type(_, Some(default)) => (default.span, Code::InvalidTypeParamDefault),
            GenericParamKind::Const(_, Some(default)) => (default.span, Code::Syntax),
            _ => return,
        };
        if matches!(item.kind, ItemKind::Fn(_) | ItemKind::Impl(_)) && param.name.span.is_user() {
            let message = "defaults for generic parameters are not allowed here";
            self.tables.report(Diagnostic::new(code, param.name.span.to(end), message).primary("no default here"));
        }
    }

    /// E0403, E0262: names of parameters.
    fn check_param_name(&self, scope: &ItemScope, own: &ast::Generics, param: &ast::GenericParam) {
        if !param.name.span.is_user() {
            return;
        }
        let name = &param.name.name;
        if matches!(param.kind, GenericParamKind::Lifetime(_)) && (name == "'static" || name == "'_") {
            let d = if name == "'static" {
                Diagnostic::new(Code::E0262, param.name.span, "invalid lifetime parameter name: `'static`")
                    .primary("'static is a reserved lifetime name")
            } else {
                Diagnostic::new(Code::E0637, param.name.span, "`'_` cannot be used here")
                    .primary("`'_` is a reserved lifetime name")
            };
            self.tables.report(d);
            return;
        }
        if let Some(first) = own.params.iter().find(|q| q.name.name == *name)
            && first.id != param.id
        {
            self.tables.report(
                Diagnostic::new(
                    Code::E0403,
                    param.name.span,
                    format!(
                        "the name `{name}` is already used for a generic parameter in this item's generic parameters"
                    ),
                )
                .primary("already used")
                .label(first.name.span, format!("first use of `{name}`")),
            );
            return;
        }
        let outer = scope.items.len().saturating_sub(1);
        for item in &scope.items[..outer] {
            let Some(generics) = generics_of(item) else { continue };
            if let Some(first) = generics.params.iter().find(|q| q.name.name == *name) {
                let d = if name.starts_with('\'') {
                    Diagnostic::new(
                        Code::E0496,
                        param.name.span,
                        format!("lifetime name `{name}` shadows a lifetime name that is already in scope"),
                    )
                    .primary(format!("lifetime `{name}` already in scope"))
                    .label(first.name.span, "first declared here")
                } else {
                    Diagnostic::new(
                        Code::E0403,
                        param.name.span,
                        format!(
                            "the name `{name}` is already used for a generic parameter in this item's generic parameters"
                        ),
                    )
                    .primary("already used")
                    .label(first.name.span, format!("first use of `{name}`"))
                };
                self.tables.report(d);
            }
        }
    }

    /// E0391.
    fn report_cycle(&self, what: &str, span: Span) {
        self.tables.report(
            Diagnostic::new(Code::E0391, span, format!("cycle detected when {what}")).primary("this depends on itself"),
        );
    }

    /// [`Program::fn_def`]
    pub(crate) fn fn_sig(&self, id: FnId) -> &FnDef {
        let entry = &self.tables.fns[id.index()];
        if entry.def.get().is_none()
            && let FnKind::Closure(owner) = entry.kind
        {
            self.check_owner(owner);
            // Without one there was an error in the body around it.
            entry.def.get_or_init(|| Rc::new(self.broken_fn(id)));
        }
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::FnSig(id), || self.lower_fn(id)).unwrap_or_else(|| {
                self.report_cycle(&format!("computing function signature of `{}`", entry.path), entry.item.name.span);
                self.broken_fn(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_fn(&self, id: FnId) -> FnDef {
        let entry = &self.tables.fns[id.index()];
        FnDef {
            name: entry.name.clone(),
            path: entry.path.clone(),
            span: entry.item.span,
            name_span: entry.item.name.span,
            container: entry.container,
            generics: Generics::default(),
            params: Vec::new(),
            ret: self.types.common.error,
            has_self: false,
            is_const: false,
            track_caller: false,
            intrinsic: None,
            is_user: entry.is_user,
            has_body: false,
            closure: None,
        }
    }

    /// Whether a function has the hidden parameter: it is marked, or implements a trait's function that is.
    pub(crate) fn has_caller_param(&self, id: FnId) -> bool {
        let entry = &self.tables.fns[id.index()];
        if self.tables.library_adt("Location").is_none() {
            return false;
        }
        match entry.container {
            Container::Impl(i) => match self.tables.impls[i.index()].of_trait {
                None => find_attr(&entry.item.attrs, "track_caller").is_some(),
                Some(t) => self
                    .tables
                    .fn_named(&self.tables.traits[t.index()].fns, &entry.name)
                    .is_some_and(|f| find_attr(&self.tables.fns[f.index()].item.attrs, "track_caller").is_some()),
            },
            _ => find_attr(&entry.item.attrs, "track_caller").is_some(),
        }
    }

    /// `&'static Location`.
    pub(crate) fn location_ref(&self) -> Ty {
        match self.tables.library_adt("Location") {
            Some(adt) => {
                let location = self.types.mk(TyKind::Adt(adt, TyList::EMPTY));
                self.types.mk_ref(location, false)
            }
            None => self.types.common.error,
        }
    }

    fn lower_fn(&self, id: FnId) -> FnDef {
        let entry = &self.tables.fns[id.index()];
        if let FnKind::Ctor(adt, variant) = entry.kind {
            return self.ctor_sig(id, adt, variant);
        }
        let item = Rc::clone(&entry.item);
        let ItemKind::Fn(ast) = &item.kind else { return self.broken_fn(id) };
        let scope = self.fn_scope(id);
        let generics = self.lower_generics(&scope, &item, self.container_generics(entry.container));
        let lower = Lower::new(self, &scope);
        let mut params = Vec::new();
        let mut self_has_ref = false;
        if let Some(receiver) = &ast.self_param {
            let self_ty = lower.self_ty(receiver.span);
            let ty = match &receiver.ty {
                Some(ty) => {
                    let t = lower.ty(ty);
                    self_has_ref = matches!(ty.kind, ast::TyKind::Ref { .. });
                    match self.check_receiver(t, self_ty, ty.span) {
                        true => t,
                        false => self.types.common.error,
                    }
                }
                None if receiver.is_ref => {
                    self_has_ref = true;
                    if let Some(l) = &receiver.lifetime {
                        lower.lifetime(l);
                    }
                    lower.lifetime_positions.set(lower.lifetime_positions.get() + 1);
                    self.types.mk_ref(self_ty, receiver.is_mut)
                }
                None => self_ty,
            };
            params.push(ty);
        }
        let mut sources: Vec<(String, u32)> = Vec::new();
        for param in &ast.params {
            let before = lower.lifetime_positions.get();
            params.push(lower.parameter(&param.ty));
            let positions = lower.lifetime_positions.get() - before;
            if positions > 0 {
                let name = match &param.pat.kind {
                    ast::PatKind::Ident { name, .. } => format!("`{}`", name.name),
                    _ => format!("argument {}", params.len()),
                };
                sources.push((name, positions));
            }
        }
        let positions = lower.lifetime_positions.get();
        let ret = match &ast.ret {
            None => self.types.common.unit,
            Some(ty) => {
                lower.within.set("return types");
                if !self_has_ref && positions != 1 {
                    lower.elision.set(Elision::Missing);
                }
                let t = lower.ty(ty);
                let missing = lower.missing.take();
                if !missing.is_empty() {
                    self.report_missing_lifetimes(&missing, Some(&sources));
                }
                t
            }
        };
        let intrinsic = match find_attr(&item.attrs, "intrinsic") {
            Some(_) if !entry.is_user => Intrinsic::parse(&entry.name),
            _ => None,
        };
        if self.has_caller_param(id) {
            params.push(self.location_ref());
        }
        FnDef {
            name: entry.name.clone(),
            path: entry.path.clone(),
            span: ast.sig_span,
            name_span: item.name.span,
            container: entry.container,
            generics,
            params,
            ret,
            has_self: ast.self_param.is_some(),
            is_const: ast.is_const || intrinsic.is_some_and(|_| ast.is_const),
            track_caller: self.has_caller_param(id),
            intrinsic,
            is_user: entry.is_user,
            has_body: ast.body.is_some(),
            closure: None,
        }
    }

    /// A constructor as a function of its fields.
    fn ctor_sig(&self, id: FnId, adt: AdtId, variant: crate::ids::VariantIdx) -> FnDef {
        let def = self.adt_sig(adt);
        let generics = Generics { bounds: Vec::new(), ..def.generics.clone() };
        let args = self.identity_args(&generics);
        let fields = def.variants.get(variant.0 as usize).map_or(&[][..], |v| &v.fields);
        FnDef {
            params: fields.iter().map(|f| f.ty).collect(),
            ret: self.types.mk(TyKind::Adt(adt, args)),
            generics,
            is_const: true,
            has_body: true,
            ..self.broken_fn(id)
        }
    }

    /// E0307, E0801: `self: T` where `T` does not lead to `Self`; whether a body can make anything of it.
    fn check_receiver(&self, ty: Ty, self_ty: Ty, span: Span) -> bool {
        let mut t = ty;
        loop {
            if t == self_ty || t == self.types.common.error || self_ty == self.types.common.error {
                return true;
            }
            match self.types.kind(t) {
                TyKind::Ref(inner, _) => t = inner,
                // A projection or alias may stand for anything.
                TyKind::Projection(..) => return true,
                // The library's types that implement `Receiver`.
                TyKind::Adt(adt, args)
                    if ["Box", "Rc", "Arc", "Pin"].iter().any(|name| self.tables.library_adt(name) == Some(adt)) =>
                {
                    match self.types.list(args).first() {
                        Some(&inner) => t = inner,
                        None => break,
                    }
                }
                _ => break,
            }
        }
        if matches!(self.types.kind(ty), TyKind::Param(_, name) if name != "Self") {
            self.tables.report(
                Diagnostic::new(
                    Code::E0801,
                    span,
                    format!("invalid generic `self` parameter type: `{}`", self.type_name(ty)),
                )
                .note("type of `self` must not be a method generic parameter type")
                .help(
                    "use a concrete type such as `self`, `&self`, `&mut self`, `self: Box<Self>` or `self: Rc<Self>`",
                ),
            );
            return false;
        }
        self.tables.report(
            Diagnostic::new(Code::E0307, span, format!("invalid `self` parameter type: `{}`", self.type_name(ty)))
                .note("type of `self` must be `Self` or a type that dereferences to it")
                .help("consider changing to `self`, `&self`, `&mut self`, or a type implementing `Receiver` such as `self: Box<Self>`, `self: Rc<Self>`, or `self: Arc<Self>`"),
        );
        true
    }

    /// E0106 for a group of places. With the sources that a function's result could borrow from.
    pub(crate) fn report_missing_lifetimes(&self, missing: &[Span], sources: Option<&[(String, u32)]>) {
        let Some(&first) = missing.first() else { return };
        let s = if missing.len() == 1 { "" } else { "s" };
        let mut d = Diagnostic::new(Code::E0106, first, format!("missing lifetime specifier{s}"))
            .primary("expected named lifetime parameter");
        for &span in &missing[1..] {
            d = d.label(span, "expected named lifetime parameter");
        }
        if let Some(sources) = sources {
            if sources.is_empty() {
                d = d.help(
                    "this function's return type contains a borrowed value, but there is no value for it to be borrowed from",
                );
                d = d.help("consider using the `'static` lifetime, or returning an owned value");
            } else {
                let names: Vec<String> = sources
                    .iter()
                    .map(|(name, n)| if *n == 1 { name.clone() } else { format!("one of {name}'s {n} lifetimes") })
                    .collect();
                let list = match names.as_slice() {
                    [one] => one.clone(),
                    [a, b] => format!("{a} or {b}"),
                    [init @ .., end] => format!("one of {}, or {end}", init.join(", ")),
                    [] => String::new(),
                };
                d = d.help(format!(
                    "this function's return type contains a borrowed value, but the signature does not say {} it is borrowed from {list}",
                    if names.len() == 2 { "whether" } else { "which" },
                ));
                d = d.help("consider introducing a named lifetime parameter");
            }
        } else {
            d = d.help("consider introducing a named lifetime parameter");
        }
        if first.is_user() {
            self.tables.report(d);
        }
    }

    /// [`Program::adt_def`]
    pub(crate) fn adt_sig(&self, id: AdtId) -> &AdtDef {
        let entry = &self.tables.adts[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Adt(id), || self.lower_adt(id)).unwrap_or_else(|| {
                self.report_cycle(&format!("computing the layout of `{}`", entry.name), entry.item.name.span);
                self.broken_adt(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_adt(&self, id: AdtId) -> AdtDef {
        let entry = &self.tables.adts[id.index()];
        let variants = entry
            .variants
            .iter()
            .map(|(name, shape, span)| VariantDef {
                name: name.clone(),
                span: *span,
                shape: *shape,
                fields: Vec::new(),
                discriminant: 0,
            })
            .collect();
        AdtDef {
            name: entry.name.clone(),
            path: entry.path.clone(),
            span: entry.item.name.span,
            is_enum: entry.is_enum,
            generics: Generics::default(),
            variants,
            repr: None,
            repr_c: false,
            is_user: entry.is_user,
        }
    }

    fn lower_fields(&self, scope: &ItemScope, data: &VariantData, public: bool) -> Vec<FieldDef> {
        let fields = match data {
            VariantData::Named(f) | VariantData::Tuple(f) => f.as_slice(),
            VariantData::Unit => &[],
        };
        let named = matches!(data, VariantData::Named(_));
        let mut out: Vec<FieldDef> = Vec::new();
        for field in fields {
            let lower = Lower::new(self, scope);
            lower.elision.set(Elision::Missing);
            lower.within.set(if public { "enums" } else { "structs" });
            let ty = lower.ty(&field.ty);
            let missing = lower.missing.take();
            if !missing.is_empty() {
                self.report_missing_lifetimes(&missing, None);
            }
            if named && let Some(previous) = out.iter().find(|f| f.name == field.name.name) {
                let n = &field.name.name;
                self.tables.report(
                    Diagnostic::new(Code::E0124, field.name.span, format!("field `{n}` is already declared"))
                        .primary("field already declared")
                        .label(previous.span, format!("`{n}` first declared here")),
                );
            }
            let visible_in = if public { None } else { self.field_visibility(&field.vis, scope.module) };
            let span = if named { field.name.span } else { field.ty.span };
            out.push(FieldDef { name: field.name.name.clone(), span, ty, visible_in });
        }
        out
    }

    fn field_visibility(&self, vis: &ast::Visibility, module: ModId) -> Option<ModId> {
        match vis {
            ast::Visibility::Public(_) => None,
            ast::Visibility::Inherited => Some(module),
            ast::Visibility::Restricted(_, path) => {
                match self.tables.resolve_segments(module, path.global, &path.segments, crate::collect::names::Ns::Type)
                {
                    Ok(r) => match r.res {
                        crate::collect::names::Res::Def(crate::defs::DefId::Mod(m)) => Some(m),
                        _ => Some(module),
                    },
                    Err(_) => Some(module),
                }
            }
        }
    }

    /// What is wrong with a type's representations taken together: E0565, E0566, E0692, E0731, E0517.
    fn check_repr(&self, item: &Item) {
        let is_list = |a: &&ast::Attr| a.path == "repr" && a.input == ast::AttrInput::List;
        let tokens = || item.attrs.iter().filter(is_list).flat_map(|a| &a.tokens);
        let mut hints: Vec<(&str, Span)> = Vec::new();
        for token in tokens() {
            match &token.kind {
                TokenKind::Ident { name, .. } => hints.push((name, token.span)),
                TokenKind::Literal { .. } if !hints.iter().any(|h| matches!(h.0, "align" | "packed")) => {
                    self.tables.report(
                        Diagnostic::new(Code::E0565, token.span, "meta item in `repr` must be an identifier")
                            .help("representations are written without quotes: `#[repr(C)]`"),
                    );
                }
                _ => {}
            }
        }
        let ints = || hints.iter().filter(|h| IntTy::ALL.into_iter().any(|i| i.as_str() == h.0));
        let transparent = hints.iter().find(|h| h.0 == "transparent");
        if let Some(&(_, span)) = transparent
            && hints.iter().any(|h| h.0 != "transparent")
        {
            let what = if matches!(item.kind, ItemKind::Enum(..)) { "enum" } else { "struct" };
            self.tables.report(Diagnostic::new(
                Code::E0692,
                span,
                format!("transparent {what} cannot have other repr hints"),
            ));
        } else if let Some(&(first, span)) = ints().next()
            && (ints().any(|h| h.0 != first)
                || hints.iter().any(|h| h.0 == "C")
                    && matches!(&item.kind, ItemKind::Enum(_, variants)
                        if variants.iter().all(|v| matches!(v.data, VariantData::Unit))))
        {
            self.tables.report(
                Diagnostic::new(Code::E0566, span, "conflicting representation hints")
                    .help("keep the one that is meant"),
            );
        }
        match &item.kind {
            ItemKind::Enum(_, variants) if transparent.is_some() && variants.len() != 1 => {
                self.tables.report(
                    Diagnostic::new(
                        Code::E0731,
                        item.name.span,
                        format!("transparent enum needs exactly one variant, but has {}", variants.len()),
                    )
                    .primary(format!("needs exactly one variant, but has {}", variants.len())),
                );
            }
            ItemKind::Struct(..) => {
                if let Some(&(_, span)) = ints().next() {
                    self.tables.report(
                        Diagnostic::new(Code::E0517, span, "attribute should be applied to an enum")
                            .primary("not an enum")
                            .label(item.name.span, "a struct"),
                    );
                }
            }
            _ => {}
        }
    }

    fn lower_adt(&self, id: AdtId) -> AdtDef {
        let entry = &self.tables.adts[id.index()];
        let item = Rc::clone(&entry.item);
        let scope = self.adt_scope(id);
        let generics = self.lower_generics(&scope, &item, Generics::default());
        let mut def = AdtDef { generics, ..self.broken_adt(id) };
        if entry.is_user {
            self.check_repr(&item);
        }
        for attr in item.attrs.iter().filter(|a| a.path == "repr") {
            for token in &attr.tokens {
                let TokenKind::Ident { name, .. } = &token.kind else { continue };
                match name.as_str() {
                    "C" => def.repr_c = true,
                    "transparent" | "Rust" => {}
                    "packed" | "align" | "simd" => {
                        if entry.is_user {
                            self.tables.report(
                                Diagnostic::new(
                                    Code::S0022,
                                    attr.span,
                                    format!("the attribute `repr({name})` is outside the subset"),
                                )
                                .primary("not supported yet"),
                            );
                        }
                    }
                    other => match IntTy::ALL.into_iter().find(|i| i.as_str() == other) {
                        Some(int) => def.repr = Some(int),
                        None => {
                            if entry.is_user {
                                self.tables.report(
                                    Diagnostic::new(Code::E0552, token.span, "unrecognized representation hint")
                                        .help("valid reprs are `Rust` (default), `C`, `align`, `packed`, `transparent`, `simd`, `i8`, `u8`, `i16`, `u16`, `i32`, `u32`, `i64`, `u64`, `i128`, `u128`, `isize`, `usize`"),
                                );
                            }
                        }
                    },
                }
            }
        }
        match &item.kind {
            ItemKind::Struct(_, data) => def.variants[0].fields = self.lower_fields(&scope, data, false),
            ItemKind::Enum(_, variants) => {
                let mut next: Option<i128> = Some(0);
                let int = def.repr.unwrap_or(IntTy::Isize);
                let int_ty = self.types.mk(TyKind::Int(int));
                for (variant, out) in variants.iter().zip(&mut def.variants) {
                    out.fields = self.lower_fields(&scope, &variant.data, true);
                    out.shape = shape_of(&variant.data);
                    if let Some(expr) = &variant.discriminant {
                        let lower = Lower::new(self, &scope);
                        next = lower.const_scalar(expr, int_ty);
                        out.discriminant = next.unwrap_or(0);
                    } else if let Some(value) = next {
                        if value > int.max() {
                            self.tables.report(
                                Diagnostic::new(Code::E0370, variant.name.span, "enum discriminant overflowed")
                                    .primary(format!("overflowed on value after {}", int.max()))
                                    .note(format!(
                                        "explicitly set `{} = {}` if that is desired outcome",
                                        variant.name.name,
                                        int.min()
                                    )),
                            );
                        }
                        out.discriminant = value;
                    }
                    next = next.map(|v| v + 1);
                }
            }
            _ => {}
        }
        def
    }

    /// [`Program::trait_def`]
    pub(crate) fn trait_sig(&self, id: TraitId) -> &TraitDef {
        let entry = &self.tables.traits[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Trait(id), || self.lower_trait(id)).unwrap_or_else(|| {
                self.report_cycle(&format!("computing the super predicates of `{}`", entry.name), entry.item.name.span);
                self.broken_trait(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_trait(&self, id: TraitId) -> TraitDef {
        let entry = &self.tables.traits[id.index()];
        TraitDef {
            name: entry.name.clone(),
            path: entry.path.clone(),
            span: entry.item.name.span,
            generics: Generics::default(),
            fns: entry.fns.clone(),
            consts: entry.consts.clone(),
            types: entry.types.clone(),
        }
    }

    fn lower_trait(&self, id: TraitId) -> TraitDef {
        let entry = &self.tables.traits[id.index()];
        let item = Rc::clone(&entry.item);
        let mut scope = self.container_scope(Container::Trait(id), entry.module);
        scope.self_is = SelfIs::Trait(id);
        let self_param = GenericParam { name: SmolStr::new_static("Self"), span: item.name.span, const_ty: None };
        let base = Generics { params: vec![self_param], parent_count: 0, bounds: Vec::new() };
        let mut generics = self.lower_generics(&scope, &item, base);
        generics.parent_count = 0;
        if let ItemKind::Trait(ast) = &item.kind {
            let lower = Lower::new(self, &scope);
            let self_ty = self.types.mk(TyKind::Param(0, SmolStr::new_static("Self")));
            lower.bounds(self_ty, &ast.bounds, &mut generics.bounds);
        }
        TraitDef { generics, ..self.broken_trait(id) }
    }

    /// The traits that a trait requires of its implementors, all levels, itself first. By name only.
    pub(crate) fn supertraits(&self, id: TraitId) -> Rc<[TraitId]> {
        let entry = &self.tables.traits[id.index()];
        if let Some(known) = entry.supertraits.get() {
            return Rc::clone(known);
        }
        let list = self
            .tables
            .guarded(Query::Supertraits(id), || {
                let mut list = vec![id];
                let ItemKind::Trait(ast) = &entry.item.kind else { return list };
                let selfs =
                    ast.generics.wheres.iter().filter(|w| w.ty.as_ref().is_some_and(|t| lower::is_path_to(t, "Self")));
                for bound in ast.bounds.iter().chain(selfs.flat_map(|w| &w.bounds)) {
                    if let ast::Bound::Trait { path, maybe: false, .. } = bound
                        && let Some(t) = self.trait_named(entry.module, path)
                    {
                        for &t in self.supertraits(t).iter() {
                            if !list.contains(&t) {
                                list.push(t);
                            }
                        }
                    }
                }
                list
            })
            .unwrap_or_else(|| vec![id]);
        let list: Rc<[TraitId]> = Rc::from(list);
        let _ = entry.supertraits.set(Rc::clone(&list));
        list
    }

    /// The trait that a path names, without reporting anything.
    pub(crate) fn trait_named(&self, module: ModId, path: &ast::Path) -> Option<TraitId> {
        use crate::collect::names::{Ns, Res};
        match self.tables.resolve_segments(module, path.global, &path.segments, Ns::Type) {
            Ok(r) if r.used == path.segments.len() => match r.res {
                Res::Def(crate::defs::DefId::Trait(t)) => Some(t),
                _ => None,
            },
            _ => None,
        }
    }

    /// The parameters, trait and type of an implementation, without its items.
    pub(crate) fn impl_header(&self, id: ImplId) -> &ImplDef {
        let entry = &self.tables.impls[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Impl(id), || self.lower_impl(id)).unwrap_or_else(|| {
                self.report_cycle("computing an implementation's header", entry.item.span);
                self.broken_impl(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_impl(&self, id: ImplId) -> ImplDef {
        let entry = &self.tables.impls[id.index()];
        ImplDef {
            generics: Generics::default(),
            of_trait: None,
            self_ty: self.types.common.error,
            fns: entry.fns.clone(),
            consts: entry.consts.clone(),
            types: Vec::new(),
            span: entry.item.span,
            is_user: entry.is_user,
        }
    }

    fn lower_impl(&self, id: ImplId) -> ImplDef {
        let entry = &self.tables.impls[id.index()];
        let item = Rc::clone(&entry.item);
        let ItemKind::Impl(ast) = &item.kind else { return self.broken_impl(id) };
        let mut scope = self.container_scope(Container::Impl(id), entry.module);
        // The header's own bounds may say `Self` only through the type, which is read first.
        let self_ty = Lower::new(self, &scope).ty(&ast.self_ty);
        scope.known_self = Some(self_ty);
        let of_trait =
            ast.of_trait.as_ref().and_then(|path| Lower::new(self, &scope).trait_ref(path, self_ty, &mut Vec::new()));
        let mut generics = self.lower_generics(&scope, &item, Generics::default());
        generics.parent_count = 0;
        let span = ast.of_trait.as_ref().map_or(ast.self_ty.span, |t| t.span.to(ast.self_ty.span));
        let header = Span { hi: ast.self_ty.span.hi, ..item.span.to(span) };
        ImplDef { generics, of_trait, self_ty, span: header, ..self.broken_impl(id) }
    }

    /// The associated types that an implementation gives.
    pub(crate) fn impl_types(&self, id: ImplId) -> Rc<[(AliasId, Ty)]> {
        let entry = &self.tables.impls[id.index()];
        if let Some(known) = entry.assoc_types.get() {
            return Rc::clone(known);
        }
        let list = self
            .tables
            .guarded(Query::ImplTypes(id), || {
                let mut list = Vec::new();
                let Some(t) = entry.of_trait else { return list };
                let ItemKind::Impl(ast) = &entry.item.kind else { return list };
                let scope = self.container_scope(Container::Impl(id), entry.module);
                for item in &ast.items {
                    let ItemKind::TypeAlias(_, _, Some(ty)) = &item.kind else { continue };
                    let Some(alias) = self.assoc_type_named(t, &item.name.name) else { continue };
                    let mut scope = scope.clone();
                    if let Some(generics) = generics_of(item) {
                        scope.lifetimes.extend(lifetime_params(generics).map(|p| p.name.name.clone()));
                        if let (Some(span), true) = (generics.span, entry.is_user) {
                            self.tables.report(crate::gate::refusal(crate::gate::Refused::AssocGenerics, span));
                        }
                    }
                    let lower = Lower::new(self, &scope);
                    lower.elision.set(Elision::Missing);
                    let lowered = lower.ty(ty);
                    let missing = lower.missing.take();
                    if let Some(&first) = missing.first()
                        && first.is_user()
                    {
                        self.tables.report(
                            Diagnostic::new(
                                Code::E0637,
                                first,
                                "`&` without an explicit lifetime name cannot be used here",
                            )
                            .primary("explicit lifetime name needed here"),
                        );
                    }
                    list.push((alias, lowered));
                }
                list
            })
            .unwrap_or_default();
        let list: Rc<[(AliasId, Ty)]> = Rc::from(list);
        let _ = entry.assoc_types.set(Rc::clone(&list));
        list
    }

    /// The associated type of a trait (not of its supertraits) of this name.
    pub(crate) fn assoc_type_named(&self, t: TraitId, name: &str) -> Option<AliasId> {
        self.tables.traits[t.index()].types.iter().copied().find(|a| self.tables.aliases[a.index()].name == name)
    }

    /// What is known of an associated type, or of an `impl Trait` in a function's result, through its bounds: predicates for
    /// the parameters of the trait or function, elaborated.
    pub(crate) fn alias_bounds(&self, alias: AliasId) -> Rc<[Predicate]> {
        let entry = &self.tables.aliases[alias.index()];
        if let Some(known) = entry.bounds.get() {
            return Rc::clone(known);
        }
        let (scope, count) = match (entry.opaque_of, self.alias_trait(alias)) {
            (Some(of), _) => {
                let scope = self.fn_scope(of);
                let count = scope.params.len();
                (scope, count)
            }
            (None, Some(t)) => {
                (self.container_scope(entry.container, entry.module), self.trait_sig(t).generics.params.len())
            }
            (None, None) => return Rc::from([]),
        };
        let bounds = self.tables.guarded(Query::AliasBounds(alias), || {
            let ItemKind::TypeAlias(_, bounds, _) = &entry.item.kind else { return Vec::new() };
            let params = scope.params.iter().take(count).enumerate();
            let args: Vec<Ty> =
                params.map(|(i, param)| self.types.mk(TyKind::Param(i as u32, param.name.clone()))).collect();
            let own = self.types.mk(TyKind::Projection(alias, self.types.mk_list(&args)));
            let mut out = Vec::new();
            Lower::new(self, &scope).bounds(own, bounds, &mut out);
            if let Some(sized) = self.tables.library_trait("Sized")
                && !bounds.iter().any(|b| matches!(b, ast::Bound::Trait { maybe: true, .. }))
            {
                let args = self.types.mk_list(&[own]);
                out.push(Predicate::Trait(TraitRef { def: sized, args }, entry.item.name.span));
            }
            self.elaborate(out)
        });
        let Some(bounds) = bounds else { return Rc::from([]) };
        let bounds: Rc<[Predicate]> = Rc::from(bounds);
        let _ = entry.bounds.set(Rc::clone(&bounds));
        bounds
    }

    /// Whether an alias stands for an `impl Trait` in a function's result.
    pub(crate) fn is_opaque(&self, alias: AliasId) -> bool {
        self.tables.aliases[alias.index()].opaque_of.is_some()
    }

    /// The type behind an `impl Trait`, for the parameters of its function.
    pub(crate) fn opaque_type(&self, alias: AliasId) -> Option<Ty> {
        let of = self.tables.aliases[alias.index()].opaque_of?;
        self.checked_body(of)?;
        self.tables.opaque_types.borrow().get(&alias).copied()
    }

    /// The trait to which an associated type belongs.
    pub(crate) fn alias_trait(&self, alias: AliasId) -> Option<TraitId> {
        let entry = &self.tables.aliases[alias.index()];
        match entry.container {
            _ if entry.opaque_of.is_some() => None,
            Container::Trait(t) => Some(t),
            _ => None,
        }
    }

    /// The parameters of a type alias and what it stands for.
    pub(crate) fn alias_def(&self, id: AliasId) -> Rc<(Generics, Ty)> {
        let entry = &self.tables.aliases[id.index()];
        if let Some(known) = entry.def.get() {
            return Rc::clone(known);
        }
        let def = self
            .tables
            .guarded(Query::Alias(id), || {
                let mut scope = self.container_scope(entry.container, entry.module);
                scope.enter(&entry.item);
                scope.outer = Rc::clone(&entry.outer_locals);
                let generics = self.lower_generics(&scope, &entry.item, self.container_generics(entry.container));
                let ty = match &entry.item.kind {
                    ItemKind::TypeAlias(_, _, Some(ty)) => {
                        let lower = Lower::new(self, &scope);
                        lower.elision.set(Elision::Missing);
                        let lowered = lower.ty(ty);
                        let missing = lower.missing.take();
                        if !missing.is_empty() {
                            self.report_missing_lifetimes(&missing, None);
                        }
                        if matches!(entry.container, Container::Module(_)) {
                            self.objects_of_alias(id, ty.span);
                        }
                        lowered
                    }
                    _ => self.types.common.error,
                };
                (generics, ty)
            })
            .unwrap_or_else(|| {
                self.report_cycle(&format!("expanding type alias `{}`", entry.name), entry.item.name.span);
                (Generics::default(), self.types.common.error)
            });
        let def = Rc::new(def);
        let _ = entry.def.set(Rc::clone(&def));
        def
    }

    /// Whether an implementation declares lifetimes, or has some without a name in its header.
    fn impl_has_lifetimes(&self, container: Container) -> bool {
        let Container::Impl(id) = container else { return false };
        let ItemKind::Impl(ast) = &self.tables.impls[id.index()].item.kind else { return false };
        if ast.derived.is_some() {
            return false;
        }
        let scope = self.container_scope(container, self.tables.impls[id.index()].module);
        let lower = Lower::new(self, &scope);
        // What is wrong with the header is told where it is read.
        let before = self.tables.diagnostic_count();
        lower.ty(&ast.self_ty);
        self.tables.diagnostics.borrow_mut().truncate(before);
        lifetime_params(&ast.generics).next().is_some() || lower.lifetime_positions.get() > 0
    }

    /// [`Program::const_def`]
    pub(crate) fn const_sig(&self, id: ConstId) -> &ConstDef {
        let entry = &self.tables.consts[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Const(id), || {
                let scope = self.container_scope(entry.container, entry.module);
                let lower = Lower::new(self, &scope);
                let has_lifetimes = entry.is_user && self.impl_has_lifetimes(entry.container);
                lower.elision.set(if has_lifetimes { Elision::Missing } else { Elision::Static });
                lower.within.set("constants");
                let ty = match &entry.item.kind {
                    ItemKind::Const(ty, _) => lower.ty(ty),
                    _ => self.types.common.error,
                };
                for span in lower.missing.take() {
                    let message = "`&` without an explicit lifetime name cannot be used here";
                    let d = Diagnostic::new(Code::ElidedLifetimesInAssociatedConstant, span, message)
                        .primary("which lifetime?")
                        .note("cannot automatically infer `'static` because of other lifetimes in scope");
                    self.tables.report(d.suggest("use the `'static` lifetime", span.shrink_to_hi(), "'static "));
                }
                let mut generics = self.container_generics(entry.container);
                generics.parent_count = generics.params.len();
                (ty, generics)
            });
            let (ty, generics) = def.unwrap_or_else(|| {
                self.report_cycle(&format!("computing type of `{}`", entry.name), entry.item.name.span);
                (self.types.common.error, Generics::default())
            });
            let def = ConstDef {
                name: entry.name.clone(),
                path: entry.path.clone(),
                span: entry.item.name.span,
                container: entry.container,
                generics,
                ty,
                is_user: entry.is_user,
            };
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    /// [`Program::static_def`]
    pub(crate) fn static_sig(&self, id: StaticId) -> &StaticDef {
        let entry = &self.tables.statics[id.index()];
        if entry.def.get().is_none() {
            let scope = ItemScope::of_module(entry.module);
            let lowered = self.tables.guarded(Query::Static(id), || {
                let lower = Lower::new(self, &scope);
                lower.elision.set(Elision::Static);
                lower.within.set("static variables");
                match &entry.item.kind {
                    ItemKind::Static { ty, mutable, .. } => (lower.ty(ty), *mutable),
                    _ => (self.types.common.error, false),
                }
            });
            let (ty, mutable) = lowered.unwrap_or((self.types.common.error, false));
            let def = StaticDef {
                name: entry.name.clone(),
                path: entry.path.clone(),
                span: entry.item.name.span,
                ty,
                mutable,
                is_user: entry.is_user,
            };
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    /// The shape of a variant by name only.
    pub(crate) fn variant_shape(&self, adt: AdtId, variant: crate::ids::VariantIdx) -> VariantShape {
        self.tables.adts[adt.index()].variants[variant.0 as usize].1
    }
}
