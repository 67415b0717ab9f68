// The second argument has another type.
fn repeat(text: &str, times: u32) {
    println!("{text} {times}");
}

fn main() {
    repeat("ab", -1.0); //~ ERROR E0308
}
