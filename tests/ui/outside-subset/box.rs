fn main() {
    let b = Box::new(5); //~ ERROR S0005
    println!("{b}");
}
