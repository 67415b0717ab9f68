// A float is not cast to a character, nor a character to a float.
fn main() {
    let c = 65.0 as char; //~ ERROR E0604
    let f = 'a' as f32; //~ ERROR E0606
}
