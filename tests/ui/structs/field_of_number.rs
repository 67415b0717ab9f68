// Numbers have no fields.
fn main() {
    let n = 5;
    println!("{}", n.len); //~ ERROR E0610
}
