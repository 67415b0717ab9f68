// Two ways to add up a slice. Compare them: this one walks over the elements, and there is no index to be checked.

fn sum(values: &[u32]) -> u32 {
    let mut total = 0;
    for value in values {
        total += value;
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
