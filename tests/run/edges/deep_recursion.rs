// Recursion twenty thousand levels deep: plain, mutual, with an array in each frame, through a function pointer.
const DEPTH: u32 = 20_000;

fn plain(n: u32) -> u64 {
    if n == 0 { 0 } else { n as u64 + plain(n - 1) }
}

fn even(n: u32) -> bool {
    match n {
        0 => true,
        _ => odd(n - 1),
    }
}

fn odd(n: u32) -> bool {
    if n == 0 {
        return false;
    }
    even(n - 1)
}

fn with_array(n: u32, above: &[u8; 16]) -> u32 {
    if n == 0 {
        return above[3] as u32;
    }
    let mut mine = *above;
    mine[(n % 16) as usize] ^= n as u8;
    let below = with_array(n - 1, &mine);
    below.wrapping_mul(31).wrapping_add(mine[0] as u32 + above[15] as u32)
}

fn through_pointer(n: u32, next: fn(u32, &mut u32) -> u32, calls: &mut u32) -> u32 {
    if n < 2 { n } else { next(n - 1, calls) }
}

fn descend(n: u32, calls: &mut u32) -> u32 {
    *calls += 1;
    through_pointer(n, descend, calls) + 1
}

fn main() {
    println!("{}", plain(DEPTH));
    println!("{} {}", even(DEPTH), odd(DEPTH));
    println!("{}", with_array(DEPTH / 2, &[7; 16]));
    let mut calls = 0;
    println!("{} {calls}", descend(DEPTH / 2, &mut calls));
    println!("{calls}");
}
