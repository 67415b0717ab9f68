//! What the language cannot say. The compiler supplies these functions; its own table says what each one means.

#[intrinsic]
pub const fn user_main<T>() -> T;

#[intrinsic]
pub const fn fd_write(fd: u32, iovs: *const u8, count: u32, written: *mut u32) -> u32;

#[intrinsic]
pub const fn fd_read(fd: u32, iovs: *const u8, count: u32, read: *mut u32) -> u32;

#[intrinsic]
pub const fn proc_exit(code: u32) -> !;

#[intrinsic]
pub const fn clock_time_get(id: u32, precision: u64, time: *mut u64) -> u32;

#[intrinsic]
pub const fn random_get(buffer: *mut u8, len: u32) -> u32;

#[intrinsic]
pub const fn size_of<T>() -> usize;

#[intrinsic]
pub const fn align_of<T>() -> usize;

#[intrinsic]
pub const fn type_name<T: ?Sized>() -> &'static str;

#[intrinsic]
pub const fn type_id<T: ?Sized>() -> u64;

#[intrinsic]
pub const fn discriminant_value<T>(value: &T) -> <T as crate::marker::DiscriminantKind>::Discriminant;

#[intrinsic]
pub const fn unreachable() -> !;

#[intrinsic]
pub const fn debug_assertions() -> bool;

#[intrinsic]
pub const fn ptr_read<T>(src: *const T) -> T;

#[intrinsic]
pub const fn ptr_write<T>(dst: *mut T, value: T);

#[intrinsic]
pub const fn size_of_val<T: ?Sized>(val: *const T) -> usize;

#[intrinsic]
pub const fn align_of_val<T: ?Sized>(val: *const T) -> usize;

#[intrinsic]
pub const fn drop_in_place<T: ?Sized>(to_drop: *mut T);

#[intrinsic]
pub const fn needs_drop<T: ?Sized>() -> bool;

#[intrinsic]
pub fn is_fused<T>() -> bool;

#[intrinsic]
pub const fn is_copy<T>() -> bool;

#[intrinsic]
pub const fn forget<T>(value: T);

#[intrinsic]
pub const fn unwind() -> !;

#[intrinsic]
pub const fn cleanups() -> *mut *mut u8;

#[intrinsic]
pub const fn ptr_offset<T>(ptr: *const T, count: isize) -> *const T;

#[intrinsic]
pub const fn ptr_copy<T>(src: *const T, dst: *mut T, count: usize);

#[intrinsic]
pub const fn ptr_write_bytes<T>(dst: *mut T, byte: u8, count: usize);

#[intrinsic]
pub const fn slice_from_raw<T>(data: *const T, len: usize) -> &'static [T];

#[intrinsic]
pub const fn slice_from_raw_mut<T>(data: *mut T, len: usize) -> &'static mut [T];

#[intrinsic]
pub const fn slice_as_ptr<T>(slice: &[T]) -> *const T;

#[intrinsic]
pub const fn slice_as_mut_ptr<T>(slice: &mut [T]) -> *mut T;

#[intrinsic]
pub const fn slice_len<T>(slice: &[T]) -> usize;

#[intrinsic]
pub const fn str_as_bytes(s: &str) -> &[u8];

#[intrinsic]
pub const fn str_from_utf8_unchecked(bytes: &[u8]) -> &str;

#[intrinsic]
pub const fn box_from_raw<T: ?Sized>(ptr: *mut T) -> crate::boxed::Box<T>;

#[intrinsic]
pub const fn box_into_raw<T: ?Sized>(b: crate::boxed::Box<T>) -> *mut T;

#[intrinsic]
pub const fn memory_size() -> usize;

#[intrinsic]
pub const fn memory_grow(pages: usize) -> usize;

#[intrinsic]
pub const fn heap_base() -> usize;

#[intrinsic]
pub const fn wrapping_add<T>(a: T, b: T) -> T;

#[intrinsic]
pub const fn wrapping_sub<T>(a: T, b: T) -> T;

#[intrinsic]
pub const fn wrapping_mul<T>(a: T, b: T) -> T;

#[intrinsic]
pub const fn unchecked_div<T>(a: T, b: T) -> T;

#[intrinsic]
pub const fn unchecked_rem<T>(a: T, b: T) -> T;

#[intrinsic]
pub const fn wrapping_shl<T>(x: T, n: u32) -> T;

#[intrinsic]
pub const fn wrapping_shr<T>(x: T, n: u32) -> T;

#[intrinsic]
pub const fn rotate_left<T>(x: T, n: u32) -> T;

#[intrinsic]
pub const fn rotate_right<T>(x: T, n: u32) -> T;

#[intrinsic]
pub const fn add_overflows<T>(a: T, b: T) -> bool;

#[intrinsic]
pub const fn sub_overflows<T>(a: T, b: T) -> bool;

#[intrinsic]
pub const fn mul_overflows<T>(a: T, b: T) -> bool;

#[intrinsic]
pub const fn count_ones<T>(x: T) -> u32;

#[intrinsic]
pub const fn leading_zeros<T>(x: T) -> u32;

#[intrinsic]
pub const fn trailing_zeros<T>(x: T) -> u32;

#[intrinsic]
pub const fn swap_bytes<T>(x: T) -> T;

#[intrinsic]
pub const fn float_sqrt<T>(x: T) -> T;

#[intrinsic]
pub const fn float_abs<T>(x: T) -> T;

#[intrinsic]
pub const fn float_floor<T>(x: T) -> T;

#[intrinsic]
pub const fn float_ceil<T>(x: T) -> T;

#[intrinsic]
pub const fn float_trunc<T>(x: T) -> T;

#[intrinsic]
pub const fn float_round_ties_even<T>(x: T) -> T;

#[intrinsic]
pub const fn float_copysign<T>(x: T, sign: T) -> T;

#[intrinsic]
pub const fn f32_to_bits(x: f32) -> u32;

#[intrinsic]
pub const fn f32_from_bits(bits: u32) -> f32;

#[intrinsic]
pub const fn f64_to_bits(x: f64) -> u64;

#[intrinsic]
pub const fn f64_from_bits(bits: u64) -> f64;

#[intrinsic]
pub const fn char_from_u32_unchecked(code: u32) -> char;
