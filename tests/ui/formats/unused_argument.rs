// One hole, two arguments.
fn main() {
    println!("{}", 1, 2); //~ ERROR syntax
}
