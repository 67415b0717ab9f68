use std::collections::HashMap;
use std::iter::{self, FusedIterator};

struct Fib {
    a: u64,
    b: u64,
}

impl Iterator for Fib {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        let out = self.a;
        (self.a, self.b) = (self.b, self.a.checked_add(self.b)?);
        Some(out)
    }
}

struct Pairs<'a, T> {
    items: &'a [T],
    i: usize,
    j: usize,
}

impl<'a, T> Iterator for Pairs<'a, T> {
    type Item = (&'a T, &'a T);
    fn next(&mut self) -> Option<Self::Item> {
        if self.j >= self.items.len() {
            self.i += 1;
            self.j = self.i + 1;
        }
        let pair = (self.items.get(self.i)?, self.items.get(self.j)?);
        self.j += 1;
        Some(pair)
    }
}

struct Countdown(u32);

impl Iterator for Countdown {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0 + 1)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0 as usize, Some(self.0 as usize))
    }
}
impl DoubleEndedIterator for Countdown {
    fn next_back(&mut self) -> Option<u32> {
        None
    }
}
impl ExactSizeIterator for Countdown {}
impl FusedIterator for Countdown {}

trait Every: Iterator + Sized {
    fn every(self, n: usize) -> EveryNth<Self> {
        EveryNth { inner: self, n }
    }
}
impl<I: Iterator> Every for I {}

struct EveryNth<I> {
    inner: I,
    n: usize,
}

impl<I: Iterator> Iterator for EveryNth<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.inner.nth(self.n - 1)
    }
}

fn histogram<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<(usize, Vec<&'a str>)> {
    let mut map: HashMap<usize, Vec<&str>> = HashMap::new();
    for w in words {
        map.entry(w.len()).or_insert_with(Vec::new).push(w);
    }
    let mut all: Vec<_> = map.into_iter().collect();
    all.sort();
    all
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn main() {
    println!("{:?}", Fib { a: 0, b: 1 }.take(12).collect::<Vec<_>>());
    println!("{}", Fib { a: 0, b: 1 }.count());
    let evens: u64 = Fib { a: 1, b: 2 }.take_while(|&n| n < 4_000_000).filter(|n| n % 2 == 0).sum();
    println!("{evens}");
    let items = ['a', 'b', 'c', 'd'];
    let pairs: Vec<String> = Pairs { items: &items, i: 0, j: 1 }.map(|(x, y)| format!("{x}{y}")).collect();
    println!("{}", pairs.join(" "));
    println!("{:?} {}", Countdown(5).collect::<Vec<_>>(), Countdown(9).len());
    println!("{:?}", (1..=20).every(3).every(2).collect::<Vec<i32>>());
    println!("{:?}", "abcdefgh".chars().every(2).rev_string());
    println!("{:?}", histogram("the quick brown fox jumps over a lazy dog".split(' ')));
    println!("{}", dot(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]));
    let v = vec![5, 3, 8, 1, 9, 2];
    let (mut lo, mut hi) = (i32::MAX, i32::MIN);
    v.iter().inspect(|x| lo = lo.min(**x)).for_each(|x| hi = hi.max(*x));
    println!("{lo} {hi} {:?} {:?}", v.iter().min(), v.iter().rev().skip_while(|x| **x < 5).next());
    println!("{:?}", v.iter().scan(0, |sum, x| { *sum += x; Some(*sum) }).collect::<Vec<_>>());
    println!("{:?}", v.chunks(4).map(|c| c.iter().product::<i32>()).collect::<Vec<_>>());
    println!("{:?}", v.windows(3).filter(|w| w[1] > w[0] && w[1] > w[2]).map(|w| w[1]).collect::<Vec<_>>());
    println!("{:?}", v.iter().enumerate().filter(|(i, _)| i % 2 == 1).map(|(_, x)| x).collect::<Vec<_>>());
    let (small, big): (Vec<i32>, Vec<i32>) = v.iter().partition(|x| **x < 5);
    println!("{small:?} {big:?}");
    println!("{:?} {:?}", v.iter().position(|&x| x == 9), v.iter().rposition(|&x| x > 100));
    println!("{} {}", v.iter().any(|&x| x == 8), v.iter().all(|x| x % 2 == 0));
    println!("{:?}", iter::repeat("ab").take(3).collect::<String>());
    println!("{:?}", iter::once(0).chain(5..8).chain([20, 30]).cycle().skip(2).take(9).collect::<Vec<_>>());
    let mut n = 1;
    let powers: Vec<i32> = iter::from_fn(|| { n *= 3; (n < 1000).then_some(n) }).collect();
    println!("{powers:?}");
    let nested = vec![vec![1, 2], vec![], vec![3]];
    println!("{:?} {}", nested.iter().flatten().collect::<Vec<_>>(), nested.concat().len());
    let (a, b): (Vec<_>, Vec<_>) = [(1, 'x'), (2, 'y')].into_iter().unzip();
    println!("{a:?} {b:?}");
    let mut it = (1..10).into_iter();
    let firsts: Vec<_> = it.by_ref().take(3).collect();
    println!("{firsts:?} {:?} {:?}", it.next(), it.last());
    println!("{:?}", ["10", "x", "30"].iter().flat_map(|s| s.parse::<u8>()).sum::<u8>());
    println!("{:?}", ["1", "2", "z"].iter().map(|s| s.parse::<i32>().ok()).collect::<Option<Vec<_>>>());
    println!("{:?}", [3.5, 1.5, 2.5].iter().copied().fold(f64::INFINITY, f64::min));
    println!("{:?}", ["b", "a"].iter().max_by(|x, y| x.cmp(y)));
    println!("{:?} {:?}", [1, 2].iter().cmp(&[1, 3]), (1..3).eq([1, 2]));
    let mut peek = [1, 1, 2, 3, 3, 3].iter().peekable();
    let mut runs = vec![];
    while let Some(x) = peek.next() {
        let mut k = 1;
        while peek.peek() == Some(&x) {
            peek.next();
            k += 1;
        }
        runs.push((x, k));
    }
    println!("{runs:?}");
    let mut sorted = vec!["delta", "Alpha", "charlie", "Bravo"];
    sorted.sort_by_cached_key(|s| s.to_lowercase());
    println!("{sorted:?}");
    sorted.dedup_by_key(|s| s.len());
    sorted.retain(|s| !s.starts_with('c'));
    println!("{sorted:?} {:?}", sorted.binary_search(&"Alpha"));
    for (i, x) in v.iter().step_by(2).enumerate().rev() {
        print!("{i}:{x} ");
    }
    println!();
}

trait RevString: Iterator<Item = char> + Sized {
    fn rev_string(self) -> String {
        let mut out: Vec<char> = self.collect();
        out.reverse();
        out.into_iter().collect()
    }
}
impl<I: Iterator<Item = char>> RevString for I {}
