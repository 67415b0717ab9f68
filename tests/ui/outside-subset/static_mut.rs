static mut COUNT: u32 = 0; //~ ERROR S0016

fn main() {}
