struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct List {
    v: D,
    next: Option<Box<List>>,
}
fn main() {
    let b = Box::new(D("boxed"));
    let l = List { v: D("one"), next: Some(Box::new(List { v: D("two"), next: None })) };
    let v = vec![D("v0"), D("v1"), D("v2")];
    let mut it = v.into_iter();
    let first = it.next();
    println!("got {}", first.as_ref().unwrap().0);
    drop(it);
    println!("iter gone");
    let inner = *b;
    println!("unboxed {}", inner.0);
    let pair = Box::new((D("p0"), D("p1")));
    let p1 = pair.1;
    println!("moved {}", p1.0);
    let mut w = vec![D("w0"), D("w1"), D("w2"), D("w3")];
    w.truncate(3);
    w.remove(0);
    for d in w.drain(..1) {
        println!("drained {}", d.0);
    }
    println!("left {}", w.len());
    let s: Box<[D]> = vec![D("s0"), D("s1")].into_boxed_slice();
    println!("{}", s.len());
    let c = move || println!("closure {}", l.v.0);
    c();
    c();
}
