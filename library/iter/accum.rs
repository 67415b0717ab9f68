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
    fn sum<I: Iterator<Item = i8>>(mut iter: I) -> i8 {
        let mut sum: i8 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for i8 {
    fn product<I: Iterator<Item = i8>>(mut iter: I) -> i8 {
        let mut product: i8 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a i8> for i8 {
    fn sum<I: Iterator<Item = &'a i8>>(mut iter: I) -> i8 {
        let mut sum: i8 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a i8> for i8 {
    fn product<I: Iterator<Item = &'a i8>>(mut iter: I) -> i8 {
        let mut product: i8 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for i16 {
    fn sum<I: Iterator<Item = i16>>(mut iter: I) -> i16 {
        let mut sum: i16 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for i16 {
    fn product<I: Iterator<Item = i16>>(mut iter: I) -> i16 {
        let mut product: i16 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a i16> for i16 {
    fn sum<I: Iterator<Item = &'a i16>>(mut iter: I) -> i16 {
        let mut sum: i16 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a i16> for i16 {
    fn product<I: Iterator<Item = &'a i16>>(mut iter: I) -> i16 {
        let mut product: i16 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for i32 {
    fn sum<I: Iterator<Item = i32>>(mut iter: I) -> i32 {
        let mut sum: i32 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for i32 {
    fn product<I: Iterator<Item = i32>>(mut iter: I) -> i32 {
        let mut product: i32 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a i32> for i32 {
    fn sum<I: Iterator<Item = &'a i32>>(mut iter: I) -> i32 {
        let mut sum: i32 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a i32> for i32 {
    fn product<I: Iterator<Item = &'a i32>>(mut iter: I) -> i32 {
        let mut product: i32 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for i64 {
    fn sum<I: Iterator<Item = i64>>(mut iter: I) -> i64 {
        let mut sum: i64 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for i64 {
    fn product<I: Iterator<Item = i64>>(mut iter: I) -> i64 {
        let mut product: i64 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a i64> for i64 {
    fn sum<I: Iterator<Item = &'a i64>>(mut iter: I) -> i64 {
        let mut sum: i64 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a i64> for i64 {
    fn product<I: Iterator<Item = &'a i64>>(mut iter: I) -> i64 {
        let mut product: i64 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for i128 {
    fn sum<I: Iterator<Item = i128>>(mut iter: I) -> i128 {
        let mut sum: i128 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for i128 {
    fn product<I: Iterator<Item = i128>>(mut iter: I) -> i128 {
        let mut product: i128 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a i128> for i128 {
    fn sum<I: Iterator<Item = &'a i128>>(mut iter: I) -> i128 {
        let mut sum: i128 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a i128> for i128 {
    fn product<I: Iterator<Item = &'a i128>>(mut iter: I) -> i128 {
        let mut product: i128 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for isize {
    fn sum<I: Iterator<Item = isize>>(mut iter: I) -> isize {
        let mut sum: isize = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for isize {
    fn product<I: Iterator<Item = isize>>(mut iter: I) -> isize {
        let mut product: isize = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a isize> for isize {
    fn sum<I: Iterator<Item = &'a isize>>(mut iter: I) -> isize {
        let mut sum: isize = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a isize> for isize {
    fn product<I: Iterator<Item = &'a isize>>(mut iter: I) -> isize {
        let mut product: isize = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for u8 {
    fn sum<I: Iterator<Item = u8>>(mut iter: I) -> u8 {
        let mut sum: u8 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for u8 {
    fn product<I: Iterator<Item = u8>>(mut iter: I) -> u8 {
        let mut product: u8 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a u8> for u8 {
    fn sum<I: Iterator<Item = &'a u8>>(mut iter: I) -> u8 {
        let mut sum: u8 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a u8> for u8 {
    fn product<I: Iterator<Item = &'a u8>>(mut iter: I) -> u8 {
        let mut product: u8 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for u16 {
    fn sum<I: Iterator<Item = u16>>(mut iter: I) -> u16 {
        let mut sum: u16 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for u16 {
    fn product<I: Iterator<Item = u16>>(mut iter: I) -> u16 {
        let mut product: u16 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a u16> for u16 {
    fn sum<I: Iterator<Item = &'a u16>>(mut iter: I) -> u16 {
        let mut sum: u16 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a u16> for u16 {
    fn product<I: Iterator<Item = &'a u16>>(mut iter: I) -> u16 {
        let mut product: u16 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for u32 {
    fn sum<I: Iterator<Item = u32>>(mut iter: I) -> u32 {
        let mut sum: u32 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for u32 {
    fn product<I: Iterator<Item = u32>>(mut iter: I) -> u32 {
        let mut product: u32 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a u32> for u32 {
    fn sum<I: Iterator<Item = &'a u32>>(mut iter: I) -> u32 {
        let mut sum: u32 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a u32> for u32 {
    fn product<I: Iterator<Item = &'a u32>>(mut iter: I) -> u32 {
        let mut product: u32 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for u64 {
    fn sum<I: Iterator<Item = u64>>(mut iter: I) -> u64 {
        let mut sum: u64 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for u64 {
    fn product<I: Iterator<Item = u64>>(mut iter: I) -> u64 {
        let mut product: u64 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a u64> for u64 {
    fn sum<I: Iterator<Item = &'a u64>>(mut iter: I) -> u64 {
        let mut sum: u64 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a u64> for u64 {
    fn product<I: Iterator<Item = &'a u64>>(mut iter: I) -> u64 {
        let mut product: u64 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for u128 {
    fn sum<I: Iterator<Item = u128>>(mut iter: I) -> u128 {
        let mut sum: u128 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for u128 {
    fn product<I: Iterator<Item = u128>>(mut iter: I) -> u128 {
        let mut product: u128 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a u128> for u128 {
    fn sum<I: Iterator<Item = &'a u128>>(mut iter: I) -> u128 {
        let mut sum: u128 = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a u128> for u128 {
    fn product<I: Iterator<Item = &'a u128>>(mut iter: I) -> u128 {
        let mut product: u128 = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for usize {
    fn sum<I: Iterator<Item = usize>>(mut iter: I) -> usize {
        let mut sum: usize = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl Product for usize {
    fn product<I: Iterator<Item = usize>>(mut iter: I) -> usize {
        let mut product: usize = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl<'a> Sum<&'a usize> for usize {
    fn sum<I: Iterator<Item = &'a usize>>(mut iter: I) -> usize {
        let mut sum: usize = 0;
        while let Some(item) = iter.next() {
            let (next, overflow) = sum.overflowing_add(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                add_overflow();
            }
            sum = next;
        }
        sum
    }
}

impl<'a> Product<&'a usize> for usize {
    fn product<I: Iterator<Item = &'a usize>>(mut iter: I) -> usize {
        let mut product: usize = 1;
        while let Some(item) = iter.next() {
            let (next, overflow) = product.overflowing_mul(*item);
            if overflow && crate::intrinsics::debug_assertions() {
                mul_overflow();
            }
            product = next;
        }
        product
    }
}

impl Sum for f32 {
    fn sum<I: Iterator<Item = f32>>(mut iter: I) -> f32 {
        // The sum of nothing is -0, as std has it.
        let mut sum: f32 = -0.0;
        while let Some(item) = iter.next() {
            sum += item;
        }
        sum
    }
}

impl Product for f32 {
    fn product<I: Iterator<Item = f32>>(mut iter: I) -> f32 {
        let mut product: f32 = 1.0;
        while let Some(item) = iter.next() {
            product *= item;
        }
        product
    }
}

impl<'a> Sum<&'a f32> for f32 {
    fn sum<I: Iterator<Item = &'a f32>>(mut iter: I) -> f32 {
        // The sum of nothing is -0, as std has it.
        let mut sum: f32 = -0.0;
        while let Some(item) = iter.next() {
            sum += *item;
        }
        sum
    }
}

impl<'a> Product<&'a f32> for f32 {
    fn product<I: Iterator<Item = &'a f32>>(mut iter: I) -> f32 {
        let mut product: f32 = 1.0;
        while let Some(item) = iter.next() {
            product *= *item;
        }
        product
    }
}

impl Sum for f64 {
    fn sum<I: Iterator<Item = f64>>(mut iter: I) -> f64 {
        // The sum of nothing is -0, as std has it.
        let mut sum: f64 = -0.0;
        while let Some(item) = iter.next() {
            sum += item;
        }
        sum
    }
}

impl Product for f64 {
    fn product<I: Iterator<Item = f64>>(mut iter: I) -> f64 {
        let mut product: f64 = 1.0;
        while let Some(item) = iter.next() {
            product *= item;
        }
        product
    }
}

impl<'a> Sum<&'a f64> for f64 {
    fn sum<I: Iterator<Item = &'a f64>>(mut iter: I) -> f64 {
        // The sum of nothing is -0, as std has it.
        let mut sum: f64 = -0.0;
        while let Some(item) = iter.next() {
            sum += *item;
        }
        sum
    }
}

impl<'a> Product<&'a f64> for f64 {
    fn product<I: Iterator<Item = &'a f64>>(mut iter: I) -> f64 {
        let mut product: f64 = 1.0;
        while let Some(item) = iter.next() {
            product *= *item;
        }
        product
    }
}
