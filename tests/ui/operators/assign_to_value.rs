// The left side must be a place.
fn main() {
    let x = 1;
    x + 1 = 2; //~ ERROR E0070
    3 += 4; //~ ERROR E0067
}
