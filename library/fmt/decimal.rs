//! The decimal digits of floats, exactly.
//!
//! A float is `m · 2^e`. The shortest digits that read back as the same float come from generating decimal digits of the
//! value until what is left is less than half the distance to a neighbouring float (Steele and White, 1990). Digits to a
//! given precision come from the exact decimal expansion, rounded to even where it is a tie. Below the point, the value is
//! a binary fraction, of which each multiplication by ten brings up one digit: in 64 bits where they suffice, which is the
//! case from 1/64 to 2^53, else in as many words as it takes.

/// Words of a long number: enough for 2^1024, and for a binary fraction of 1076 bits.
const WORDS: usize = 36;

/// A long number, the least significant word first.
type Long = [u32; WORDS];

/// Digits of a value: `0.d₁d₂…dₙ · 10^point`.
pub struct Digits {
    pub len: usize,
    pub point: isize,
}

/// A finite float without its sign: `m · 2^e`.
pub struct Parts {
    pub m: u64,
    pub e: isize,
    /// The next smaller float is only half as far away as the next greater one.
    pub narrow: bool,
}

/// Where to stop.
pub enum Limit {
    /// At this many digits behind the point.
    Fraction(usize),
    /// At this many digits in all.
    Significant(usize),
}

fn multiply(long: &mut Long, len: usize, factor: u32) -> u32 {
    let mut carry = 0;
    for i in 0..len {
        let product = long[i] as u64 * factor as u64 + carry;
        long[i] = product as u32;
        carry = product >> 32;
    }
    carry as u32
}

fn is_zero(long: &Long, len: usize) -> bool {
    for i in 0..len {
        if long[i] != 0 {
            return false;
        }
    }
    true
}

/// Put `value << shift` into a long number that is 0.
fn put(long: &mut Long, value: u64, shift: usize) {
    let word = shift / 32;
    let bits = (shift % 32) as u32;
    let low = (value & 0xFFFF_FFFF) << bits;
    let high = (value >> 32) << bits;
    long[word] = low as u32;
    if word + 1 < WORDS {
        let middle = (low >> 32) + (high & 0xFFFF_FFFF);
        long[word + 1] = middle as u32;
        if word + 2 < WORDS {
            long[word + 2] = (high >> 32) as u32;
        }
    }
}

/// Write an integer's digits so that they end at `end`: where they begin.
fn integer(mut n: u64, digits: &mut [u8], end: usize) -> usize {
    let mut at = end;
    while n > 0 {
        at -= 1;
        digits[at] = (n % 10) as u8;
        n /= 10;
    }
    at
}

/// Likewise a long integer's, of which only zeros are left.
fn long_integer(long: &mut Long, digits: &mut [u8], end: usize) -> usize {
    let mut len = WORDS;
    let mut at = end;
    while len > 0 {
        if long[len - 1] == 0 {
            len -= 1;
            continue;
        }
        let mut remainder = 0;
        let mut i = len;
        while i > 0 {
            i -= 1;
            let value = remainder << 32 | long[i] as u64;
            long[i] = (value / 1_000_000_000) as u32;
            remainder = value % 1_000_000_000;
        }
        for _ in 0..9 {
            at -= 1;
            digits[at] = (remainder % 10) as u8;
            remainder /= 10;
        }
    }
    while at < end && digits[at] == 0 {
        at += 1;
    }
    at
}

/// Add 1 to the last of `digits[..len]`; whether they were all nines, and are now all zeros.
fn increment(digits: &mut [u8], len: usize) -> bool {
    let mut i = len;
    while i > 0 {
        i -= 1;
        if digits[i] < 9 {
            digits[i] += 1;
            return false;
        }
        digits[i] = 0;
    }
    true
}

/// Round the last digit up.
fn round_up(digits: &mut [u8], d: Digits) -> Digits {
    if !increment(digits, d.len) {
        return d;
    }
    digits[0] = 1;
    if d.len == 0 { Digits { len: 1, point: d.point + 1 } } else { Digits { len: d.len, point: d.point + 1 } }
}

