struct D(i32, String);
impl Drop for D { fn drop(&mut self) { println!("drop {} {}", self.0, self.1); } }
fn make(n: i32) -> Vec<D> { (0..n).map(|i| D((i * 7) % 10, format!("s{i}"))).collect() }
fn main() {
    let mut v = make(8);
    v.retain(|d| d.0 % 3 != 0);
    println!("{:?}", v.iter().map(|d| d.0).collect::<Vec<_>>());
    v.dedup_by_key(|d| d.0 / 4);
    println!("{:?}", v.iter().map(|d| d.0).collect::<Vec<_>>());
    v.extend(make(3));
    let out: Vec<D> = v.extract_if(.., |d| d.0 > 4).collect();
    println!("{} {}", v.len(), out.len());
    drop(out);
    let pair = [D(1, "a".into()), D(2, "b".into())].map(|d| D(d.0 * 10, d.1.clone()));
    println!("{}", pair[1].1);
    v.sort_by(|a, b| b.1.cmp(&a.1));
    v.truncate(2);
    println!("truncated");
    let mut big = make(30);
    big.sort_unstable_by_key(|d| d.0);
    println!("{}", big.iter().map(|d| d.1.as_str()).collect::<Vec<_>>().join(" "));
    let firsts: Vec<&D> = big.iter().take(3).collect();
    println!("{}", firsts.len());
    let (a, b): (Vec<D>, Vec<D>) = big.into_iter().partition(|d| d.0 < 2);
    println!("{} {}", a.len(), b.len());
    let taken = b.into_iter().skip(20).step_by(2).map(|d| d.1.clone()).collect::<String>();
    println!("{taken}");
    let mut last = make(6);
    let kind = "sort_by";
    match kind {
        "retain" => last.retain(|d| { assert!(d.0 != 8, "no eight"); d.0 > 3 }),
        "dedup" => last.dedup_by(|a, _| { if a.0 == 8 { panic!("eight") } a.0 > 2 }),
        "sort_by" => { last.extend(make(30)); let mut n = 0; last.sort_by(|a, b| { n += 1; if n == 77 { panic!("enough") } a.0.cmp(&b.0) }) }
        "map" => { let a: [D; 6] = match last.try_into() { Ok(a) => a, Err(_) => unreachable!() }; let b = a.map(|d| { if d.0 == 1 { panic!("one") } D(d.0 + 100, d.1.clone()) }); println!("{}", b.len()); }
        _ => {}
    }
    println!("end");
}
