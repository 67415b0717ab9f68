// One of four combinations is missing.
fn main() {
    match (true, false) { //~ ERROR E0004
        (true, _) => println!("first"),
        (false, true) => println!("second"),
    }
}
