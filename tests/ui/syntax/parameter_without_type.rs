// Parameters have types.
fn double(x) -> i32 { //~ ERROR syntax
    2 * x
}

fn main() {
    println!("{}", double(2));
}
