fn main() {
    let s = String::from("text"); //~ ERROR S0005
    println!("{s}");
}
