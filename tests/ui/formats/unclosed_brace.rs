// A brace without its end.
fn main() {
    println!("value: {", 1); //~ ERROR syntax
}
