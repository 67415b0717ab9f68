fn main() {
    let x: f16 = 1.0; //~ ERROR E0658
    let y: Vec<f128> = Vec::new(); //~ ERROR E0658
    println!("{x} {}", y.len());
}
