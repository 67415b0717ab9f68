#![crate_type = "lib"] //~ ERROR S0022

fn main() {}
