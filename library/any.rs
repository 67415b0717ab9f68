//! Names of types.

use crate::intrinsics;

pub const fn type_name<T: ?Sized>() -> &'static str {
    intrinsics::type_name::<T>()
}

pub const fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    intrinsics::type_name::<T>()
}
