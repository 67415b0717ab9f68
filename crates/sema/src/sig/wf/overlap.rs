//! Implementations that have the same method, and the index of all.

use crate::Program;
use crate::ids::ImplId;
use crate::infer::Infer;
use crate::report::head_span;
use crate::traits::{TypeKey, key_of};
use crate::ty::Ty;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::ItemKind;

impl Program {
    /// E0592: inherent items of the same name for the same type.
    pub(super) fn check_duplicate_methods(&self) {
        let mut keys: Vec<(TypeKey, &Vec<ImplId>)> = self.tables.inherent_impls.iter().map(|(k, v)| (*k, v)).collect();
        keys.sort_by_key(|(k, _)| *k);
        for (_, impls) in keys {
            let mut seen: Vec<(smol_str::SmolStr, ImplId, Span)> = Vec::new();
            let mut reported: Vec<smol_str::SmolStr> = Vec::new();
            for &id in impls.iter().filter(|i| self.tables.impls[i.index()].is_user) {
                let entry = &self.tables.impls[id.index()];
                let fns = entry.fns.iter().map(|f| &self.tables.fns[f.index()].item);
                let consts = entry.consts.iter().map(|c| &self.tables.consts[c.index()].item);
                for item in fns.chain(consts) {
                    let name = &item.name;
                    let clash = seen
                        .iter()
                        .find(|(n, other, _)| *n == name.name && (*other == id || self.impls_overlap(*other, id)));
                    if let Some((_, other, first)) = clash {
                        // Within one implementation the second is at fault, across two the first.
                        let (at, beside) =
                            if *other == id { (head_span(item), *first) } else { (*first, head_span(item)) };
                        let n = &name.name;
                        if !reported.contains(n) {
                            reported.push(n.clone());
                            self.tables.report(
                                Diagnostic::new(Code::E0592, at, format!("duplicate definitions with name `{n}`"))
                                    .primary(format!("duplicate definitions for `{n}`"))
                                    .label(beside, format!("other definition for `{n}`")),
                            );
                        }
                    }
                    seen.push((name.name.clone(), id, head_span(item)));
                }
            }
        }
    }

    fn impls_overlap(&self, a: ImplId, b: ImplId) -> bool {
        let infer = Infer::new(self);
        let fresh = |id: ImplId| {
            let header = self.impl_header(id);
            let vars: Vec<Ty> = header.generics.params.iter().map(|p| infer.new_var(p.span)).collect();
            self.types.subst(header.self_ty, self.types.mk_list(&vars))
        };
        let (x, y) = (fresh(a), fresh(b));
        infer.unify(x, y)
    }

    /// Work out which implementation is of which trait and for which kind of type, for those from `first` on.
    pub(crate) fn index_impls(&mut self, first: usize) {
        let mut of_traits = Vec::new();
        for i in first..self.tables.impls.len() {
            let entry = &self.tables.impls[i];
            if let ItemKind::Impl(ast) = &entry.item.kind
                && let Some(path) = &ast.of_trait
            {
                of_traits.push((i, self.trait_named(entry.module, path)));
            }
        }
        for (i, t) in of_traits {
            self.tables.impls[i].of_trait = t;
            if let Some(t) = t {
                self.tables.trait_impls.entry(t).push(ImplId(i as u32));
            }
        }
        let mut inherent = Vec::new();
        for i in first..self.tables.impls.len() {
            let entry = &self.tables.impls[i];
            if matches!(&entry.item.kind, ItemKind::Impl(ast) if ast.of_trait.is_none()) {
                let id = ImplId(i as u32);
                if let Some(key) = key_of(self, self.impl_header(id).self_ty) {
                    inherent.push((key, id));
                }
            }
        }
        for (key, id) in inherent {
            self.tables.inherent_impls.entry(key).push(id);
        }
    }
}
