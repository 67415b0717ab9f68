// An import of something that is not there.
mod shapes {
    pub fn area() -> u32 {
        4
    }
}

use shapes::volume; //~ ERROR E0432

fn main() {
    println!("{}", volume());
}
