// Endless recursion ends the program with a message and the exit code of an abort.
// only: debug (an optimiser may turn the recursion into a loop)
fn down(n: u64) -> u64 {
    if n == u64::MAX { 0 } else { 1 + down(n + 1) }
}

fn main() {
    println!("going down");
    println!("{}", down(0));
}
