fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = id(1) >> (id(255) as i8);
    println!("{result:?}");
}
