// A method on a float literal of unknown width.
fn main() {
    let x = 2.0;
    println!("{}", x.powi(2)); //~ ERROR E0689
}
