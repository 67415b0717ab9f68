fn negate(n: i32) -> i32 {
    -n
}

fn main() {
    println!("{}", negate(5));
    println!("{}", negate(i32::MIN));
}
