// Only `u8` becomes a `char`.
fn main() {
    let c = 65u32 as char; //~ ERROR E0604
}
