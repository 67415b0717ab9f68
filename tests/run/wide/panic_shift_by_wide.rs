fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = 5u8 << id(1 << 64);
    println!("{result:?}");
}
