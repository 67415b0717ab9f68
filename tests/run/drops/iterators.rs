struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Count(u32);
impl Iterator for Count {
    type Item = D;
    fn next(&mut self) -> Option<D> {
        self.0 += 1;
        if self.0 > 4 { None } else { Some(D(["", "n1", "n2", "n3", "n4"][self.0 as usize])) }
    }
}
impl Drop for Count {
    fn drop(&mut self) {
        println!("count dropped at {}", self.0);
    }
}
fn find(v: Vec<D>) -> Option<D> {
    v.into_iter().find(|d| d.0 == "f1")
}
fn first_bad(v: Vec<D>) -> Result<usize, D> {
    let mut n = 0;
    for d in v {
        if d.0.starts_with('!') {
            return Err(d);
        }
        n += d.0.len();
    }
    Ok(n)
}
fn main() {
    for d in Count(0) {
        println!("got {}", d.0);
        if d.0 == "n3" {
            break;
        }
    }
    println!("--");
    let v: Vec<D> = Count(0).skip(1).take(2).collect();
    println!("{}", v.len());
    println!("--");
    println!("{}", Count(0).map(|d| d.0.len()).sum::<usize>());
    println!("--");
    let mut p = Count(1).peekable();
    if let Some(d) = p.peek() {
        println!("peek {}", d.0);
    }
    p.next();
    println!("next done");
    drop(p);
    println!("--");
    println!("{}", find(vec![D("f0"), D("f1"), D("f2"), D("f3")]).is_some());
    println!("--");
    match first_bad(vec![D("ok"), D("!bad"), D("after")]) {
        Ok(n) => println!("{n}"),
        Err(d) => println!("bad {}", d.0),
    }
    println!("--");
    let (a, b): (Vec<D>, Vec<D>) = Count(0).partition(|d| d.0 < "n3");
    println!("{} {}", a.len(), b.len());
    drop(b);
    println!("--");
    let last = Count(2).last();
    println!("{}", last.is_some());
    println!("--");
    let z: Vec<(D, D)> = Count(0).zip(Count(2)).collect();
    println!("{}", z.len());
    println!("--");
    let folded = Count(0).fold(D("acc"), |acc, d| if d.0 == "n2" { d } else { acc });
    println!("folded {}", folded.0);
    println!("--");
    let x = Count(0).max_by_key(|d| d.0.len());
    println!("max {}", x.unwrap().0);
    println!("--");
    let mut it = a.into_iter();
    let one = it.next_back();
    println!("{}", one.is_some());
    let rest: Vec<D> = it.collect();
    println!("{}", rest.len());
    println!("--");
    let fm: Vec<D> = vec![Some(D("s0")), None, Some(D("s1"))].into_iter().flatten().collect();
    println!("{}", fm.len());
    println!("--");
    let mut c = Count(0);
    let two: Vec<D> = c.by_ref().take(2).collect();
    println!("{} {}", two.len(), c.next().map_or("-", |d| d.0));
    println!("--");
    let ch: Vec<D> =
        vec![D("c0")].into_iter().chain(vec![D("c1"), D("c2")]).filter(|d| d.0 != "c1").collect();
    println!("{}", ch.len());
    println!("--");
    let s: Option<Vec<D>> = vec![Some(D("q0")), Some(D("q1")), None, Some(D("q2"))].into_iter().collect();
    println!("{}", s.is_none());
    println!("--");
    let pos = Count(0).position(|d| d.0 == "n2");
    println!("{pos:?}");
    println!("end");
}
