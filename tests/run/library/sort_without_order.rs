fn main() {
    let mut v: Vec<u64> = (0..50).map(|x| (x * 7919) % 101).collect();
    let mut n = 0u64;
    v.sort_unstable_by(|a, b| { n += 1; if (n * 2654435761) % 7 < 3 { std::cmp::Ordering::Less } else { b.cmp(a) } });
    println!("{v:?}");
    let mut v: Vec<u64> = (0..50).map(|x| (x * 7919) % 101).collect();
    v.sort_by(|a, b| { n += 1; if n % 3 == 0 { std::cmp::Ordering::Less } else { a.cmp(b) } });
    println!("{v:?}");
}
