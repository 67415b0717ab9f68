//! The intrinsics: what the library is made of and the language cannot say. Each is declared in `library/intrinsics.rs`
//! as a function without a body under `#[intrinsic]`; its name there is the variant's in snake case.
//!
//! `T` is the intrinsic's first generic argument. Integers are those of the table in [`crate::ty::IntTy`].

macro_rules! intrinsics {
    ($($(#[$doc:meta])* $variant:ident $name:literal;)*) => {
        /// An intrinsic function.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Intrinsic {
            $($(#[$doc])* $variant,)*
        }

        impl Intrinsic {
            /// Every intrinsic.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name in the library's source.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The intrinsic of this name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|i| i.name() == name)
            }
        }
    };
}

intrinsics! {
    /// `fn<T>() -> T`: calls the user's `main`. Resolved to that function, so that no engine sees it.
    UserMain "user_main";
    /// `fn(fd: u32, iovs: *const u8, count: u32, written: *mut u32) -> u32`: WASI's `fd_write`.
    FdWrite "fd_write";
    /// `fn(fd: u32, iovs: *const u8, count: u32, read: *mut u32) -> u32`: WASI's `fd_read`.
    FdRead "fd_read";
    /// `fn(code: u32) -> !`: WASI's `proc_exit`.
    ProcExit "proc_exit";
    /// `fn(id: u32, precision: u64, time: *mut u64) -> u32`: WASI's `clock_time_get`.
    ClockTimeGet "clock_time_get";
    /// `fn(buffer: *mut u8, len: u32) -> u32`: WASI's `random_get`.
    RandomGet "random_get";

    /// `fn<T>() -> usize`
    SizeOf "size_of";
    /// `fn<T>() -> usize`
    AlignOf "align_of";
    /// `fn<T: ?Sized>(*const T) -> usize`: the size of what the pointer points to.
    SizeOfVal "size_of_val";
    /// Likewise its alignment.
    AlignOfVal "align_of_val";
    /// `fn<T: ?Sized>() -> &'static str`: the type's name as `std::any::type_name` gives it.
    TypeName "type_name";
    /// `fn<T: ?Sized>() -> u64`: a number that no other type has.
    TypeId "type_id";
    /// `fn<T>(&T) -> <T as DiscriminantKind>::Discriminant`: the discriminant of an enum's value, of any type's value 0.
    DiscriminantValue "discriminant_value";
    /// `fn() -> !`: the program is wrong if this is reached; engines stop it with a message.
    Unreachable "unreachable";
    /// `fn() -> bool`: whether this is the debug profile.
    DebugAssertions "debug_assertions";

    /// `fn<T>(*const T) -> T`: read, whatever the alignment; the place keeps its bytes.
    PtrRead "ptr_read";
    /// `fn<T>(*mut T, T)`: write without dropping what is there.
    PtrWrite "ptr_write";
    /// `fn<T: ?Sized>(*mut T)`: drop the value there, a slice's elements one by one.
    DropInPlace "drop_in_place";
    /// `fn<T: ?Sized>() -> bool`: whether dropping a value does anything.
    NeedsDrop "needs_drop";
    /// `fn<T>() -> bool`: whether values are copied bit by bit.
    IsCopy "is_copy";
    /// `fn<T>() -> bool`: whether an iterator is known to end for good, being a `FusedIterator`.
    IsFused "is_fused";
    /// `fn<T>(T)`: take the value and do not drop it.
    Forget "forget";
    /// `fn() -> !`: the end of a panic's message: run the destructors of all values that are alive, the youngest first, and
    /// leave through [`crate::defs::LangFn::PanicExit`].
    Unwind "unwind";
    /// `fn() -> *mut *mut u8`: where engines that do not unwind keep the list of what a panic has to drop.
    Cleanups "cleanups";
    /// `fn<T>(*const T, isize) -> *const T`: move by so many elements, wrapping.
    PtrOffset "ptr_offset";
    /// `fn<T>(src: *const T, dst: *mut T, count: usize)`: copy elements; they may overlap.
    PtrCopy "ptr_copy";
    /// `fn<T>(dst: *mut T, byte: u8, count: usize)`: fill `count` elements' bytes.
    PtrWriteBytes "ptr_write_bytes";
    /// `fn<T>(*const T, usize) -> &'static [T]`: a slice from its parts.
    SliceFromRaw "slice_from_raw";
    /// `fn<T>(*mut T, usize) -> &'static mut [T]`: likewise, mutable.
    SliceFromRawMut "slice_from_raw_mut";
    /// `fn<T>(&[T]) -> *const T`
    SliceAsPtr "slice_as_ptr";
    /// `fn<T>(&mut [T]) -> *mut T`
    SliceAsMutPtr "slice_as_mut_ptr";
    /// `fn<T>(&[T]) -> usize`
    SliceLen "slice_len";
    /// `fn(&str) -> &[u8]`: the same address and length.
    StrAsBytes "str_as_bytes";
    /// `fn(&[u8]) -> &str`: likewise; the bytes are known to be UTF-8.
    StrFromUtf8Unchecked "str_from_utf8_unchecked";
    /// `fn<T: ?Sized>(*mut T) -> Box<T>`: the same pointer, now owned.
    BoxFromRaw "box_from_raw";
    /// `fn<T: ?Sized>(Box<T>) -> *mut T`: the same pointer, no longer owned.
    BoxIntoRaw "box_into_raw";
    /// `fn() -> usize`: the size of memory in pages of 64 KiB.
    MemorySize "memory_size";
    /// `fn(pages: usize) -> usize`: grow memory; the old size, or `usize::MAX` where it cannot grow.
    MemoryGrow "memory_grow";
    /// `fn() -> usize`: where the heap begins.
    HeapBase "heap_base";

    /// `fn<T>(T, T) -> T` on integers, wrapping.
    WrappingAdd "wrapping_add";
    /// Likewise.
    WrappingSub "wrapping_sub";
    /// Likewise.
    WrappingMul "wrapping_mul";
    /// `fn<T>(T, T) -> T`: quotient of integers; the divisor is not 0, and the division does not overflow.
    UncheckedDiv "unchecked_div";
    /// Likewise the remainder.
    UncheckedRem "unchecked_rem";
    /// `fn<T>(T, u32) -> T`: shift left by the amount modulo the width.
    WrappingShl "wrapping_shl";
    /// Likewise right, by the type's sign.
    WrappingShr "wrapping_shr";
    /// `fn<T>(T, u32) -> T`
    RotateLeft "rotate_left";
    /// Likewise.
    RotateRight "rotate_right";
    /// `fn<T>(T, T) -> bool`: whether the exact sum does not fit.
    AddOverflows "add_overflows";
    /// Likewise the difference.
    SubOverflows "sub_overflows";
    /// Likewise the product.
    MulOverflows "mul_overflows";
    /// `fn<T>(T) -> u32`: ones of an integer.
    CountOnes "count_ones";
    /// Likewise leading zeros.
    LeadingZeros "leading_zeros";
    /// Likewise trailing zeros.
    TrailingZeros "trailing_zeros";
    /// `fn<T>(T) -> T`: bytes in reverse order.
    SwapBytes "swap_bytes";

    /// `fn<T>(T) -> T` on floats: square root.
    FloatSqrt "float_sqrt";
    /// Absolute value.
    FloatAbs "float_abs";
    /// Round down.
    FloatFloor "float_floor";
    /// Round up.
    FloatCeil "float_ceil";
    /// Round towards zero.
    FloatTrunc "float_trunc";
    /// Round to nearest, ties to even.
    FloatRoundTiesEven "float_round_ties_even";
    /// `fn<T>(T, T) -> T`: the first with the sign of the second.
    FloatCopysign "float_copysign";
    /// `fn(f32) -> u32`
    F32ToBits "f32_to_bits";
    /// `fn(u32) -> f32`
    F32FromBits "f32_from_bits";
    /// `fn(f64) -> u64`
    F64ToBits "f64_to_bits";
    /// `fn(u64) -> f64`
    F64FromBits "f64_from_bits";
    /// `fn(u32) -> char`: the number is known to be a character's.
    CharFromU32Unchecked "char_from_u32_unchecked";
}
