fn main() {
    let text = "one".escape_debug().to_string(); //~ ERROR S0006
    println!("{text}");
    let mut v = vec![1, 2, 3];
    v.splice(0..1, [7]); //~ ERROR S0006
}
