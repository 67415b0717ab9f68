// `return` alone where a value is needed.
fn half(x: i32) -> i32 {
    if x % 2 == 1 {
        return; //~ ERROR E0069
    }
    x / 2
}

fn main() {
    println!("{}", half(4));
}
