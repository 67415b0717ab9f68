// A function pointer's type includes what it returns.
fn is_even(x: i32) -> bool {
    x % 2 == 0
}

fn main() {
    let f: fn(i32) -> i32 = is_even; //~ ERROR E0308
    println!("{}", f(3));
}
