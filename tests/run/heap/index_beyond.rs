// A vector's length is asked for when the program runs.
fn main() {
    let v = vec![1, 2, 3];
    let mut sum = 0;
    for i in 0..=v.len() {
        sum += v[i];
        println!("{sum}");
    }
}
