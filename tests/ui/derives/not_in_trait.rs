// A method that the trait does not have.
struct P;

impl Clone for P {
    fn clone(&self) -> P {
        P
    }
    fn copy(&self) -> P { //~ ERROR E0407
        P
    }
}

fn main() {}
