//! What a panic in an iterator's closure drops, and in which order: the iterator goes before what was collected so far.

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Loud(u32);

impl Drop for Loud {
    fn drop(&mut self) {
        print!("{} ", self.0);
    }
}

fn keyed() {
    let largest = [3, 5, 4, 5].into_iter().map(Loud).max_by_key(|l| Loud(l.0 * 10));
    println!("| {}", largest.map_or(0, |l| l.0));
    let least = [3, 2, 4, 2].into_iter().map(Loud).min_by_key(|l| Loud(l.0 * 10));
    println!("| {}", least.map_or(0, |l| l.0));
}

/// Prints when it is dropped last of all.
struct Last(&'static str);

impl Drop for Last {
    fn drop(&mut self) {
        println!("| {}", self.0);
        if self.0 == "unzip" {
            // A second program's worth in this one: the first panic is still going on.
            let all: Vec<Loud> = (20..24).map(Loud).collect();
            let (even, odd): (Vec<Loud>, Vec<Loud>) = all.into_iter().partition(|l| l.0 % 2 == 0);
            println!("{} {}", even.len(), odd.len());
        }
    }
}

fn main() {
    keyed();
    let _last = Last("unzip");
    let all = vec![1, 2, 3, 4, 5, 6, 7];
    let all: Vec<Loud> = all.into_iter().map(Loud).collect();
    let (even, odd): (Vec<Loud>, Vec<Loud>) = all.into_iter().partition(|l| {
        let ok = l.0 < 6;
        if !ok {
            let pairs = (10..15).map(|n| if n == 13 { panic!("at {n}") } else { (Loud(n), Loud(n * 10)) });
            let (_, _): (Vec<Loud>, Vec<Loud>) = pairs.unzip();
        }
        l.0 % 2 == 0
    });
    println!("{} {}", even.len(), odd.len());
}
