// An abort ends the program at once: whole lines were written, half a line was not.
fn main() {
    println!("a whole line");
    eprintln!("on the other stream");
    eprint!("half a line");
    std::process::abort();
}
