#[derive(Hash)] //~ ERROR S0028
struct P {
    x: i32,
}

fn main() {
    println!("{}", P { x: 1 }.x);
}
