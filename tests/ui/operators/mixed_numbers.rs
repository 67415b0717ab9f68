// Operators do not convert.
fn main() {
    let a: i32 = 3;
    let b: f64 = 1.5;
    println!("{}", a * b); //~ ERROR E0277
}
