// One arm forgets.
fn main() {
    let word;
    match 3 {
        0 => word = "zero",
        1 => word = "one",
        _ => println!("many"),
    }
    println!("{word}"); //~ ERROR E0381
}
