// 128-bit integers within other types: fields, collections, closures, trait objects, generic code.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Display;
use std::rc::Rc;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
struct Id(u128);
#[derive(Debug, Clone, PartialEq, Default)]
struct Account {
    flag: bool,
    balance: i128,
    small: u8,
    id: Id,
    name: String,
    last: Option<u128>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Shape {
    Dot,
    Line(u128),
    Box { a: u8, b: i128 },
    Pair(u64, u128),
}
trait Measure {
    fn measure(&self) -> u128;
    fn scaled(&self, by: u128) -> u128 {
        self.measure() * by
    }
}
impl Measure for Shape {
    fn measure(&self) -> u128 {
        match *self {
            Shape::Dot => 0,
            Shape::Line(n) => n,
            Shape::Box { a, b } => a as u128 * b.unsigned_abs(),
            Shape::Pair(x, y) => x as u128 ^ y,
        }
    }
}
impl Measure for u128 {
    fn measure(&self) -> u128 {
        *self
    }
}
struct Loud(u128);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn largest<T: PartialOrd + Copy>(items: &[T]) -> T {
    let mut best = items[0];
    for &i in items {
        if i > best {
            best = i;
        }
    }
    best
}
fn apply<F: Fn(u128, i128) -> u128>(f: F, n: u128) -> u128 {
    f(n, -(n as i128))
}
fn compose(n: u128) -> impl Fn(u128) -> u128 {
    move |m| m.wrapping_mul(n)
}
fn boxed(n: i128) -> Box<dyn FnMut(i128) -> i128> {
    let mut total = n;
    Box::new(move |m| {
        total += m;
        total
    })
}
fn many(a: u8, b: u128, c: u16, d: i128, e: &u128, f: u128) -> (u128, u8, i128) {
    (b + f + *e + c as u128, a, d - 1)
}
fn swap(pair: &mut (u128, u128)) {
    std::mem::swap(&mut pair.0, &mut pair.1);
}
fn show_all(items: &[&dyn Display]) {
    for item in items {
        print!("{item} ");
    }
    println!();
}
fn choose(n: u128) -> Result<u128, String> {
    if n > 1 << 64 { Ok(n >> 64) } else { Err(format!("{n} is small")) }
}
fn twice(n: u128) -> Result<u128, String> {
    let x = choose(n)?;
    Ok(choose(x)? + 1)
}
fn main() {
    let big = u128::MAX / 7;
    let account =
        Account { balance: -5 << 70, id: Id(big), last: Some(big + 1), name: "x".into(), ..Default::default() };
    println!("{account:?} {}", account == account.clone());
    let mut map: HashMap<u128, i128> = HashMap::new();
    for i in 0..50u128 {
        *map.entry(i.pow(20) % (1 << 90)).or_insert(0) += i as i128 - 25;
    }
    let mut sorted: Vec<_> = map.iter().collect();
    sorted.sort();
    println!("{} {:?} {:?}", map.len(), sorted[0], sorted.last());
    println!("{:?} {:?}", map.get(&1), map.contains_key(&(u128::MAX)));
    let set: BTreeSet<i128> = [5, -5, i128::MIN, i128::MAX, 0].into();
    println!("{set:?} {:?}", set.range(-5..=5).collect::<Vec<_>>());
    let tree: BTreeMap<Id, Shape> =
        [(Id(big), Shape::Dot), (Id(3), Shape::Line(9)), (Id(1 << 64), Shape::Pair(1, 2))].into_iter().collect();
    println!("{tree:?}");
    let ids: HashSet<Id> = (0..10).map(|n| Id(n << 100 | n)).collect();
    println!("{} {}", ids.len(), ids.contains(&Id(3 << 100 | 3)));
    let mut shapes =
        vec![Shape::Box { a: 3, b: -7 << 65 }, Shape::Pair(5, big), Shape::Line(big), Shape::Dot, Shape::Line(2)];
    shapes.sort();
    println!("{shapes:?} {:?}", shapes.iter().map(Measure::measure).collect::<Vec<_>>());
    println!("{} {}", largest(&[1u128 << 65, 1 << 64, 3]), largest(&[-1i128 << 65, -1 << 64]));
    println!("{} {}", apply(|a, b| a - b as u128 / 2, 10), compose(3)(big));
    let mut running = boxed(1 << 100);
    running(5);
    println!("{}", running(-3));
    println!("{:?}", many(1, big, 2, i128::MIN + 1, &7, 9));
    let mut pair = (1u128, big);
    swap(&mut pair);
    println!("{pair:?}");
    show_all(&[&big, &-1i128, &"text", &1u8]);
    println!("{:?} {:?} {:?}", choose(5), twice(1 << 66), twice(u128::MAX));
    let objects: Vec<Box<dyn Measure>> = vec![Box::new(Shape::Line(4)), Box::new(big)];
    println!("{}", objects.iter().map(|o| o.measure() % 1000 + o.scaled(2) % 7).sum::<u128>());
    let shared = Rc::new(std::cell::Cell::new(big));
    let other = Rc::clone(&shared);
    other.set(other.get() * 2 + 1);
    println!("{}", shared.get());
    let cell = std::cell::RefCell::new(vec![1u128]);
    cell.borrow_mut().push(big);
    *cell.borrow_mut().last_mut().unwrap() += 1;
    println!("{:?}", cell.borrow());
    let mut grid = [[0u128; 3]; 2];
    for (i, row) in grid.iter_mut().enumerate() {
        for (j, n) in row.iter_mut().enumerate() {
            *n = big >> (i * 10 + j);
        }
    }
    grid[1][2] += 5;
    grid[0][0] ^= grid[1][1];
    println!("{grid:?}");
    let (loud, n) = (Loud(1 << 70), 5u128);
    let moved = move || loud.0 + n;
    println!("{}", moved());
    drop(moved);
    let mut words: Vec<u128> = "18446744073709551616 5 340282366920938463463374607431768211455"
        .split(' ')
        .map(|w| w.parse().unwrap())
        .collect();
    words.sort_by(|a, b| b.cmp(a));
    words.dedup();
    println!("{words:?} {:?} {:?}", words.binary_search_by(|p| 5.cmp(p)), words.iter().position(|&w| w == 1 << 64));
    println!("{:?}", words.iter().zip(1u128..).map(|(a, b)| a / b).fold((0, 0), |(s, c), n: u128| (s ^ n, c + 1)));
    let value = 'found: {
        for i in 0..100u128 {
            if i * i > 50 {
                break 'found Some(i << 64);
            }
        }
        None
    };
    println!("{value:?}");
    let looped: i128 = loop {
        if account.balance < 0 {
            break account.balance;
        }
    };
    println!("{looped} {}", if looped > 0 { 1u128 } else { 2 });
    let text: String =
        std::iter::successors(Some(1u128), |n| n.checked_mul(1000)).map(|n| n.to_string() + ",").collect();
    println!("{text}");
    println!("{:?}", std::mem::replace(&mut words[0], 3));
    println!("{:?} {:?}", Some(3u128) < None, (1u128, "b") > (1, "a"));
}
