// Lints that are errors by default can be allowed: values wrap, and operations panic when they run.
#![allow(overflowing_literals)]

fn platform() -> bool {
    #[cfg(unix)]
    {
        true
    }
    #[cfg(not(unix))]
    {
        false
    }
}

#[allow(arithmetic_overflow)]
fn wraps(choice: bool) -> u8 {
    if choice { 255_u8 + 1 } else { 7 }
}

fn classify(n: i8) -> &'static str {
    match n {
        -128 => "least",
        0xff => "minus one",
        _ => "other",
    }
}

fn main() {
    println!("{} {} {}", 128_i8, 256_u8, 0xffff_ffff_i32);
    println!("{} {}", -129_i8, 1e40_f32);
    println!("{} {}", classify(-1), classify(-128));
    println!("{}", platform());
    println!("{}", wraps(false));
    #[cfg(false)]
    {
        println!("{}", 2.0f80 + 5u7 + 0xAB_GH);
    }
    #[warn(unconditional_panic)]
    {
        let numbers = [1, 2, 3];
        println!("{}", numbers[3]);
    }
}
