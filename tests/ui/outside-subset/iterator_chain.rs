fn main() {
    let total: i32 = (1..10).sum(); //~ ERROR S0006
    println!("{total}");
}
