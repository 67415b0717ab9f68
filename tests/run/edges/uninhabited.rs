// Enums without variants and structs without fields: matching what cannot exist.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Void {}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Maybe {
    Yes(u8),
    No(Void),
    Both { n: i32, void: Void },
}

struct Marker;

impl Void {
    fn any(self) -> i32 {
        match self {}
    }

    fn borrowed(&self) -> &'static str {
        match *self {}
    }
}

impl Marker {
    const COUNT: usize = 3;

    fn all(&self) -> [Option<Void>; Self::COUNT] {
        [None; Self::COUNT]
    }
}

fn always(n: u8) -> Result<u8, Void> {
    Ok(n)
}

fn never_ok(text: &str) -> Result<Void, &str> {
    Err(text)
}

fn read(maybe: &Maybe) -> i32 {
    match maybe {
        Maybe::Yes(n) => *n as i32,
        Maybe::No(void) => void.any(),
        Maybe::Both { void, n } => *n + void.any(),
    }
}

fn short(maybe: Maybe) -> u8 {
    let Maybe::Yes(n) = maybe;
    n
}

fn option(void: Option<Void>) -> i32 {
    match void {
        Some(void) => void.any() + void.borrowed().len() as i32,
        None => -1,
    }
}

fn leave(n: i32) -> Void {
    println!("leaving with {n}");
    std::process::exit(n)
}

fn main() {
    let Ok(n) = always(7);
    let Err(text) = never_ok("no value");
    println!("{n} {text}");
    println!("{} {}", read(&Maybe::Yes(3)), short(Maybe::Yes(4)));
    println!("{:?} {} {}", Marker.all(), option(None), Marker.all()[0] == None);
    println!("{:?} {:?}", always(1), never_ok("x"));
    let empty: [Void; 0] = [];
    println!("{empty:?} {}", empty.len());
    for i in 0..empty.len() {
        println!("{}", empty[i].any());
    }
    let mut slot: Option<Void> = None;
    println!("{:?} {:?}", slot.take(), Maybe::Yes(5) == Maybe::Yes(5));
    let value: i32 = if n == 7 { 1 } else { leave(2).any() };
    println!("{value}");
    let text = leave(9).borrowed();
    println!("{text}");
}
