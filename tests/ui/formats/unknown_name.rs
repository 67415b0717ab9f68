// A captured name that is not in scope.
fn main() {
    println!("{width}"); //~ ERROR E0425
}
