//! E0277 in bodies: types that are written or follow from what is written meet the bounds of their own parameters.

use super::{Cause, FnCtxt};
use crate::defs::{ClosureKind, Container, Predicate, TraitRef};
use crate::ids::{AdtId, TraitId};
use crate::traits::{Goal, Select};
use crate::ty::{Flags, Ty, TyList};
use crate::typed::{Body, Callee, Expr, ExprKind, Owner};
use rustc_hash::FxHashSet;
use stair_source::Span;

impl FnCtxt<'_> {
    /// A struct or variant is made whose parameters have to be callable: the closures in its fields take their parameters'
    /// types from that. All other bounds can wait for [`Self::check_formed`].
    pub(crate) fn require_callable(&mut self, adt: AdtId, args: TyList, span: Span) {
        let def = self.p.adt_sig(adt);
        let types = &self.p.types;
        let is_call = |t: TraitId| {
            let entry = &self.p.tables.traits[t.index()];
            !entry.is_user && ClosureKind::of_trait(&entry.name).is_some()
        };
        let goals = def.generics.bounds.iter().filter_map(|bound| match bound {
            Predicate::Trait(t, _) if is_call(t.def) => {
                Some(Goal::Trait(TraitRef { def: t.def, args: types.subst_list(t.args, args) }))
            }
            Predicate::Projection(alias, list, ty, _) => match self.p.tables.aliases[alias.index()].container {
                Container::Trait(t) if is_call(t) => {
                    Some(Goal::Projection(*alias, types.subst_list(*list, args), types.subst(*ty, args)))
                }
                _ => None,
            },
            Predicate::Trait(..) => None,
        });
        let goals = goals.collect();
        self.require_all(goals, span, &Cause::Misc);
    }

    /// Look at the types of a body: those that are written first, then those of expressions and variables.
    pub(crate) fn check_formed(&self, body: &Body) {
        let select = Select { infer: &self.infer, env: &self.env };
        let mut seen = FxHashSet::default();
        // The signature was looked at by itself.
        if let Owner::Fn(id) = self.owner {
            let sig = self.p.fn_sig(id);
            for &ty in sig.params.iter().chain([&sig.ret]) {
                self.p.types.fold(ty, &mut |part| {
                    seen.insert(part);
                    part
                });
            }
        }
        let mut look = |ty: Ty, span: Span| {
            if !self.p.types.flags(ty).has(Flags::INFER.and(Flags::ERROR)) {
                self.p.report_ill_formed(ty, &select, span, &mut seen);
            }
        };
        for &(ty, span) in &self.written_types {
            look(self.closed(ty), span);
        }
        for expr in &body.exprs {
            if let ExprKind::Call { callee: Callee::Fn(_, list), .. } | ExprKind::NamedConst(_, list) = expr.kind {
                self.p.types.list(list).iter().for_each(|&arg| look(arg, expr.span));
            }
            look(expr.ty, self.blamed(body, expr));
        }
        for local in &body.locals {
            look(local.ty, local.span);
        }
    }

    /// Where a type is wrong that an expression has: a struct's or variant's first field of an open type says what it is.
    fn blamed(&self, body: &Body, expr: &Expr) -> Span {
        let ExprKind::Adt { adt, variant, fields, .. } = &expr.kind else { return expr.span };
        let def = self.p.adt_sig(*adt);
        let Some(variant) = def.variants.get(variant.0 as usize) else { return expr.span };
        let is_open =
            |field: usize| variant.fields.get(field).is_some_and(|f| self.p.types.flags(f.ty).has(Flags::PARAM));
        let field = fields.iter().find(|(field, _)| is_open(field.0 as usize));
        field.map_or(expr.span, |&(_, value)| body.exprs[value.index()].span)
    }
}
