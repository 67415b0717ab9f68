// A float literal that is infinite.
fn main() {
    let x: f32 = 1e40; //~ ERROR overflowing_literals
    println!("{x}");
}
