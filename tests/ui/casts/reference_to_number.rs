// A reference is not cast to an integer.
fn main() {
    let x = 5u8;
    let n = &x as u32; //~ ERROR E0606
}
