// An element of an immutable array.
fn main() {
    let a = [1, 2, 3];
    a[0] = 9; //~ ERROR E0594
    println!("{}", a[0]);
}
