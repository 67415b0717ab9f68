use std::num::Wrapping;
struct Lcg(Wrapping<u32>);
impl Lcg { fn next(&mut self) -> u32 { self.0 = self.0 * Wrapping(1664525) + Wrapping(1013904223); (self.0 >> 16).0 } }
fn main() {
    let mut r = Lcg(Wrapping(42));
    println!("{:?}", (0..5).map(|_| r.next() % 100).collect::<Vec<_>>());
    let mut h = Wrapping(0xcbf29ce484222325u64);
    for b in "hello".bytes() { h ^= b as u64; h *= 0x100000001b3; }
    println!("{h} {h:x} {h:?} {:#b}", Wrapping(5u8));
    let a = Wrapping(i32::MAX);
    println!("{} {} {} {}", a + Wrapping(1), -Wrapping(i8::MIN), !Wrapping(0u16), Wrapping(200u8) - Wrapping(201));
    println!("{:?} {} {}", Wrapping(3u8) * Wrapping(90), Wrapping(1u8) << 9, Wrapping(7) > Wrapping(2));
    let mut c = Wrapping(250u8); c += 10; c -= Wrapping(1); c <<= 1; println!("{c} {:?} {}", Wrapping(u8::MAX), Wrapping::<u32>::default());
    println!("{}", Wrapping(10u8) + &Wrapping(250));
}
