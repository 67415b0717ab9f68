fn main() {
    let words: Vec<&str> = "one two".split_terminator(' ').collect(); //~ ERROR S0006
    println!("{words:?}");
    let mut v = vec![1, 2, 3];
    v.splice(0..1, [7]); //~ ERROR S0006
}
