// Only references can be followed.
fn main() {
    let n = 5;
    println!("{}", *n); //~ ERROR E0614
}
