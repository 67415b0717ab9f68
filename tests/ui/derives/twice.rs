// Deriving what is written by hand too.
#[derive(Clone)] //~ ERROR E0119
struct S;

impl Clone for S {
    fn clone(&self) -> S {
        S
    }
}

fn main() {}
