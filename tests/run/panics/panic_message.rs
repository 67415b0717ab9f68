// The position is that of the macro, the message is formatted, what was printed before stays.
fn fail(code: i32) {
    if code > 2 {
        panic!("code {code} is {:>5}, {:?}", code * 2, "too much");
    }
}

fn main() {
    print!("before, without a line break");
    fail(1);
    eprintln!("on stderr");
    fail(3);
    println!("never");
}
