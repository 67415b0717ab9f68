fn difference(values: &[usize]) -> usize {
    values[0] - values[1]
}

fn main() {
    println!("{}", difference(&[5, 3]));
    println!("{}", difference(&[3, 5]));
}
