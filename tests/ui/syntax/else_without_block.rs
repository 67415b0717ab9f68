// `else` needs a block.
fn main() {
    let x = if true { 1 } else 2; //~ ERROR syntax
    println!("{x}");
}
