struct N(&'static str);
impl Drop for N {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn pass(n: N) -> N {
    println!("pass {}", n.0);
    n
}
fn take(n: N) {
    println!("take {}", n.0);
}
struct S {
    a: N,
    b: N,
}
fn main() {
    let _a = N("a");
    let b = N("b");
    take(b);
    let c = pass(N("c"));
    {
        let _inner = N("inner");
        println!("in block");
    }
    let s = S { a: N("s.a"), b: N("s.b") };
    take(s.a);
    let mut x = N("x1");
    x = N("x2");
    let _ = N("ignored");
    let cond = c.0.len() == 1;
    let d = N("d");
    if cond {
        take(d);
    }
    let o = Some(N("o"));
    match o {
        Some(n) => println!("got {}", n.0),
        None => println!("none"),
    }
    for i in 0..3 {
        let _l = N("loop");
        if i == 1 {
            continue;
        }
        println!("{i}");
    }
    N("temp");
    println!("end {}", x.0);
}
