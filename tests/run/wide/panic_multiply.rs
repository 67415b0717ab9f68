fn id(n: u128) -> u128 {
    n
}

fn main() {
    println!("before {}", id(1));
    let result = {
        let square = |a: u128| a * a;
        square(id(1 << 64))
    };
    println!("{result:?}");
}
