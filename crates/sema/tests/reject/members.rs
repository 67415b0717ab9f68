// Fields, methods, indices, calls.
mod m {
    pub struct S {
        hidden: i32,
        pub open: i32,
    }
    impl S {
        pub fn new() -> S {
            S { hidden: 1, open: 2 }
        }
        fn secret(&self) -> i32 {
            self.hidden
        }
        pub fn read(&self) -> i32 {
            self.secret()
        }
    }
}

struct Pair(i32, i32);
enum E {
    A,
}

fn add(a: i32, b: i32) -> i32 {
    a + b
}

fn main() {
    let s = m::S::new();
    s.hidden; //~ ERROR E0616
    s.secret(); //~ ERROR E0624
    s.absent; //~ ERROR E0609
    s.absent(); //~ ERROR E0599
    s.read; //~ ERROR E0615
    s.open(); //~ ERROR E0599
    m::S::absent(); //~ ERROR E0599
    E::B; //~ ERROR E0599
    let pair = Pair(1, 2);
    pair.2; //~ ERROR E0609
    pair.x; //~ ERROR E0609
    pair[0]; //~ ERROR E0608
    1.x; //~ ERROR E0610
    (1, 2).2; //~ ERROR E0609
    add(1); //~ ERROR E0061
    add(1, 2, 3); //~ ERROR E0061
    Pair(1); //~ ERROR E0061
    s.read(1); //~ ERROR E0061
    let n = 5;
    n(); //~ ERROR E0618
    E::A(); //~ ERROR E0618
    let array = [1, 2, 3];
    array["a"]; //~ ERROR E0277
    array[0i32]; //~ ERROR E0277
    n[0]; //~ ERROR E0608
    let x = 2.0;
    x.powi(2); //~ ERROR E0689
    let _ = s.open + array.len() as i32;
}
