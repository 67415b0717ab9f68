// Every statement is checked on its own.
fn f(x: u8) -> bool {
    x //~ ERROR E0308
}

fn main() {
    let a: i32 = true; //~ ERROR E0308
    let b: bool = 1; //~ ERROR E0308
    let c: char = "c"; //~ ERROR E0308
    let d: () = 4; //~ ERROR E0308
    let e = f(300.0); //~ ERROR E0308
}
