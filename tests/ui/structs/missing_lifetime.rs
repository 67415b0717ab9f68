// A reference in a struct needs a lifetime.
struct Excerpt {
    text: &str, //~ ERROR E0106
}

fn main() {}
