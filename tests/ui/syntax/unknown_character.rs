// A character that no token begins with.
fn main() {
    let a = 1 ¤ 2; //~ ERROR syntax, syntax
    println!("{a}");
}
