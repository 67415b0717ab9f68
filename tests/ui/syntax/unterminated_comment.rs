// A block comment that nests and never ends.
fn main() {}
/* one /* two */ //~ ERROR E0758
