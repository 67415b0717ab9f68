//! `VecDeque`: what is in it, and where it lies in the ring.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Where everything lies: the two slices, and how many there is room for.
fn show<T: std::fmt::Debug>(what: &str, d: &VecDeque<T>) {
    println!("{what}: {:?} of {}", d.as_slices(), d.capacity());
}

/// A ring of eight places with `len` values from place `head` on.
fn ring(head: usize, len: i32) -> VecDeque<i32> {
    let mut d = VecDeque::with_capacity(8);
    for i in 0..head as i32 {
        d.push_back(i);
    }
    for _ in 0..head {
        d.pop_front();
    }
    d.extend(0..len);
    d
}

fn everywhere() {
    for head in [0, 2, 5, 7] {
        for len in [0, 1, 3, 6, 8] {
            println!("head {head} len {len}");
            let d = ring(head, len);
            show("ring", &d);
            for at in [0, 1, 2, 5] {
                if at > len as usize {
                    continue;
                }
                let mut e = d.clone();
                let mut f = ring(head, len);
                f.insert(at, 100);
                e.insert(at, 100);
                show("insert", &f);
                println!("{}", e == f);
                let mut f = ring(head, len);
                println!("{:?}", f.remove(at));
                show("remove", &f);
                let mut f = ring(head, len);
                f.rotate_left(at);
                show("rotate_left", &f);
                f.rotate_right(at.max(2).min(len as usize));
                show("rotate_right", &f);
                let mut f = ring(head, len);
                let g = f.split_off(at);
                show("split_off", &f);
                show("", &g);
                f.append(&mut g.clone());
                show("append", &f);
                let mut f = ring(head, len);
                let end = (at + 2).min(len as usize);
                println!("{:?}", f.drain(at..end).rev().collect::<Vec<_>>());
                show("drain", &f);
                f.make_contiguous().reverse();
                show("contiguous", &f);
                let mut f = ring(head, len);
                f.truncate(at);
                f.shrink_to(3);
                show("shrink", &f);
                f.push_front(-1);
                show("push_front", &f);
            }
            let mut f = ring(head, len);
            f.retain(|x| x % 3 != 1);
            show("retain", &f);
            let mut f = ring(head, len);
            f.make_contiguous();
            show("contiguous", &f);
            let mut f = ring(head, len);
            f.extend(&[50, 51, 52, 53]);
            show("extend", &f);
            f.shrink_to_fit();
            show("fit", &f);
            f.reserve(3);
            show("reserve", &f);
            f.resize(14, 7);
            f.reserve_exact(5);
            show("resize", &f);
            println!("{:?}", Vec::from(f));
        }
    }
}

