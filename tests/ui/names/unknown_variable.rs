// A variable that was never declared.
fn main() {
    println!("{}", total); //~ ERROR E0425
}
