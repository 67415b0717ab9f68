fn main() {
    let a = 340282366920938463463374607431768211456u128; //~ ERROR syntax
    println!("{a}");
}
