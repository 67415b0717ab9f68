//! Methods of implementations against those of their traits.

use super::receiver_text;
use crate::Program;
use crate::defs::TraitRef;
use crate::ids::{FnId, ImplId};
use crate::infer::Infer;
use crate::report::count;
use crate::sig::{lifetime_params, type_params};
use crate::traits::Select;
use crate::ty::{Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind};

impl Program {
    /// E0049, E0050, E0053, E0185, E0186, E0195: a method against its trait's.
    pub(super) fn compare_methods(&self, f: FnId, g: FnId, id: ImplId, trait_ref: TraitRef, trait_name: &str) {
        let (fs, gs) = (self.fn_sig(f), self.fn_sig(g));
        let (fe, ge) = (&self.tables.fns[f.index()], &self.tables.fns[g.index()]);
        let (ItemKind::Fn(fa), ItemKind::Fn(ga)) = (&fe.item.kind, &ge.item.kind) else { return };
        let name = &fe.name;
        if fs.has_self && !gs.has_self {
            let span = fa.sig_span;
            let mut d = Diagnostic::new(
                Code::E0185,
                span,
                format!("method `{name}` has a `{}` declaration in the impl, but not in the trait", receiver_text(fa)),
            )
            .primary(format!("`{}` used in impl", receiver_text(fa)));
            if ge.item.span.is_user() {
                d = d.label(ga.sig_span, format!("trait method declared without `{}`", receiver_text(fa)));
            }
            self.tables.report(d);
            return;
        }
        if !fs.has_self && gs.has_self {
            let mut d = Diagnostic::new(
                Code::E0186,
                fa.sig_span,
                format!("method `{name}` has a `{}` declaration in the trait, but not in the impl", receiver_text(ga)),
            )
            .primary(format!("expected `{}` in impl", receiver_text(ga)));
            if ge.item.span.is_user() {
                d = d.label(ga.sig_span, format!("`{}` used in trait", receiver_text(ga)));
            }
            self.tables.report(d);
            return;
        }
        let (fl, gl) = (lifetime_params(&fa.generics).count(), lifetime_params(&ga.generics).count());
        let (ft, gt) = (type_params(&fa.generics).count(), type_params(&ga.generics).count());
        if ft != gt {
            self.tables.report(
                Diagnostic::new(
                    Code::E0049,
                    fa.generics.span.unwrap_or(fe.item.name.span.shrink_to_hi()),
                    format!(
                        "{} `{name}` has {} but its trait declaration has {}",
                        if fs.has_self { "method" } else { "associated function" },
                        count(ft, "type parameter"),
                        count(gt, "type parameter")
                    ),
                )
                .primary(format!("found {}", count(ft, "type parameter"))),
            );
            return;
        }
        if self.compare_impl_params(fa, ga, name) {
            return;
        }
        // Late-bound lifetimes may differ in how they are written; only their number is compared, and that of those with bounds,
        // which are bound early.
        let early = |f: &ast::Fn| {
            let bounded =
                |p: &&ast::GenericParam| matches!(&p.kind, ast::GenericParamKind::Lifetime(b) if !b.is_empty());
            lifetime_params(&f.generics).filter(bounded).count()
                + f.generics.wheres.iter().filter(|w| w.lifetime.is_some()).count()
        };
        if (fl != gl && fl > 0 && gl > 0) || (fl == gl && early(fa) != early(ga)) {
            self.tables.report(
                Diagnostic::new(
                    Code::E0195,
                    fa.generics.span.unwrap_or(fe.item.name.span),
                    format!("lifetime parameters or bounds on method `{name}` do not match the trait declaration"),
                )
                .primary("lifetimes do not match method in trait"),
            );
        }
        let (fp, gp) = (crate::display::visible_params(self, f), crate::display::visible_params(self, g));
        if fp.len() != gp.len() {
            let span = fa.params.first().map_or(fe.item.name.span, |first| {
                fa.params.last().map_or(first.span, |last| first.span.to(last.span))
            });
            let span = match &fa.self_param {
                Some(s) if fa.params.is_empty() => s.span,
                Some(s) => s.span.to(span),
                None => span,
            };
            self.tables.report(
                Diagnostic::new(
                    Code::E0050,
                    span,
                    format!(
                        "method `{name}` has {} but the declaration in trait `{trait_name}::{name}` has {}",
                        count(fp.len(), "parameter"),
                        gp.len()
                    ),
                )
                .primary(format!("expected {}, found {}", count(gp.len(), "parameter"), fp.len())),
            );
            return;
        }
        // The trait's types, with the implementation's in place of `Self` and the parameters.
        let impl_params = self.impl_header(id).generics.params.len();
        let mut args: Vec<Ty> = self.types.list(trait_ref.args).to_vec();
        for (i, param) in fs.generics.params.iter().enumerate().skip(impl_params) {
            args.push(self.types.mk(TyKind::Param(i as u32, param.name.clone())));
        }
        let args = self.types.mk_list(&args);
        let infer = Infer::new(self);
        let env = fs.generics.bounds.clone();
        let select = Select { infer: &infer, env: &env };
        let mut ignored = Vec::new();
        let mut normal = |ty: Ty| select.normalize(ty, &mut ignored, 0);
        for (i, (&a, &b)) in fp.iter().zip(gp).enumerate() {
            let wanted = normal(self.types.subst(b, args));
            let found = normal(a);
            if infer.unify(wanted, found) {
                continue;
            }
            let skip = usize::from(fa.self_param.is_some());
            let span = match &fa.self_param {
                Some(s) if i == 0 => s.span,
                _ => fa.params.get(i - skip).map_or(fe.item.name.span, |p| p.ty.span),
            };
            self.incompatible_method(name, span, wanted, found, fp, gp, fs.ret, gs.ret, args);
            return;
        }
        let wanted = normal(self.types.subst(gs.ret, args));
        let found = normal(fs.ret);
        if !infer.unify(wanted, found) {
            let span = fa.ret.as_ref().map_or(Span { lo: fa.sig_span.hi, ..fa.sig_span }, |r| r.span);
            let span = if span.is_empty() { fa.sig_span } else { span };
            self.incompatible_method(name, span, wanted, found, fp, gp, fs.ret, gs.ret, args);
            return;
        }
        self.check_method_bounds(f, g, trait_ref.args);
    }

