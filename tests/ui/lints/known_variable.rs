// Known through a variable.
fn main() {
    let x: u8 = 200;
    let y = x * 2; //~ ERROR arithmetic_overflow
    println!("{y}");
}
