// A width is `usize`.
fn main() {
    let w = 5i32;
    println!("{:w$}", 1); //~ ERROR E0308
}
