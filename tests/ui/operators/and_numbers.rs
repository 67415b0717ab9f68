// `&&` is for `bool`.
fn main() {
    let x = 1 && 2; //~ ERROR E0308, E0308
}
