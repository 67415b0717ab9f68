// A mutable borrow of an immutable variable.
fn bump(x: &mut i32) {
    *x += 1;
}

fn main() {
    let n = 5;
    bump(&mut n); //~ ERROR E0596
    println!("{n}");
}
