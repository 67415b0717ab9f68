// A function that takes a reference is given a value.
fn show(x: &i32) {
    println!("{x}");
}

fn main() {
    let n = 5;
    show(n); //~ ERROR E0308
}
