// What a pattern binds is immutable.
fn main() {
    match Some(3) {
        Some(n) => {
            n = 4; //~ ERROR E0384
            println!("{n}");
        }
        None => println!("none"),
    }
}
