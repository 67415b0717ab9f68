struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct H {
    a: D,
    v: Vec<D>,
    b: Option<Box<D>>,
}
impl Drop for H {
    fn drop(&mut self) {
        println!("H of {} {}", self.a.0, self.v.len());
    }
}
fn deep(n: u32, v: &[i32]) -> i32 {
    let _d = D("deep");
    if n == 0 {
        let i = v.len() + 3;
        return v[i];
    }
    let t = (D("t0"), D("t1"));
    let (a, _) = t;
    let c = move || {
        println!("c {}", a.0);
        deep(n - 1, v)
    };
    c()
}
fn main() {
    let _m = D("main");
    let moved = D("moved");
    drop(moved);
    let h = H { a: D("ha"), v: vec![D("hv0"), D("hv1")], b: Some(Box::new(D("hb"))) };
    let mut part = (D("p0"), D("p1"));
    drop(part.0);
    part.0 = D("p0 again");
    drop(part.1);
    let mut it = vec![D("i0"), D("i1"), D("i2")].into_iter();
    it.next();
    let late: D;
    if h.v.len() == 2 {
        late = D("late");
        println!("{}", late.0);
    }
    for d in it.by_ref() {
        println!("loop {}", d.0);
        if d.0 == "i1" {
            let b = Box::new((D("b0"), D("b1")));
            let _x = b.0;
            println!("{}", take(D("arg"), deep(2, &[1, 2])));
        }
    }
}
fn take(_d: D, n: i32) -> i32 {
    n
}
