// Integers between the arms.
fn main() {
    let n: u8 = 7;
    match n { //~ ERROR E0004
        0..=99 => println!("small"),
        101..=255 => println!("large"),
    }
}
