// A closing brace alone is doubled.
fn main() {
    println!("value: }"); //~ ERROR syntax
}
