// Blocks of many sizes come and go; what lives keeps its bytes.
fn main() {
    let mut kept: Vec<Vec<u32>> = Vec::new();
    let mut state = 12345u32;
    for round in 0..2000 {
        state = state.wrapping_mul(1664525).wrapping_add(1013904223);
        let len = (state >> 20) as usize % 300;
        let mut v = Vec::with_capacity(len / 2);
        for i in 0..len {
            v.push(round ^ i as u32);
        }
        if kept.len() < 40 {
            kept.push(v);
        } else {
            let at = (state >> 8) as usize % 40;
            kept[at] = v;
            kept[(at + 7) % 40].shrink_to_fit();
        }
    }
    let mut check = 0u32;
    for v in &kept {
        for x in v {
            check = check.rotate_left(3) ^ *x;
        }
    }
    println!("{check} {}", kept.len());
    let mut big: Vec<u64> = Vec::new();
    for i in 0..100_000 {
        big.push(i * i);
    }
    println!("{} {}", big[99_999], big.capacity());
}
