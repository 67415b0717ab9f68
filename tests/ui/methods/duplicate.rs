// Two methods of one name.
struct S;

impl S {
    fn f(&self) -> i32 {
        1
    }
    fn f(&self) -> i32 { //~ ERROR E0592
        2
    }
}

fn main() {
    println!("{}", S.f());
}
