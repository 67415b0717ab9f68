// A base needs digits.
fn main() {
    let x = 0x; //~ ERROR E0768
    println!("{x}");
}
