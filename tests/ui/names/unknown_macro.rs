// A macro that does not exist.
fn main() {
    printline!("hello"); //~ ERROR syntax
}
