// A shared reference where a mutable one is needed.
fn bump(x: &mut i32) {
    *x += 1;
}

fn main() {
    let mut n = 5;
    bump(&n); //~ ERROR E0308
    println!("{n}");
}
