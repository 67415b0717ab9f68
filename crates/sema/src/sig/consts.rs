//! Constants and statics.

use super::ItemScope;
use super::lower::{Elision, Lower};
use crate::Program;
use crate::defs::{ConstDef, Generics, StaticDef, VariantShape};
use crate::ids::{AdtId, ConstId, StaticId};
use crate::tables::Query;
use stair_source::{Code, Diagnostic};
use stair_syntax::ast::ItemKind;
use std::rc::Rc;

impl Program {
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
