// The second round finds nothing left.
struct Fuel(u32);

fn burn(fuel: Fuel) -> u32 {
    fuel.0
}

fn main() {
    let fuel = Fuel(10);
    for _ in 0..2 {
        println!("{}", burn(fuel)); //~ ERROR E0382
    }
}
