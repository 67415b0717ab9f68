fn main() {
    for x in [1, 2, 3] { //~ ERROR S0007
        println!("{x}");
    }
}
