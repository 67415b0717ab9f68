// Nothing is written through a shared reference.
fn reset(x: &i32) {
    *x = 0; //~ ERROR E0594
}

fn main() {
    let n = 5;
    reset(&n);
    println!("{n}");
}
