// What is copied cannot have a destructor.
#[derive(Clone, Copy)]
struct Derived(u32); //~ ERROR E0184

impl Drop for Derived {
    fn drop(&mut self) {}
}

struct Written;

impl Clone for Written {
    fn clone(&self) -> Self {
        Written
    }
}

impl Copy for Written {} //~ ERROR E0184

impl Drop for Written {
    fn drop(&mut self) {}
}

fn main() {}
