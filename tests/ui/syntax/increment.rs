// There is no `++`.
fn main() {
    let mut i = 0;
    i++; //~ ERROR syntax
    println!("{i}");
}
