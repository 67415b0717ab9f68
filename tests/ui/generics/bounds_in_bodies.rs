use std::fmt::Debug;

struct Plain;

struct Shown<T: Debug>(T);

struct Sum<T>
where
    T: Copy,
{
    value: T,
}

enum Either<T: Debug> {
    One(T),
    Two,
}

fn constructor() {
    let _shown = Shown(Plain); //~ ERROR E0277
}

fn annotated() {
    let _none: Option<Shown<Plain>> = None; //~ ERROR E0277
}

fn literal() {
    let _sum = Sum { value: String::new() }; //~ ERROR E0277
}

fn variant() {
    let _two = Either::<Plain>::Two; //~ ERROR E0277
}

fn generic<T>(value: T) {
    let _either = Either::One(value); //~ ERROR E0277
}

fn turbofish() -> usize {
    Vec::<Shown<Plain>>::new().len() //~ ERROR E0277
}

fn unsized_elements(_: &[[u8]]) {} //~ ERROR E0277

fn main() {
    let _of_function: fn(Shown<Plain>); //~ ERROR E0277
    constructor();
    annotated();
    literal();
    variant();
    generic(1);
    println!("{}", turbofish());
    let _ = Shown(1);
    let _ = Sum { value: 1 }.value;
}
