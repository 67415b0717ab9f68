// A negative exit code.
fn main() {
    println!("one line");
    eprint!("no line break");
    std::process::exit(-1);
}
