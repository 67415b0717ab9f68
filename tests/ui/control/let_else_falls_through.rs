// The `else` of a `let` must leave.
fn main() {
    let Some(x) = Some(1) else { //~ ERROR E0308
        println!("none");
    };
    println!("{x}");
}
