// A shift's distance is an integer.
fn main() {
    println!("{}", 1i32 << 2.0); //~ ERROR E0277
}
