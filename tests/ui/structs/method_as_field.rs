// A method needs parentheses.
struct Square {
    side: u32,
}

impl Square {
    fn area(&self) -> u32 {
        self.side * self.side
    }
}

fn main() {
    let s = Square { side: 2 };
    println!("{}", s.area); //~ ERROR E0615
}
