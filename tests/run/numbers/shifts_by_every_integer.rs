// Integers are shifted by every integer, by value and by reference, also through bounds.

use std::fmt::Debug;
use std::ops::{Shl, ShlAssign, Shr, ShrAssign};

fn shifted<A: Shl<B> + Copy, B: Copy>(a: A, b: B) -> A::Output {
    a << b
}

fn through<T>(x: T) -> String
where
    T: Shl<i8, Output = T> + Shr<u128, Output = T> + Shl<usize> + Copy + Debug,
    T: ShlAssign<u16> + ShrAssign<isize> + for<'a> ShlAssign<&'a i128> + for<'a> ShrAssign<&'a u8>,
    for<'a> T: Shl<&'a i16, Output = T> + Shr<&'a u64>,
    for<'a> &'a T: Shr<i64, Output = T> + Shl<&'a u32, Output = T>,
    <T as Shl<usize>>::Output: Debug,
    for<'a> <T as Shr<&'a u64>>::Output: Debug,
{
    let mut y: T = x << 1i8;
    y = y >> 1u128;
    y <<= 3u16;
    y >>= 1isize;
    y <<= &2i128;
    y >>= &1u8;
    let z = y << &1i16;
    format!("{:?} {:?} {:?} {:?} {:?}", z, x << 2usize, x >> &1u64, &x >> 1i64, &x << &3u32)
}

#[derive(Debug)]
struct Word(u8);

impl Shl<Word> for u8 {
    type Output = Word;
    fn shl(self, by: Word) -> Word {
        Word(self << by.0)
    }
}

impl<T> Shl<T> for Word
where
    u8: Shl<T, Output = u8>,
{
    type Output = Word;
    fn shl(self, by: T) -> Word {
        Word(self.0 << by)
    }
}

impl ShrAssign<Word> for u32 {
    fn shr_assign(&mut self, by: Word) {
        *self >>= by.0;
    }
}

fn sum_of<T: Shr<u8, Output = T> + Into<u64> + Copy>(items: &[T]) -> u64 {
    items.iter().map(|&item| (item >> 1u8).into()).sum()
}

fn main() {
    println!("{} {} {}", shifted(1u64, 7i8), shifted(&-1i32, &3u128), shifted(1i128, &100isize));
    println!("{} {}", shifted(3u8, 4), shifted(&3i16, 4));
    println!("{}", through(5i8));
    println!("{}", through(5i16));
    println!("{}", through(5i32));
    println!("{}", through(-5i64));
    println!("{}", through(-5i128));
    println!("{}", through(-5isize));
    println!("{}", through(5u8));
    println!("{}", through(50u16));
    println!("{}", through(500u32));
    println!("{}", through(5000u64));
    println!("{}", through(5_000_000_000_000_000_000_000u128));
    println!("{}", through(50usize));
    println!("{:?} {:?} {:?}", 1u8 << Word(3), Word(1) << 2u64, Word(1) << &4i8);
    let mut n = 1024u32;
    n >>= Word(3);
    println!("{n} {} {}", sum_of(&[2u8, 4, 8]), sum_of(&[1u32 << 20, 6]));
    let table: [fn(u16, i8) -> u16; 2] = [Shl::shl, <u16 as Shr<i8>>::shr];
    println!("{:?}", table.iter().map(|f| f(0x0f0f, 4)).collect::<Vec<_>>());
    for places in [1i8, 7, -1] {
        println!("{}", shifted(1u8, places));
    }
}
