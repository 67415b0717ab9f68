fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = u64::try_from(id(1 << 64)).unwrap();
    println!("{result:?}");
}
