fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = [id(u128::MAX), 1].iter().sum::<u128>();
    println!("{result:?}");
}
