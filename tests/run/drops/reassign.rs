struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Slot {
    cur: Option<D>,
    log: Vec<&'static str>,
}
impl Slot {
    fn set(&mut self, d: D) -> &mut Self {
        self.log.push(d.0);
        self.cur = Some(d);
        self
    }
    fn swap(&mut self, d: &mut D) {
        if let Some(c) = &mut self.cur {
            std::mem::swap(c, d);
        }
    }
}
fn pick<'a>(a: &'a D, b: &'a D, first: bool) -> &'a D {
    if first { a } else { b }
}
fn ret(d: &mut D) -> D {
    std::mem::replace(d, D("left behind"))
}
fn main() {
    let mut s = Slot { cur: None, log: vec![] };
    s.set(D("one")).set(D("two"));
    println!("set");
    let mut e = D("outside");
    s.swap(&mut e);
    println!("{} {}", e.0, s.cur.as_ref().unwrap().0);
    s = Slot { cur: Some(D("fresh")), log: vec![] };
    println!("new slot {}", s.log.len());
    let mut a = [D("a0"), D("a1"), D("a2")];
    a[1] = D("a1 new");
    let i = a.len() - 1;
    a[i] = D("a2 new");
    a.swap(0, 2);
    println!("{}", a[0].0);
    a.reverse();
    a = [D("b0"), D("b1"), D("b2")];
    println!("array replaced {}", a[0].0);
    let mut t = (D("t0"), D("t1"));
    t.0 = D("t0 new");
    t = (t.1, t.0);
    println!("{} {}", t.0.0, t.1.0);
    (t.0, t.1) = (D("u0"), D("u1"));
    println!("destructured");
    let mut x;
    x = D("late 1");
    println!("{}", x.0);
    x = D("late 2");
    let y;
    if x.0.len() > 3 {
        y = x;
    } else {
        y = D("no");
    }
    println!("{}", y.0);
    x = D("late 3");
    println!("revived {}", x.0);
    let mut cur = D("c0");
    for n in ["c1", "c2"] {
        let next = D(n);
        println!("{}", pick(&cur, &next, n == "c1").0);
        cur = next;
    }
    println!("{}", ret(&mut cur).0);
    println!("{}", cur.0);
    let mut acc = Vec::new();
    let mut held = Some(D("h"));
    while let Some(d) = held {
        acc.push(d);
        held = if acc.len() < 3 { Some(D("h+")) } else { None };
    }
    println!("{}", acc.len());
    let mut b = Box::new(D("boxed"));
    *b = D("boxed 2");
    b = Box::new(D("boxed 3"));
    println!("{}", b.0);
    let r = &mut *b;
    *r = D("through ref");
    let mut v = vec![D("v0")];
    v[0] = D("v1");
    *v.last_mut().unwrap() = D("v2");
    if let Some(f) = v.first_mut() {
        f.0 = "renamed";
    }
    v.insert(0, D("v3"));
    v.resize_with(4, || D("filled"));
    v.drain(1..3);
    println!("{}", v.len());
    v = Vec::new();
    println!("emptied {}", v.len());
    let mut o = Some(D("o1"));
    o.get_or_insert_with(|| D("never")).0 = "o1 renamed";
    let old = o.insert(D("o2"));
    println!("{}", old.0);
    o = None;
    println!("{}", o.is_none());
    let _ = o.get_or_insert(D("o3"));
    _ = o.take();
    println!("taken");
    let c = {
        let d = D("in closure");
        let mut n = 0;
        move |k: usize| {
            n += k;
            if n > 2 { d.0 } else { "small" }
        }
    };
    let mut c = c;
    println!("{} {}", c(1), c(2));
    c = c;
    println!("end");
}
