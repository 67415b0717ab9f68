// A type that is unknown at the beginning of a long chain is reported once, and what follows from it is not looked at without end.

fn main() {
    let sum: u64 = (0..5u64)
        .map(|x| x.wrapping_mul8) //~ ERROR E0610
        .filter(|x| x % 2 != 1)
        .map(|x| x.wrapping_mul(1) ^ 1)
        .map(|x| x.wrapping_mul(2) ^ 1)
        .filter(|x| x % 5 != 1)
        .map(|x| x.wrapping_mul(4) ^ 1)
        .map(|x| x.wrapping_mul(5) ^ 1)
        .filter(|x| x % 8 != 1)
        .map(|x| x.wrapping_mul(7) ^ 1)
        .map(|x| x.wrapping_mul(8) ^ 1)
        .filter(|x| x % 11 != 1)
        .map(|x| x.wrapping_mul(10) ^ 1)
        .map(|x| x.wrapping_mul(11) ^ 1)
        .filter(|x| x % 14 != 1)
        .map(|x| x.wrapping_mul(13) ^ 1)
        .map(|x| x.wrapping_mul(14) ^ 1)
        .filter(|x| x % 17 != 1)
        .map(|x| x.wrapping_mul(16) ^ 1)
        .map(|x| x.wrapping_mul(17) ^ 1)
        .filter(|x| x % 20 != 1)
        .map(|x| x.wrapping_mul(19) ^ 1)
        .map(|x| x.wrapping_mul(20) ^ 1)
        .filter(|x| x % 23 != 1)
        .map(|x| x.wrapping_mul(22) ^ 1)
        .map(|x| x.wrapping_mul(23) ^ 1)
        .sum();
    println!("{sum}");
}
