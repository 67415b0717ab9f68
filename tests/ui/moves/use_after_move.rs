// A value that is not `Copy` moves.
#[derive(Debug)]
struct Token {
    id: u32,
}

fn main() {
    let a = Token { id: 1 };
    let b = a;
    println!("{:?} {:?} {}", a, b, b.id); //~ ERROR E0382
}
