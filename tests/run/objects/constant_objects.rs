//! Trait objects in constants, statics and promoted borrows: arrays of them, upcast, in options and structs, returned as `'static`.

use std::any::Any;
use std::fmt::{self, Debug, Display};

trait Shape: Debug + Sync {
    fn area(&self) -> u32;
    fn twice(&self) -> u32 {
        2 * self.area()
    }
    fn boxed(&self) -> Box<dyn Shape>;
}

#[derive(Debug, Clone, Copy)]
struct Square(u32);
#[derive(Debug, Clone, Copy)]
struct Unit;
#[derive(Debug)]
struct Pair(u8, u8);

impl Shape for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
    fn boxed(&self) -> Box<dyn Shape> {
        Box::new(Square(self.0 + 1))
    }
}
impl Shape for Unit {
    fn area(&self) -> u32 {
        1
    }
    fn twice(&self) -> u32 {
        222
    }
    fn boxed(&self) -> Box<dyn Shape> {
        Box::new(*self)
    }
}
impl Drop for Pair {
    fn drop(&mut self) {
        println!("drop {self:?}");
    }
}

const ONE: &dyn Shape = &Square(3);
const ABOVE: &dyn Debug = ONE;
static ALL: [&dyn Shape; 3] = [&Square(2), &Unit, ONE];
static TABLE: &[(&str, &(dyn Display + Sync))] = &[("n", &7u64), ("s", &"text"), ("c", &'x'), ("f", &-1.5)];
static MAYBE: Option<&(dyn Shape)> = Some(&Square(9));
const NONE: Option<&dyn Shape> = None;
static CALLS: &[&(dyn Fn(i32) -> i32 + Sync)] = &[&double, &|x| x + 1, &i32::abs];
const SELDOM: &dyn Debug = &Pair(1u8, 2);

fn double(x: i32) -> i32 {
    x * 2
}

struct Config {
    shape: &'static dyn Shape,
    fallback: Option<&'static dyn Shape>,
    label: &'static (dyn Display + Sync),
}
static CONFIG: Config = Config { shape: ALL[1], fallback: Some(&Unit), label: &"config" };

fn promoted(which: usize) -> &'static [&'static dyn Shape] {
    match which {
        0 => &[&Unit, &Square(5)],
        1 => &[],
        _ => &[&Square(1), &Square(6), &Unit],
    }
}

fn nested() -> &'static &'static dyn Any {
    &(&Square(11) as &dyn Any)
}

fn clobber(n: u64) -> u64 {
    let a = [n; 50];
    if n == 0 { 0 } else { a.iter().sum::<u64>() % 7 + clobber(n - 1) }
}

impl fmt::Display for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {:?}", self.label, self.shape, self.fallback.map(|s| s.twice()))
    }
}

fn main() {
    let lists = [promoted(0), promoted(1), promoted(2)];
    let any = nested();
    println!("{}", clobber(40));
    println!("{lists:?} {:?}", any.downcast_ref::<Square>());
    println!("{} {ABOVE:?} {:?}", ONE.area(), NONE.map(|s| s.area()));
    println!("{:?} {}", ALL, ALL.iter().map(|s| s.twice()).sum::<u32>());
    for (name, value) in TABLE {
        println!("{name}: {value:>6}");
    }
    println!("{:?} {}", MAYBE, MAYBE.map_or(0, Shape::area));
    println!("{:?}", CALLS.iter().map(|f| f(-21)).collect::<Vec<_>>());
    println!("{CONFIG} {} {}", size_of_val(CONFIG.shape), align_of_val(ONE));
    let boxed: Vec<Box<dyn Shape>> = ALL.iter().map(|s| s.boxed()).collect();
    println!("{boxed:?} {SELDOM:?}");
    let objects: Vec<&dyn Any> = vec![&1u8, &'c', *any];
    println!("{}", objects.iter().filter(|o| o.is::<Square>()).count());
    let local: &[&dyn Debug] = &[&Pair(3u8, 4), &Pair(5, 6)];
    println!("{local:?}");
}
