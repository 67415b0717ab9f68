fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = (id(1 << 127) as i128) % (id(u128::MAX) as i128);
    println!("{result:?}");
}
