// Text is not cast to a number.
fn main() {
    let n = "12" as i32; //~ ERROR E0606
}