/// Leave out zeros at the end.
fn trim(digits: &[u8], d: Digits) -> Digits {
    let mut len = d.len;
    while len > 0 && digits[len - 1] == 0 {
        len -= 1;
    }
    Digits { len, point: d.point }
}

/// The shortest digits that read back as the value, which is not 0; among those of the same length, the nearest.
pub fn shortest(parts: &Parts, digits: &mut [u8]) -> Digits {
    let found = if parts.e > 0 {
        shortest_integer(parts, digits)
    } else {
        let bits = (0 - parts.e) as u32;
        let whole = if bits < 64 { parts.m >> bits } else { 0 };
        let start = integer(whole, digits, 20);
        let len = 20 - start;
        for i in 0..len {
            digits[i] = digits[start + i];
        }
        if bits == 0 {
            Digits { len, point: len as isize }
        } else if bits <= 58 {
            shortest_fraction(parts, bits, digits, len)
        } else {
            shortest_long_fraction(parts, bits as usize, digits)
        }
    };
    trim(digits, found)
}

/// Whether the last digit is to be increased: `low` and `high` say whether the digits so far, and those with the last one
/// increased, are near enough; `above` whether the rest is half a digit or more.
fn rounds_up(low: bool, high: bool, above: bool) -> bool {
    high && (!low || above)
}

fn shortest_fraction(parts: &Parts, bits: u32, digits: &mut [u8], mut len: usize) -> Digits {
    // In units of 2^-(bits + 2).
    let bits = bits + 2;
    let one = 1 << bits;
    let mut rest = (parts.m << 2) & one - 1;
    let mut point = len as isize;
    let mut above = 2;
    let mut below = if parts.narrow { 1 } else { 2 };
    let even = parts.m & 1 == 0;
    while rest > 0 {
        rest *= 10;
        above *= 10;
        below *= 10;
        let digit = (rest >> bits) as u8;
        rest &= one - 1;
        let low = rest < below || even && rest == below;
        let high = rest + above > one || even && rest + above == one;
        if len > 0 || digit > 0 || low || high {
            digits[len] = digit;
            len += 1;
        } else {
            point -= 1;
        }
        if low || high {
            let d = Digits { len, point };
            return if rounds_up(low, high, rest * 2 >= one) { round_up(digits, d) } else { d };
        }
    }
    Digits { len, point }
}

fn compare(a: &Long, b: &Long, len: usize) -> i32 {
    let mut i = len;
    while i > 0 {
        i -= 1;
        if a[i] != b[i] {
            return if a[i] < b[i] { -1 } else { 1 };
        }
    }
    0
}

/// Compare `a + b` with 1, where 1 is just above the highest word.
fn compare_sum(a: &Long, b: &Long, len: usize) -> i32 {
    let mut carry = 0;
    let mut zero = true;
    for i in 0..len {
        let sum = a[i] as u64 + b[i] as u64 + carry;
        zero = zero && sum as u32 == 0;
        carry = sum >> 32;
    }
    if carry == 0 {
        -1
    } else if zero {
        0
    } else {
        1
    }
}

fn shortest_long_fraction(parts: &Parts, bits: usize, digits: &mut [u8]) -> Digits {
    let bits = bits + 2;
    let words = (bits + 31) / 32;
    let shift = words * 32 - bits;
    let mut rest = [0; WORDS];
    put(&mut rest, parts.m << 2, shift);
    let mut above = [0; WORDS];
    put(&mut above, 2, shift);
    let mut below = [0; WORDS];
    put(&mut below, if parts.narrow { 1 } else { 2 }, shift);
    let even = parts.m & 1 == 0;
    let mut d = Digits { len: 0, point: 0 };
    loop {
        let digit = multiply(&mut rest, words, 10) as u8;
        let wide_above = multiply(&mut above, words, 10) > 0;
        let wide_below = multiply(&mut below, words, 10) > 0;
        let order = compare(&rest, &below, words);
        let low = wide_below || order < 0 || even && order == 0;
        let order = compare_sum(&rest, &above, words);
        let high = wide_above || order > 0 || even && order == 0;
        if d.len > 0 || digit > 0 || low || high {
            digits[d.len] = digit;
            d.len += 1;
        } else {
            d.point -= 1;
        }
        if low || high {
            return if rounds_up(low, high, rest[words - 1] >> 31 == 1) { round_up(digits, d) } else { d };
        }
    }
}

