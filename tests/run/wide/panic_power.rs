fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = id(3).pow(81);
    println!("{result:?}");
}
