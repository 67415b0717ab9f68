const A: u128 = u128::MAX + 1; //~ ERROR E0080
const B: i128 = i128::MIN - 1; //~ ERROR E0080
const C: u128 = 1 << 128; //~ ERROR E0080
const D: u128 = 5 % (1 - 1); //~ ERROR E0080
const E: i128 = -i128::MIN; //~ ERROR E0080
const F: u128 = u128::MAX * 2 - 1; //~ ERROR E0080

fn main() {
    println!("{A} {B} {C} {D} {E} {F}");
}
