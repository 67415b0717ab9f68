// What is valid Rust and outside the subset is refused by name.
fn generic<T>(t: T) -> T { //~ ERROR S0001
    t
}
struct Wrapper<T>(T); //~ ERROR S0001
trait Own { //~ ERROR S0002
    fn method(&self);
}
async fn later() {} //~ ERROR S0009
unsafe fn dangerous() {} //~ ERROR S0008
static mut COUNTER: i32 = 0; //~ ERROR S0016
union U { //~ ERROR S0015
    a: i32,
    b: f32,
}
fn object(_: &dyn Own) {} //~ ERROR S0010
fn pointer(_: *const i32) {} //~ ERROR S0013

fn early() -> Option<i32> {
    Some(Some(1)?) //~ ERROR S0004
}

struct D;
impl Drop for D { //~ ERROR S0012
    fn drop(&mut self) {}
}

fn main() {
    let closure = |x: i32| x + 1; //~ ERROR S0003
    let s = String::from("a"); //~ ERROR S0005
    for c in "a".chars() {} //~ ERROR S0006
    for x in [1, 2, 3] {} //~ ERROR S0007
    let _: u128 = 5; //~ ERROR S0014
    let _ = c"text"; //~ ERROR S0019
    let _ = const { 1 }; //~ ERROR S0020
    let _ = Some as fn(i32) -> Option<i32>; //~ ERROR S0003
}