/// The shortest digits of `m · 2^e` where `e > 0`: the multiple of the greatest power of ten within the interval.
fn shortest_integer(parts: &Parts, digits: &mut [u8]) -> Digits {
    let e = parts.e as usize;
    let even = parts.m & 1 == 0;
    let below_shift = if parts.narrow { 2 } else { 1 };
    if e <= 9 {
        let value = parts.m << e;
        let mut least = value - if e >= below_shift { 1 << (e - below_shift) } else { 0 };
        let mut most = value + (1 << (e - 1));
        if !even {
            least += 1;
            most -= 1;
        }
        let mut best = value;
        let mut power = 10;
        while power <= most {
            let floor = value / power * power;
            let ceiling = floor + power;
            if floor >= least && (ceiling > most || value - floor < ceiling - value) {
                best = floor;
            } else if ceiling <= most {
                best = ceiling;
            } else {
                break;
            }
            power *= 10;
        }
        let start = integer(best, digits, 20);
        for i in 0..20 - start {
            digits[i] = digits[start + i];
        }
        return Digits { len: 20 - start, point: (20 - start) as isize };
    }
    // In decimal, right-aligned: the value and the ends of the interval.
    let mut value = [0u8; LONG_DIGITS];
    let mut least = [0u8; LONG_DIGITS];
    let mut most = [0u8; LONG_DIGITS];
    let mut long = [0; WORDS];
    put(&mut long, parts.m, e);
    let start = long_integer(&mut long, &mut value, LONG_DIGITS);
    // Four times the mantissa leaves room for a quarter of its last place.
    let quarters = parts.m << 2;
    let odd = if even { 0 } else { 1 };
    put(&mut long, quarters - if parts.narrow { 1 } else { 2 }, e - 2);
    add_small(&mut long, odd);
    long_integer(&mut long, &mut least, LONG_DIGITS);
    put(&mut long, quarters + 2, e - 2);
    subtract_small(&mut long, odd);
    long_integer(&mut long, &mut most, LONG_DIGITS);
    let first = start - 1;
    let mut kept = start;
    loop {
        // The value cut off behind `kept`, and the next greater number that ends there.
        let mut floor = value;
        for i in kept..LONG_DIGITS {
            floor[i] = 0;
        }
        let mut ceiling = floor;
        increment(&mut ceiling, kept);
        let low = compare_digits(&floor, &least, first) >= 0;
        let high = compare_digits(&ceiling, &most, first) <= 0;
        if low || high {
            let chosen =
                if rounds_up(low, high, kept < LONG_DIGITS && is_half(&value, kept)) { ceiling } else { floor };
            let begin = if chosen[first] == 0 { start } else { first };
            let mut len = 0;
            while begin + len < LONG_DIGITS && begin + len < kept + 1 {
                digits[len] = chosen[begin + len];
                len += 1;
            }
            return Digits { len, point: (LONG_DIGITS - begin) as isize };
        }
        kept += 1;
    }
}

const LONG_DIGITS: usize = 330;

fn add_small(long: &mut Long, n: u32) {
    let mut carry = n as u64;
    for i in 0..WORDS {
        let sum = long[i] as u64 + carry;
        long[i] = sum as u32;
        carry = sum >> 32;
    }
}

fn subtract_small(long: &mut Long, n: u32) {
    let mut borrow = n;
    for i in 0..WORDS {
        if borrow == 0 {
            return;
        }
        if long[i] >= borrow {
            long[i] -= borrow;
            borrow = 0;
        } else {
            long[i] = u32::MAX;
            borrow = 1;
        }
    }
}

fn compare_digits(a: &[u8], b: &[u8], first: usize) -> i32 {
    for i in first..LONG_DIGITS {
        if a[i] != b[i] {
            return if a[i] < b[i] { -1 } else { 1 };
        }
    }
    0
}

