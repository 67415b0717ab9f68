struct Word<'a>(&'a str);

impl<'a> Word<'a> {
    const EMPTY: &str = ""; //~ ERROR elided_lifetimes_in_associated_constant
    const NONE: Option<&'static str> = None;
}

impl Word<'_> {
    const LIST: [&u8; 0] = []; //~ ERROR elided_lifetimes_in_associated_constant
}

struct Plain;

impl Plain {
    const NAME: &str = "plain";
}

fn main() {
    println!("{}{}{}{}{:?}", Word("a").0, Word::EMPTY, Plain::NAME, Word::LIST.len(), Word::NONE);
}
