fn main() {
    let n: usize = "one two".split(' ').count(); //~ ERROR S0006
    println!("{n}");
}
