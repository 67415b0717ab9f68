// A keyword cannot be a variable's name.
fn main() {
    let loop = 3; //~ ERROR syntax
    println!("{}", 3);
}
