// A value needs an `else`.
fn main() {
    let x: i32 = if true { 1 }; //~ ERROR E0317
    println!("{x}");
}
