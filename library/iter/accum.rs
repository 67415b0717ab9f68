//! Sums and products.

use super::Iterator;
use crate::panicking::{self, CoreFile};

pub trait Sum<A = Self>: Sized {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}

pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

/// What std's own source reports where a sum does not fit.
fn add_overflow() -> ! {
    panicking::panic_in_core("attempt to add with overflow", &CoreFile::Accum, 204, 1)
}

fn mul_overflow() -> ! {
    panicking::panic_in_core("attempt to multiply with overflow", &CoreFile::Accum, 204, 1)
}

impl Sum for i8 {
    fn sum<I: Iterator<Item = i8>>(iter: I) -> i8 {
        iter.fold(0, |sum: i8, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for i8 {
    fn product<I: Iterator<Item = i8>>(iter: I) -> i8 {
        iter.fold(1, |product: i8, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a i8> for i8 {
    fn sum<I: Iterator<Item = &'a i8>>(iter: I) -> i8 {
        iter.fold(0, |sum: i8, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a i8> for i8 {
    fn product<I: Iterator<Item = &'a i8>>(iter: I) -> i8 {
        iter.fold(1, |product: i8, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for i16 {
    fn sum<I: Iterator<Item = i16>>(iter: I) -> i16 {
        iter.fold(0, |sum: i16, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for i16 {
    fn product<I: Iterator<Item = i16>>(iter: I) -> i16 {
        iter.fold(1, |product: i16, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a i16> for i16 {
    fn sum<I: Iterator<Item = &'a i16>>(iter: I) -> i16 {
        iter.fold(0, |sum: i16, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a i16> for i16 {
    fn product<I: Iterator<Item = &'a i16>>(iter: I) -> i16 {
        iter.fold(1, |product: i16, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for i32 {
    fn sum<I: Iterator<Item = i32>>(iter: I) -> i32 {
        iter.fold(0, |sum: i32, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for i32 {
    fn product<I: Iterator<Item = i32>>(iter: I) -> i32 {
        iter.fold(1, |product: i32, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a i32> for i32 {
    fn sum<I: Iterator<Item = &'a i32>>(iter: I) -> i32 {
        iter.fold(0, |sum: i32, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a i32> for i32 {
    fn product<I: Iterator<Item = &'a i32>>(iter: I) -> i32 {
        iter.fold(1, |product: i32, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for i64 {
    fn sum<I: Iterator<Item = i64>>(iter: I) -> i64 {
        iter.fold(0, |sum: i64, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for i64 {
    fn product<I: Iterator<Item = i64>>(iter: I) -> i64 {
        iter.fold(1, |product: i64, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a i64> for i64 {
    fn sum<I: Iterator<Item = &'a i64>>(iter: I) -> i64 {
        iter.fold(0, |sum: i64, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a i64> for i64 {
    fn product<I: Iterator<Item = &'a i64>>(iter: I) -> i64 {
        iter.fold(1, |product: i64, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for i128 {
    fn sum<I: Iterator<Item = i128>>(iter: I) -> i128 {
        iter.fold(0, |sum: i128, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for i128 {
    fn product<I: Iterator<Item = i128>>(iter: I) -> i128 {
        iter.fold(1, |product: i128, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a i128> for i128 {
    fn sum<I: Iterator<Item = &'a i128>>(iter: I) -> i128 {
        iter.fold(0, |sum: i128, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a i128> for i128 {
    fn product<I: Iterator<Item = &'a i128>>(iter: I) -> i128 {
        iter.fold(1, |product: i128, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for isize {
    fn sum<I: Iterator<Item = isize>>(iter: I) -> isize {
        iter.fold(0, |sum: isize, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for isize {
    fn product<I: Iterator<Item = isize>>(iter: I) -> isize {
        iter.fold(1, |product: isize, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a isize> for isize {
    fn sum<I: Iterator<Item = &'a isize>>(iter: I) -> isize {
        iter.fold(0, |sum: isize, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a isize> for isize {
    fn product<I: Iterator<Item = &'a isize>>(iter: I) -> isize {
        iter.fold(1, |product: isize, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for u8 {
    fn sum<I: Iterator<Item = u8>>(iter: I) -> u8 {
        iter.fold(0, |sum: u8, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for u8 {
    fn product<I: Iterator<Item = u8>>(iter: I) -> u8 {
        iter.fold(1, |product: u8, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a u8> for u8 {
    fn sum<I: Iterator<Item = &'a u8>>(iter: I) -> u8 {
        iter.fold(0, |sum: u8, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a u8> for u8 {
    fn product<I: Iterator<Item = &'a u8>>(iter: I) -> u8 {
        iter.fold(1, |product: u8, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for u16 {
    fn sum<I: Iterator<Item = u16>>(iter: I) -> u16 {
        iter.fold(0, |sum: u16, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for u16 {
    fn product<I: Iterator<Item = u16>>(iter: I) -> u16 {
        iter.fold(1, |product: u16, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a u16> for u16 {
    fn sum<I: Iterator<Item = &'a u16>>(iter: I) -> u16 {
        iter.fold(0, |sum: u16, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a u16> for u16 {
    fn product<I: Iterator<Item = &'a u16>>(iter: I) -> u16 {
        iter.fold(1, |product: u16, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for u32 {
    fn sum<I: Iterator<Item = u32>>(iter: I) -> u32 {
        iter.fold(0, |sum: u32, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for u32 {
    fn product<I: Iterator<Item = u32>>(iter: I) -> u32 {
        iter.fold(1, |product: u32, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a u32> for u32 {
    fn sum<I: Iterator<Item = &'a u32>>(iter: I) -> u32 {
        iter.fold(0, |sum: u32, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a u32> for u32 {
    fn product<I: Iterator<Item = &'a u32>>(iter: I) -> u32 {
        iter.fold(1, |product: u32, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for u64 {
    fn sum<I: Iterator<Item = u64>>(iter: I) -> u64 {
        iter.fold(0, |sum: u64, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for u64 {
    fn product<I: Iterator<Item = u64>>(iter: I) -> u64 {
        iter.fold(1, |product: u64, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a u64> for u64 {
    fn sum<I: Iterator<Item = &'a u64>>(iter: I) -> u64 {
        iter.fold(0, |sum: u64, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a u64> for u64 {
    fn product<I: Iterator<Item = &'a u64>>(iter: I) -> u64 {
        iter.fold(1, |product: u64, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for u128 {
    fn sum<I: Iterator<Item = u128>>(iter: I) -> u128 {
        iter.fold(0, |sum: u128, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for u128 {
    fn product<I: Iterator<Item = u128>>(iter: I) -> u128 {
        iter.fold(1, |product: u128, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a u128> for u128 {
    fn sum<I: Iterator<Item = &'a u128>>(iter: I) -> u128 {
        iter.fold(0, |sum: u128, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a u128> for u128 {
    fn product<I: Iterator<Item = &'a u128>>(iter: I) -> u128 {
        iter.fold(1, |product: u128, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for usize {
    fn sum<I: Iterator<Item = usize>>(iter: I) -> usize {
        iter.fold(0, |sum: usize, item| {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl Product for usize {
    fn product<I: Iterator<Item = usize>>(iter: I) -> usize {
        iter.fold(1, |product: usize, item| {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl<'a> Sum<&'a usize> for usize {
    fn sum<I: Iterator<Item = &'a usize>>(iter: I) -> usize {
        iter.fold(0, |sum: usize, item| {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            next
        })
    }
}

impl<'a> Product<&'a usize> for usize {
    fn product<I: Iterator<Item = &'a usize>>(iter: I) -> usize {
        iter.fold(1, |product: usize, item| {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            next
        })
    }
}

impl Sum for f32 {
    fn sum<I: Iterator<Item = f32>>(iter: I) -> f32 {
        // The sum of nothing is -0, as std has it.
        iter.fold(-0.0, |sum: f32, item| sum + item)
    }
}

impl Product for f32 {
    fn product<I: Iterator<Item = f32>>(iter: I) -> f32 {
        iter.fold(1.0, |product: f32, item| product * item)
    }
}

impl<'a> Sum<&'a f32> for f32 {
    fn sum<I: Iterator<Item = &'a f32>>(iter: I) -> f32 {
        // The sum of nothing is -0, as std has it.
        iter.fold(-0.0, |sum: f32, item| sum + *item)
    }
}

impl<'a> Product<&'a f32> for f32 {
    fn product<I: Iterator<Item = &'a f32>>(iter: I) -> f32 {
        iter.fold(1.0, |product: f32, item| product * *item)
    }
}

impl Sum for f64 {
    fn sum<I: Iterator<Item = f64>>(iter: I) -> f64 {
        // The sum of nothing is -0, as std has it.
        iter.fold(-0.0, |sum: f64, item| sum + item)
    }
}

impl Product for f64 {
    fn product<I: Iterator<Item = f64>>(iter: I) -> f64 {
        iter.fold(1.0, |product: f64, item| product * item)
    }
}

impl<'a> Sum<&'a f64> for f64 {
    fn sum<I: Iterator<Item = &'a f64>>(iter: I) -> f64 {
        // The sum of nothing is -0, as std has it.
        iter.fold(-0.0, |sum: f64, item| sum + *item)
    }
}

impl<'a> Product<&'a f64> for f64 {
    fn product<I: Iterator<Item = &'a f64>>(iter: I) -> f64 {
        iter.fold(1.0, |product: f64, item| product * *item)
    }
}
