struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum Msg {
    Text(D),
    Both(D, D),
    Many(Vec<D>),
    Num(i32),
}
fn show(m: Msg, flag: bool) -> usize {
    match m {
        Msg::Text(d) if flag && d.0 == "secret" => {
            println!("secret");
            1
        }
        Msg::Text(d) | Msg::Both(d, _) if d.0.len() > 4 => {
            println!("long {}", d.0);
            d.0.len()
        }
        Msg::Both(a, b) => {
            println!("both {} {}", a.0, b.0);
            drop(a);
            2
        }
        Msg::Many(mut v)
            if {
                println!("guard");
                v.len() > 1
            } =>
        {
            v.pop();
            println!("popped");
            v.len()
        }
        Msg::Many(_) => {
            println!("few");
            0
        }
        Msg::Num(n @ 1..=5) => n as usize,
        Msg::Text(_) | Msg::Num(_) => {
            println!("rest");
            9
        }
    }
}
fn nested(o: Option<Result<(D, D), D>>) -> &'static str {
    match o {
        Some(Ok((a, ref b))) if a.0 == b.0 => "same",
        Some(Ok((_, b))) => {
            println!("moved {}", b.0);
            "other"
        }
        Some(Err(ref e)) => e.0,
        None => "none",
    }
}
fn or_bind(p: (Option<D>, Option<D>)) {
    match p {
        (Some(x), None) | (None, Some(x)) => println!("one {}", x.0),
        (Some(x), Some(y)) => println!("two {} {}", y.0, x.0),
        (None, None) => println!("zero"),
    }
    println!("end or");
}
fn refs(m: &mut Msg) {
    match m {
        Msg::Text(d) => {
            *d = D("replaced");
        }
        Msg::Many(v) => v.clear(),
        _ => *m = Msg::Num(3),
    }
    println!("refs done");
}
fn let_else(o: Option<D>) -> D {
    let Some(d) = o else {
        println!("else");
        return D("default");
    };
    println!("have {}", d.0);
    d
}
fn temp() -> Option<D> {
    println!("temp");
    Some(D("temporary"))
}
fn slices(a: [D; 4]) {
    let [first, mid @ .., last] = a;
    println!("{} {} {}", first.0, mid.len(), last.0);
    drop(mid);
    println!("mid gone");
}
fn main() {
    for f in [true, false] {
        println!("{}", show(Msg::Text(D("secret")), f));
        println!("{}", show(Msg::Text(D("abc")), f));
    }
    println!("{}", show(Msg::Both(D("longer"), D("other")), true));
    println!("{}", show(Msg::Both(D("x"), D("y")), true));
    println!("{}", show(Msg::Many(vec![D("m0"), D("m1")]), true));
    println!("{}", show(Msg::Many(vec![D("m2")]), true));
    println!("{} {}", show(Msg::Num(4), true), show(Msg::Num(40), true));
    println!("{}", nested(Some(Ok((D("a"), D("a"))))));
    println!("{}", nested(Some(Ok((D("a"), D("b"))))));
    println!("{}", nested(Some(Err(D("e")))));
    println!("{}", nested(None));
    or_bind((Some(D("l")), None));
    or_bind((None, Some(D("r"))));
    or_bind((Some(D("l")), Some(D("r"))));
    or_bind((None, None));
    let mut m = Msg::Text(D("orig"));
    refs(&mut m);
    let mut n = Msg::Many(vec![D("v0"), D("v1")]);
    refs(&mut n);
    let mut b = Msg::Both(D("b0"), D("b1"));
    refs(&mut b);
    println!("{}", let_else(Some(D("some"))).0);
    println!("{}", let_else(None).0);
    match temp() {
        Some(_) => println!("some in arm"),
        None => {}
    }
    println!("after match");
    match temp().as_ref().map(|d| d.0.len()) {
        Some(n) if n > 100 => println!("never"),
        Some(n) => println!("len {n}"),
        None => {}
    }
    println!("after match 2");
    let len = match &temp() {
        Some(d) => d.0.len(),
        None => 0,
    };
    println!("{len}");
    slices([D("s0"), D("s1"), D("s2"), D("s3")]);
    let t = (D("t0"), D("t1"));
    match t {
        (ref a, _) if a.0 == "zzz" => {}
        (a, _) => println!("took {}", a.0),
    }
    println!("t.1 {}", t.1.0);
    let x = D("x");
    match x {
        _ => println!("not moved"),
    }
    println!("{}", x.0);
    let _ = x;
    println!("still {}", x.0);
    let bx = Some(Box::new((D("bx0"), D("bx1"))));
    if let Some(p) = bx {
        let (_, second) = *p;
        println!("second {}", second.0);
    }
    println!("done");
}
