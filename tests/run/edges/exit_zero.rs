// Leaving early with success: the statements after it do not run.
fn main() {
    for i in 0..10 {
        println!("{i}");
        if i == 3 {
            std::process::exit(0);
        }
    }
    panic!("not reached");
}
