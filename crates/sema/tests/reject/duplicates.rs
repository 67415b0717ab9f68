// The same name twice.
struct A;
struct A; //~ ERROR E0428

enum E {
    X,
    X, //~ ERROR E0428
}

struct F {
    a: i32,
    a: i32, //~ ERROR E0124
}

fn parameters(a: i32, a: i32) {} //~ ERROR E0415

fn patterns() {
    let (b, b) = (1, 2); //~ ERROR E0416
}

fn generics<'a, 'a>(_: &'a i32) {} //~ ERROR E0403

struct M;
impl M {
    fn m(&self) {}
    fn m(&self) {} //~ ERROR E0592
}

fn main() {}
