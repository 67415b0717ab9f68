// One argument too many.
fn double(a: i32) -> i32 {
    2 * a
}

fn main() {
    println!("{}", double(1, 2)); //~ ERROR E0061
}
