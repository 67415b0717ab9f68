// Comparisons do not chain.
fn main() {
    let x = 5;
    if 1 < x < 9 { //~ ERROR syntax
        println!("within");
    }
}
