// Without `else` the value is `()`.
fn sign(x: i32) -> i32 {
    if x < 0 {
        -1 //~ ERROR E0308
    }
    1
}

fn main() {
    println!("{}", sign(3));
}
