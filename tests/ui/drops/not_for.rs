// Destructors belong to the program's own structs and enums.
struct S;

impl Drop for &S { //~ ERROR E0120
    fn drop(&mut self) {}
}

impl Drop for &mut S { //~ ERROR E0120
    fn drop(&mut self) {}
}

impl Drop for //~ ERROR E0117
    u32 //~ ERROR E0120
{
    fn drop(&mut self) {}
}

impl Drop for //~ ERROR E0117
    Vec<S> //~ ERROR E0120
{
    fn drop(&mut self) {}
}

fn main() {}
