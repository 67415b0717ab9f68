// A method that takes `self` consumes the value.
struct Builder {
    size: u32,
}

impl Builder {
    fn build(self) -> u32 {
        self.size
    }
}

fn main() {
    let b = Builder { size: 3 };
    println!("{}", b.build());
    println!("{}", b.build()); //~ ERROR E0382
}
