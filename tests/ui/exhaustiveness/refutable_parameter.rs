// A parameter's pattern always matches.
fn f(0: i32) {} //~ ERROR E0005

fn main() {
    f(1);
}
