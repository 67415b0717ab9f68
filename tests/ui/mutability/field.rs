// A field of an immutable variable.
struct Counter {
    n: u32,
}

fn main() {
    let c = Counter { n: 0 };
    c.n = 1; //~ ERROR E0594
    println!("{}", c.n);
}
