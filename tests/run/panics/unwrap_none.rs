fn find(values: &[i32], wanted: i32) -> Option<usize> {
    for i in 0..values.len() {
        if values[i] == wanted {
            return Some(i);
        }
    }
    None
}

fn main() {
    let values = [4, 8, 15, 16, 23, 42];
    println!("{}", find(&values, 15).unwrap());
    println!("{}", find(&values, 99).unwrap_or(1000));
    println!("{}", find(&values, 7).unwrap());
}
