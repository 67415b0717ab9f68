fn main() {
    let v = vec![1, 2, 3]; //~ ERROR S0026
    println!("{}", v.len());
}
