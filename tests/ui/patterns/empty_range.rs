// A range that contains nothing.
fn main() {
    match 5u8 {
        9..=1 => println!("never"), //~ ERROR E0030
        _ => println!("other"),
    }
}
