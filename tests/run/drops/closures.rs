struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn once<F: FnOnce() -> String>(f: F) -> String {
    let r = f();
    println!("after once");
    r
}
fn many<F: Fn(D) -> usize>(f: F) -> usize {
    let a = f(D("arg1"));
    println!("mid");
    a + f(D("arg2"))
}
fn opt<T>(f: impl FnOnce(T) -> Option<T>, t: T) -> Option<T> {
    let x = f(t)?;
    println!("some");
    Some(x)
}
fn make(d: D) -> impl FnMut() -> usize {
    let mut n = 0;
    move || {
        n += d.0.len();
        n
    }
}
fn main() {
    let d = D("captured by ref use");
    let s = once(move || format!("<{}>", d.0));
    println!("{s}");
    let d2 = D("moved out");
    let s = once(move || {
        let e = d2;
        format!("<{}>", e.0)
    });
    println!("{s}");
    let d3 = D("d3");
    println!("{}", many(|x| x.0.len() + d3.0.len()));
    let mut m = make(D("made"));
    println!("{} {}", m(), m());
    drop(m);
    println!("opt");
    let r = opt(
        |d| {
            println!("in {}", d);
            Some(d)
        },
        5,
    );
    println!("{r:?}");
    let r = opt(
        |d: D| {
            println!("in {}", d.0);
            None
        },
        D("o"),
    );
    println!("{}", r.is_none());
    let pair = (D("left"), D("right"));
    let f = move || {
        let l = pair.0;
        println!("took {}", l.0);
    };
    f();
    println!("still {}", pair_str());
    let boxed: Box<D> = Box::new(D("in box"));
    let g = move || {
        println!("box {}", boxed.0);
        drop(boxed);
        println!("dropped box");
    };
    g();
    let v = vec![D("x"), D("y")];
    let unused = move || v.len();
    println!("{}", std::mem::size_of_val(&unused));
    let h = if unused() > 1 {
        println!("two");
        None
    } else {
        Some(unused)
    };
    println!("{}", h.is_some());
}
fn pair_str() -> &'static str {
    "here"
}
