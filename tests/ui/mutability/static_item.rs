// A static is immutable.
static LIMIT: u32 = 10;

fn main() {
    LIMIT = 20; //~ ERROR E0594
    println!("{LIMIT}");
}
