// What `use` cannot bring.
mod a {
    pub fn f() {}
    fn g() {}
    pub mod b {
        pub struct S;
    }
}

use a::f;
use a::g; //~ ERROR E0603
use a::h; //~ ERROR E0432
use a::b::T; //~ ERROR E0432
use absent::thing; //~ ERROR E0432
use a::b::S;
use a::b::S as Other;
use a::f as S2;
use std::mem::swap;
use std::mem::swapp; //~ ERROR E0432

mod c {
    use super::a::b::S; 
    use super::a::b::S; //~ ERROR E0252
    pub fn k(_: S) {}
}

fn main() {
    f();
    S2();
    c::k(S);
    let _: Other = S;
    swap(&mut 1, &mut 2);
}
