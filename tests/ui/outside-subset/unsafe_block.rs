fn main() {
    let x = unsafe { 5 }; //~ ERROR S0008
    println!("{x}");
}
