// A condition is a `bool`.
fn main() {
    let n = 1;
    if n { //~ ERROR E0308
        println!("one");
    }
    while n {} //~ ERROR E0308
}
