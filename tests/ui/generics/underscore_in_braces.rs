fn zeros<const N: usize>() -> [u8; N] {
    [0; N]
}

fn main() {
    let _: [u8; 1] = zeros::<_>();
    let _: [u8; 1] = zeros::<{ _ }>(); //~ ERROR syntax
}
