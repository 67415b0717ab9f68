#[repr(u128)] //~ ERROR S0022
enum Unsigned {
    A = 1,
}

#[repr(i128)] //~ ERROR S0022
enum Signed {
    A = -1,
}

fn main() {
    println!("{} {}", Unsigned::A as u8, Signed::A as i8);
}
