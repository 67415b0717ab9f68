fn main() {
    let x = 5;
    let p: *const i32 = &x; //~ ERROR S0013
    println!("{}", p == p);
}
