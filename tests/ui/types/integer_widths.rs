// Integers of different widths do not mix.
fn main() {
    let small: u8 = 7;
    let wide: u32 = small; //~ ERROR E0308
    println!("{wide}");
}
