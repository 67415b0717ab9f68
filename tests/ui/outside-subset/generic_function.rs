fn first<T>(a: T, _b: T) -> T { //~ ERROR S0001
    a
}

fn main() {
    println!("{}", first(1, 2));
}
