// `mem::discriminant`: compared, hashed, printed and measured as the type of the enum's discriminants.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::{Discriminant, discriminant, size_of};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Plain {
    A,
    B(i32),
    C { x: u8 },
}

#[repr(u8)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Small {
    Low = 1,
    High = 200,
}

#[repr(u64)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Large {
    Top = u64::MAX,
    Bottom = 0,
}

#[repr(i16)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Signed {
    Minus = -2,
    Plus = 2,
}

#[derive(Default)]
struct Recorder(Vec<String>);

impl Hasher for Recorder {
    fn finish(&self) -> u64 {
        self.0.len() as u64
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0.push(format!("{bytes:?}"));
    }
    fn write_u8(&mut self, n: u8) {
        self.0.push(format!("u8 {n}"));
    }
    fn write_i16(&mut self, n: i16) {
        self.0.push(format!("i16 {n}"));
    }
    fn write_u64(&mut self, n: u64) {
        self.0.push(format!("u64 {n}"));
    }
    fn write_isize(&mut self, n: isize) {
        self.0.push(format!("isize {n}"));
    }
}

fn recorded<T: Hash>(value: &T) -> Vec<String> {
    let mut recorder = Recorder::default();
    value.hash(&mut recorder);
    recorder.0
}

fn hashed<T: Hash>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn generic<T: Hash>(value: &T) {
    let d: Discriminant<T> = discriminant(value);
    let copy = d;
    println!("{:?} {:?} {} {:?}", d, recorded(&copy), d == copy.clone(), recorded(value));
    println!("{} {}", hashed(&d), size_of::<Discriminant<T>>());
}

fn main() {
    generic(&Plain::A);
    generic(&Plain::B(5));
    generic(&Plain::C { x: 1 });
    generic(&Small::Low);
    generic(&Small::High);
    generic(&Large::Top);
    generic(&Large::Bottom);
    generic(&Signed::Minus);
    generic(&Signed::Plus);
    generic(&Some(3));
    generic(&None::<Box<i32>>);
    generic(&std::cmp::Ordering::Less);
    println!("{} {}", Large::Top > Large::Bottom, Small::High > Small::Low);
    println!("{:?} {:?}", Large::Top.cmp(&Large::Bottom), Signed::Minus.partial_cmp(&Signed::Plus));
    println!("{} {}", Small::High as i32, Signed::Minus as u8);
    let mut count: HashMap<Discriminant<Plain>, u32> = HashMap::new();
    for plain in [Plain::A, Plain::B(1), Plain::B(2), Plain::C { x: 0 }, Plain::A] {
        *count.entry(discriminant(&plain)).or_default() += 1;
    }
    println!("{} {}", count[&discriminant(&Plain::B(9))], count.len());
    let set: HashSet<_> = [Some(1), None, Some(2)].iter().map(discriminant).collect();
    println!("{}", set.len());
}
