// What iterators over values drop when they pass over some of them, and what `fill` clones.
use std::collections::VecDeque;

#[derive(Debug)]
struct Noisy(u32);

impl Clone for Noisy {
    fn clone(&self) -> Self {
        println!("clone {}", self.0);
        Noisy(self.0 + 100)
    }
}

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn pass<I: DoubleEndedIterator<Item = Noisy> + ExactSizeIterator>(name: &str, mut values: I) {
    println!("{name}");
    println!("{:?}", values.nth_back(2));
    println!("{:?} {}", values.nth(1), values.len());
    println!("{:?}", values.by_ref().rev().skip(1).next());
    println!("{:?} {}", values.nth_back(7), values.len());
}

fn main() {
    let all = || (0..8).map(Noisy);
    pass("vec", all().collect::<Vec<_>>().into_iter());
    pass("array", [0, 1, 2, 3, 4, 5, 6, 7].map(Noisy).into_iter());
    let mut deque: VecDeque<Noisy> = all().collect();
    deque.rotate_left(3);
    pass("deque", deque.into_iter());
    let mut some = vec![Some(Noisy(1)), None, Some(Noisy(3))];
    some.fill(Some(Noisy(9)));
    println!("{some:?}");
    some[..0].fill(Some(Noisy(8)));
    let mut pairs = [(Noisy(20), 1), (Noisy(21), 2)];
    pairs.fill((Noisy(22), 3));
    println!("{pairs:?}");
    for x in all().collect::<Vec<_>>().into_iter().rev().step_by(3) {
        println!("step {x:?}");
    }
}
