// What a sort asks of its comparison, and in what order, is std's; so is what an unstable sort makes of equal elements.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named { key: u32, name: String }
#[derive(Clone, Copy, Debug)]
struct Small { key: u8, id: u16 }
#[derive(Clone, Debug)]
struct Plain { key: u16, id: u16 }
#[derive(Clone, Copy, Debug)]
struct Large { key: u32, id: u32, rest: [u64; 14] }
struct Random(u64);
impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13; self.0 ^= self.0 >> 7; self.0 ^= self.0 << 17;
        self.0 >> 11
    }
}
fn sum<T>(v: &[T], f: impl Fn(&T) -> u64) -> u64 {
    v.iter().fold(7, |sum, x| sum.wrapping_mul(1_000_003).wrapping_add(f(x)))
}
fn shapes(len: usize, r: &mut Random) -> Vec<Vec<u64>> {
    let n = len as u64;
    vec![
        (0..n).collect(), (0..n).rev().collect(),
        (0..n).map(|_| r.next() % 8).collect(), (0..n).map(|_| r.next() % 1000).collect(),
        (0..n).map(|i| if i < n / 2 { i } else { n - i }).collect(), (0..n).map(|i| i % 17).collect(), vec![3; len],
    ]
}
fn main() {
    let mut r = Random(0x9E3779B97F4A7C15);
    for len in [0, 1, 2, 19, 20, 21, 24, 31, 32, 33, 40, 47, 64, 65, 100, 150, 300] {
        for (shape, keys) in shapes(len, &mut r).into_iter().enumerate() {
            let mut asked = 0u64;
            let mut log = 0u64;
            let mut a: Vec<u64> = keys.clone();
            a.sort_by(|x, y| { asked += 1; log = log.wrapping_mul(31).wrapping_add(x * 1000 + y); (x / 3).cmp(&(y / 3)) });
            print!("{len} {shape}: {asked} {log:x} {:x}", sum(&a, |x| *x));
            asked = 0;
            log = 0;
            let mut a: Vec<u64> = keys.clone();
            a.sort_unstable_by(|x, y| { asked += 1; log = log.wrapping_mul(31).wrapping_add(x * 1000 + y); (x / 3).cmp(&(y / 3)) });
            print!(" {asked} {log:x} {:x}", sum(&a, |x| *x));
            let mut b: Vec<Small> = keys.iter().enumerate().map(|(i, k)| Small { key: *k as u8, id: i as u16 }).collect();
            b.sort_unstable_by_key(|s| s.key);
            print!(" {:x}", sum(&b, |s| s.id as u64));
            let mut b: Vec<Plain> = keys.iter().enumerate().map(|(i, k)| Plain { key: *k as u16, id: i as u16 }).collect();
            b.sort_unstable_by_key(|s| s.key);
            print!(" {:x}", sum(&b, |s| s.id as u64));
            let mut c: Vec<Large> = keys.iter().enumerate().map(|(i, k)| Large { key: *k as u32, id: i as u32, rest: [0; 14] }).collect();
            c.sort_unstable_by_key(|s| s.key);
            print!(" {:x}", sum(&c, |s| s.id as u64 + s.rest[0]));
            if len <= 65 {
                let mut d: Vec<Named> = keys.iter().enumerate().map(|(i, k)| Named { key: *k as u32, name: format!("n{i}") }).collect();
                asked = 0;
                d.sort_unstable_by(|x, y| { asked += 1; x.key.cmp(&y.key) });
                print!(" {asked} {:x}", sum(&d, |s| s.name.bytes().map(u64::from).sum()));
                asked = 0;
                d.sort_by(|x, y| { asked += 1; x.name.cmp(&y.name) });
                print!(" {asked} {}", d.first().map_or("-", |n| &n.name));
                d.sort();
                d.sort_by_cached_key(|n| n.name.len());
                print!(" {:x}", sum(&d, |s| s.key as u64 + s.name.len() as u64));
            }
            println!();
        }
    }
}
