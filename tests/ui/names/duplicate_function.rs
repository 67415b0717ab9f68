// Two functions of one name.
fn f() -> i32 {
    1
}

fn f() -> i32 { //~ ERROR E0428
    2
}

fn main() {
    println!("{}", f());
}
