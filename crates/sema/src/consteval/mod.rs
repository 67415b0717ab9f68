//! Constant evaluation.

use crate::Program;
use crate::ids::{ConstId, StaticId};
use crate::ty::TyList;
use crate::typed::ConstValue;

pub(crate) fn const_value(_: &Program, _: ConstId, _: TyList) -> Option<ConstValue> {
    None
}

pub(crate) fn static_value(_: &Program, _: StaticId) -> Option<ConstValue> {
    None
}
