// An implementation that applies to itself, among others that could apply.
use std::ops::Mul;

struct Poly<T>(Vec<T>);

impl<T> Mul for &Poly<T>
where
    for<'x> &'x T: Mul<&'x T, Output = T>,
{
    type Output = Poly<T>;
    fn mul(self, _other: Self) -> Poly<T> {
        Poly(Vec::new())
    }
}

fn square<T>(x: &T) -> T
where
    for<'a> &'a T: Mul<Output = T>,
{
    x * x
}

fn main() {
    println!("{}", square(&12)); //~ ERROR E0275
}
