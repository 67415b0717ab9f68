// Sizes and alignments that a program can see: padding, reordered fields, niches, nested enums, arrays, references.
use std::mem::{align_of, size_of, size_of_val};

struct Padded(u8, u32, u16);

struct Wide {
    flag: bool,
    value: u64,
    small: u8,
    medium: u16,
}

struct Empty;

struct Marked(Empty, u16, ());

enum One {
    Only,
}

enum Few {
    A,
    B,
    C,
}

enum Data {
    Byte(u8),
    Word(u32),
    Nothing,
}

enum Large {
    Long(u64),
    Pair(u32, u8),
    Text(&'static str),
}

enum Holder {
    Flag(bool),
    Few(Few),
    None,
}

enum Never {}

enum Far {
    Low = -129,
    High = 300,
}

fn main() {
    println!("{} {} {} {}", size_of::<u8>(), size_of::<i16>(), size_of::<f32>(), size_of::<usize>());
    println!("{} {} {} {}", size_of::<bool>(), size_of::<char>(), size_of::<()>(), align_of::<char>());
    println!("{} {}", size_of::<Padded>(), align_of::<Padded>());
    println!("{} {}", size_of::<Wide>(), align_of::<Wide>());
    println!("{} {} {}", size_of::<Empty>(), size_of::<Marked>(), align_of::<Empty>());
    println!("{} {} {} {}", size_of::<One>(), size_of::<Few>(), size_of::<Data>(), size_of::<Large>());
    println!("{} {} {}", size_of::<Holder>(), size_of::<Never>(), size_of::<Far>());
    println!("{} {} {}", size_of::<Option<u8>>(), size_of::<Option<u32>>(), size_of::<Option<u64>>());
    println!("{} {} {}", size_of::<Option<bool>>(), size_of::<Option<Option<bool>>>(), size_of::<Option<char>>());
    println!("{} {} {}", size_of::<&u8>(), size_of::<Option<&u8>>(), size_of::<&mut [u8; 100]>());
    println!("{} {} {}", size_of::<&str>(), size_of::<&[u32]>(), size_of::<Option<&[u32]>>());
    println!("{} {} {}", size_of::<fn(i32)>(), size_of::<Option<fn()>>(), size_of::<Option<Few>>());
    println!("{} {} {}", size_of::<(u8, u16, u8)>(), size_of::<(u8, (u16, u8))>(), size_of::<((), u64, [u8; 3])>());
    println!("{} {} {}", size_of::<[u16; 5]>(), size_of::<[Padded; 3]>(), size_of::<[u64; 0]>());
    println!("{} {}", align_of::<[u64; 0]>(), align_of::<(u8, [u32; 2])>());
    println!("{} {}", size_of::<Result<u32, ()>>(), size_of::<Result<bool, Few>>());
    println!("{} {}", size_of::<Option<(bool, u32)>>(), size_of::<Option<[bool; 2]>>());
    println!("{} {}", size_of::<Option<Data>>(), size_of::<Option<Option<Large>>>());
    println!("{} {}", size_of_val(&[1i64; 7]), size_of_val(&(1u8, 2.0f32)));
    println!("{} {}", size_of::<Option<std::cmp::Ordering>>(), size_of::<Result<Never, u8>>());
    let holder = Holder::Few(Few::C);
    let name = match holder {
        Holder::Flag(true) => "true",
        Holder::Flag(false) => "false",
        Holder::Few(Few::A) => "a",
        Holder::Few(Few::B) => "b",
        Holder::Few(Few::C) => "c",
        Holder::None => "none",
    };
    println!("{name} {} {}", Far::Low as i16, Far::High as i16);
    let nested = [Some(Some(true)), Some(None), None, Some(Some(false))];
    println!("{nested:?} {}", size_of_val(&nested));
}
