fn at(values: &[i32], index: usize) -> i32 {
    values[index]
}

fn main() {
    let values = [10, 20, 30];
    println!("{}", at(&values, 2));
    println!("{}", at(&values, 3));
}
