// What a constant or static refers to for ever is shared by all of the program: not even an empty array can be changed.
const FULL: &mut [u8; 2] = &mut [1, 2]; //~ ERROR E0764
const EMPTY: &[u8] = &mut []; //~ ERROR E0764
static IN_STATIC: &[u8] = &mut []; //~ ERROR E0764
const IN_OPTION: Option<&mut [u8; 0]> = Some(&mut []); //~ ERROR E0764
const IN_TUPLE: (&mut [u8; 0], u8) = (&mut [], 1); //~ ERROR E0764
const FOR_A_WHILE: usize = {
    let empty: &mut [u8] = &mut [];
    empty.len()
};

fn main() {
    let local: &'static mut [u8] = &mut [];
    println!("{} {}", FOR_A_WHILE, local.len());
}
