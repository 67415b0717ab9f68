// A variant is not covered.
enum Light {
    Red,
    Amber,
    Green,
}

fn main() {
    let light = Light::Red;
    match light { //~ ERROR E0004
        Light::Red => println!("stop"),
        Light::Green => println!("go"),
    }
}
