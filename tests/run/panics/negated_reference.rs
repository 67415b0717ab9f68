// The negation of a reference to the least integer: std's own source reports it.

fn main() {
    let numbers = [3i64, -4, i64::MIN];
    for number in &numbers {
        println!("{}", -number);
    }
}
