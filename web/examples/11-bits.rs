// Random numbers from three shifts and three exclusive ors, and
// three ways to count the ones in them. Shifts and masks are single
// instructions all the way down: follow one to its byte in the
// module.

fn xorshift(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

fn ones_one_by_one(mut word: u64) -> u32 {
    let mut ones = 0;
    while word != 0 {
        ones += (word & 1) as u32;
        word >>= 1;
    }
    ones
}

/// `word & (word - 1)` clears the lowest one, so this takes as many
/// steps as there are ones.
fn ones_by_clearing(mut word: u64) -> u32 {
    let mut ones = 0;
    while word != 0 {
        word &= word - 1;
        ones += 1;
    }
    ones
}

/// All at once: sums of pairs of bits, then of fours, then of bytes,
/// side by side in one word.
fn ones_side_by_side(word: u64) -> u32 {
    let pairs = word - ((word >> 1) & 0x5555_5555_5555_5555);
    let fours = (pairs & 0x3333_3333_3333_3333) + ((pairs >> 2) & 0x3333_3333_3333_3333);
    let bytes = (fours + (fours >> 4)) & 0x0f0f_0f0f_0f0f_0f0f;
    let halves = bytes + (bytes >> 32);
    let quarters = halves + (halves >> 16);
    let sum = quarters + (quarters >> 8);
    (sum & 0xff) as u32
}

fn main() {
    let mut state = 0x2545_f491_4f6c_dd1d;
    let mut total = 0;
    for round in 0..2_000 {
        let word = xorshift(&mut state);
        let ones = ones_side_by_side(word);
        assert_eq!(ones, ones_by_clearing(word));
        assert_eq!(ones, ones_one_by_one(word));
        total += ones;
        if round < 4 {
            println!("{word:#018x} {word:064b} {ones}");
        }
    }
    println!("{total} ones in 2000 words: {} on average", total as f64 / 2000.0);
}
