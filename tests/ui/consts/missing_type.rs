// A constant's type is written down.
const LIMIT = 10; //~ ERROR syntax

fn main() {
    println!("{LIMIT}");
}
