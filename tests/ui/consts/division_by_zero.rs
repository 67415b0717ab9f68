// A constant that divides by zero.
const RATIO: i32 = 10 / (5 - 5); //~ ERROR E0080

fn main() {
    println!("{RATIO}");
}
