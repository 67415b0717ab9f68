// Indices are checked where the user wrote the call.
fn main() {
    let mut v = vec![1, 2];
    v.remove(1);
    println!("{v:?}");
    v.remove(1);
}
