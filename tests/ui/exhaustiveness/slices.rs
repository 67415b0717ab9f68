// Slices of length one are not covered.
fn main() {
    let s: &[i32] = &[1];
    match s { //~ ERROR E0004
        [] => println!("empty"),
        [a, b, ..] => println!("{a} {b}"),
    }
}
