// A division by a zero that is known.
fn main() {
    let zero = 0;
    println!("{}", 10 / zero); //~ ERROR unconditional_panic
    println!("{}", 10 % 0); //~ ERROR unconditional_panic
}
