// A constant's assertion fails.
const WIDTH: usize = 3;
const _: () = assert!(WIDTH % 2 == 0, "the width must be even"); //~ ERROR E0080

fn main() {}
