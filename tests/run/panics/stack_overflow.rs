// Endless recursion ends the program with a message and the exit code of an abort. Each frame refers to the one above, so
// that no optimiser makes a loop of it.
fn down(n: u64, above: &[u64; 8]) -> u64 {
    let mut mine = *above;
    mine[(n % 8) as usize] += n;
    if n == u64::MAX { mine[0] } else { down(n + 1, &mine) ^ mine[3] }
}

fn main() {
    println!("going down");
    println!("{}", down(0, &[0; 8]));
}
