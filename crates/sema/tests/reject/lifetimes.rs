// Lifetimes that are missing or not declared.
struct A {
    text: &str, //~ ERROR E0106
}

struct B<'a> {
    text: &'a str,
}

fn pick(a: &str, b: &str) -> &str { //~ ERROR E0106
    a
}

fn make() -> &i32 { //~ ERROR E0106
    &1
}

fn undeclared(a: &'x i32) {} //~ ERROR E0261

fn reserved<'static>(a: &'static i32) {} //~ ERROR E0262

struct Unused<'a>; //~ ERROR E0392

fn hidden(a: &str, b: &str) -> B { //~ ERROR E0106
    B { text: a }
}

fn ok(a: &str) -> B<'_> {
    B { text: a }
}

fn main() {}
