//! `Default`.

pub trait Default: Sized {
    fn default() -> Self;
}

impl Default for bool {
    fn default() -> Self {
        false
    }
}

impl Default for char {
    fn default() -> Self {
        '\0'
    }
}

impl Default for i8 {
    fn default() -> Self {
        0
    }
}

impl Default for i16 {
    fn default() -> Self {
        0
    }
}

impl Default for i32 {
    fn default() -> Self {
        0
    }
}

impl Default for i64 {
    fn default() -> Self {
        0
    }
}

impl Default for i128 {
    fn default() -> Self {
        0
    }
}

impl Default for isize {
    fn default() -> Self {
        0
    }
}

impl Default for u8 {
    fn default() -> Self {
        0
    }
}

impl Default for u16 {
    fn default() -> Self {
        0
    }
}

impl Default for u32 {
    fn default() -> Self {
        0
    }
}

impl Default for u64 {
    fn default() -> Self {
        0
    }
}

impl Default for u128 {
    fn default() -> Self {
        0
    }
}

impl Default for usize {
    fn default() -> Self {
        0
    }
}

impl Default for f32 {
    fn default() -> Self {
        0.0
    }
}

impl Default for f64 {
    fn default() -> Self {
        0.0
    }
}

impl Default for () {
    fn default() -> Self {
        ()
    }
}

impl Default for &str {
    fn default() -> Self {
        ""
    }
}

impl<T> Default for &[T] {
    fn default() -> Self {
        &[]
    }
}

impl<T> Default for [T; 0] {
    fn default() -> Self {
        []
    }
}

impl<T: Default> Default for [T; 1] {
    fn default() -> Self {
        [T::default()]
    }
}

impl<T: Default> Default for [T; 2] {
    fn default() -> Self {
        [T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 3] {
    fn default() -> Self {
        [T::default(), T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 4] {
    fn default() -> Self {
        [T::default(), T::default(), T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 5] {
    fn default() -> Self {
        [T::default(), T::default(), T::default(), T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 6] {
    fn default() -> Self {
        [T::default(), T::default(), T::default(), T::default(), T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 7] {
    fn default() -> Self {
        [T::default(), T::default(), T::default(), T::default(), T::default(), T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 8] {
    fn default() -> Self {
        [T::default(), T::default(), T::default(), T::default(), T::default(), T::default(), T::default(), T::default()]
    }
}

impl<T: Default> Default for [T; 9] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 10] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 11] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 12] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 13] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 14] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 15] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 16] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 17] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 18] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 19] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 20] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 21] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 22] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 23] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 24] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 25] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 26] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 27] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 28] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 29] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 30] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 31] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<T: Default> Default for [T; 32] {
    fn default() -> Self {
        [
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
            T::default(),
        ]
    }
}

impl<A: Default> Default for (A,) {
    fn default() -> Self {
        (A::default(),)
    }
}

impl<A: Default, B: Default> Default for (A, B) {
    fn default() -> Self {
        (A::default(), B::default())
    }
}

impl<A: Default, B: Default, C: Default> Default for (A, B, C) {
    fn default() -> Self {
        (A::default(), B::default(), C::default())
    }
}

impl<A: Default, B: Default, C: Default, D: Default> Default for (A, B, C, D) {
    fn default() -> Self {
        (A::default(), B::default(), C::default(), D::default())
    }
}

impl<A: Default, B: Default, C: Default, D: Default, E: Default> Default for (A, B, C, D, E) {
    fn default() -> Self {
        (A::default(), B::default(), C::default(), D::default(), E::default())
    }
}

impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default> Default for (A, B, C, D, E, F) {
    fn default() -> Self {
        (A::default(), B::default(), C::default(), D::default(), E::default(), F::default())
    }
}

impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default> Default
    for (A, B, C, D, E, F, G)
{
    fn default() -> Self {
        (A::default(), B::default(), C::default(), D::default(), E::default(), F::default(), G::default())
    }
}

impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default> Default
    for (A, B, C, D, E, F, G, H)
{
    fn default() -> Self {
        (A::default(), B::default(), C::default(), D::default(), E::default(), F::default(), G::default(), H::default())
    }
}

impl<A: Default, B: Default, C: Default, D: Default, E: Default, F: Default, G: Default, H: Default, I: Default> Default
    for (A, B, C, D, E, F, G, H, I)
{
    fn default() -> Self {
        (
            A::default(),
            B::default(),
            C::default(),
            D::default(),
            E::default(),
            F::default(),
            G::default(),
            H::default(),
            I::default(),
        )
    }
}

impl<
    A: Default,
    B: Default,
    C: Default,
    D: Default,
    E: Default,
    F: Default,
    G: Default,
    H: Default,
    I: Default,
    J: Default,
> Default for (A, B, C, D, E, F, G, H, I, J)
{
    fn default() -> Self {
        (
            A::default(),
            B::default(),
            C::default(),
            D::default(),
            E::default(),
            F::default(),
            G::default(),
            H::default(),
            I::default(),
            J::default(),
        )
    }
}

impl<
    A: Default,
    B: Default,
    C: Default,
    D: Default,
    E: Default,
    F: Default,
    G: Default,
    H: Default,
    I: Default,
    J: Default,
    K: Default,
> Default for (A, B, C, D, E, F, G, H, I, J, K)
{
    fn default() -> Self {
        (
            A::default(),
            B::default(),
            C::default(),
            D::default(),
            E::default(),
            F::default(),
            G::default(),
            H::default(),
            I::default(),
            J::default(),
            K::default(),
        )
    }
}

impl<
    A: Default,
    B: Default,
    C: Default,
    D: Default,
    E: Default,
    F: Default,
    G: Default,
    H: Default,
    I: Default,
    J: Default,
    K: Default,
    L: Default,
> Default for (A, B, C, D, E, F, G, H, I, J, K, L)
{
    fn default() -> Self {
        (
            A::default(),
            B::default(),
            C::default(),
            D::default(),
            E::default(),
            F::default(),
            G::default(),
            H::default(),
            I::default(),
            J::default(),
            K::default(),
            L::default(),
        )
    }
}
