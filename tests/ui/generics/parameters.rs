// What can be wrong with parameters of types and functions.
struct Grid<T = U, U = u8> { //~ ERROR E0128
    first: T,
    second: U,
}

struct Tree<T = Option<Self>> { //~ ERROR E0735
    value: T,
}

struct Unused<T, U> { //~ ERROR E0392
    value: T,
}

enum Never<T> {} //~ ERROR E0392

fn first<T, const N: T>() {} //~ ERROR E0770

struct Pair<'a, T>(&'a T);

type Wrong = Pair<u8, 'static>; //~ ERROR E0747

fn main() {}
