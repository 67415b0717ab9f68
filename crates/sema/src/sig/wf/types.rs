//! Types that are well-formed: the arguments of structs and enums meet the bounds that these declare, and what stands
//! where a size is needed has one.

use crate::Program;
use crate::defs::{Predicate, TraitRef};
use crate::gate::{Refused, refusal};
use crate::ids::{AdtId, TraitId};
use crate::traits::{Goal, Select};
use crate::ty::{Ty, TyKind, TyList};
use rustc_hash::FxHashSet;
use stair_source::{Code, Diagnostic, Span};

impl Program {
    /// Whether a type has a part without a size where one is needed, or a struct or enum whose arguments do not meet its
    /// bounds; the first is reported. Types in `seen` were looked at before.
    pub(crate) fn report_ill_formed(
        &self,
        ty: Ty,
        select: &Select<'_, '_>,
        span: Span,
        seen: &mut FxHashSet<Ty>,
    ) -> bool {
        let any = |list: TyList, seen: &mut FxHashSet<Ty>| {
            list != TyList::EMPTY
                && self.types.list(list).iter().any(|&part| self.report_ill_formed(part, select, span, seen))
        };
        let kind = self.types.kind(ty);
        match kind {
            TyKind::Tuple(TyList::EMPTY) => return false,
            TyKind::Tuple(_)
            | TyKind::Array(..)
            | TyKind::Slice(_)
            | TyKind::Ref(..)
            | TyKind::FnPtr(_)
            | TyKind::FnDef(..)
            | TyKind::Adt(..) => {}
            _ => return false,
        }
        if !seen.insert(ty) {
            return false;
        }
        match kind {
            TyKind::Tuple(list) => {
                let parts = self.types.list(list);
                let but_last = parts.split_last().map(|(_, first)| first).unwrap_or_default();
                but_last.iter().any(|&part| self.report_unsized_part(part, select, span)) || any(list, seen)
            }
            TyKind::Array(element, _) | TyKind::Slice(element) => {
                self.report_unsized_part(element, select, span) || self.report_ill_formed(element, select, span, seen)
            }
            TyKind::Ref(to, _) => self.report_ill_formed(to, select, span, seen),
            TyKind::FnPtr(list) | TyKind::FnDef(_, list) => any(list, seen),
            TyKind::Adt(adt, args) => self.report_unmet(adt, args, select, span) || any(args, seen),
            _ => false,
        }
    }

    /// Whether a type may lack a size, as far as its kind says.
    fn may_lack_size(&self, ty: Ty) -> bool {
        matches!(
            self.types.kind(ty),
            TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..) | TyKind::Param(..) | TyKind::Projection(..)
        )
    }

    fn report_unsized_part(&self, part: Ty, select: &Select<'_, '_>, span: Span) -> bool {
        let Some(def) = self.tables.library_trait("Sized").filter(|_| self.may_lack_size(part)) else { return false };
        let required = TraitRef { def, args: self.types.mk_list(&[part]) };
        if select.is_met(&Goal::Trait(required)) {
            return false;
        }
        let d = self.unmet_bound(required, span);
        self.tables.report(d.note("elements of arrays, slices and tuples must have a statically known size"));
        true
    }

    /// Report the first bound of a struct or enum that its arguments do not meet.
    fn report_unmet(&self, adt: AdtId, args: TyList, select: &Select<'_, '_>, span: Span) -> bool {
        let def = self.adt_sig(adt);
        let sized = self.tables.library_trait("Sized");
        let is_sized = |t: TraitId| sized == Some(t);
        for bound in &def.generics.bounds {
            let goal = match bound {
                // Nearly all bounds are these, and nearly all types have a size.
                Predicate::Trait(t, _) if is_sized(t.def) => {
                    let list = self.types.subst_list(t.args, args);
                    match self.types.list(list).first() {
                        Some(&ty) if !self.may_lack_size(ty) => continue,
                        _ => Goal::Trait(TraitRef { def: t.def, args: list }),
                    }
                }
                Predicate::Trait(t, _) => {
                    Goal::Trait(TraitRef { def: t.def, args: self.types.subst_list(t.args, args) })
                }
                Predicate::Projection(alias, list, ty, _) => {
                    Goal::Projection(*alias, self.types.subst_list(*list, args), self.types.subst(*ty, args))
                }
            };
            if select.is_met(&goal) {
                continue;
            }
            let d = match goal {
                Goal::Trait(required) if is_sized(required.def) && self.may_be_unsized_in_std(adt) => {
                    self.tables.report(refusal(Refused::UnsizedField, span));
                    return true;
                }
                Goal::Trait(required) => self.unmet_bound(required, span),
                Goal::Projection(alias, args, wanted) => {
                    let projection = self.type_name(self.types.mk(TyKind::Projection(alias, args)));
                    let wanted = self.type_name(wanted);
                    Diagnostic::new(Code::E0271, span, format!("type mismatch resolving `{projection} == {wanted}`"))
                        .primary(format!("expected `{wanted}` here"))
                }
            };
            self.tables.report(d.note(format!("required by a bound in `{}`", def.name)));
            return true;
        }
        false
    }

    /// Whether Rust's type of this name takes arguments without a size, and ours does not yet.
    fn may_be_unsized_in_std(&self, adt: AdtId) -> bool {
        const NAMES: &[&str] = &["Cell", "ManuallyDrop", "Mutex", "Ref", "RefCell", "RefMut", "RwLock", "UnsafeCell"];
        let entry = &self.tables.adts[adt.index()];
        !entry.is_user && NAMES.contains(&entry.name.as_str())
    }

    /// The first part of a type that is one of these with an argument without a size.
    pub(crate) fn unsized_in_std(&self, ty: Ty) -> bool {
        let mut found = false;
        self.types.fold(ty, &mut |part| {
            if let TyKind::Adt(adt, args) = self.types.kind(part) {
                let argument = self.types.list(args).first().map(|&argument| self.types.kind(argument));
                found |= matches!(argument, Some(TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..)))
                    && self.may_be_unsized_in_std(adt);
            }
            part
        });
        found
    }
}
