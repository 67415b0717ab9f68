fn part(values: &[u8], from: usize, to: usize) -> &[u8] {
    &values[from..to]
}

fn main() {
    let values = [1, 2, 3, 4];
    println!("{:?}", part(&values, 1, 3));
    println!("{:?}", part(&values, 2, 9));
}
