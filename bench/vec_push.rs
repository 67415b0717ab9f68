// Vectors that grow as they are filled, and are given back.

fn main() {
    let mut count = 0;
    for round in 0..2_000usize {
        let mut values = Vec::new();
        for i in 0..5_000 {
            values.push(i ^ round);
        }
        count += values.iter().enumerate().filter(|(i, x)| (i + **x) % 3 == 0).count();
    }
    println!("{count}");
}
