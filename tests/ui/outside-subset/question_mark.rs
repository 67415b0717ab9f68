fn half(x: u32) -> Option<u32> {
    if x % 2 == 0 { Some(x / 2) } else { None }
}

fn quarter(x: u32) -> Option<u32> {
    let h = half(x)?; //~ ERROR S0004
    half(h)
}

fn main() {
    println!("{:?}", quarter(12));
}
