// Adding to nothing.
fn main() {
    let mut sum: i32;
    sum += 1; //~ ERROR E0381
    println!("{sum}");
}
