//! What is written to a hasher, and what the default hasher makes of it.

use std::collections::hash_map::DefaultHasher as MapHasher;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash, Hasher};

#[derive(Hash)]
struct Named {
    x: i32,
    y: u8,
    s: &'static str,
}

#[derive(Hash)]
struct Tuple(u64, bool, char);

#[derive(Hash)]
struct Unit;

#[derive(Hash)]
enum Mixed {
    A,
    B(i32),
    C { a: u8, b: String },
}

#[derive(Hash)]
enum One {
    Only(u8),
}

#[derive(Hash)]
#[repr(u8)]
enum Small {
    X = 3,
    Y = 9,
}

#[derive(Hash)]
enum Plain {
    M = -5,
    N = 7,
}

#[derive(Hash)]
struct Generic<T>(T, Option<T>);

#[derive(Hash)]
struct Borrowed<'a, const N: usize> {
    part: &'a [u8],
    whole: [u16; N],
}

/// Written by hand: what is equal without regard to case is hashed alike.
struct NoCase(&'static str);

impl Hash for NoCase {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for b in self.0.bytes() {
            state.write_u8(b.to_ascii_lowercase());
        }
    }
}

fn hash<T: Hash + ?Sized>(t: &T) -> u64 {
    let mut s = DefaultHasher::new();
    t.hash(&mut s);
    s.finish()
}

/// Keeps what it is given.
#[derive(Default)]
struct Log(Vec<String>);

impl Hasher for Log {
    fn finish(&self) -> u64 {
        self.0.len() as u64
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.push(format!("{bytes:?}"));
    }
}

fn log<T: Hash + ?Sized>(t: &T) {
    let mut l = Log::default();
    t.hash(&mut l);
    println!("{} {:?}", l.finish(), l.0);
}

/// FNV-1a, as many programs write it.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf29ce484222325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 ^= b as u64;
            self.0 = self.0.wrapping_mul(0x100000001b3);
        }
    }
}

fn main() {
    println!("{:016x}", DefaultHasher::new().finish());
    println!("{:016x}", MapHasher::default().finish());
    println!("{:016x} {:016x} {:016x}", hash(&1u8), hash(&1i64), hash("hello"));
    println!("{:016x} {:016x}", hash(""), hash(&String::from("a longer text, with more than 16 bytes")));
    println!("{:016x}", hash(&Named { x: -1, y: 2, s: "abc" }));
    println!("{:016x} {:016x}", hash(&Tuple(1, true, 'x')), hash(&Unit));
    println!("{:016x} {:016x}", hash(&Mixed::A), hash(&Mixed::B(3)));
    println!("{:016x}", hash(&Mixed::C { a: 1, b: String::from("z") }));
    println!("{:016x} {:016x} {:016x}", hash(&One::Only(4)), hash(&Small::X), hash(&Small::Y));
    println!("{:016x} {:016x}", hash(&Plain::M), hash(&Plain::N));
    println!("{:016x} {:016x}", hash(&Generic(1u16, None)), hash(&Generic("a", Some("b"))));
    println!("{:016x}", hash(&Borrowed { part: &[1, 2, 3], whole: [4, 5] }));
    println!("{}", hash(&NoCase("Hello")) == hash(&NoCase("hELLO")));
    println!("{:016x} {:016x}", hash(&vec![1u32, 2, 3]), hash(&[1u32, 2, 3]));
    println!("{:016x} {:016x}", hash(&[1u32, 2, 3][..]), hash(&(1, "a", 'c', false)));
    println!("{:016x} {:016x} {:016x}", hash(&()), hash(&Some(5)), hash(&Ok::<u8, u8>(5)));
    println!("{:016x} {:016x}", hash(&Box::new(5u16)), hash(&&&5u16));

    log(&1u32);
    log("ab");
    log(&[1u16, 2, 3]);
    log(&vec![String::from("x"), String::new()]);
    log(&(1u8, 2i16));
    log(&Mixed::A);
    log(&Mixed::C { a: 1, b: String::from("z") });
    log(&Small::Y);
    log(&One::Only(9));
    log(&Plain::M);
    log(&Some(true));
    log(&[true, false]);
    log(&[(1u8, 2u8), (3, 4)]);
    log(&std::cmp::Ordering::Less);
    log(&(1..3));
    log(&(1..=3));
    log(&std::cmp::Reverse(4u8));

    for n in 0..40 {
        let bytes: Vec<u8> = (0..n).collect();
        print!("{:x} ", hash(&bytes[..]));
    }
    println!();

    let mut s = DefaultHasher::new();
    s.write_u8(1);
    s.write_u32(77);
    s.write(b"abcdefghijk");
    s.write_u64(9);
    s.write_u16(3);
    s.write_usize(8);
    s.write_i8(-1);
    s.write_i32(-1);
    println!("{:x} {:x}", s.finish(), s.clone().finish());
    let b = BuildHasherDefault::<DefaultHasher>::default();
    println!("{:x} {:x}", b.hash_one(4), b.hash_one("x"));
    let f = BuildHasherDefault::<Fnv>::default();
    println!("{:x} {:x} {:x}", f.hash_one("foobar"), f.hash_one([1u16, 2]), f.hash_one((1u8, 'c')));
    let mut f = Fnv::default();
    f.write(b"foobar");
    println!("{:x}", f.finish());
}
