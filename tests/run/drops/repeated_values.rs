// What `repeat` and `repeat_n` clone, and when what they hold is dropped.
use std::iter::{repeat, repeat_n};

#[derive(Debug)]
struct Noisy(u32);

impl Clone for Noisy {
    fn clone(&self) -> Self {
        println!("clone {}", self.0);
        Noisy(self.0 + 10)
    }
}

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    for x in repeat_n(Noisy(1), 2).take(3).skip(2) {
        println!("{x:?}");
    }
    println!("{:?}", repeat_n(Noisy(2), 4).nth(1));
    println!("{:?}", repeat_n(Noisy(3), 2).nth(2));
    println!("{}", repeat_n(Noisy(4), 3).count());
    println!("{:?}", repeat_n(Noisy(5), 3).last());
    println!("{:?}", repeat_n(Noisy(6), 0).last());
    println!("{:?}", repeat(Noisy(7)).nth(3));
    println!("{:?}", repeat(Noisy(8)).skip(2).step_by(3).take(2).collect::<Vec<_>>());
    let mut both = repeat_n(Noisy(9), 5);
    println!("{:?} {:?} {:?}", both.nth_back(1), both.size_hint(), both.nth(7));
    println!("{:?} {:?}", both.next(), both.next_back());
    println!("{}", repeat_n(Noisy(20), 3).rev().skip(1).map(|x| x.0).sum::<u32>());
    for x in repeat_n(Noisy(30), 3).rev().skip(1) {
        println!("{x:?}");
    }
}
