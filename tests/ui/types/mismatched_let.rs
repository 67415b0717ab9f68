// A string is no number.
fn main() {
    let n: i32 = "seven"; //~ ERROR E0308
    println!("{n}");
}
