//! Trait objects: what is known of `dyn Trait` by its type, and which traits allow such types.

use super::Goal;
use crate::Program;
use crate::defs::{Predicate, TraitRef};
use crate::ids::{AliasId, ConstId, FnId, TraitId};
use crate::tables::FnKind;
use crate::ty::{AutoTraits, Flags, Ty, TyKind, TyList};
use stair_source::Span;
use std::rc::Rc;

/// What all trait objects of a trait have in common. `Self` and the trait's parameters stand for themselves.
#[derive(Clone, Debug)]
pub(crate) struct ObjectShape {
    /// How many arguments the trait has besides `Self`.
    pub arguments: usize,
    /// The trait, then those above it.
    pub traits: Vec<TraitRef>,
    /// The associated types of all of them, with their traits' arguments.
    pub types: Vec<(AliasId, TyList)>,
    /// What the bounds of the traits say of each of these.
    given: Vec<Option<Ty>>,
}

/// Why there is no `dyn Trait` of a trait.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Violation {
    /// It, or a trait above it, is for sized types only.
    Sized(Span),
    /// `Self` is an argument of a trait above it.
    SupertraitSelf(Span),
    /// It has an associated constant.
    Const(ConstId),
    /// A function without a receiver.
    NoReceiver(FnId),
    /// A method with type parameters.
    Generic(FnId),
    /// A method that mentions `Self` in its parameters or result.
    MentionsSelf(FnId),
    /// A method whose receiver cannot be a trait object.
    Receiver(FnId),
    /// It has an associated type with parameters.
    GenericType(AliasId),
}

impl ObjectShape {
    /// The associated types that have to be written, with those that a type has.
    pub(crate) fn written(&self, types: &[Ty]) -> Vec<(AliasId, Ty)> {
        let all = self.types.iter().zip(&self.given).zip(types);
        all.filter(|((_, given), _)| given.is_none()).map(|(((alias, _), _), &ty)| (*alias, ty)).collect()
    }

    /// Whether the trait of an associated type is there only once.
    fn is_only(&self, alias: AliasId) -> bool {
        self.types.iter().filter(|(a, _)| *a == alias).count() == 1
    }
}

impl Program {
    /// What all trait objects of a trait have in common.
    #[must_use]
    pub(crate) fn object_shape(&self, t: TraitId) -> Rc<ObjectShape> {
        if let Some(known) = self.tables.object_shapes.borrow().get(&t) {
            return Rc::clone(known);
        }
        let shape = Rc::new(self.find_object_shape(t));
        self.tables.object_shapes.borrow_mut().insert(t, Rc::clone(&shape));
        shape
    }

    fn find_object_shape(&self, t: TraitId) -> ObjectShape {
        let sig = self.trait_sig(t);
        let own = TraitRef { def: t, args: self.identity_args(&sig.generics) };
        let implied = self.elaborate(vec![Predicate::Trait(own, sig.span)]);
        let is_self = |args: TyList| {
            matches!(self.types.list(args).first().map(|&a| self.types.kind(a)), Some(TyKind::Param(0, _)))
        };
        let mut traits = Vec::new();
        let mut known = Vec::new();
        for predicate in implied {
            match predicate {
                Predicate::Trait(t, _) if is_self(t.args) => traits.push(t),
                Predicate::Projection(alias, args, ty, _) => known.push((alias, args, ty)),
                Predicate::Trait(..) => {}
            }
        }
        let mut types = Vec::new();
        let mut given = Vec::new();
        for &above in &traits {
            let entry = &self.tables.traits[above.def.index()];
            for &alias in &entry.types {
                types.push((alias, above.args));
                given.push(known.iter().find(|(a, args, _)| *a == alias && *args == above.args).map(|k| k.2));
            }
        }
        ObjectShape { arguments: sig.generics.params.len() - 1, traits, types, given }
    }

    /// Whether a trait's function is for sized types only: `where Self: Sized`.
    pub(crate) fn needs_sized_self(&self, f: FnId) -> bool {
        let sized = self.tables.library_trait("Sized");
        self.fn_sig(f).generics.bounds.iter().any(|bound| match bound {
            Predicate::Trait(t, _) if Some(t.def) == sized => {
                matches!(self.types.list(t.args).first().map(|&a| self.types.kind(a)), Some(TyKind::Param(0, _)))
            }
            _ => false,
        })
    }

