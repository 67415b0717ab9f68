// Each unknown name is reported.
fn main() {
    let a = first + 1; //~ ERROR E0425
    let b: Second = 2; //~ ERROR E0425
    third(a, b); //~ ERROR E0425
    println!("{}", fourth::VALUE); //~ ERROR E0433
}
