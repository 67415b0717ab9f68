// `derive` is for types.
#[derive(Debug)] //~ ERROR E0774
fn main() {}
