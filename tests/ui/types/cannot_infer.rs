// Nothing says what is in the option.
fn main() {
    let nothing = None; //~ ERROR E0282
}
