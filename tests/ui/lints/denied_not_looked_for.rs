#![deny(missing_debug_implementations)] //~ ERROR S0022
#![forbid(unsafe_code)]
#![deny(overflowing_literals, clippy::all)]

#[deny(unused_variables, dead_code)] //~ ERROR S0022, S0022
fn used(_unused: u8) {}

#[deny(warnings)] //~ ERROR S0022
fn main() {
    used(1);
}
