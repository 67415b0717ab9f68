macro_rules! add_tokens { ($($t:tt)*) => { $($t)* }; }
macro_rules! index { ($a:expr, $i:expr) => { $a[$i] }; }
macro_rules! whole { ($a:expr) => { $a }; }
macro_rules! unwrap { ($a:expr) => { $a.unwrap() }; }
macro_rules! named_method { ($a:expr, $m:ident) => { $a.$m() }; }
macro_rules! check { ($a:expr, $b:expr) => { assert!($a==$b) }; }
macro_rules! fail { ($($t:tt)*) => { panic!($($t)*) }; }
macro_rules! nested { ($($t:tt)*) => { add_tokens!( $($t)* ) }; }
macro_rules! div { ($a:expr) => { 10 / $a }; }
macro_rules! function { ($n:ident) => { fn $n(x: u8) -> u8 { x + 10 } }; }
function!(made);

fn max() -> u8 {
    255
}

fn main() {
    let list = [1u8, 2, 3];
    let none: Option<i32> = None;
    let list = if max() == 0 { [0; 3] } else { list };
    println!("{:?}", (list, none));
    let _ = (add_tokens!(1), index!(list, 0), whole!(2), div!(1), made(1));
    println!("{}", unwrap!(Some(1)) + named_method!(Some(1), unwrap) + nested!(1));
    check!(1, 1);
    if max() == 0 {
        fail!("no");
    }
    let _ =   whole!(list[max() as usize]);
}
