//! `BinaryHeap`: the greatest value first, and the order in which it keeps the others.

use std::cell::Cell;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

/// A value that counts how often it is compared.
#[derive(Debug, Clone)]
struct Counted<'a>(u32, &'a Cell<u32>);

impl PartialEq for Counted<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Counted<'_> {}

impl PartialOrd for Counted<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.1.set(self.1.get() + 1);
        Some(self.0.cmp(&other.0))
    }
}

impl Ord for Counted<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.1.set(self.1.get() + 1000);
        self.0.cmp(&other.0)
    }
}

fn counting() {
    let count = Cell::new(0);
    let taken = |what: &str| println!("{what}: {}", count.replace(0));
    let mut heap = BinaryHeap::new();
    for i in 0..100 {
        heap.push(Counted(i * 37 % 101, &count));
    }
    taken("push");
    println!("{:?}", heap.iter().map(|c| c.0).collect::<Vec<_>>());
    for _ in 0..20 {
        heap.pop();
    }
    taken("pop");
    heap.extend((0..30).map(|i| Counted(i * 7 % 31, &count)));
    taken("extend");
    heap.extend((0..3).map(|i| Counted(i * 50, &count)));
    taken("extend by few");
    let mut other = BinaryHeap::from([5, 3, 200, 1].map(|i| Counted(i, &count)));
    taken("from");
    other.append(&mut heap);
    taken("append");
    println!("{} {}", heap.len(), other.len());
    other.retain(|c| c.0 % 3 != 0);
    taken("retain");
    println!("{:?}", other.as_slice().iter().map(|c| c.0).collect::<Vec<_>>());
    *other.peek_mut().unwrap() = Counted(17, &count);
    taken("peek_mut");
    println!("{:?}", other.clone().into_vec().iter().map(|c| c.0).take(8).collect::<Vec<_>>());
    println!("{:?}", other.into_sorted_vec().iter().map(|c| c.0).collect::<Vec<_>>());
    taken("sorted");
    let heap: BinaryHeap<Counted> = (0..50).map(|i| Counted(i * 13 % 53, &count)).collect();
    taken("collect");
    println!("{:?}", heap.into_iter().map(|c| c.0).collect::<Vec<_>>());
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    priority: u32,
    name: String,
}

fn shortest(edges: &[(usize, usize, u32)], from: usize, nodes: usize) -> Vec<Option<u32>> {
    let mut best = vec![None; nodes];
    let mut heap = BinaryHeap::from([Reverse((0, from))]);
    while let Some(Reverse((cost, node))) = heap.pop() {
        if best[node].is_some_and(|b| b <= cost) {
            continue;
        }
        best[node] = Some(cost);
        for &(_, to, weight) in edges.iter().filter(|e| e.0 == node) {
            heap.push(Reverse((cost + weight, to)));
        }
    }
    best
}

struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        print!("-{} ", self.0);
    }
}

impl PartialEq for Noisy {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Noisy {}

impl PartialOrd for Noisy {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Noisy {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0 == 77 && other.0 == 3 {
            panic!("comparing");
        }
        self.0.cmp(&other.0)
    }
}

fn main() {
    counting();
    let mut heap: BinaryHeap<Task> = BinaryHeap::default();
    for (priority, name) in [(2, "b"), (5, "e"), (1, "a"), (5, "d")] {
        heap.push(Task { priority, name: name.to_string() });
    }
    println!("{:?} {}", heap.peek(), heap.len());
    println!("{heap:?}");
    if let Some(mut top) = heap.peek_mut() {
        top.priority = 0;
        println!("{top:?}");
    }
    println!("{:?}", heap.peek_mut().map(PeekMut::pop));
    if let Some(top) = heap.peek_mut() {
        println!("{}", top.name);
    }
    while let Some(task) = heap.pop() {
        println!("{task:?}");
    }
    println!("{}", heap.is_empty());
    println!("{:?}", shortest(&[(0, 1, 7), (0, 2, 3), (2, 1, 2), (1, 3, 1), (2, 3, 8), (4, 0, 1)], 0, 5));
    let mut numbers = BinaryHeap::from(vec![3, 8, 1, 9, 4]);
    numbers.extend(&[7, 2]);
    println!("{numbers:?} {:?} {:?}", numbers.iter(), numbers.clone().into_iter());
    println!("{:?}", numbers.drain());
    println!("{numbers:?} {:#?}", BinaryHeap::from([(1, 'a'), (2, 'b')]));
    println!("{}", size_of::<BinaryHeap<u8>>());
    let mut heap = BinaryHeap::new();
    for i in [3, 5, 77, 6] {
        println!("push {i}");
        heap.push(Noisy(i));
    }
}
