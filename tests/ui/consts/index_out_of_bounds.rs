// An element that the constant array does not have.
const TABLE: [u8; 3] = [1, 2, 3];
const LAST: u8 = TABLE[3]; //~ ERROR E0080

fn main() {
    println!("{LAST}");
}
