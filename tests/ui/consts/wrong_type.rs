// A constant has its type.
const NAME: &str = 5; //~ ERROR E0308

fn main() {
    println!("{NAME}");
}
