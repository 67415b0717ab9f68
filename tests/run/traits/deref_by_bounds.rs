//! Methods, fields, indices and calls through `Deref` that a bound gives.

use std::ops::{Deref, DerefMut};
use std::rc::Rc;

struct Point {
    x: i32,
    y: i32,
}

impl Point {
    fn sum(&self) -> i32 {
        self.x + self.y
    }

    fn grow(&mut self) {
        self.x += 1;
        self.y *= 2;
    }
}

struct Own<T>(T, u32);

impl<T> Deref for Own<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Own<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.1 += 1;
        &mut self.0
    }
}

fn sum<P: Deref<Target = Point>>(p: P) -> i32 {
    p.sum() + p.x * 100 + p.deref().y * 1000
}

fn grow<P>(mut p: P) -> P
where
    P: DerefMut<Target = Point>,
{
    p.grow();
    p.y += 5;
    (*p).x -= 2;
    p
}

fn items<D: Deref<Target = [u8]>>(d: &D) -> (usize, Option<&u8>, u8) {
    (d.len(), d.first(), d[1])
}

fn apply<F: Deref<Target = dyn Fn(i32) -> i32>>(f: F) -> i32 {
    f(20)
}

fn inner<D>(d: D) -> usize
where
    D: Deref,
    D::Target: Deref<Target = str>,
{
    d.len() + d.chars().filter(|c| *c == 'a').count()
}

fn main() {
    let p = Own(Point { x: 1, y: 2 }, 0);
    println!("{} {} {}", sum(&Point { x: 3, y: 4 }), sum(Box::new(Point { x: 5, y: 6 })), sum(Rc::new(Point { x: 7, y: 8 })));
    let p = grow(p);
    println!("{} {} {}", p.x, p.y, p.1);
    println!("{}", sum(p));
    let mut q = Point { x: 0, y: 1 };
    println!("{} {}", grow(&mut q).y, sum(&mut Point { x: 1, y: 1 }));
    println!("{}", q.y);
    let b = grow(Box::new(Point { x: 10, y: 20 }));
    println!("{} {}", b.x, b.y);
    println!("{:?} {:?}", items(&vec![1, 2, 3]), items(&Rc::<[u8]>::from([9, 8])));
    let add = 3;
    println!("{}", apply(Box::new(move |n| n + add) as Box<dyn Fn(i32) -> i32>));
    println!("{} {}", inner(&"banana".to_string()), inner(Own("aha", 0)));
}
