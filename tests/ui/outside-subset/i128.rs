fn main() {
    let x: i128 = 1; //~ ERROR S0014
    println!("{x}");
}
