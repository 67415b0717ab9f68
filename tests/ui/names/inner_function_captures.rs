// An inner function does not see the outer one's variables.
fn main() {
    let factor = 3;
    fn scale(x: i32) -> i32 {
        x * factor //~ ERROR E0434
    }
    println!("{}", scale(2));
}
