macro_rules! words {
    (a b) => { 1 };
    (c d) => { 2 };
}
macro_rules! two {
    ($a:expr, $b:expr) => { $a };
}
macro_rules! a_type {
    ($a:ty) => { 1 };
}
macro_rules! one {
    ($a:expr) => {};
}
macro_rules! unclear {
    ($($a:ident)* $b:ident) => {};
}
macro_rules! forever {
    () => { forever!() };
}
macro_rules! still_repeating {
    ($($a:ident)*) => { $a }; //~ ERROR syntax
}
macro_rules! nothing_repeats {
    ($($a:ident)*) => { $(x)* }; //~ ERROR syntax
}
macro_rules! uneven {
    ($($a:ident)* ; $($b:ident)*) => { [$(($a, $b)),*] }; //~ ERROR syntax
}
macro_rules! two_values {
    () => { 1 2 };
}
macro_rules! semicolon {
    () => { 1; };
}
macro_rules! nothing {
    () => {};
}
macro_rules! unbound {
    () => { $b };
}

fn main() {
    let a = 1;
    words!(a d); //~ ERROR syntax
    words!(a); //~ ERROR syntax
    words!(a b c); //~ ERROR syntax
    two!(1 2); //~ ERROR syntax
    two!(1, 2, 3); //~ ERROR syntax
    two!(let x = 1, 2); //~ ERROR syntax
    two!(if, 2); //~ ERROR syntax
    a_type!(1); //~ ERROR syntax
    one!(); //~ ERROR syntax
    unclear!(a b c); //~ ERROR syntax
    still_repeating!(a);
    nothing_repeats!(a);
    uneven!(a b; c);
    let x = two_values!(); //~ ERROR syntax
    let x = semicolon!(); //~ ERROR syntax
    let x = nothing!(); //~ ERROR syntax
    unbound!(); //~ ERROR syntax
    forever!(); //~ ERROR syntax
}
