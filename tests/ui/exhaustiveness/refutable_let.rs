// `let` needs a pattern that always matches.
fn main() {
    let value: Option<i32> = Some(3);
    let Some(x) = value; //~ ERROR E0005
    println!("{x}");
}
