// A move in one branch counts afterwards.
struct Key(u32);

fn take(key: Key) -> u32 {
    key.0
}

fn main() {
    let key = Key(1);
    if take(Key(2)) > 1 {
        println!("{}", take(key));
    }
    println!("{}", key.0); //~ ERROR E0382
}
