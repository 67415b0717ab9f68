// Items that cannot be as they are.
struct List { //~ ERROR E0072
    next: Option<List>,
}

enum Same { //~ ERROR E0081
    A = 1,
    B = 1,
}

fn placeholder() -> _ { //~ ERROR E0121
    1
}

const CONSTANT: _ = 1; //~ ERROR E0121

impl i32 { //~ ERROR E0390
    fn f(&self) {}
}

impl std::fmt::Display for i32 { //~ ERROR E0117
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        Ok(())
    }
}

fn arguments(_: Option) {} //~ ERROR E0107
fn too_many(_: Option<i32, i32>) {} //~ ERROR E0107
fn none_possible(_: i32<u8>) {} //~ ERROR E0109

fn main() {}
