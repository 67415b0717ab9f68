// The negation of the smallest number.
fn main() {
    let x = -i32::MIN; //~ ERROR arithmetic_overflow
    println!("{x}");
}
