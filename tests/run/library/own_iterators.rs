use std::iter::FromIterator;
use std::str::FromStr;
struct Countdown(u32);
impl Iterator for Countdown { type Item = u32; fn next(&mut self) -> Option<u32> { if self.0 == 0 { None } else { self.0 -= 1; Some(self.0 + 1) } } }
impl DoubleEndedIterator for Stack { fn next_back(&mut self) -> Option<i32> { if self.0.is_empty() { None } else { Some(self.0.remove(0)) } } }
struct Stack(Vec<i32>);
impl Iterator for Stack { type Item = i32; fn next(&mut self) -> Option<i32> { self.0.pop() } fn size_hint(&self) -> (usize, Option<usize>) { (self.0.len(), Some(self.0.len())) } }
impl ExactSizeIterator for Stack {}
impl FromIterator<i32> for Stack { fn from_iter<I: IntoIterator<Item = i32>>(i: I) -> Self { let mut v = vec![]; for x in i { v.push(x); } Stack(v) } }
impl Extend<i32> for Stack { fn extend<I: IntoIterator<Item = i32>>(&mut self, i: I) { for x in i { self.0.push(x); } } }
struct Bag { items: Vec<String> }
impl IntoIterator for Bag { type Item = String; type IntoIter = std::vec::IntoIter<String>; fn into_iter(self) -> Self::IntoIter { self.items.into_iter() } }
impl<'a> IntoIterator for &'a Bag { type Item = &'a String; type IntoIter = std::slice::Iter<'a, String>; fn into_iter(self) -> Self::IntoIter { self.items.iter() } }
#[derive(Debug, PartialEq)]
struct Rgb(u8, u8, u8);
#[derive(Debug)]
enum ColorError { Length(usize), Number(std::num::ParseIntError) }
impl From<std::num::ParseIntError> for ColorError { fn from(e: std::num::ParseIntError) -> Self { ColorError::Number(e) } }
impl FromStr for Rgb { type Err = ColorError; fn from_str(s: &str) -> Result<Self, Self::Err> {
    let s = s.strip_prefix('#').unwrap_or(s);
    if s.len() != 6 { return Err(ColorError::Length(s.len())); }
    let p = |i: usize| u8::from_str_radix(&s[i..i + 2], 16);
    Ok(Rgb(p(0)?, p(2)?, p(4)?))
} }
fn evens() -> impl Iterator<Item = u32> { (0..).step_by(2) }
fn words<'a>(s: &'a str) -> impl Iterator<Item = &'a str> + 'a { s.split_whitespace().filter(|w| w.len() > 2) }
fn apply<I>(it: I) -> Vec<I::Item> where I: Iterator, I::Item: Ord + Clone { let mut v: Vec<_> = it.collect(); v.sort(); v.dedup(); v }
fn main() {
    println!("{:?}", Countdown(5).zip(Countdown(9).skip(2)).map(|(a, b)| a * b).filter(|x| x % 3 == 0).sum::<u32>());
    let mut s: Stack = (1..=5).collect();
    s.extend(vec![9, 8]);
    println!("{} {:?} {:?}", s.len(), s.next(), s.next_back());
    println!("{:?}", s.by_ref().take(2).collect::<Vec<_>>());
    println!("{:?}", s.rev().enumerate().collect::<Vec<_>>());
    let b = Bag { items: ["x", "yy", "zzz"].iter().map(|s| s.to_string()).collect() };
    for i in &b { print!("{i} "); }
    println!("{}", b.into_iter().map(|s| s.len()).max().unwrap());
    println!("{:?} {:?} {:?}", "#ff8000".parse::<Rgb>(), Rgb::from_str("zz0000"), "12".parse::<Rgb>());
    println!("{:?}", evens().skip(3).take(4).collect::<Vec<_>>());
    println!("{:?}", words("a quick brown ox jumps").collect::<Vec<_>>());
    println!("{:?}", apply("mississippi".chars()));
    let mut it = (1..=10).into_iter();
    let small: Vec<_> = it.by_ref().take_while(|x| *x < 4).collect();
    println!("{small:?} {:?}", it.next());
    let mut p = "12+34*5".chars().peekable();
    let mut toks = vec![];
    while let Some(&c) = p.peek() {
        if c.is_ascii_digit() { let mut n = 0; while let Some(d) = p.next_if(|c| c.is_ascii_digit()) { n = n * 10 + d.to_digit(10).unwrap(); } toks.push(n.to_string()); }
        else { toks.push(c.to_string()); p.next(); }
    }
    println!("{toks:?}");
    let nested: Vec<Vec<i32>> = (1..4).map(|i| (0..i).collect()).collect();
    println!("{nested:?} {:?}", nested.iter().flatten().copied().rev().collect::<Vec<_>>());
    let t: Vec<(usize, char)> = "héy".char_indices().collect();
    println!("{t:?} {:?}", t.iter().map(|&(i, _)| i).last());
    println!("{}", nested.iter().map(|r| r.iter().map(|x| x.to_string()).collect::<Vec<_>>().join(",")).collect::<Vec<_>>().join(";"));
    println!("{:?} {:?}", [1, 2].iter().cmp([1, 3].iter()), [1.0].iter().partial_cmp(&[f64::NAN]));
    println!("{:?}", (1..=3).cycle().skip(1).step_by(2).take(5).collect::<Vec<_>>());
    let names = ["b", "a"]; let mut ages = [3, 4];
    for (n, a) in names.iter().zip(ages.iter_mut()) { *a += n.len(); }
    println!("{ages:?} {:?}", ages.iter().rev().chain(&[7]).max());
    let r: Result<Vec<u8>, std::num::TryFromIntError> = [1i32, 300].iter().map(|&x| u8::try_from(x)).collect();
    println!("{:?}", r.map_err(|e| e.to_string()));
    println!("{:?}", "k=v;x=y".split(';').filter_map(|p| p.split_once('=')).map(|(k, v)| format!("{v}{k}")).collect::<Vec<_>>());
    println!("{}", (1..=20).map(|n| match (n % 3, n % 5) { (0, 0) => "FizzBuzz".into(), (0, _) => "Fizz".into(), (_, 0) => "Buzz".into(), _ => n.to_string() }).collect::<Vec<String>>().join(" "));
    let (min, max) = [3, 1, 4].iter().fold((i32::MAX, i32::MIN), |(lo, hi), &x| (lo.min(x), hi.max(x)));
    println!("{min} {max} {:?}", std::cmp::Reverse(3) < std::cmp::Reverse(2));
    let bx: Box<[i32]> = (1..4).collect(); println!("{bx:?}");
    let () = ["a"].iter().map(|_| ()).collect();
}
