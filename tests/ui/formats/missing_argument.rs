// Two holes, one argument.
fn main() {
    println!("{} {}", 1); //~ ERROR syntax
}
