// Strings always need a wildcard.
fn main() {
    match "b" { //~ ERROR E0004
        "a" => println!("a"),
        "b" => println!("b"),
    }
}
