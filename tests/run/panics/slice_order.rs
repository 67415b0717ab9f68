fn part(values: &[u8], from: usize, to: usize) -> &[u8] {
    &values[from..to]
}

fn main() {
    println!("{:?}", part(&[1, 2, 3, 4], 3, 1));
}
