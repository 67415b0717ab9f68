// A path through a module that is not there.
fn main() {
    println!("{}", shapes::area()); //~ ERROR E0433
}
