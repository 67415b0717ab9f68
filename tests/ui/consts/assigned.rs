// A constant is no place.
const LIMIT: u32 = 10;

fn main() {
    LIMIT = 20; //~ ERROR E0070
}
