// All arms have one type.
fn main() {
    let x = match 3 {
        1 => 10,
        2 => 'b', //~ ERROR E0308
        _ => 30,
    };
}
