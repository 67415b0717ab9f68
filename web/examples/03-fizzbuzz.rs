// A `match` on a tuple. Look at the IR to see what becomes of it:
// two remainders, compared one after the other, with a block for
// each arm.

fn main() {
    for n in 1..=30 {
        match (n % 3, n % 5) {
            (0, 0) => println!("FizzBuzz"),
            (0, _) => println!("Fizz"),
            (_, 0) => println!("Buzz"),
            _ => println!("{n}"),
        }
    }
}
