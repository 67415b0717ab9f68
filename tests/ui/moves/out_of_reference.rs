// Nothing moves out of a reference.
struct Data {
    n: u32,
}

fn steal(d: &Data) -> Data {
    *d //~ ERROR E0507
}

fn main() {
    let d = Data { n: 1 };
    println!("{}", steal(&d).n);
}
