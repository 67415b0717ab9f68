struct Wrap(i32);

fn main() {
    let make: fn(i32) -> Wrap = Wrap; //~ ERROR S0003
    println!("{}", make(3).0);
}
