// Adapters over an iterator that goes on after its end, that says what is asked of it, and whose items are dropped.

#[derive(Debug, Clone)]
struct Item(u32);

impl Drop for Item {
    fn drop(&mut self) {
        print!("~{} ", self.0);
    }
}

/// Every fourth answer is `None`.
#[derive(Clone)]
struct Gaps {
    asked: u32,
    until: u32,
}

impl Iterator for Gaps {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        self.asked += 1;
        print!("?{} ", self.asked);
        (self.asked % 4 != 0 && self.asked < self.until).then(|| Item(self.asked))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (1, Some((self.until - self.asked.min(self.until)) as usize))
    }
}

fn gaps() -> Gaps {
    Gaps { asked: 0, until: 20 }
}

fn walk(name: &str, mut iter: impl Iterator<Item = impl std::fmt::Debug> + Clone) {
    for n in [0, 1, 2, 3, 5, 9] {
        let mut walked = iter.clone();
        let found = walked.nth(n);
        println!("{name} nth {n}: {found:?} {:?}", walked.size_hint());
        let next = walked.next();
        println!("{name} then: {next:?} {:?}", walked.size_hint());
        println!("{name} and: {:?}", walked.nth(1));
    }
    println!("{name} count: {}", iter.clone().count());
    println!("{name} last: {:?}", iter.clone().last());
    let first = iter.next();
    println!("{name} first: {first:?}, count: {}", iter.clone().count());
    println!("{name} last: {:?}", iter.last());
}

fn walk_back(name: &str, iter: impl DoubleEndedIterator<Item = impl std::fmt::Debug> + Clone) {
    for n in [0, 1, 2, 4, 7] {
        let mut walked = iter.clone();
        println!("{name} nth_back {n}: {:?} {:?}", walked.nth_back(n), walked.size_hint());
        println!("{name} then: {:?} {:?}", walked.nth_back(1), walked.size_hint());
        println!("{name} and: {:?} {:?} {:?}", walked.next(), walked.next_back(), walked.size_hint());
    }
    println!("{name} back to front: {:?}", iter.clone().rev().nth(2));
    println!("{name} last: {:?} {:?}", iter.clone().rev().last(), iter.rev().skip(1).step_by(2).last());
}

fn main() {
    walk("chain", gaps().chain(Gaps { asked: 4, until: 11 }));
    walk("skip", gaps().skip(2));
    walk("skip past", gaps().skip(5));
    walk("take", gaps().take(6));
    walk("step", gaps().step_by(2));
    walk("peekable", gaps().peekable());
    let mut looked = gaps().peekable();
    println!("peek {:?}", looked.peek());
    walk("looked", looked);
    let mut ended = gaps().skip(3).peekable();
    println!("peek {:?}", ended.peek());
    walk("ended", ended);
    walk("fuse", gaps().fuse());
    walk("enumerate", gaps().enumerate());
    walk("flat_map", gaps().flat_map(|item| [item.clone(), Item(item.0 + 100)]));
    walk("options", gaps().map(Some).flatten());
    walk("filtered", gaps().flat_map(|item| Some(item).filter(|item| item.0 % 2 == 1)));
    walk("lists", gaps().flat_map(|item| vec![item.clone(), item]).take(5));
    let numbers = [1, 2, 3, 4, 5, 6];
    walk("cycle", numbers[..3].iter().filter(|n| **n > 1).cycle().take(7));
    walk("never", (0..4).map_while(|_| None::<u8>).cycle().take(4));
    walk("rows", [[1, 2], [3, 4]].iter().flatten());
    walk("pairs", [[1, 2], [3, 4]].into_iter().flat_map(|row| [row, row]));

    let noted = |n: &i32| print!("!{n} ");
    walk_back("take", numbers.iter().copied().inspect(noted).take(4));
    walk_back("skip", numbers.iter().copied().inspect(noted).skip(2));
    walk_back("step", numbers.iter().copied().inspect(noted).step_by(2));
    walk_back("chain", numbers[..2].iter().copied().inspect(noted).chain(7..9));
    walk_back("enumerate", numbers.iter().copied().inspect(noted).enumerate());
    walk_back("rev", numbers.iter().copied().inspect(noted).rev());
    walk_back("fuse", numbers.iter().copied().inspect(noted).fuse());
    walk_back("flatten", [vec![1, 2], vec![], vec![3]].into_iter().flatten());

    // Where the iterator within `fuse` ends for good, `fuse` keeps it, and what is in it is dropped later.
    let pairs = [Item(1), Item(2), Item(3)].into_iter().zip(0..0).fuse().all(|(item, _)| item.0 > 0);
    println!("all {pairs}");
    let held = Item(7);
    let mut kept = (0..2).map(move |n| n + held.0).fuse();
    println!("{:?} {:?} {:?}", kept.next(), kept.nth(1), kept.next());
    let held = (Item(8), gaps());
    let mut given_up = held.1.map(move |item| item.0 + held.0.0).fuse();
    println!("{:?} {:?} {:?}", given_up.next(), given_up.nth(5), given_up.next());
    let mut stepped = (0..10).step_by(3);
    println!("{:?} {:?} {:?}", stepped.nth(1), stepped.nth_back(0), stepped.len());
    println!("{:?}", (0..usize::MAX).step_by(usize::MAX / 2).nth(2));
    println!("{:?} {:?}", (0u64..).step_by(1 << 40).take(2).last(), (1..=3u8).cycle().nth(1000));
    println!("{:?}", vec![Some(1), None].into_iter().flatten().size_hint());
    println!("{:?}", (0..3).flat_map(|n| std::iter::once(n).chain([n])).size_hint());
}
