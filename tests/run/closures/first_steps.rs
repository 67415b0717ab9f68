fn apply<F: Fn(i32) -> i32>(f: F, n: i32) -> i32 {
    f(n)
}
fn twice<F>(mut f: F)
where
    F: FnMut(),
{
    f();
    f();
}
fn once<F: FnOnce() -> (i32, i32)>(f: F) -> (i32, i32) {
    f()
}
struct Counter {
    hits: i32,
    misses: i32,
}
#[derive(Debug)]
struct Tok(i32);
fn dbl(x: i32) -> i32 { x * 2 }
fn by_ref<F: Fn(i32) -> i32>(f: &F) -> i32 { apply(f, 1) + f(5) }
fn by_mut<F: FnMut(i32) -> i32>(f: &mut F) -> i32 { f(1) + f(2) }
fn main() {
    let add = |a, b| a + b;
    println!("{}", add(1, 2));
    let k = 10;
    println!("{}", apply(|n| n + k, 5));
    let mut c = Counter { hits: 0, misses: 0 };
    twice(|| c.hits += 1);
    c.misses += 5;
    println!("{} {}", c.hits, c.misses);
    let t = Tok(4);
    let r = once(move || { let Tok(n) = t; (n, n + 1) });
    println!("{:?}", r);
    println!("{}", apply(dbl, 21));
    let p: fn(i32) -> i32 = |x| x - 1;
    println!("{}", apply(p, 21));
    println!("{}", by_ref(&|x| x * k));
    let mut total = 0;
    println!("{}", by_mut(&mut |x| { total += x; total }));
    println!("{total}");
    let o = Some(3);
    let m = o.map(|v| v + k);
    println!("{:?} {:?}", m, o.map(Tok));
    let mut counter = { let mut n = 0; move || { n += 1; n } };
    println!("{} {} {}", counter(), counter(), counter());
    let outer = |x: i32| { let inner = |y: i32| x + y + k; inner(1) + inner(2) };
    println!("{}", outer(100));
    let fs: [fn(i32) -> i32; 2] = [|x| x + 1, dbl];
    for i in 0..2 { println!("{}", fs[i](10)); }
    let s = (Tok(1), Tok(2));
    let show = || println!("{:?}", s.0);
    let moved = s.1;
    show();
    println!("{:?}", moved);
}
