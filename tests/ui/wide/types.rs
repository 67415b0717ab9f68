fn takes(n: u128) -> i128 {
    n as i128
}

fn main() {
    let a: u128 = 5u64; //~ ERROR E0308
    let b = takes(3i128); //~ ERROR E0308
    let c = 1u128 + 1u64; //~ ERROR E0308, E0277
    let d = -5u128; //~ ERROR E0600
    let e: u64 = takes(1).into(); //~ ERROR E0277
    let f = 65u128 as char; //~ ERROR E0604
    let g = [1, 2][takes(1)]; //~ ERROR E0277
    let h = i128::from(1u128); //~ ERROR E0277
    let i = f64::from(1u128); //~ ERROR E0277
    println!("{a} {b} {c} {d} {e} {f} {g} {h} {i}");
}
