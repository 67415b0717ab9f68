// An operator without its right side.
fn main() {
    let x = 4 * ; //~ ERROR syntax
    println!("{x}");
}
