// `zip` takes nothing from its left side that it does not give on, where std knows the lengths; else it does, as std.
struct N(u32);
impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn main() {
    run();
    more();
    println!("collect");
    let _v: Vec<N> = (0..2u32).map(N).zip(0..1).map(|(a, _)| a).collect();
    println!("for");
    for (a, _) in (10..13u32).map(N).zip(0..1) {
        println!("got {}", a.0);
    }
    println!("next");
    let mut it = (20..23u32).map(N).zip(0..0);
    println!("{}", it.next().is_some());
    println!("{}", it.next().is_some());
}
fn side(x: i32) -> i32 {
    println!("side {x}");
    x
}
fn run() {
    println!("slices");
    let v = [1, 2, 3];
    for (a, b) in v.iter().map(|x| side(*x)).zip([10, 20]) {
        println!("{a} {b}");
    }
    println!("inclusive");
    for (a, b) in (1..=3).map(side).zip(0..2) {
        println!("{a} {b}");
    }
    println!("inclusive collected");
    println!("{:?}", (1..=3).map(side).zip(0..2).collect::<Vec<_>>());
    println!("vec");
    println!("{:?}", vec![1, 2, 3].into_iter().map(side).zip("ab".chars()).collect::<Vec<_>>());
    println!("vec and bytes");
    println!("{:?}", vec![1, 2, 3].into_iter().map(side).zip("ab".bytes()).last());
    println!("rev");
    println!("{:?}", v.iter().rev().map(|x| side(*x)).zip(0..1).count());
    println!("skip, enumerate");
    for ((i, a), b) in v.iter().skip(1).map(|x| side(*x)).enumerate().zip(0..1) {
        println!("{i} {a} {b}");
    }
    println!("take, chain, once");
    for (a, b) in (0..5).take(3).map(side).zip(std::iter::once(1).chain(Some(2))) {
        println!("{a} {b}");
    }
    println!("{:?}", (0..5).take(3).map(side).zip(std::iter::once(1).chain(Some(2))).fold(0, |s, (a, b)| s + a * b));
    println!("right side");
    for (a, b) in (0..2).zip(v.iter().map(|x| side(*x))) {
        println!("{a} {b}");
    }
    println!("{:?}", (0..2).zip((7..=9).map(side)).collect::<Vec<_>>());
    println!("repeat");
    println!("{:?}", std::iter::repeat(1).zip((7..=9).map(side)).collect::<Vec<_>>());
    println!("{:?}", (7..=9).map(side).zip(std::iter::repeat(1)).collect::<Vec<_>>());
    println!("by_ref");
    let mut it = (0..4).map(side);
    for (a, b) in it.by_ref().zip(0..2) {
        println!("{a} {b}");
    }
    println!("left {:?}", it.next());
    let mut it = (0..4).map(side);
    println!("{:?}", it.by_ref().zip(0..2).collect::<Vec<_>>());
    println!("left {:?}", it.next());
    println!("filter");
    for (a, b) in v.iter().filter(|x| **x != 2).map(|x| side(*x)).zip([1]) {
        println!("{a} {b}");
    }
}
fn more() {
    println!("{:?}", (1..=3).map(side).zip(0..2).map(|(a, b)| a * b).collect::<Vec<_>>());
    println!("{:?}", (1..=3).map(side).zip(0..2).map(|(a, b)| a * b).fold(0, |a, b| a + b));
    (1..=3).map(side).zip([5, 6]).for_each(|(a, b)| println!("{a} {b}"));
    let (a, b): (Vec<i32>, Vec<i32>) = vec![1, 2, 3].into_iter().map(side).zip(vec![4, 5]).unzip();
    println!("{a:?} {b:?}");
    let s: String = "abc"
        .bytes()
        .map(|b| {
            println!("byte {b}");
            b as char
        })
        .zip(0..2)
        .map(|(c, _)| c)
        .collect();
    println!("{s}");
}
