//! Which implementation applies.

use crate::Program;
use crate::defs::Resolved;
use crate::ids::FnId;
use crate::ty::{Ty, TyList};

pub(crate) fn resolve(_: &Program, _: FnId, _: TyList) -> Option<Resolved> {
    None
}

pub(crate) fn subst_and_normalize(program: &Program, ty: Ty, args: TyList) -> Ty {
    program.types.subst(ty, args)
}

pub(crate) fn is_copy(_: &Program, _: Ty) -> bool {
    false
}
