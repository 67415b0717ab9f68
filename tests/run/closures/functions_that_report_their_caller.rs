// only: debug
// Functions that report their caller's place, called through the traits of functions: std's own declaration is the place.
use std::panic::Location;

#[track_caller]
fn place() -> String {
    let at = Location::caller();
    format!("{}:{}", at.file().rsplit('/').next().unwrap_or(""), at.line())
}

#[track_caller]
fn add(a: i32, b: i32) -> (i32, u32) {
    (a + b, Location::caller().line())
}

fn once<F: FnOnce() -> String>(f: F) -> String {
    f()
}

fn many(mut f: impl FnMut() -> String) -> String {
    f() + " " + &f()
}

fn shared(f: &impl Fn() -> String) -> String {
    f()
}

fn through(f: &mut dyn FnMut() -> String) -> String {
    f()
}

fn generic<F: FnOnce(i32, i32) -> (i32, u32)>(f: F) -> (i32, u32) {
    f(1, 2)
}

fn main() {
    println!("{}", place());
    let here = Location::caller();
    println!("{}:{} {here} {}", here.line(), here.column(), *here == *Location::caller());
    println!("{here:?}");
    println!("{} | {} | {}", once(place), many(place), shared(&place));
    println!("{} | {}", once(&place), once(&mut { place }));
    println!("{:?}", generic(add));
    let f = place;
    println!("{}", f());
    println!("{}", once(Box::new(place)));
    println!("{}", through(&mut || place()));
    let all: Vec<i32> = vec![Some(1), Some(2)].into_iter().map(Option::unwrap).collect();
    println!("{all:?}");
    let (good, bad): (Vec<_>, Vec<_>) = ["1", "x", "3"].iter().map(|s| s.parse::<i32>()).partition(Result::is_ok);
    println!("{:?}", good.into_iter().map(Result::unwrap).sum::<i32>());
    println!("{:?}", bad.into_iter().map(Result::unwrap_err).collect::<Vec<_>>());
    println!("{:?}", Some(Some(4)).map(Option::unwrap));
    let none: Option<Option<i32>> = Some(None);
    println!("{:?}", none.map(Option::unwrap));
}
