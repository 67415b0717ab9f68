//! Names of types and instances.

use crate::Program;
use crate::defs::Instance;
use crate::ty::Ty;

pub(crate) fn type_name(_: &Program, _: Ty) -> String {
    String::new()
}

pub(crate) fn instance_name(_: &Program, _: Instance) -> String {
    String::new()
}
