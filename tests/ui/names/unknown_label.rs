// A label that was not declared.
fn main() {
    loop {
        break 'outer; //~ ERROR E0426
    }
}
