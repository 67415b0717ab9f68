//! Constants and constant functions of types with destructors: nothing is dropped in them.

#[derive(Debug)]
struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Debug)]
struct Slot<T> {
    value: Option<T>,
    uses: u32,
}

impl<T> Slot<T> {
    const EMPTY: Self = Slot { value: None, uses: 0 };

    const fn new() -> Self {
        let value: Option<T> = None;
        let uses = 0;
        Slot { value, uses }
    }

    const fn full(value: T) -> Self {
        let value = Some(value);
        Slot { value, uses: 1 }
    }

    const fn uses(&self) -> u32 {
        match &self.value {
            Some(_) => self.uses + 1,
            None => self.uses,
        }
    }

    const fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    const fn is_full(&self) -> bool {
        if let Some(_) = self.value { true } else { false }
    }
}

const fn identity<T>(x: T) -> T {
    x
}

const fn swapped<T, U>(a: T, b: U) -> (U, T) {
    (b, a)
}

const fn in_a_loop<T>(x: T) -> T {
    loop {
        break x;
    }
}

const fn either<T: Copy>(first: bool, a: T, b: T) -> T {
    if first { a } else { b }
}

const fn at_last(n: u32) -> Option<Noisy> {
    let mut last: Option<Noisy>;
    last = None;
    if n > 2 {
        last = None;
    }
    last
}

const fn checked(x: Noisy, ok: bool) -> Noisy {
    if !ok {
        panic!("not ok");
    }
    x
}

const NAMES: Vec<String> = Vec::new();
const NOISY: Noisy = identity(Noisy("constant"));
const PAIR: (Noisy, Noisy) = swapped(Noisy("a"), Noisy("b"));
const NESTED: Option<Noisy> = {
    let inner = Noisy("nested");
    let outer = Some(inner);
    outer
};
static SHARED: Noisy = in_a_loop(checked(Noisy("static"), true));
static EMPTY: Slot<Noisy> = Slot::EMPTY;

fn main() {
    let mut names = NAMES;
    names.push("x".to_string());
    println!("{names:?} {}", NAMES.len());
    let one = NOISY;
    let two = NOISY;
    println!("{one:?} {two:?}");
    drop(one);
    let (b, _) = PAIR;
    println!("{b:?} {NESTED:?}");
    println!("{SHARED:?} {} {:?} {}", EMPTY.uses(), EMPTY.get(), EMPTY.is_full());
    let slot = Slot::full(Noisy("slot"));
    println!("{} {:?} {}", slot.uses(), slot.get(), Slot::<Noisy>::new().is_full());
    println!("{} {:?}", either(true, 1, 2), at_last(3).is_none());
}
