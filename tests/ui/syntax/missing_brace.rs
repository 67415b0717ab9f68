// The last brace of a function is missing.
fn main() {
    if true {
        println!("yes");
} //~ ERROR syntax
