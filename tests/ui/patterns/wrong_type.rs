// A pattern has the type of what is matched.
fn main() {
    match 5 {
        "five" => println!("five"), //~ ERROR E0308
        _ => println!("other"),
    }
}
