// The constructor of a tuple struct takes all its fields.
struct Rgb(u8, u8, u8);

fn main() {
    let c = Rgb(1, 2); //~ ERROR E0061
    println!("{}", c.0 + c.1 + c.2);
}
