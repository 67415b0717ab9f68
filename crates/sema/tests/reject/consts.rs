// Constants.
fn runtime() -> i32 {
    1
}
const fn fine(n: i32) -> i32 {
    n + 1
}
const A: i32 = runtime(); //~ ERROR E0015
static B: i32 = runtime() + 1; //~ ERROR E0015
const C: i32 = fine(1);
const D: [i32; runtime() as usize] = [0; 1]; //~ ERROR E0015
const fn bad() -> i32 {
    runtime() //~ ERROR E0015
}
const E: &mut i32 = &mut 5; //~ ERROR E0764
const F: u8 = 300; //~ ERROR overflowing_literals
const G: i32 = 1 / 0; //~ ERROR E0080
const H: i32 = [1, 2, 3][5]; //~ ERROR E0080

fn main() {
    let _ = A + B + C + bad();
}
