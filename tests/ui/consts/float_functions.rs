// Functions of analysis are not for constants, nor for numbers of another type or of none yet.
const HALF: f64 = 0.5f64.sin(); //~ ERROR E0015
const POWER: f32 = 2.0f32.powf(0.5); //~ ERROR E0015
const FUSED: f64 = 2.0f64.mul_add(3.0, 1.0);

fn main() {
    println!("{HALF} {POWER} {FUSED}");
    println!("{}", 1.0.sin()); //~ ERROR E0689
    let x = 2.0;
    println!("{}", x.powf(2.0)); //~ ERROR E0689
    println!("{}", 2i32.sqrt()); //~ ERROR E0599
    println!("{}", 2f64.powf(2)); //~ ERROR E0308
    println!("{}", 2f64.powi(2.0)); //~ ERROR E0308
    println!("{}", 1f64.atan2()); //~ ERROR E0061
    let (s, c): (f64, f32) = 1f64.sin_cos(); //~ ERROR E0308
    println!("{s} {c}");
}
