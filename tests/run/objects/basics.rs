//! Trait objects by reference and in boxes, closures among them.

use std::fmt::{Debug, Display};
trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        String::from("shape")
    }
    fn scale(&mut self, k: f64);
}
struct Circle(f64);
struct Rect {
    w: f64,
    h: f64,
}
impl Shape for Circle {
    fn area(&self) -> f64 {
        self.0 * self.0 * 3.0
    }
    fn name(&self) -> String {
        String::from("circle")
    }
    fn scale(&mut self, k: f64) {
        self.0 *= k;
    }
}
impl Shape for Rect {
    fn area(&self) -> f64 {
        self.w * self.h
    }
    fn scale(&mut self, k: f64) {
        self.w *= k;
        self.h *= k;
    }
}
fn show(s: &dyn Shape) {
    println!("{}: {}", s.name(), s.area());
}
fn grow(s: &mut dyn Shape) {
    s.scale(2.0);
}
fn make(round: bool) -> Box<dyn Shape> {
    if round { Box::new(Circle(1.0)) } else { Box::new(Rect { w: 2.0, h: 3.0 }) }
}
impl dyn Shape {
    fn twice(&self) -> f64 {
        self.area() * 2.0
    }
}
fn total<T: Shape + ?Sized>(t: &T) -> f64 {
    t.area()
}
trait Animal: Debug {
    fn speak(&self) -> String;
}
#[derive(Debug)]
struct Dog {
    age: i32,
}
impl Animal for Dog {
    fn speak(&self) -> String {
        format!("woof {}", self.age)
    }
}
fn dbg(d: &dyn Debug) {
    println!("{:?}", d);
}
fn compose(f: Box<dyn Fn(i32) -> i32>, g: Box<dyn Fn(i32) -> i32>) -> Box<dyn Fn(i32) -> i32> {
    Box::new(move |x| g(f(x)))
}
fn call(f: &dyn Fn(i32, i32) -> i32) -> i32 {
    f(3, 4)
}
fn call_mut(f: &mut dyn FnMut(i32)) {
    f(1);
    f(2);
}
fn main() {
    let mut c = Circle(2.0);
    show(&c);
    grow(&mut c);
    show(&c);
    let shapes: Vec<Box<dyn Shape>> =
        vec![Box::new(Circle(1.5)), Box::new(Rect { w: 1.0, h: 2.0 }), make(true), make(false)];
    for s in &shapes {
        show(s.as_ref());
        println!("{}", s.twice());
    }
    let sum: f64 = shapes.iter().map(|s| s.area()).sum();
    println!("{sum} {}", total(&*shapes[0]));
    let mut boxed = make(true);
    boxed.scale(3.0);
    grow(&mut *boxed);
    grow(boxed.as_mut());
    println!("{}", boxed.area());
    let d: Box<dyn Animal> = Box::new(Dog { age: 3 });
    println!("{:?} {}", d, d.speak());
    let up: &dyn Debug = &*d;
    dbg(up);
    let up: Box<dyn Debug> = d;
    println!("{up:?}");
    let v: [&dyn Display; 3] = [&1, &"two", &3.5];
    for x in v {
        print!("{x} ");
    }
    println!();
    let h = compose(Box::new(|x| x + 1), Box::new(|x| x * 10));
    println!("{}", h(4));
    println!("{}", call(&|a, b| a * b));
    let mut total = 0;
    call_mut(&mut |x| total += x);
    println!("{total}");
    let name = String::from("me");
    let once: Box<dyn FnOnce() -> String> = Box::new(move || name);
    println!("{}", once());
    let mut it: Box<dyn Iterator<Item = i32>> = Box::new((1..10).filter(|x| x % 2 == 0));
    println!("{:?}", it.next());
    let v: Vec<i32> = it.map(|x| x * x).collect();
    println!("{v:?}");
    println!("{}", std::mem::size_of::<&dyn Shape>());
}
