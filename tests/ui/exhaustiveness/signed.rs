// The ends of a signed type.
fn main() {
    let n: i32 = 7;
    match n { //~ ERROR E0004
        0 => println!("zero"),
        1.. => println!("positive"),
    }
}
