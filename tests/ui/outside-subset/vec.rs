fn main() {
    let mut v = Vec::new(); //~ ERROR S0005
    v.push(1);
    println!("{}", v.len());
}
