//! `impl Trait` in the place of a parameter's type: a type parameter without a name of its own.

use smol_str::{SmolStr, format_smolstr};
use stair_source::Span;
use stair_syntax::ast::{
    Bound, Fn, GenericArg, GenericParam, GenericParamKind, Ident, NodeIds, Path, PathSegment, Ty, TyKind,
};
use stair_syntax::pretty;

/// How the name of such a parameter begins. No parameter that is written can have it.
const PREFIX: &str = "impl ";

/// Whether a type parameter stands for an `impl Trait`: then its argument is never written.
pub(crate) fn is_impl_param(name: &str) -> bool {
    name.starts_with(PREFIX)
}

/// Give a function a type parameter for each `impl Trait` in its parameters, behind those that are written.
/// Those within each other's arguments are returned, with the outer one.
pub(super) fn name_impl_params(f: &mut Fn, ids: &mut NodeIds) -> Vec<(Span, Span)> {
    let mut nested = Vec::new();
    f.params.iter().map(|param| &param.ty).chain(&f.ret).for_each(|ty| find_nested(ty, None, &mut nested));
    let mut namer = Namer { ids, made: Vec::new() };
    for param in &mut f.params {
        namer.ty(&mut param.ty);
    }
    let made = namer.made;
    f.generics.params.extend(made);
    nested
}

/// Find each `impl Trait` among the arguments of another one's trait. One that is given for an associated type may be there.
fn find_nested(ty: &Ty, outer: Option<Span>, found: &mut Vec<(Span, Span)>) {
    let in_path = |path: &Path, outer: Option<Span>, found: &mut Vec<(Span, Span)>| {
        for args in path.segments.iter().filter_map(|segment| segment.args.as_ref()) {
            for arg in &args.args {
                match arg {
                    GenericArg::Type(ty) => find_nested(ty, outer, found),
                    GenericArg::Binding(_, _, ty) => find_nested(ty, None, found),
                    _ => {}
                }
            }
        }
    };
    match &ty.kind {
        TyKind::Ref { inner, .. } | TyKind::Slice(inner) | TyKind::Paren(inner) | TyKind::Array(inner, _) => {
            find_nested(inner, outer, found);
        }
        TyKind::Tuple(elements) => elements.iter().for_each(|element| find_nested(element, outer, found)),
        TyKind::Path(path) => in_path(path, outer, found),
        TyKind::ImplTrait(bounds) => {
            if let Some(outer) = outer {
                found.push((ty.span, outer));
            }
            for bound in bounds {
                if let Bound::Trait { path, .. } = bound
                    && path.segments.iter().all(|s| s.args.as_ref().is_none_or(|a| a.parenthesized.is_none()))
                {
                    in_path(path, Some(ty.span), found);
                }
            }
        }
        _ => {}
    }
}

struct Namer<'a> {
    ids: &'a mut NodeIds,
    made: Vec<GenericParam>,
}

impl Namer<'_> {
    /// Function types and the inputs of `Fn(…)` are left alone: `impl Trait` cannot be there.
    fn ty(&mut self, ty: &mut Ty) {
        match &mut ty.kind {
            TyKind::Ref { inner, .. } | TyKind::Ptr { inner, .. } | TyKind::Slice(inner) | TyKind::Paren(inner) => {
                self.ty(inner);
            }
            TyKind::Array(element, _) => self.ty(element),
            TyKind::Tuple(elements) => elements.iter_mut().for_each(|element| self.ty(element)),
            TyKind::Path(path) => self.path(path),
            TyKind::ImplTrait(_) => self.name(ty),
            _ => {}
        }
    }

    fn path(&mut self, path: &mut Path) {
        for args in path.segments.iter_mut().filter_map(|segment| segment.args.as_mut()) {
            if args.parenthesized.is_some() {
                continue;
            }
            for arg in &mut args.args {
                match arg {
                    GenericArg::Type(ty) | GenericArg::Binding(_, _, ty) => self.ty(ty),
                    _ => {}
                }
            }
        }
    }

    fn name(&mut self, ty: &mut Ty) {
        let text: SmolStr = pretty::ty(ty).into();
        let TyKind::ImplTrait(mut bounds) = std::mem::replace(&mut ty.kind, TyKind::Error) else { return };
        for bound in &mut bounds {
            if let Bound::Trait { path, .. } = bound {
                self.path(path);
            }
        }
        let same = self.made.iter().filter(|param| param.name.name.starts_with(text.as_str())).count();
        let name = if same == 0 { text } else { format_smolstr!("{text} #{}", same + 1) };
        let name = Ident::new(name, ty.span);
        let segment = PathSegment { name: name.clone(), args: None };
        ty.kind = TyKind::Path(Path { span: ty.span, global: false, qself: None, segments: vec![segment] });
        let kind = GenericParamKind::Type(bounds, None);
        self.made.push(GenericParam { id: self.ids.fresh(), attrs: Vec::new(), name, kind });
    }
}
