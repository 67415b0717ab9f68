// The parser goes on after an error, so that all are reported.
fn one() -> i32 {
    let x = ; //~ ERROR syntax
    x
}

fn two(a: i32, b) -> i32 { //~ ERROR syntax
    a
}

struct Pair {
    left: i32 //~ ERROR syntax
    right: i32,
}

fn main() {
    let y = one() +; //~ ERROR syntax
    println!("{}", two(1, 2));
}
