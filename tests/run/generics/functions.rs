// Generic functions: inferred and written arguments, bounds, `where`, arrays of any length.
use std::fmt::{Debug, Display};
use std::ops::{Add, Mul};

fn largest<T: PartialOrd + Copy>(list: &[T]) -> T {
    let mut largest = list[0];
    for i in 1..list.len() {
        if list[i] > largest {
            largest = list[i];
        }
    }
    largest
}

fn pair<A, B>(a: A, b: B) -> (B, A) {
    (b, a)
}

fn sum_of_squares<T>(values: &[T], zero: T) -> T
where
    T: Copy + Add<Output = T> + Mul<Output = T>,
{
    let mut sum = zero;
    for i in 0..values.len() {
        sum = sum + values[i] * values[i];
    }
    sum
}

fn describe<T: Display, U: Debug>(t: T, u: &U) {
    println!("{t} and {u:?}");
}

fn length<T, const N: usize>(_array: &[T; N]) -> usize {
    N
}

fn filled<T: Copy, const N: usize>(value: T) -> [T; N] {
    [value; N]
}

fn choose<T>(first: bool, a: T, b: T) -> T {
    if first { a } else { b }
}

fn default_pair<T: Default, U: Default>() -> (T, U) {
    (T::default(), U::default())
}

fn apply_twice<T>(f: fn(T) -> T, x: T) -> T {
    f(f(x))
}

fn size<T>() -> usize {
    std::mem::size_of::<T>()
}

fn countdown<T: Copy + PartialEq + std::ops::Sub<Output = T> + Display>(n: T, one: T, zero: T) {
    print!("{n} ");
    if n == zero {
        println!();
    } else {
        countdown(n - one, one, zero);
    }
}

fn double(n: i64) -> i64 {
    n * 2
}

fn main() {
    println!("{} {} {}", largest(&[3, 9, 2]), largest(&[1.5, -2.0]), largest(&['x', 'b']));
    let (b, a) = pair(1u8, "one");
    println!("{a} {b}");
    println!("{}", sum_of_squares(&[1, 2, 3], 0));
    println!("{}", sum_of_squares(&[0.5, 1.5], 0.0));
    describe(5, &Some("x"));
    describe("text", &[(1, 'a'), (2, 'b')]);
    println!("{} {}", length(&[1, 2, 3]), length(&["a"; 7]));
    let array: [u16; 4] = filled(7);
    println!("{array:?} {:?}", filled::<bool, 2>(true));
    println!("{}", choose::<&str>(false, "yes", "no"));
    let (n, s): (i32, bool) = default_pair();
    println!("{n} {s} {:?}", default_pair::<u8, char>());
    println!("{}", apply_twice(double, 10));
    println!("{} {} {}", size::<u8>(), size::<(u8, u32)>(), size::<Option<char>>());
    countdown(3i8, 1, 0);
    countdown(2.0, 1.0, 0.0);
}
