// A derive that does not exist.
#[derive(Debg)] //~ ERROR syntax
struct Point;

fn main() {}
