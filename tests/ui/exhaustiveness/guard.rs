// A guard covers nothing.
fn main() {
    let b = true;
    match b { //~ ERROR E0004
        true if 1 > 0 => println!("yes"),
        false => println!("no"),
    }
}
