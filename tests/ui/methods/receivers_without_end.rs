use std::ops::Deref;

struct Deeper<T>(T);

impl<T> Deref for Deeper<T> {
    type Target = Deeper<Deeper<T>>;

    fn deref(&self) -> &Self::Target {
        loop {}
    }
}

struct Counter(u32);

impl Counter {
    fn value<R: Deref<Target = Self>>(self: R) -> u32 { //~ ERROR E0801
        self.0
    }
}

fn main() {
    Deeper(1).missing(); //~ ERROR E0055, E0599
}
