// A number is no range.
fn main() {
    for i in 10 { //~ ERROR E0277
        println!("{i}");
    }
}
