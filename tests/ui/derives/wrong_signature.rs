// A method with another signature than the trait's.
struct P(i32);

impl PartialEq for P {
    fn eq(&self, other: i32) -> bool { //~ ERROR E0053
        self.0 == other
    }
}

fn main() {}
