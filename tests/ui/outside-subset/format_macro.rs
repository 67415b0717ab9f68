fn main() {
    let s = format!("{}", 1); //~ ERROR S0026
    println!("{s}");
}
