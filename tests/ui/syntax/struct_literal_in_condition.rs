// A struct literal in a condition needs parentheses.
#[derive(PartialEq)]
struct P {
    x: i32,
}

fn main() {
    let p = P { x: 1 };
    if p == P { x: 1 } { //~ ERROR syntax
        println!("same");
    }
}