/// Whether what follows `kept` is half a unit there or more.
fn is_half(value: &[u8], kept: usize) -> bool {
    value[kept] >= 5
}

/// The value's digits up to the limit, rounded to even; there may be fewer than the limit asks for, then zeros follow.
pub fn exact(parts: &Parts, limit: &Limit, digits: &mut [u8]) -> Digits {
    let mut d = Digits { len: 0, point: 0 };
    let bits = if parts.e < 0 { (0 - parts.e) as usize } else { 0 };
    if parts.e <= 10 && bits < 64 {
        let whole = if bits > 0 { parts.m >> bits } else { parts.m << parts.e };
        let start = integer(whole, digits, 20);
        d.len = 20 - start;
        for i in 0..d.len {
            digits[i] = digits[start + i];
        }
    } else if parts.e > 0 {
        let mut long = [0; WORDS];
        put(&mut long, parts.m, parts.e as usize);
        let start = long_integer(&mut long, digits, LONG_DIGITS);
        d.len = LONG_DIGITS - start;
        for i in 0..d.len {
            digits[i] = digits[start + i];
        }
    }
    d.point = d.len as isize;
    if bits == 0 {
        return cut(digits, d, limit, false);
    }
    if bits <= 60 {
        let one = 1 << bits;
        let mut rest = parts.m & one - 1;
        while rest > 0 && !is_reached(&d, limit) {
            rest *= 10;
            push(digits, &mut d, (rest >> bits) as u8);
            rest &= one - 1;
        }
        let order = if rest * 2 > one {
            1
        } else if rest * 2 == one {
            0
        } else {
            -1
        };
        return finish(digits, d, limit, order, rest > 0);
    }
    let words = (bits + 31) / 32;
    let mut rest = [0; WORDS];
    let whole = if bits < 64 { parts.m >> bits << bits } else { 0 };
    put(&mut rest, parts.m - whole, words * 32 - bits);
    let mut empty = is_zero(&rest, words);
    while !empty && !is_reached(&d, limit) {
        let digit = multiply(&mut rest, words, 10) as u8;
        push(digits, &mut d, digit);
        empty = is_zero(&rest, words);
    }
    let half = rest[words - 1];
    let order = if half < 0x8000_0000 {
        -1
    } else {
        rest[words - 1] = half - 0x8000_0000;
        if is_zero(&rest, words) { 0 } else { 1 }
    };
    finish(digits, d, limit, order, !empty)
}

/// Add a digit behind the point. Zeros before the first other digit only move the point.
fn push(digits: &mut [u8], d: &mut Digits, digit: u8) {
    if d.len > 0 || digit > 0 {
        digits[d.len] = digit;
        d.len += 1;
    } else {
        d.point -= 1;
    }
}

fn is_reached(d: &Digits, limit: &Limit) -> bool {
    match limit {
        Limit::Fraction(count) => d.len as isize - d.point >= *count as isize,
        Limit::Significant(count) => d.len >= *count,
    }
}

/// Round at the limit, which may lie within the whole part. `order` compares what is left below the last digit with half
/// of that digit's place; `more` says whether anything is left.
fn finish(digits: &mut [u8], d: Digits, limit: &Limit, order: i32, more: bool) -> Digits {
    if let Limit::Significant(count) = limit
        && d.len > *count
    {
        return cut(digits, d, limit, more);
    }
    let odd = d.len > 0 && digits[d.len - 1] % 2 == 1;
    if !(order > 0 || order == 0 && odd) {
        return d;
    }
    round_up(digits, d)
}

/// Cut whole digits off where there are more than the limit allows.
fn cut(digits: &mut [u8], d: Digits, limit: &Limit, more: bool) -> Digits {
    let Limit::Significant(count) = limit else { return d };
    let count = *count;
    if d.len <= count {
        return d;
    }
    let next = digits[count];
    let mut above = more;
    for i in count + 1..d.len {
        above = above || digits[i] != 0;
    }
    let odd = count > 0 && digits[count - 1] % 2 == 1;
    let kept = Digits { len: count, point: d.point };
    if next > 5 || next == 5 && (above || odd) { round_up(digits, kept) } else { kept }
}
