fn slices(_: &[[u8]]) {} //~ ERROR E0277

fn array(_: &[str; 2]) {} //~ ERROR E0277

fn tuple(_: &(str, u8)) {} //~ ERROR E0277

fn main() {
}
