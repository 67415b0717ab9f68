// Types without size: as values, arguments, results, fields, elements, behind references, in options and matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Default)]
struct Unit;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Braces {}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Nested(Unit, (), [Unit; 4], Braces);

#[derive(Debug, Clone, Copy, PartialEq)]
enum Single {
    Only,
}

#[derive(Debug, PartialEq, Clone, Copy)]
struct Tagged {
    before: u8,
    unit: Unit,
    after: u16,
    last: [(); 3],
}

impl Unit {
    const SELF: Unit = Unit;

    fn me(&self) -> &Self {
        self
    }

    fn mutable(&mut self) -> &mut Unit {
        println!("mutable");
        self
    }

    fn value(self) -> i32 {
        42
    }
}

fn pass(a: Unit, n: i32, (): (), b: Braces) -> (Unit, Braces, i32) {
    (a, b, n + 1)
}

fn noisy(text: &str) -> Unit {
    println!("{text}");
    Unit
}

fn nothing() {}

fn count(units: &[Unit]) -> usize {
    match units {
        [] => 0,
        [_, rest @ ..] => 1 + count(rest),
    }
}

fn main() {
    let u = Unit;
    let mut v = Unit::SELF;
    *v.mutable() = noisy("assigned");
    println!("{u:?} {} {} {:?}", u == v, u < v, u.partial_cmp(&v));
    println!("{} {:?}", u.me().me().value(), pass(u, 1, (), Braces {}));
    let many = [Unit; 1_000_000];
    println!("{} {:?} {}", many.len(), many[999_999], std::mem::size_of_val(&many));
    println!("{} {}", count(&many[..20]), many[..10] == many[10..20]);
    let mut calls = [noisy("first"), noisy("second")];
    calls[1] = noisy("third");
    calls.swap(0, 1);
    let r = &mut calls[0];
    *r = Unit;
    println!("{calls:?}");
    let nested = Nested(u, nothing(), [u; 4], Braces {});
    println!("{nested:?} {} {}", nested == nested, std::mem::size_of::<Nested>());
    let Nested(a, (), [b, .., c], _) = nested;
    println!("{} {}", a == b, b == c);
    let tagged = Tagged { before: 1, last: [(); 3], after: 2, unit: noisy("field") };
    println!("{tagged:?} {}", std::mem::size_of::<Tagged>());
    let other = Tagged { after: 3, ..tagged };
    println!("{} {}", tagged == other, other.unit == tagged.unit);
    let options = [Some(Unit), None, Some(Unit::default())];
    for i in 0..3 {
        match options[i] {
            Some(Unit) => print!("some "),
            None => print!("none "),
        }
    }
    println!("{} {}", options[0] == options[2], std::mem::size_of_val(&options));
    let single = Single::Only;
    match &single {
        Single::Only => println!("{single:?} {}", single as u8),
    }
    let result: Result<(), Unit> = if u == v { Ok(()) } else { Err(Unit) };
    println!("{result:?} {:?}", ((), ((),), [(); 0]));
    let unit = {
        nothing();
    };
    let array = [unit, nothing(), ()];
    println!("{array:?} {}", array == [(), unit, ()]);
    let functions: [fn() -> (); 2] = [nothing, main_again];
    for i in 0..2 {
        let () = functions[i]();
    }
    let mut x = ((), 5, Unit, [3, 4]);
    x.0 = ();
    x.2 = Unit;
    x.3[1] += x.1;
    println!("{x:?}");
}

fn main_again() {
    println!("again");
}
