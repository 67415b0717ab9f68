// A number is no slice.
fn main() {
    match 12 {
        [first, ..] => println!("{first}"), //~ ERROR E0529
        _ => println!("none"),
    }
}
