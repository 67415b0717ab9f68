//! Trait objects in vectors and maps, sorted, drained and dropped: what each collection drops, and when.

use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};
use std::fmt;

trait Shape: fmt::Debug {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        format!("{self:?}")
    }
    fn scaled(&self, by: f64) -> Box<dyn Shape>;
}

#[derive(Debug)]
struct Circle(f64);
#[derive(Debug)]
struct Rect {
    w: f64,
    h: f64,
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        3.0 * self.0 * self.0
    }
    fn scaled(&self, by: f64) -> Box<dyn Shape> {
        Box::new(Circle(self.0 * by))
    }
}

impl Shape for Rect {
    fn area(&self) -> f64 {
        self.w * self.h
    }
    fn name(&self) -> String {
        format!("rect {}x{}", self.w, self.h)
    }
    fn scaled(&self, by: f64) -> Box<dyn Shape> {
        Box::new(Rect { w: self.w * by, ..*self })
    }
}

impl Drop for Circle {
    fn drop(&mut self) {
        println!("  drop circle {}", self.0);
    }
}
impl Drop for Rect {
    fn drop(&mut self) {
        println!("  drop rect {} {}", self.w, self.h);
    }
}

fn by_area(a: &Box<dyn Shape>, b: &Box<dyn Shape>) -> Ordering {
    a.area().partial_cmp(&b.area()).unwrap_or(Ordering::Equal)
}

fn main() {
    let mut shapes: Vec<Box<dyn Shape>> =
        vec![Box::new(Circle(2.0)), Box::new(Rect { w: 1.5, h: 4.0 }), Box::new(Circle(1.0)), Box::new(Rect { w: 3.0, h: 1.0 })];
    shapes.sort_by(by_area);
    for shape in &shapes {
        println!("{} {:.2}", shape.name(), shape.area());
    }
    println!("scale");
    let bigger: Vec<_> = shapes.iter().map(|s| s.scaled(2.0)).filter(|s| s.area() > 6.0).collect();
    println!("{bigger:?}");
    println!("retain");
    shapes.retain(|s| s.area() != 3.0);
    println!("dedup");
    shapes.push(Box::new(Rect { w: 6.0, h: 1.0 }));
    shapes.sort_by(|a, b| by_area(b, a));
    shapes.dedup_by(|a, b| a.area() == b.area());
    println!("left {}", shapes.len());
    let mut by_name: BTreeMap<String, Box<dyn Shape>> = BTreeMap::new();
    for shape in bigger {
        if let Some(old) = by_name.insert(shape.name().chars().take(6).collect(), shape) {
            println!("replaced {old:?}");
        }
    }
    println!("{:#?}", by_name);
    let mut queue: VecDeque<Box<dyn Shape>> = shapes.into();
    queue.rotate_left(1);
    queue.push_front(Box::new(Circle(0.5)));
    while let Some(shape) = queue.pop_back().filter(|s| s.area() > 1.0) {
        println!("took {}", shape.name());
    }
    if let Some(first) = by_name.first_entry() {
        println!("first {}", first.key());
        drop(first.remove());
    }
    let total: f64 = by_name.values().map(|s| s.area()).sum();
    println!("total {total:e} and {} in the queue", queue.len());
}
