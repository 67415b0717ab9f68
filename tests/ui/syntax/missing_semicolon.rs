// A `let` without a semicolon at its end.
fn main() {
    let a = 1 //~ ERROR syntax
    let b = 2;
    println!("{a} {b}");
}
