// An exit code above 255 is cut to eight bits, as the operating system does; what was printed is not lost.
fn leave(code: i32) -> ! {
    print!("leaving with {code}");
    std::process::exit(code)
}

fn main() {
    let code = match std::mem::size_of::<usize>() {
        8 => 256 + 42,
        n => n as i32,
    };
    if code > 0 {
        leave(code);
    }
    println!("not reached");
}
