// Unsigned numbers cannot be negated.
fn main() {
    let n: u32 = 5;
    println!("{}", -n); //~ ERROR E0600
}
