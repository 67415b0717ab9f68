// A method that numbers do not have.
fn main() {
    let n = 5i32;
    println!("{}", n.shout()); //~ ERROR E0599
}
