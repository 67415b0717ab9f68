// Both ends of a range have one type.
fn main() {
    for i in 0u8..10u32 { //~ ERROR E0308
        println!("{i}");
    }
}
