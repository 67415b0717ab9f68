// An escape that does not exist.
fn main() {
    println!("tab \q end"); //~ ERROR syntax
}
