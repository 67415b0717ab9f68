// The return type needs an arrow.
fn two() i32 { //~ ERROR syntax
    2
}

fn main() {
    println!("{}", two());
}
