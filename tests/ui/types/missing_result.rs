// The semicolon takes the value away.
fn double(x: i32) -> i32 { //~ ERROR E0308
    x * 2;
}

fn main() {
    println!("{}", double(4));
}
