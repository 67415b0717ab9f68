fn main() {
    let s = c"text"; //~ ERROR S0019
    println!("{}", s.count_bytes());
}
