// Ranges are of numbers or characters.
fn main() {
    match "m" {
        "a"..="z" => println!("letter"), //~ ERROR E0029
        _ => println!("other"),
    }
}
