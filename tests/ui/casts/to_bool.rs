// Compare instead of casting to `bool`.
fn main() {
    let b = 1 as bool; //~ ERROR E0054
}
