// The format is a literal.
fn main() {
    let text = "hello";
    println!(text); //~ ERROR syntax
}
