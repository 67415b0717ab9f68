// `break` needs a loop.
fn main() {
    break; //~ ERROR E0268
    continue; //~ ERROR E0268
}
