// `return` with another type.
fn name() -> &'static str {
    return 3; //~ ERROR E0308
}

fn main() {
    println!("{}", name());
}
