#[derive(Debug, Clone, PartialEq)]
struct P { name: String, age: u32 }
fn main() {
    let mut v = vec![5, 2, 9, 1, 7, 3];
    v.sort_by(|a, b| b.cmp(a));
    println!("{v:?}");
    v.sort_by_key(|x| (x % 3, *x));
    println!("{v:?}");
    v.sort_unstable_by(|a, b| a.cmp(b));
    println!("{v:?} {:?} {:?}", v.binary_search(&7), v.binary_search(&4));
    println!("{:?} {:?}", v.binary_search_by(|p| p.cmp(&9)), v.binary_search_by_key(&18, |x| x * 2));
    println!("{}", v.partition_point(|x| *x < 5));
    println!("{} {} {}", v.is_sorted(), v.is_sorted_by(|a, b| a > b), v.is_sorted_by_key(|x| -x));
    let mut ps = vec![P { name: "Zoe".into(), age: 30 }, P { name: "Al".into(), age: 25 }, P { name: "Bo".into(), age: 30 }];
    ps.sort_by(|a, b| b.age.cmp(&a.age).then_with(|| a.name.cmp(&b.name)));
    println!("{ps:?}");
    ps.sort_by_key(|p| p.name.clone());
    println!("{ps:?}");
    ps.sort_by_cached_key(|p| std::cmp::Reverse(p.name.len()));
    println!("{ps:?}");
    let mut f = vec![3.2, -1.0, 2.5];
    f.sort_by(|a, b| a.partial_cmp(b).unwrap());
    println!("{f:?}");
    f.sort_by(f64::total_cmp);
    println!("{f:?}");
    let w = [1, 2, 3, 4, 5, 6, 7];
    for c in w.chunks(3) { print!("{c:?}"); }
    for c in w.chunks(3).rev() { print!("{c:?}"); }
    for c in w.rchunks(3) { print!("{c:?}"); }
    for c in w.rchunks_exact(3) { print!("{c:?}"); }
    for c in w.rchunks(3).rev() { print!("{c:?}"); }
    println!();
    println!("{:?}", w.split(|x| x % 3 == 0).collect::<Vec<_>>());
    println!("{:?}", w.rsplit(|x| x % 3 == 0).collect::<Vec<_>>());
    println!("{:?}", w.split_inclusive(|x| x % 3 == 0).collect::<Vec<_>>());
    println!("{:?}", w.split_inclusive(|x| x % 3 == 0).rev().collect::<Vec<_>>());
    println!("{:?}", w.splitn(2, |x| x % 3 == 0).collect::<Vec<_>>());
    println!("{:?}", w.rsplitn(2, |x| x % 3 == 0).collect::<Vec<_>>());
    println!("{:?}", [1, 1, 2, 3, 3].chunk_by(|a, b| a == b).collect::<Vec<_>>());
    println!("{:?}", [1, 1, 2, 3, 3].chunk_by(|a, b| a <= b).rev().collect::<Vec<_>>());
    println!("{:?}", w.array_windows::<2>().map(|[a, b]| a * b).collect::<Vec<_>>());
    let mut m = [1, 2, 3, 4, 5, 6, 7];
    for c in m.chunks_exact_mut(2) { c.swap(0, 1); }
    println!("{m:?}");
    for c in m.rchunks_mut(3) { c.reverse(); }
    println!("{m:?}");
    for part in m.split_mut(|x| *x == 3) { part[0] = 0; }
    println!("{m:?}");
    let mut k = 0;
    m.fill_with(|| { k += 1; k * k });
    println!("{m:?}");
    println!("{:?} {:?}", m.first_chunk::<2>(), m.last_chunk::<3>());
    println!("{:?}", m.split_first_chunk::<2>());
    println!("{:?}", w.iter().rev().skip(1).step_by(2).collect::<Vec<_>>());
    println!("{:?}", w.windows(3).map(|w| w.iter().sum::<i32>()).collect::<Vec<_>>());
    println!("{:?}", ["a", "b"].concat());
    println!("{:?}", [[1, 2], [3, 4]].concat());
    println!("{:?}", vec!["x".to_string(), "y".to_string()].join("/"));
    println!("{:?}", [vec![1], vec![2, 3]].join(&0));
    println!("{:?} {:?}", w.contains(&3), w.starts_with(&[1, 2]));
    let mut big: Vec<i32> = (0..100).map(|x| (x * 37) % 101).collect();
    big.sort_by(|a, b| (a % 10).cmp(&(b % 10)));
    println!("{big:?}");
    big.sort_unstable();
    println!("{big:?}");
}
