//! What `#[track_caller]` adds to a function: a hidden parameter, and a place to report where no caller gives it one.

use crate::Program;
use crate::collect::find_attr;
use crate::defs::{ClosureKind, Container, Declared};
use crate::ids::FnId;
use crate::ty::{Ty, TyKind, TyList};
use stair_source::Span;
use stair_syntax::ast::ItemKind;

/// The full name of a file of `core`, as panic messages have it.
macro_rules! core {
    ($file:literal) => {
        concat!("/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/", $file)
    };
}

impl Program {
    /// Whether a function has the hidden parameter: it is marked, or implements a trait's function that is.
    pub(crate) fn has_caller_param(&self, id: FnId) -> bool {
        let is_marked = |f: FnId| find_attr(&self.tables.fns[f.index()].item.attrs, "track_caller").is_some();
        if self.tables.library_adt("Location").is_none() {
            return false;
        }
        is_marked(id) || self.implemented_fn(id).is_some_and(is_marked)
    }

    /// The trait's function that a function of an implementation implements.
    fn implemented_fn(&self, id: FnId) -> Option<FnId> {
        let entry = &self.tables.fns[id.index()];
        let Container::Impl(i) = entry.container else { return None };
        let t = self.tables.impls[i.index()].of_trait?;
        self.tables.fn_named(&self.tables.traits[t.index()].fns, &entry.name)
    }

    /// The entry of a `derive` attribute that made an implementation, which is where all calls in it are.
    pub(crate) fn derived_by(&self, container: Container) -> Option<Span> {
        let Container::Impl(id) = container else { return None };
        match &self.tables.impls[id.index()].item.kind {
            ItemKind::Impl(made) => made.derived,
            _ => None,
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

    /// Whether a call of `called`, which does not ask for its caller's place, comes down to a function that does: it is marked
    /// in the implementation only, and whoever calls it says the place once it is known what is called.
    #[must_use]
    pub fn asks_for_place(&self, called: FnId, resolved: FnId) -> bool {
        self.fn_sig(resolved).track_caller && !self.fn_sig(called).track_caller
    }

    /// What a function that asks for its caller's place reports where none is given: it is called through a pointer or a
    /// vtable, or drops a value. Nothing, if it is not known where `std` declares it.
    #[must_use]
    pub fn declared_at(&self, id: FnId) -> Option<Declared> {
        let entry = &self.tables.fns[id.index()];
        let implemented = match entry.container {
            Container::Impl(i) => self.tables.impls[i.index()].of_trait.map(|t| (i, &self.tables.traits[t.index()])),
            _ => None,
        };
        match implemented.filter(|(_, t)| !t.is_user) {
            Some((_, t)) if t.name == "Drop" => Some(DROP_GLUE),
            _ if entry.is_user => Some(Declared::Here(self.fn_sig(id).span)),
            Some((i, t)) => {
                let self_ty = self.types.kind(self.impl_header(i).self_ty);
                let of_time = matches!(self_ty, TyKind::Adt(a, _) if self.tables.library_adt("Duration") == Some(a));
                declared_in_std(&t.name, of_time)
            }
            None => None,
        }
    }
}

impl ClosureKind {
    /// Where `std` declares the trait's method: what a `#[track_caller]` function that is called through the trait reports as
    /// its caller's place.
    #[must_use]
    pub fn declared_at(self) -> Declared {
        let line = match self {
            Self::Fn => 79,
            Self::FnMut => 166,
            Self::FnOnce => 250,
        };
        Declared::InStd(core!("ops/function.rs"), line, 5)
    }
}

/// Where `std` declares what drops a value and calls its destructor.
const DROP_GLUE: Declared = Declared::InStd(core!("ptr/mod.rs"), 805, 1);

/// Where `std` declares a function that is marked in an implementation: for all numbers at once, or for `Duration`.
fn declared_in_std(trait_name: &str, of_time: bool) -> Option<Declared> {
    let arith = |line| Some(Declared::InStd(core!("ops/arith.rs"), line, 1));
    let time = |line| Some(Declared::InStd(core!("time.rs"), line, 5));
    match (trait_name, of_time) {
        ("Into", false) => Some(Declared::InStd(core!("convert/mod.rs"), 777, 5)),
        ("Div", true) => time(1252),
        ("DivAssign", true) => time(1262),
        ("Add", false) => arith(114),
        ("Sub", false) => arith(227),
        ("Mul", false) => arith(361),
        ("Div", false) => arith(504),
        ("Rem", false) => arith(613),
        ("AddAssign", false) => arith(800),
        ("SubAssign", false) => arith(871),
        ("MulAssign", false) => arith(933),
        ("DivAssign", false) => arith(994),
        ("RemAssign", false) => arith(1059),
        _ => None,
    }
}
