// Traits: required and default methods, supertraits, static functions, generic traits, blanket implementations.
use std::fmt::{Debug, Display};

trait Shape {
    const SIDES: u32;
    const NAME: &'static str = "shape";

    fn area(&self) -> f64;

    fn describe(&self) {
        println!("{} with {} sides and area {:.2}", Self::NAME, Self::SIDES, self.area());
    }

    fn unit() -> Self
    where
        Self: Sized;
}

#[derive(Debug, Clone, Copy)]
struct Square(f64);

#[derive(Debug)]
struct Triangle {
    base: f64,
    height: f64,
}

impl Shape for Square {
    const SIDES: u32 = 4;
    const NAME: &'static str = "square";

    fn area(&self) -> f64 {
        self.0 * self.0
    }

    fn unit() -> Self {
        Square(1.0)
    }
}

impl Shape for Triangle {
    const SIDES: u32 = 3;

    fn area(&self) -> f64 {
        self.base * self.height / 2.0
    }

    fn describe(&self) {
        print!("(overridden) ");
        println!("{} {}", <Self as Shape>::NAME, self.area());
    }

    fn unit() -> Self {
        Self { base: 1.0, height: 1.0 }
    }
}

trait Named {
    fn name(&self) -> &str;
}

trait Greeter: Named {
    fn greet(&self) {
        println!("Hello, {}!", self.name());
    }
}

struct Person<'a> {
    name: &'a str,
}

impl Named for Person<'_> {
    fn name(&self) -> &str {
        self.name
    }
}

impl Greeter for Person<'_> {}

trait ConvertTo<T> {
    fn convert(&self) -> T;
}

impl ConvertTo<i64> for i32 {
    fn convert(&self) -> i64 {
        i64::from(*self) * 10
    }
}

impl ConvertTo<bool> for i32 {
    fn convert(&self) -> bool {
        *self != 0
    }
}

trait Show {
    fn show(&self);
}

impl<T: Debug> Show for T {
    fn show(&self) {
        println!("showing {self:?}");
    }
}

trait Container {
    type Item;

    fn get(&self, index: usize) -> Option<&Self::Item>;
    fn first(&self) -> Option<&Self::Item> {
        self.get(0)
    }
    fn size(&self) -> usize;
}

impl<T, const N: usize> Container for [T; N] {
    type Item = T;

    fn get(&self, index: usize) -> Option<&T> {
        if index < N { Some(&self[index]) } else { None }
    }

    fn size(&self) -> usize {
        N
    }
}

fn print_all<C: Container>(c: &C)
where
    C::Item: Display,
{
    for i in 0..c.size() {
        if let Some(item) = c.get(i) {
            print!("{item};");
        }
    }
    println!();
}

fn total<S: Shape, T: Shape>(s: &S, t: &T) -> f64 {
    s.area() + t.area()
}

fn shapes<T: Shape + Debug>() -> T {
    let shape = T::unit();
    println!("{shape:?} {}", T::SIDES);
    shape
}

fn sides<T: Shape>(_: &T) -> u32 {
    T::SIDES + 100
}

fn main() {
    let (s, t) = (Square(2.0), Triangle { base: 3.0, height: 4.0 });
    s.describe();
    t.describe();
    println!("{} {} {}", total(&s, &t), total(&t, &t), sides(&t));
    shapes::<Square>().describe();
    let t: Triangle = shapes();
    Shape::describe(&t);
    Person { name: "Ada" }.greet();
    let n: i64 = 7.convert();
    let b: bool = ConvertTo::convert(&0);
    println!("{n} {b} {}", <i32 as ConvertTo<i64>>::convert(&3));
    5.show();
    "text".show();
    Some(Square(0.5)).show();
    print_all(&[1, 2, 3]);
    println!("{:?} {:?}", ['a', 'b'].first(), Container::first(&["x"; 3]));
    println!("{:?}", Container::get(&[1.5], 1));
}
