// The loop's body may never run.
fn main() {
    let last: u32;
    for i in 0..3 {
        last = i;
        break;
    }
    println!("{last}"); //~ ERROR E0381
}
