fn main() {
    let add = |a: i32, b: i32| a + b; //~ ERROR S0003
    println!("{}", add(1, 2));
}
