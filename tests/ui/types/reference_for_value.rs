// A reference is not what it refers to.
fn main() {
    let x = 5;
    let r = &x;
    let y: i32 = r; //~ ERROR E0308
    println!("{y}");
}
