// An array pattern with too few elements.
fn main() {
    let [a, b] = [1, 2, 3]; //~ ERROR E0527
    println!("{a} {b}");
}