    /// E0643: `impl Trait` in one of the signatures where the other has a named parameter; whether it is so.
    fn compare_impl_params(&self, fa: &ast::Fn, ga: &ast::Fn, name: &str) -> bool {
        let is_impl = |p: &ast::GenericParam| crate::expand::is_impl_param(&p.name.name);
        let mut pairs = type_params(&fa.generics).zip(type_params(&ga.generics));
        let Some((own, declared)) = pairs.find(|(own, declared)| is_impl(own) != is_impl(declared)) else {
            return false;
        };
        let (expected, found) = match is_impl(own) {
            true => ("generic parameter", "`impl Trait`"),
            false => ("`impl Trait`", "generic parameter"),
        };
        let message = format!("method `{name}` has incompatible signature for trait");
        let mut d =
            Diagnostic::new(Code::E0643, own.name.span, message).primary(format!("expected {expected}, found {found}"));
        if declared.name.span.is_user() {
            d = d.label(declared.name.span, "declaration in trait here");
        }
        self.tables.report(d);
        true
    }

    #[allow(clippy::too_many_arguments, reason = "both signatures are shown")]
    fn incompatible_method(
        &self,
        name: &str,
        span: Span,
        wanted: Ty,
        found: Ty,
        fp: &[Ty],
        gp: &[Ty],
        fr: Ty,
        gr: Ty,
        args: crate::ty::TyList,
    ) {
        let signature = |params: Vec<Ty>, ret: Ty| {
            let mut list = params;
            list.push(ret);
            let ty = self.types.mk(TyKind::FnPtr(self.types.mk_list(&list)));
            self.type_name(ty)
        };
        let expected = signature(gp.iter().map(|&t| self.subst(t, args)).collect(), self.subst(gr, args));
        let actual = signature(fp.to_vec(), fr);
        let label = if let (TyKind::Ref(a, true), TyKind::Ref(b, false)) | (TyKind::Ref(a, false), TyKind::Ref(b, true)) =
            (self.types.kind(wanted), self.types.kind(found))
            && a == b
        {
            "types differ in mutability".to_owned()
        } else {
            format!("expected `{}`, found `{}`", self.type_name(wanted), self.type_name(found))
        };
        self.tables.report(
            Diagnostic::new(Code::E0053, span, format!("method `{name}` has an incompatible type for trait"))
                .primary(label)
                .note(format!("expected signature `{expected}`\n   found signature `{actual}`")),
        );
    }
}
