// A float is no integer.
fn main() {
    let n: i32 = 1.5; //~ ERROR E0308
    println!("{n}");
}
