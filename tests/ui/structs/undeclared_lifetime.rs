// A lifetime must be declared.
struct Excerpt {
    text: &'a str, //~ ERROR E0261
}

fn main() {}
