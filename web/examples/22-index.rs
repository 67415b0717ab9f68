// Two ways to add up a slice. Compare them: this one asks for each element by its index, and every index is checked.

fn sum(values: &[u32]) -> u32 {
    let mut total = 0;
    for i in 0..values.len() {
        total += values[i];
    }
    total
}

fn main() {
    let mut values = [0; 200];
    for (i, value) in values.iter_mut().enumerate() {
        *value = (i * i) as u32;
    }
    let mut all = 0u64;
    for _ in 0..100 {
        all += u64::from(sum(&values));
    }
    println!("{all}");
}
