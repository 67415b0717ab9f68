fn shift(n: i16, by: i32) -> i16 {
    n >> by
}

fn main() {
    println!("{}", shift(-300, 3));
    println!("{}", shift(-300, -1));
}
