// A string cannot be negated.
fn main() {
    let a = !"text"; //~ ERROR E0600
    let b = -"text"; //~ ERROR E0600
}
