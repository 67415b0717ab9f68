// A number cannot be called.
fn main() {
    let x = 4;
    println!("{}", x(2)); //~ ERROR E0618
}
