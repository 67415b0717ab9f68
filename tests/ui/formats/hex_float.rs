// Floats have no hexadecimal form.
fn main() {
    println!("{:x}", 1.5); //~ ERROR E0277
}
