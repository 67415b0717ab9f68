// Each alternative binds the same names.
enum N {
    One(i32),
    Two(i32),
    Zero,
}

fn main() {
    match N::One(1) {
        N::One(n) | N::Zero => println!("{n}"), //~ ERROR E0408
        N::Two(n) => println!("{n}"),
    }
}
