fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = id(5) / id(0);
    println!("{result:?}");
}
