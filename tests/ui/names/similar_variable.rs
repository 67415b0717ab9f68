// A name that is almost one in scope.
fn main() {
    let counter = 3;
    println!("{}", countre + counter); //~ ERROR E0425
}
