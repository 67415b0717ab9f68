fn remainder(a: i8, b: i8) -> i8 {
    a % b
}

fn main() {
    println!("{}", remainder(-128, 7));
    println!("{}", remainder(-128, -1));
}
