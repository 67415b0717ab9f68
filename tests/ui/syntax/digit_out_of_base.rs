// A binary number with a 2 in it.
fn main() {
    let x = 0b102; //~ ERROR syntax
    println!("{x}");
}
