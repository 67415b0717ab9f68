// Definitions that depend on themselves.
const A: i32 = B; //~ ERROR E0391
const B: i32 = A;

fn main() {}
