// A constant's value must exist.
const BIG: u8 = 200 + 100; //~ ERROR E0080

fn main() {
    println!("{BIG}");
}
