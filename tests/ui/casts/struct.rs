// A struct is not cast.
struct Celsius(f64);

fn main() {
    let x = Celsius(20.0) as f64; //~ ERROR E0605
}