    /// The type `dyn Trait`. `types` are those of the associated types that are written, with their traits' arguments
    /// (whatever stands for `Self` there). The error is the names of those that are missing.
    pub(crate) fn mk_object(
        &self,
        t: TraitRef,
        types: &[(AliasId, TyList, Ty)],
        autos: AutoTraits,
    ) -> Result<Ty, Vec<AliasId>> {
        let shape = self.object_shape(t.def);
        let mut list = self.types.list(t.args).get(1..).unwrap_or_default().to_vec();
        let mut found: Vec<(AliasId, TyList, Ty)> = Vec::new();
        let mut missing = Vec::new();
        for (&(alias, args), given) in shape.types.iter().zip(&shape.given) {
            let args = self.types.subst_list(args, t.args);
            // What is known of other associated types so far may be part of this one.
            let resolve = |ty: Ty| {
                self.types.fold(self.types.subst(ty, t.args), &mut |part| match self.types.kind(part) {
                    TyKind::Projection(alias, args) => {
                        found.iter().find(|(a, l, _)| *a == alias && *l == args).map_or(part, |f| f.2)
                    }
                    _ => part,
                })
            };
            let args = self.types.mk_list(&self.types.list(args).iter().map(|&ty| resolve(ty)).collect::<Vec<_>>());
            let written = types.iter().find(|(a, l, _)| *a == alias && (*l == args || shape.is_only(alias)));
            let ty = match (written, given) {
                (Some(&(_, _, ty)), _) => ty,
                (None, Some(ty)) => resolve(*ty),
                (None, None) => {
                    missing.push(alias);
                    self.types.common.error
                }
            };
            found.push((alias, args, ty));
            list.push(ty);
        }
        if missing.is_empty() {
            Ok(self.types.mk(TyKind::Dyn(t.def, self.types.mk_list(&list), autos)))
        } else {
            Err(missing)
        }
    }

    /// What a trait object's type says of itself: its traits, and their associated types.
    pub(crate) fn object_bounds(&self, object: Ty) -> Vec<Predicate> {
        let TyKind::Dyn(t, list, autos) = self.types.kind(object) else { return Vec::new() };
        let shape = self.object_shape(t);
        let span = self.tables.traits[t.index()].item.name.span;
        let (args, types) = self.object_parts(object, &shape, list);
        let mut out: Vec<Predicate> = Vec::new();
        for ((alias, of), &ty) in shape.types.iter().zip(&types) {
            out.push(Predicate::Projection(*alias, self.object_args(*of, args, &out), ty, span));
        }
        let traits: Vec<Predicate> = shape
            .traits
            .iter()
            .map(|t| Predicate::Trait(TraitRef { def: t.def, args: self.object_args(t.args, args, &out) }, span))
            .collect();
        out.extend(traits);
        let object_only = self.types.mk_list(&[object]);
        let autos = autos.names().filter_map(|name| self.tables.library_trait(name));
        out.extend(autos.map(|def| Predicate::Trait(TraitRef { def, args: object_only }, span)));
        out
    }

    /// What has to hold for values of a type to become this trait object.
    pub(crate) fn object_goals(&self, source: Ty, object: Ty) -> Vec<Goal> {
        let TyKind::Dyn(t, list, autos) = self.types.kind(object) else { return Vec::new() };
        let shape = self.object_shape(t);
        let with_source = |args: TyList| {
            let mut args = self.types.list(args).to_vec();
            if let Some(first) = args.first_mut() {
                *first = source;
            }
            self.types.mk_list(&args)
        };
        let bounds = self.object_bounds(object);
        let (args, _) = self.object_parts(object, &shape, list);
        let own = TraitRef { def: t, args: with_source(args) };
        let types = bounds.iter().filter_map(|bound| match *bound {
            Predicate::Projection(alias, args, ty, _) => Some(Goal::Projection(alias, with_source(args), ty)),
            Predicate::Trait(..) => None,
        });
        let source = self.types.mk_list(&[source]);
        let autos = autos.names().filter_map(|name| self.tables.library_trait(name));
        let autos = autos.map(|def| Goal::Trait(TraitRef { def, args: source }));
        std::iter::once(Goal::Trait(own)).chain(types).chain(autos).collect()
    }

    /// `Self` and the trait's arguments as one list, and the associated types.
    pub(super) fn object_parts(&self, object: Ty, shape: &ObjectShape, list: TyList) -> (TyList, Vec<Ty>) {
        let list = self.types.list(list);
        let (own, types) = list.split_at(shape.arguments.min(list.len()));
        let mut args = vec![object];
        args.extend_from_slice(own);
        (self.types.mk_list(&args), types.to_vec())
    }

    /// Arguments of one of the traits, in which associated types of the object may occur.
    pub(super) fn object_args(&self, of: TyList, args: TyList, known: &[Predicate]) -> TyList {
        let list = self.types.subst_list(of, args);
        if !self.types.list_flags(list).has(Flags::PROJECTION) {
            return list;
        }
        self.types.fold_list(list, &mut |part| match self.types.kind(part) {
            TyKind::Projection(alias, args) => known
                .iter()
                .find_map(|k| match k {
                    Predicate::Projection(a, l, ty, _) if *a == alias && *l == args => Some(*ty),
                    _ => None,
                })
                .unwrap_or(part),
            _ => part,
        })
    }

