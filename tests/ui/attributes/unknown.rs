// An attribute that does not exist.
#[fast] //~ ERROR syntax
fn main() {}
