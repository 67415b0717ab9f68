//! The families `wrapping_`, `checked_`, `overflowing_`, `saturating_` and `carrying` neighbours, for every width by one macro, at the edges.

use std::fmt::Debug;

fn line<T: Debug, const N: usize>(name: &str, items: [T; N]) {
    let all: Vec<String> = items.iter().map(|i| format!("{i:?}")).collect();
    println!("  {name}: {}", all.join(" "));
}

macro_rules! edges {
    ($($t:ident)*) => {$({
        println!("{}", stringify!($t));
        let (min, max, one, two): ($t, $t, $t, $t) = ($t::MIN, $t::MAX, 1, 2);
        let edge = [min, min.wrapping_add(1), one, max / 2, max - 1, max];
        line("wrapping", edge.map(|x| x.wrapping_add(two).wrapping_mul(3).wrapping_sub(max)));
        line("checked", edge.map(|x| (x.checked_add(1), x.checked_sub(2), x.checked_mul(2))));
        line("overflowing", edge.map(|x| (x.overflowing_add(max), x.overflowing_neg())));
        line("saturating", edge.map(|x| x.saturating_add(two).saturating_mul(two).saturating_sub(one)));
        line("pow", edge.map(|x| (x.wrapping_pow(3), x.checked_pow(2), x.saturating_pow(5), x.overflowing_pow(2).1)));
        line("shift", edge.map(|x| (x.wrapping_shl($t::BITS + 1), x.checked_shr($t::BITS), x.overflowing_shr($t::BITS + 2))));
        line("div", edge.map(|x| (x.checked_div(0), x.wrapping_div(two), x.checked_rem(3), x.div_euclid(7), x.rem_euclid(7))));
        line("bits", edge.map(|x| (x.count_ones(), x.leading_zeros(), x.trailing_zeros(), x.rotate_left(3), x.swap_bytes())));
        line("diff", edge.map(|x| (x.abs_diff(one), x.midpoint(max), x.isqrt_or(0))));
    })*};
}

trait IsqrtOr {
    fn isqrt_or(self, other: Self) -> Self;
}
macro_rules! isqrt {
    ($($t:ty)*) => {$(impl IsqrtOr for $t {
        #[allow(unused_comparisons)]
        fn isqrt_or(self, other: $t) -> $t {
            if self >= 0 { self.isqrt() } else { other }
        }
    })*};
}
isqrt!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! signed {
    ($($t:ident $u:ident)*) => {$({
        let edge = [$t::MIN, -1, 0, 1, $t::MAX];
        line(stringify!($t), edge.map(|x| (x.checked_abs(), x.wrapping_abs(), x.unsigned_abs(), x.signum(), x.saturating_neg())));
        line("mixed", edge.map(|x| (x.checked_add_unsigned($u::MAX), x.saturating_sub_unsigned(1), ($u::MAX / 2).checked_add_signed(x))));
        line("rounded", edge.map(|x| (x.checked_rem_euclid(-1), x.checked_neg(), x.overflowing_abs(), (x as $u).next_power_of_two_or(0))));
    })*};
}

trait NextOr {
    fn next_power_of_two_or(self, other: Self) -> Self;
}
macro_rules! next {
    ($($u:ident)*) => {$(impl NextOr for $u {
        fn next_power_of_two_or(self, other: $u) -> $u {
            self.checked_next_power_of_two().unwrap_or(other)
        }
    })*};
}
next!(u8 u16 u32 u64 u128 usize);

fn main() {
    edges!(i8 u8 i16 u16 i32 u32);
    edges!(i64 u64 isize usize);
    edges!(i128 u128);
    signed!(i8 u8 i16 u16 i32 u32 i64 u64 isize usize i128 u128);
}
