// A chain of adapters with closures over a vector, summed many times.

fn main() {
    let values: Vec<i64> = (0..1000).collect();
    let mut total = 0i64;
    for round in 0..10_000 {
        let sum: i64 = values.iter().map(|x| x * 3 + round).filter(|x| x % 2 == 0).sum();
        total = total.wrapping_add(sum);
    }
    println!("{total}");
}