fn used() {
    let mut d: VecDeque<String> = ["b", "c", "d"].map(String::from).into();
    d.push_front("a".to_string());
    d.push_back("e".to_string());
    println!("{d:?} {:?} {:?} {}", d.front(), d.back(), d.len());
    d[1].push('!');
    println!("{} {:?} {:?}", d[1], d.get(4), d.get(5));
    d.swap(0, 4);
    if let Some(s) = d.front_mut() {
        s.push_str("front");
    }
    d.back_mut().unwrap().insert_str(0, "back");
    println!("{d:#?}");
    println!("{:?}", d.swap_remove_front(2));
    println!("{:?}", d.swap_remove_back(0));
    println!("{:?} {}", d, d.contains(&"b!".to_string()));
    println!("{:?} {:?} {:?}", d.pop_back(), d.pop_front(), d.pop_front_if(|s| s.is_empty()));
    d.clear();
    println!("{d:?} {:?}", d.is_empty());

    let mut queue = VecDeque::from(vec![(0, 3)]);
    let mut order = vec![];
    while let Some((n, depth)) = queue.pop_front() {
        order.push(n);
        if depth > 0 {
            queue.extend([(n * 2 + 1, depth - 1), (n * 2 + 2, depth - 1)]);
        }
    }
    println!("{order:?}");

    let d = ring(5, 7);
    println!("{:?} {:?}", d.iter(), d.iter().rev().collect::<Vec<_>>());
    println!("{:?} {:?}", d.range(2..5), d.range(..=3).sum::<i32>());
    let mut e = d.clone();
    for x in e.range_mut(1..4) {
        *x *= 10;
    }
    for x in &mut e {
        *x += 1;
    }
    println!("{e:?} {:?}", d.clone().into_iter());
    println!("{:?}", e.iter_mut());
    let mut iter = d.iter();
    println!("{:?} {:?} {:?} {:?}", iter.next(), iter.next_back(), iter.nth(2), iter.size_hint());
    println!("{:?} {:?}", iter, d.iter().skip(3).step_by(2).collect::<VecDeque<_>>());
    let mut iter = d.clone().into_iter();
    println!("{:?} {:?} {:?} {}", iter.next_back(), iter.next(), iter.clone().last(), iter.len());
    println!("{:?} {:?}", d.binary_search(&4), d.binary_search_by(|x| x.cmp(&9)));
    println!("{:?} {}", d.binary_search_by_key(&12, |x| x * 4), d.partition_point(|x| *x < 5));
    println!("{} {} {}", d == ring(0, 7), d == ring(1, 6), d == [0, 1, 2, 3, 4, 5, 6]);
    println!("{} {} {:?}", d == vec![0, 1], d == &[0, 1, 2, 3, 4, 5, 6][..], d.cmp(&ring(2, 8)));
    println!("{} {:?}", d < ring(0, 3), d.partial_cmp(&ring(0, 7)));
    let hash = |d: &VecDeque<i32>| {
        let mut h = DefaultHasher::new();
        d.hash(&mut h);
        h.finish()
    };
    println!("{:x} {}", hash(&d), hash(&d) == hash(&ring(0, 7)));
    let mut e: VecDeque<i32> = VecDeque::new();
    let mut n = 1;
    e.resize_with(5, || {
        n *= 3;
        n
    });
    println!("{e:?}");
    println!("{:?}", e.drain(..));
    let mut units = VecDeque::from([(), ()]);
    units.push_front(());
    units.rotate_left(1);
    println!("{units:?} {} {:?}", units.capacity(), units.iter().rev().count());
    println!("{} {}", size_of::<VecDeque<u8>>(), VecDeque::<u8>::default().capacity());
    let words: VecDeque<&str> = "to be or not".split(' ').collect();
    println!("{:?}", words.iter().map(|w| w.len()).collect::<VecDeque<_>>());
}

struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        print!("-{} ", self.0);
        if self.0 == 99 {
            panic!("dropping");
        }
    }
}

fn noisy(head: usize, len: u32) -> VecDeque<Noisy> {
    let mut d = VecDeque::with_capacity(8);
    for _ in 0..head {
        d.push_back(None);
    }
    d.drain(..);
    d.extend((0..len).map(|i| Some(Noisy(i))));
    d.into_iter().map(|x| x.unwrap()).collect()
}

fn drops() {
    let mut d = noisy(0, 6);
    d.rotate_left(3);
    d.push_front(Noisy(10));
    println!("truncate");
    d.truncate(5);
    println!("\nretain");
    d.retain(|n| n.0 % 2 == 0);
    println!("\ndrain");
    let mut drain = d.drain(1..);
    drop(drain.next_back());
    drop(drain);
    println!("\nassign");
    d[0] = Noisy(20);
    println!("\nresize");
    d.resize_with(3, || Noisy(30));
    d.insert(1, Noisy(40));
    println!("into_iter");
    let mut iter = d.into_iter();
    drop(iter.next_back());
    drop(iter);
    println!("\ndrop");
    let mut d = noisy(3, 4);
    d.push_front(Noisy(99));
    d.push_front(Noisy(11));
    d.push_back(Noisy(12));
    println!("clear");
    d.clear();
}

fn main() {
    everywhere();
    used();
    drops();
}
