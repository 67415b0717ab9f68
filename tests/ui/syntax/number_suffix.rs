// A suffix that is no type.
fn main() {
    let x = 10u33; //~ ERROR syntax
    println!("{x}");
}
