//! Types that contain themselves.

use crate::Program;
use crate::ids::AdtId;
use crate::report::{head_span, join_names};
use crate::ty::{Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};

impl Program {
    /// E0072: types that contain themselves without a reference in between.
    pub(super) fn check_recursive_types(&self) {
        let users: Vec<AdtId> =
            (0..self.tables.adts.len()).filter(|&i| self.tables.adts[i].is_user).map(|i| AdtId(i as u32)).collect();
        let mut reported: Vec<AdtId> = Vec::new();
        for &id in &users {
            if reported.contains(&id) {
                continue;
            }
            let mut path: Vec<(AdtId, Span)> = Vec::new();
            if self.contains_adt(id, id, &mut path, &mut Vec::new()) {
                let cycle: Vec<AdtId> = std::iter::once(id).chain(path.iter().skip(1).map(|p| p.0)).collect();
                let mut names: Vec<&str> = cycle.iter().map(|a| self.tables.adts[a.index()].name.as_str()).collect();
                names.dedup();
                let message = if names.len() == 1 {
                    format!("recursive type `{}` has infinite size", names[0])
                } else {
                    format!("recursive types {} have infinite size", join_names(&names))
                };
                let mut d = Diagnostic::new(Code::E0072, head_span(&self.tables.adts[id.index()].item), message);
                for (_, span) in &path {
                    d = d.label(*span, "recursive without indirection");
                }
                d = d.help("insert some indirection (e.g., a `Box`, `Rc`, or `&`) to break the cycle");
                self.tables.report(d);
                reported.extend(cycle);
                self.tables.recursive_types.set(true);
            }
        }
    }

    fn contains_adt(&self, at: AdtId, goal: AdtId, path: &mut Vec<(AdtId, Span)>, seen: &mut Vec<AdtId>) -> bool {
        if seen.contains(&at) {
            return false;
        }
        seen.push(at);
        for variant in &self.adt_sig(at).variants {
            for field in &variant.fields {
                path.push((at, field.span));
                if self.type_contains(field.ty, goal, path, seen) {
                    return true;
                }
                path.pop();
            }
        }
        false
    }

    fn type_contains(&self, ty: Ty, goal: AdtId, path: &mut Vec<(AdtId, Span)>, seen: &mut Vec<AdtId>) -> bool {
        match self.types.kind(ty) {
            TyKind::Adt(adt, _) if adt == goal => true,
            TyKind::Adt(adt, args) => {
                if self.tables.adts[adt.index()].is_user {
                    return self.contains_adt(adt, goal, path, seen);
                }
                // A library's type holds what its fields hold.
                let def = self.adt_sig(adt);
                def.variants.iter().flat_map(|v| &v.fields).any(|f| {
                    let field = self.types.subst(f.ty, args);
                    field != ty && path.len() < 64 && self.type_contains(field, goal, path, seen)
                })
            }
            TyKind::Tuple(l) => self.types.list(l).iter().any(|&t| self.type_contains(t, goal, path, seen)),
            TyKind::Array(e, _) => self.type_contains(e, goal, path, seen),
            _ => false,
        }
    }

    // Implementations.
}
