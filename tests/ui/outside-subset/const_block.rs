fn main() {
    let x = const { 1 + 2 }; //~ ERROR S0020
    println!("{x}");
}
