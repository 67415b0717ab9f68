// Bytes of floats, their neighbours and kinds, also in constants.

use std::f64::consts::{EULER_GAMMA, GOLDEN_RATIO};
use std::num::FpCategory;

const UP: f64 = 1f64.next_up();
const BYTES: [u8; 4] = 1.5f32.to_be_bytes();
const KIND: FpCategory = f64::MIN_POSITIVE.next_down().classify();

fn describe(x: f64) -> &'static str {
    match x.classify() {
        FpCategory::Nan => "not a number",
        FpCategory::Infinite => "infinite",
        FpCategory::Zero => "zero",
        FpCategory::Subnormal => "subnormal",
        FpCategory::Normal => "normal",
    }
}

fn main() {
    for x in [0.0, -0.0, 1.0, -1.0, 5e-324, -5e-324, f64::MIN_POSITIVE, f64::MAX, f64::MIN, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 0.1] {
        println!("{x:?}: {} {:?} {:?} {:?}", describe(x), x.classify(), x.next_up(), x.next_down());
        println!("{:02x?} {:02x?}", x.abs().to_be_bytes(), (x as f32).abs().to_le_bytes());
    }
    for x in [0.0f32, 1.0, f32::MAX, 1e-45, f32::NEG_INFINITY, 3.5] {
        println!("{:?} {:?} {:?}", x.next_up(), x.next_down(), x.classify());
    }
    println!("{UP:?} {BYTES:?} {KIND:?} {}", KIND == FpCategory::Subnormal);
    println!("{:?} {:?}", f64::from_be_bytes([0x40, 0x09, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18]), f32::from_le_bytes([0, 0, 0x80, 0x3f]));
    println!("{}", f64::from_ne_bytes(2.5f64.to_ne_bytes()));
    println!("{EULER_GAMMA} {GOLDEN_RATIO} {} {}", std::f32::consts::EULER_GAMMA, std::f32::consts::GOLDEN_RATIO);
    println!("{}", std::any::type_name::<FpCategory>());
    let mut x = 1.0f64;
    let mut steps = 0;
    while x < 1.0 + 10.0 * f64::EPSILON {
        x = x.next_up();
        steps += 1;
    }
    println!("{steps}");
}
