// A number cannot be indexed.
fn main() {
    let n = 1234;
    println!("{}", n[0]); //~ ERROR E0608
}
