// Two imports bring one name.
mod a {
    pub fn f() {}
}
mod b {
    pub fn f() {}
}

use a::f;
use b::f; //~ ERROR E0252

fn main() {
    f();
}
