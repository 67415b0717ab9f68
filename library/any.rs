//! Names of types.

use crate::intrinsics;

pub fn type_name<T: ?Sized>() -> &'static str {
    intrinsics::type_name::<T>()
}

pub fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    intrinsics::type_name::<T>()
}