    /// The trait object above this one of this trait: `dyn Super` for `dyn Sub`, one for each way in which it is above.
    pub(crate) fn objects_above(&self, object: Ty, wanted: TraitId, autos: AutoTraits) -> Vec<Ty> {
        let TyKind::Dyn(t, list, _) = self.types.kind(object) else { return Vec::new() };
        let shape = self.object_shape(t);
        (0..shape.traits.len())
            .filter(|&i| shape.traits[i].def == wanted)
            .filter_map(|i| self.object_above(object, &shape, list, i, autos))
            .collect()
    }

    pub(super) fn object_above(
        &self,
        object: Ty,
        shape: &ObjectShape,
        list: TyList,
        i: usize,
        autos: AutoTraits,
    ) -> Option<Ty> {
        let (args, types) = self.object_parts(object, shape, list);
        let known: Vec<(AliasId, TyList, Ty)> = shape
            .types
            .iter()
            .zip(&types)
            .map(|((alias, of), &ty)| (*alias, self.object_args(*of, args, &[]), ty))
            .collect();
        let predicates = self.object_bounds(object);
        let above = shape.traits.get(i)?;
        let args = self.object_args(above.args, args, &predicates);
        self.mk_object(TraitRef { def: above.def, args }, &known, autos).ok()
    }

    /// Why there is no `dyn Trait` of a trait: all reasons.
    pub(crate) fn object_violations(&self, t: TraitId) -> Vec<Violation> {
        let shape = self.object_shape(t);
        let sized = self.tables.library_trait("Sized");
        let mut out = Vec::new();
        for above in &shape.traits {
            let entry = &self.tables.traits[above.def.index()];
            if Some(above.def) == sized {
                out.push(Violation::Sized(self.trait_sig(t).span));
                continue;
            }
            let mut args = self.types.list(above.args).to_vec();
            if args.drain(1.min(args.len())..).any(|arg| self.mentions_self(arg)) {
                out.push(Violation::SupertraitSelf(self.trait_sig(t).span));
            }
            out.extend(entry.consts.iter().map(|&c| Violation::Const(c)));
            let is_generic = |alias: &AliasId| {
                let item = &self.tables.aliases[alias.index()].item;
                crate::sig::generics_of(item).is_some_and(|generics| !generics.params.is_empty())
            };
            out.extend(entry.types.iter().copied().filter(is_generic).map(Violation::GenericType));
            for &f in &entry.fns {
                if self.tables.fns[f.index()].kind == FnKind::Item && !self.needs_sized_self(f) {
                    out.extend(self.fn_violation(f));
                }
            }
        }
        out
    }

    fn fn_violation(&self, f: FnId) -> Option<Violation> {
        let sig = self.fn_sig(f);
        if !sig.has_self {
            return Some(Violation::NoReceiver(f));
        }
        let (receiver, params) = sig.params.split_first()?;
        if params.iter().chain([&sig.ret]).any(|&ty| self.mentions_self(ty)) {
            return Some(Violation::MentionsSelf(f));
        }
        if sig.generics.params.len() > sig.generics.parent_count {
            return Some(Violation::Generic(f));
        }
        let is_self = |ty: Ty| matches!(self.types.kind(ty), TyKind::Param(0, _));
        match self.types.kind(*receiver) {
            TyKind::Param(0, _) | TyKind::Error => None,
            TyKind::Ref(inner, _) if is_self(inner) => None,
            TyKind::Adt(_, args) if self.types.list(args).iter().any(|&a| is_self(a)) => None,
            _ => Some(Violation::Receiver(f)),
        }
    }

    /// Whether a type mentions `Self` otherwise than for an associated type of it.
    fn mentions_self(&self, ty: Ty) -> bool {
        let any = |list: TyList| self.types.list(list).iter().any(|&t| self.mentions_self(t));
        if !self.types.flags(ty).has(Flags::PARAM) {
            return false;
        }
        match self.types.kind(ty) {
            TyKind::Param(index, _) => index == 0,
            TyKind::Projection(_, list) => {
                let list = self.types.list(list);
                let of_self = list.first().is_some_and(|&t| matches!(self.types.kind(t), TyKind::Param(0, _)));
                list.iter().skip(usize::from(of_self)).any(|&t| self.mentions_self(t))
            }
            TyKind::Tuple(l)
            | TyKind::Adt(_, l)
            | TyKind::FnDef(_, l)
            | TyKind::FnPtr(l)
            | TyKind::Closure(_, l)
            | TyKind::Dyn(_, l, _) => any(l),
            TyKind::Array(e, n) => self.mentions_self(e) || self.mentions_self(n),
            TyKind::Slice(t) | TyKind::Ref(t, _) | TyKind::Ptr(t, _) => self.mentions_self(t),
            _ => false,
        }
    }
}
