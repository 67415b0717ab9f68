fn main() {
    let x = 1;
    println!("{:p}", &x); //~ ERROR S0029
}
