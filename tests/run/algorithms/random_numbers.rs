// Generators of pseudo-random numbers: shift registers, congruences, xorshift, with their periods and histograms.
struct Lfsr(u16);

impl Lfsr {
    fn step(&mut self) -> bool {
        let out = self.0 & 1;
        self.0 >>= 1;
        if out == 1 {
            self.0 ^= 0xB400;
        }
        out == 1
    }
}

struct Lcg {
    state: u64,
}

impl Lcg {
    fn next(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let word = ((old >> 18 ^ old) >> 27) as u32;
        word.rotate_right((old >> 59) as u32)
    }

    fn below(&mut self, bound: u32) -> u32 {
        let threshold = bound.wrapping_neg() % bound;
        loop {
            let n = self.next();
            if n >= threshold {
                return n % bound;
            }
        }
    }
}

fn xorshift(state: &mut u64) -> u64 {
    let mut x = *state;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    *state = x;
    x
}

fn xorshift_star(state: &mut u64) -> f64 {
    let bits = xorshift(state).wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11;
    bits as f64 / (1u64 << 53) as f64
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn middle_square(seed: u32) -> (u32, u32) {
    let mut seen = [false; 10_000];
    let mut n = seed;
    let mut steps = 0;
    while !seen[n as usize] {
        seen[n as usize] = true;
        n = n * n / 100 % 10_000;
        steps += 1;
    }
    (steps, n)
}

fn main() {
    let mut register = Lfsr(0xACE1);
    for _ in 0..32 {
        print!("{}", register.step() as u8);
    }
    println!(" {:#06x}", register.0);
    let mut small = 1u8;
    let mut period = 0;
    loop {
        small = small >> 1 ^ (small & 1).wrapping_neg() & 0xB8;
        period += 1;
        if small == 1 {
            break;
        }
    }
    println!("period {period}");
    let mut lcg = Lcg { state: 42 };
    for _ in 0..5 {
        print!("{:08x} ", lcg.next());
    }
    println!();
    let mut histogram = [0u32; 6];
    for _ in 0..600 {
        histogram[lcg.below(6) as usize] += 1;
    }
    println!("{histogram:?}");
    let mut state = 88_172_645_463_325_252;
    println!("{} {}", xorshift(&mut state), xorshift(&mut state));
    let mut inside = 0;
    for _ in 0..1000 {
        let (x, y) = (xorshift_star(&mut state), xorshift_star(&mut state));
        inside += (x * x + y * y < 1.0) as u32;
    }
    println!("{} {}", inside as f64 / 250.0, xorshift_star(&mut state));
    let mut seed = 0;
    println!("{:016X} {:016X}", split_mix(&mut seed), split_mix(&mut seed));
    println!("{:?} {:?} {:?}", middle_square(1234), middle_square(3792), middle_square(5248));
    let mut cards = [0u8; 13];
    for i in 0..13 {
        cards[i] = i as u8 + 1;
    }
    let mut i = cards.len();
    while i > 1 {
        let j = lcg.below(i as u32) as usize;
        i -= 1;
        cards.swap(i, j);
    }
    println!("{cards:?}");
}
