// Sums and products fold their iterator, as std's do: what an adapter's `fold` asks for is asked for, and no more.

use std::collections::BTreeSet;

struct Said(&'static str, u32, u32);

impl Iterator for Said {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        println!("{} {}", self.0, self.1);
        self.1 += 1;
        if self.1 <= self.2 { Some(self.1) } else { None }
    }
}

/// An iterator with a `fold` of its own.
struct Folded(u32);

impl Iterator for Folded {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        println!("next");
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
    fn fold<B, F: FnMut(B, u32) -> B>(self, init: B, mut f: F) -> B {
        println!("fold of {}", self.0);
        let mut sum = init;
        for n in (0..self.0).rev() {
            sum = f(sum, n + 10);
        }
        sum
    }
}

/// A collection that goes on asking after the end.
#[derive(Debug)]
struct Insistent(Vec<i32>, usize, (usize, Option<usize>));

impl FromIterator<i32> for Insistent {
    fn from_iter<I: IntoIterator<Item = i32>>(iter: I) -> Self {
        let mut iter = iter.into_iter();
        let mut items = Vec::new();
        let mut ends = 0;
        while ends < 3 {
            match iter.next() {
                Some(item) => items.push(item),
                None => ends += 1,
            }
        }
        Insistent(items, ends, iter.size_hint())
    }
}

fn said<T>(what: &'static str) -> impl Fn(T) -> T {
    move |x| {
        println!("{what}");
        x
    }
}

fn main() {
    let left = [1, 2, 3, 4];
    let zipped: i32 = left.iter().map(|x| said("left")(*x)).zip([10, 20]).map(|(a, b)| a * b).sum();
    println!("{zipped}");
    let zipped: i32 = left.iter().map(|x| said("left")(*x)).zip(vec![10, 20].into_iter().map(said("right"))).map(|(a, b)| a + b).product();
    println!("{zipped}");
    println!("{}", Said("said", 0, 3).sum::<u32>());
    println!("{}", Said("said", 0, 3).map(said("mapped")).product::<u32>());
    println!("{}", Folded(3).sum::<u32>());
    println!("{}", Folded(3).map(u64::from).product::<u64>());
    println!("{}", Folded(2).by_ref().sum::<u32>());
    println!("{:?}", Folded(3).map(Some).sum::<Option<u32>>());
    println!("{:?}", Folded(2).map(Ok::<u32, String>).product::<Result<u32, String>>());
    println!("{:?}", Said("said", 0, 5).map(|n| if n == 3 { None } else { Some(n) }).sum::<Option<u32>>());
    println!("{:?}", Said("said", 0, 5).map(|n| if n == 2 { Err(n) } else { Ok(n) }).product::<Result<u32, u32>>());
    println!("{:?}", ["1", "x", "3"].iter().map(|s| said("parsed")(s).parse::<i32>()).sum::<Result<i32, _>>());
    println!("{:?}", [0.5f64, 0.25].iter().sum::<f64>());
    println!("{:?} {:?}", std::iter::empty::<f32>().sum::<f32>(), std::iter::empty::<f32>().product::<f32>());
    println!("{}", BTreeSet::from([3i128, 4]).iter().product::<i128>());
    let mut at = 0;
    let insistent: Option<Insistent> = std::iter::from_fn(|| {
        at += 1;
        println!("asked {at}");
        if at % 3 == 0 { None } else { Some(Some(at).filter(|n| n % 2 == 0)) }
    })
    .collect();
    println!("{insistent:?} {at}");
    let insistent: Result<Insistent, String> = vec![Ok(1), Ok(2)].into_iter().chain([Ok(3)]).collect();
    println!("{insistent:?}");
    let fails = [200u8, 50, 10];
    println!("{}", fails.iter().map(said("summed")).sum::<u8>());
}
