fn sum(values: &[u64]) -> u64 {
    // ANCHOR: loop
    let mut total = 0;
    for value in values {
        total += value;
    }
    // ANCHOR_END: loop
    total
}

fn main() {
    println!("{}", sum(&[1, 2, 3]));
}
