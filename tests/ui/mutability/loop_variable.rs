// The variable of a `for` is immutable.
fn main() {
    for i in 0..3 {
        i += 1; //~ ERROR E0384
        println!("{i}");
    }
}
