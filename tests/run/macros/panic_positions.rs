// A panic in what a macro contributed is at the outermost call; one in what the call gave is where that is written.
macro_rules! add { ($a:expr, $b:expr) => { $a + $b }; }
macro_rules! outer { ($a:expr) => { add!($a, 1u8) }; }
macro_rules! position { () => { (line!(), column!()) }; }
macro_rules! tokens { ($($t:tt)*) => { $($t)* }; }
macro_rules! and_position { ($x:expr) => { ($x, line!(), column!()) }; }

fn max() -> u8 {
    255
}

fn main() {
    println!("{:?} {:?}", position!(), tokens!(  (line!(), column!())));
    println!("{:?}", and_position!((line!(), column!())));
    println!("{:?}",
        tokens!( position!() ));
    println!("{}",    outer!(max()));
}
