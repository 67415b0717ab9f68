// A bracket closes a parenthesis.
fn main() {
    let sum = (1 + 2]; //~ ERROR syntax
    println!("{sum}");
}
