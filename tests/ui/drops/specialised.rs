// A destructor is for all values of its type, whatever the arguments.
struct A<T>(T);
struct B<T>(T);
struct C<T, U>(T, U);
struct D<'a, 'b>(&'a u32, &'b u32);
struct E<'a>(&'a u32);
struct F<T: Clone>(T);
enum G<T, const N: usize> {
    Of([T; N]),
}

impl Drop for A<u32> { //~ ERROR E0366
    fn drop(&mut self) {}
}

impl<T: Clone> Drop for B<T> { //~ ERROR E0367
    fn drop(&mut self) {}
}

impl<T> Drop for C<T, T> { //~ ERROR E0366
    fn drop(&mut self) {}
}

impl<'a> Drop for D<'a, 'a> { //~ ERROR E0366
    fn drop(&mut self) {}
}

impl Drop for E<'static> { //~ ERROR E0366
    fn drop(&mut self) {}
}

// Not a problem: what the type requires, it may require too.
impl<X> Drop for F<X>
where
    X: Clone,
{
    fn drop(&mut self) {}
}

impl<T> Drop for G<T, 3> { //~ ERROR E0366
    fn drop(&mut self) {}
}

fn main() {}
