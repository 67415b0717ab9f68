// A mutable borrow through a shared reference.
fn zero(x: &mut i32) {
    *x = 0;
}

fn clear(pair: &(i32, i32)) {
    zero(&mut pair.0); //~ ERROR E0596
}

fn main() {
    let pair = (1, 2);
    clear(&pair);
    println!("{}", pair.0);
}
