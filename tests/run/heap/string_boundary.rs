// A place within a character is no place to cut.
fn main() {
    let mut s = String::from("aé");
    println!("{s}");
    s.truncate(2);
}
