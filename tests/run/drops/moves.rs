struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct P {
    a: D,
    b: D,
    c: Option<D>,
}
enum E {
    One(D),
    Two(D, D),
    Three { x: D, y: D },
    Nil,
}
fn eat(_: D) {
    println!("eat");
}
fn eat2(_d: D, (a, _): (D, D)) {
    println!("eat2 {}", a.0);
}
fn cond(b: bool) {
    let d = D("cond");
    if b {
        eat(d);
        println!("eaten");
    }
    println!("end cond");
}
fn looped() {
    let mut d = D("l0");
    for i in 0..3 {
        if i == 1 {
            eat(d);
            d = D("l1");
        }
        println!("i {i}");
    }
    println!("{}", d.0);
}
fn e(x: E) -> usize {
    match x {
        E::One(d) => d.0.len(),
        E::Two(a, _) => a.0.len(),
        E::Three { y, .. } => y.0.len(),
        E::Nil => 0,
    }
}
fn guard(x: Option<D>) {
    match x {
        Some(d) if d.0.len() > 3 => println!("long {}", d.0),
        Some(ref d) if d.0.len() == 2 => println!("two {}", d.0),
        Some(_) => println!("short"),
        None => println!("none"),
    }
    println!("end guard");
}
fn at(x: Option<D>) {
    match x {
        ref all @ Some(ref d) => println!("{} {}", d.0, all.is_some()),
        None => {}
    }
}
fn main() {
    cond(true);
    cond(false);
    looped();
    let p = P { a: D("pa"), b: D("pb"), c: Some(D("pc")) };
    let b = p.b;
    println!("took {}", b.0);
    if let Some(c) = p.c {
        println!("c {}", c.0);
    }
    println!("after c");
    let mut q = P { a: D("qa"), b: D("qb"), c: None };
    drop(q.a);
    q.a = D("qa2");
    q.c = Some(D("qc"));
    q.b = D("qb2");
    let P { a, .. } = q;
    println!("a {}", a.0);
    println!("{}", e(E::One(D("one"))));
    println!("{}", e(E::Two(D("t1"), D("t2"))));
    println!("{}", e(E::Three { x: D("x"), y: D("y") }));
    println!("{}", e(E::Nil));
    guard(Some(D("longer")));
    guard(Some(D("ab")));
    guard(Some(D("a")));
    guard(None);
    at(Some(D("at")));
    eat2(D("p1"), (D("p2"), D("p3")));
    let arr = [D("a0"), D("a1"), D("a2")];
    let [x, .., z] = arr;
    println!("{} {}", x.0, z.0);
    let (m, _) = (D("m"), D("n"));
    println!("{}", m.0);
    let t = (D("t0"), (D("t1"), D("t2")));
    let (_, (u, _)) = t;
    println!("{}", u.0);
    println!("t still has {}", t.0.0);
    let x = D("shadow1");
    println!("{}", x.0);
    let x = D("shadow2");
    println!("{}", x.0);
    let base = P { a: D("base a"), b: D("base b"), c: Some(D("base c")) };
    let upd = P { a: D("upd a"), ..base };
    println!("{} {}", upd.a.0, base.a.0);
    let late;
    {
        let tmp = D("late");
        late = tmp;
    }
    println!("{}", late.0);
    let maybe: D;
    if upd.a.0.len() > 100 {
        maybe = D("never");
        println!("{}", maybe.0);
    }
    let mut s = D("s1");
    s = D("s2");
    println!("assigned {}", s.0);
    let mut o = Some(D("o"));
    let tk = o.take();
    println!("{}", tk.is_some());
    o = Some(D("o2"));
    let r = o.replace(D("o3"));
    println!("{}", r.is_some());
    let old = std::mem::replace(&mut s, D("s3"));
    println!("{}", old.0);
    std::mem::forget(D("forgotten"));
    let md = std::mem::ManuallyDrop::new(D("manual"));
    println!("{}", md.0);
    let mut w1 = D("w1");
    let mut w2 = D("w2");
    std::mem::swap(&mut w1, &mut w2);
    println!("{} {}", w1.0, w2.0);
}
