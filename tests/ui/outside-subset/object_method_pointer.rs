trait Shape {
    fn area(&self) -> f64;
}

impl Shape for f64 {
    fn area(&self) -> f64 {
        *self
    }
}

fn main() {
    let area: fn(&(dyn Shape + 'static)) -> f64 = <dyn Shape>::area; //~ ERROR S0021
    println!("{}", area(&1.5));
}
