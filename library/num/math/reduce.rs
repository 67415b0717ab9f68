//! An angle less a number of right angles.

use super::dd::{self, Dd};

/// An angle as `quadrant` right angles and a rest of at most half a one.
pub struct Reduced {
    /// From 0 to 3.
    pub quadrant: u32,
    pub rest: Dd,
}

/// The first 1216 bits of 2/pi.
const TWO_BY_PI: [u64; 19] = [
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
    0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4,
    0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
];

/// Half of pi in three parts: the first two times a number of 20 bits are exact.
const PART: f64 = 1.5707963267341256;
const PART_2: f64 = 6.077100506303966e-11;
const PART_3: f64 = 2.0222662487959506e-21;

/// The angle with a rest that is right to 70 bits, unless it is too large or too near a number of right angles for this.
pub fn quickly(x: f64) -> Option<Reduced> {
    if x.abs() <= 0.7853981633974483 {
        return Some(Reduced { quadrant: 0, rest: Dd::from(x) });
    }
    if x.abs() > 1e6 {
        return None;
    }
    let turns = (x * 0.6366197723675814).round_ties_even();
    let rest = dd::two_sum(x - turns * PART, -(turns * PART_2)).add_one(-(turns * PART_3));
    if rest.hi.abs() > 1e-8 { Some(Reduced { quadrant: (turns as i32 & 3) as u32, rest }) } else { None }
}

/// The angle with all bits of the rest (Payne and Hanek 1983): from those bits of x · 2/pi that do not stand for whole turns.
pub fn fully(x: f64) -> Reduced {
    if x.abs() <= 0.7853981633974483 {
        return Reduced { quadrant: 0, rest: Dd::from(x) };
    }
    let bits = x.to_bits();
    let whole = (bits & 0xf_ffff_ffff_ffff) | 0x10_0000_0000_0000;
    let exponent = ((bits >> 52) & 0x7ff) as i32 - 1075;
    // A word of 2/pi counts from where its product with x is less than four right angles.
    let first = if exponent >= 34 { ((exponent - 2) / 32) as usize } else { 0 };
    let product = product(whole, first);
    // The number of bits after the point.
    let point = 256 + 32 * first as i32 - exponent;
    let mut quadrant = limb_at(&product, point) & 3;
    let negative = limb_at(&product, point - 1) & 1 == 1;
    if negative {
        quadrant += 1;
    }
    // The fraction, or what it lacks to one, from its first bits on.
    let mut rest = Dd::from(0.0);
    let mut scale = 1.0;
    let mut at = point;
    while at > 0 {
        at -= 32;
        scale *= 1.0 / 4294967296.0;
        let limb = limb_at(&product, at);
        let limb = if negative { !limb } else { limb };
        rest = rest.add(Dd::from(limb as f64 * scale));
    }
    rest = rest.mul(dd::PI_2);
    if negative != (x < 0.0) {
        rest = rest.neg();
    }
    Reduced { quadrant: if x < 0.0 { (8 - quadrant) & 3 } else { quadrant & 3 }, rest }
}

/// `whole`, of 53 bits, times the 256 bits of 2/pi from the 32-bit word `first`; the lowest word first.
fn product(whole: u64, first: usize) -> [u32; 10] {
    let low = whole & 0xffff_ffff;
    let high = whole >> 32;
    let mut product = [0; 10];
    let mut carry = 0;
    let mut before = 0;
    let mut i = 0;
    while i < 8 {
        let index = first + 7 - i;
        let pair = TWO_BY_PI[index / 2];
        let word = if index & 1 == 0 { pair >> 32 } else { pair & 0xffff_ffff };
        // low · word and high · (the word before), whose sum with a carry is less than 2 to the power 64.
        let sum = (low * word & 0xffff_ffff) + (high * before & 0xffff_ffff) + (carry & 0xffff_ffff);
        carry = (carry >> 32) + (low * word >> 32) + (high * before >> 32) + (sum >> 32);
        product[i] = sum as u32;
        before = word;
        i += 1;
    }
    let sum = high * before + carry;
    product[8] = sum as u32;
    product[9] = (sum >> 32) as u32;
    product
}

/// 32 bits of a number, the lowest at the bit `at`; what is below the number is zero.
fn limb_at(number: &[u32; 10], at: i32) -> u32 {
    let index = at >> 5;
    let shift = at & 31;
    let low = if index >= 0 && index < 10 { number[index as usize] } else { 0 };
    let high = if index >= -1 && index < 9 { number[(index + 1) as usize] } else { 0 };
    ((((high as u64) << 32) | low as u64) >> shift) as u32
}
