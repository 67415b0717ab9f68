// Several bounds on one trait, with different arguments: what is passed says which of them is meant.

use std::ops::{Add, Mul, Shl};

trait Convert<A> {
    type Out;
    fn convert(&self, a: A) -> Self::Out;
}

struct Plain;

impl Convert<u8> for Plain {
    type Out = u16;
    fn convert(&self, a: u8) -> u16 {
        u16::from(a) + 1
    }
}

impl Convert<char> for Plain {
    type Out = String;
    fn convert(&self, a: char) -> String {
        format!("<{a}>")
    }
}

fn methods<T: Convert<u8, Out = u16> + Convert<char, Out = String>>(t: &T) -> (u16, String) {
    (t.convert(1), t.convert('a'))
}

fn paths<T: Convert<u8> + Convert<char>>(t: &T) -> (<T as Convert<u8>>::Out, <T as Convert<char>>::Out) {
    (T::convert(t, 7), Convert::convert(t, 'b'))
}

#[derive(Clone, Copy, Debug)]
struct Meter(i32);

impl Shl<i8> for Meter {
    type Output = Meter;
    fn shl(self, n: i8) -> Meter {
        Meter(self.0 << n)
    }
}

impl Shl<u8> for Meter {
    type Output = bool;
    fn shl(self, n: u8) -> bool {
        self.0 << n > 4
    }
}

fn operators<T: Shl<i8, Output = T> + Shl<u8, Output = bool> + Copy>(x: T) -> (T, bool) {
    let y: T = x << 1i8;
    (y, y << 2u8)
}

fn by_value_and_reference<T: Add<Output = T> + for<'a> Add<&'a T, Output = T> + Copy>(x: T) -> T {
    x + &x + x
}

fn of_references<T>(x: &T, y: T) -> T
where
    for<'a> &'a T: Mul<&'a T, Output = T> + Mul<T, Output = T>,
{
    let z = x * x;
    &z * y
}

fn main() {
    println!("{:?} {:?}", methods(&Plain), paths(&Plain));
    println!("{:?} {:?}", operators(Meter(3)), operators(Meter(0)));
    println!("{} {}", by_value_and_reference(3), by_value_and_reference(0.5));
    println!("{} {}", of_references(&4, 5), of_references(&1.5, 2.0));
}
