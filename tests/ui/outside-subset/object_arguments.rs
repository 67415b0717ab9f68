fn call(f: &dyn Fn(u8, u8, u8, u8, u8, u8, u8, u8, u8) -> u8) -> u8 { //~ ERROR S0010
    f(1, 2, 3, 4, 5, 6, 7, 8, 9)
}

fn main() {
    println!("{}", call(&|a, b, c, d, e, f, g, h, i| a + b + c + d + e + f + g + h + i));
}
