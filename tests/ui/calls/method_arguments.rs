// A method has its number of arguments too.
fn main() {
    let x: i32 = 5;
    println!("{}", x.pow()); //~ ERROR E0061
    println!("{}", x.abs(1)); //~ ERROR E0061
}
