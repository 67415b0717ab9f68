// A panic in an argument: what comes before it in the order of evaluation has happened.
fn say(n: i32) -> i32 {
    println!("evaluated {n}");
    n
}

fn three(a: i32, b: i32, c: i32) -> i32 {
    a + b + c
}

fn main() {
    let zero = say(0);
    println!("{}", three(say(1), say(2) / zero, say(3)));
}
