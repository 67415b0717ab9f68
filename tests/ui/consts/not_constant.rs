// A constant cannot call an ordinary function.
fn compute() -> u32 {
    7
}

const SIZE: u32 = compute(); //~ ERROR E0015

fn main() {
    println!("{SIZE}");
}
