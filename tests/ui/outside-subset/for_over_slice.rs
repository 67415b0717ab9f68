fn main() {
    let a = [1, 2, 3];
    for x in a.iter() { //~ ERROR S0006
        println!("{x}");
    }
}
