// Two parameters of one name.
fn add(a: i32, a: i32) -> i32 { //~ ERROR E0415
    a
}

fn main() {
    println!("{}", add(1, 2));
}
