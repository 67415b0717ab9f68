// A pattern with a variant that does not exist.
enum Coin {
    Heads,
    Tails,
}

fn main() {
    let c = Coin::Heads;
    match c {
        Coin::Heads => println!("heads"),
        Coin::Edge => println!("edge"), //~ ERROR E0599
        Coin::Tails => println!("tails"),
    }
}
