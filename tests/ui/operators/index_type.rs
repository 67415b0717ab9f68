// Indices are `usize`.
fn main() {
    let a = [10, 20, 30];
    let i: i32 = 1;
    println!("{}", a[i]); //~ ERROR E0277
}
