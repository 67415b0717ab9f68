// A private module's item.
mod outer {
    mod inner {
        pub fn f() {}
    }
    pub fn g() {
        inner::f();
    }
}

fn main() {
    outer::g();
    outer::inner::f(); //~ ERROR E0603
}
