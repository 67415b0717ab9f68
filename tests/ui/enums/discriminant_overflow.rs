// The discriminant after the largest does not exist.
#[repr(u8)]
enum Code {
    Last = 255,
    Next, //~ ERROR E0370
}

fn main() {}
