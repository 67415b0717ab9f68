// A path to something that the module does not have.
mod shapes {
    pub fn area() -> u32 {
        4
    }
}

fn main() {
    println!("{} {}", shapes::area(), shapes::volume()); //~ ERROR E0425
}
