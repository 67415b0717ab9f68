// A loop assigns an immutable variable again.
fn main() {
    let x;
    loop {
        x = 1; //~ ERROR E0384
        if x > 2 {
            break;
        }
    }
}
