use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::mem::size_of;
use std::num::{NonZero, NonZeroI64, NonZeroU8, NonZeroU32, NonZeroUsize};

const LIMIT: NonZeroU32 = NonZeroU32::new(40).unwrap();
const NONE: Option<NonZeroU8> = NonZeroU8::new(0);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Id<T> {
    number: NonZeroU32,
    of: PhantomData<T>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Meters<Unit> {
    value: i32,
    unit: PhantomData<Unit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Metric;

#[derive(Debug)]
enum Slot {
    Free,
    Used(NonZeroUsize),
}

fn divide(a: u32, b: NonZeroU32) -> u32 {
    a / b.get()
}

fn sizes<T>(_: Option<T>) -> (usize, usize) {
    (size_of::<T>(), size_of::<Option<T>>())
}

fn show<T: Debug>(value: T) {
    println!("{value:?}");
}

fn main() {
    println!("{} {}", size_of::<NonZeroU32>(), size_of::<Option<NonZeroU32>>());
    println!("{:?} {:?}", sizes(NonZeroU8::new(1)), sizes(NonZeroI64::new(-1)));
    println!("{} {}", size_of::<Slot>(), size_of::<Option<Slot>>());
    println!("{} {}", size_of::<Option<Option<NonZeroU8>>>(), size_of::<Option<Id<String>>>());
    println!("{:?} {:?} {LIMIT} {NONE:?}", NonZeroU32::new(0), NonZeroU32::new(7));
    println!("{}", divide(100, LIMIT));
    println!("{:?}", (0u8..3).map(NonZero::new).collect::<Vec<_>>());
    println!("{:?}", [3i64, -2, 0].into_iter().filter_map(NonZeroI64::new).max());
    let id = Id::<String> { number: LIMIT, of: PhantomData };
    println!("{id:?} {}", id == Id { number: NonZero::new(40).unwrap(), of: PhantomData });
    println!("{:#?}", Meters::<Metric> { value: 3, ..Default::default() });
    println!("{}", Meters::<Metric>::default() < Meters { value: 1, unit: PhantomData });
    let mut names: BTreeMap<NonZeroU8, &str> = BTreeMap::new();
    for (n, name) in [(3, "c"), (0, "zero"), (1, "a")] {
        if let Some(n) = NonZeroU8::new(n) {
            names.insert(n, name);
        }
    }
    println!("{names:?}");
    println!("{:>5}|{:05}|{:x}|{:#b}", LIMIT, LIMIT, LIMIT, NonZeroU8::new(5).unwrap());
    let or = NonZeroU8::new(4).unwrap() | NonZeroU8::new(1).unwrap();
    println!("{or} {}", u8::from(or));
    for slot in [Slot::Free, Slot::Used(NonZeroUsize::new(9).unwrap())] {
        match slot {
            Slot::Free => println!("free"),
            Slot::Used(n) if n.get() > 5 => println!("used by {n}"),
            other => println!("{other:?}"),
        }
    }
    match NonZeroU8::new(2) {
        Some(n) => println!("{}", n.get() + 1),
        None => println!("nothing"),
    }
    show(PhantomData::<Vec<&str>>);
    println!("{:?}", NonZeroU32::new(0).unwrap());
}
