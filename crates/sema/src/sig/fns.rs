//! Signatures of functions.

use super::lower::{Elision, Lower};
use crate::Program;
use crate::collect::find_attr;
use crate::defs::{FnDef, Generics};
use crate::ids::{AdtId, FnId};
use crate::intrinsics::Intrinsic;
use crate::tables::{FnKind, Query};
use crate::ty::{Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind};
use std::rc::Rc;

impl Program {
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
}
