type Mutable = fn(mut value: u8); //~ ERROR E0561
type Borrowed = fn(&value: u32); //~ ERROR E0561
type Named = fn(value: u32, _: &u8, &u8);

fn dots(values: &...) {} //~ ERROR E0743

fn main() {
    let count: typeof(92) = 92; //~ ERROR E0516
}
