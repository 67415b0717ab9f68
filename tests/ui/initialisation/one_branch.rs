// Only one branch gives a value.
fn main() {
    let x;
    if 2 > 1 {
        x = 3;
    }
    println!("{x}"); //~ ERROR E0381
}
