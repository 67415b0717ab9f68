struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn two(_a: Noisy, _b: Noisy) {
    println!("two");
}

fn early(n: u32) -> Option<Noisy> {
    let _outer = Noisy("outer");
    if n == 0 {
        return None;
    }
    let inner = Noisy("inner");
    if n == 1 {
        return Some(inner);
    }
    two(Noisy("argument"), if n == 2 { return None } else { Noisy("second") });
    let r = Some(Noisy("result"));
    r
}

struct S {
    a: Noisy,
    b: Noisy,
}

fn literal(n: u32) -> u32 {
    let mut count = 0;
    loop {
        count += 1;
        let s = S { a: Noisy("literal a"), b: if count == n { break } else { Noisy("literal b") } };
        println!("made {} {}", s.a.0, s.b.0);
    }
    count
}

fn labels() {
    let _x = Noisy("x");
    let got = 'outer: {
        let _y = Noisy("y");
        for i in 0..3 {
            let _z = Noisy("z");
            if i == 1 {
                break 'outer Noisy("broken out");
            }
        }
        Noisy("fell through")
    };
    println!("got {}", got.0);
    let looped = loop {
        let _w = Noisy("w");
        break Noisy("from loop");
    };
    println!("looped {}", looped.0);
    'a: for i in 0..2 {
        let _i = Noisy("round");
        for j in 0..2 {
            let _j = Noisy("inner round");
            if j == 0 && i == 0 {
                continue 'a;
            }
            println!("{i} {j}");
        }
    }
}

fn maybe(c: bool) {
    let x;
    let _y = Noisy("declared after");
    if c {
        x = Noisy("late");
        println!("set {}", x.0);
    }
    println!("end of maybe");
}

fn moved_in_loop() {
    let mut v = Noisy("v0");
    for i in 0..3 {
        if i == 1 {
            two(v, Noisy("other"));
            v = Noisy("v1");
        }
        println!("i {i}");
    }
    println!("{}", v.0);
    let w = Noisy("w");
    let mut done = false;
    while !done {
        let _taken = w;
        done = true;
        println!("took w");
        break;
    }
    println!("end of moved_in_loop");
}

fn assign() {
    let mut a = Noisy("a1");
    a = if a.0 == "a1" { Noisy("a2") } else { Noisy("never") };
    let mut pair = (Noisy("p1"), Noisy("q1"));
    pair.0 = Noisy("p2");
    pair = (Noisy("p3"), Noisy("q3"));
    let r = &mut a;
    *r = Noisy("a3");
    let mut array = [Noisy("e1"), Noisy("e2")];
    array[1] = Noisy("e3");
    println!("end of assign {} {} {}", r.0, pair.0.0, array[0].0);
}

fn shadow() {
    let x = Noisy("x1");
    let x = Noisy(if x.0 == "x1" { "x2" } else { "?" });
    println!("{}", x.0);
    let _ = x;
    println!("still {}", x.0);
    let _x = x;
    println!("end of shadow");
}

fn values() {
    Noisy("statement");
    let n = Noisy("n");
    n;
    println!("n is gone");
    { Noisy("block value") };
    {
        let _l = Noisy("local");
        Noisy("value")
    };
    if true { Noisy("if value") } else { Noisy("else value") };
    match 1 {
        1 => Noisy("arm"),
        _ => Noisy("other arm"),
    };
    (Noisy("t0"), Noisy("t1"));
    [Noisy("a0"), Noisy("a1")];
    let _ = (Noisy("i0"), Noisy("i1")).0;
    println!("field");
    let x = (Noisy("j0"), Noisy("j1")).0;
    println!("field {}", x.0);
}

fn main() {
    for n in 0..4 {
        let r = early(n);
        println!("early {n} {}", r.is_some());
    }
    println!("{}", literal(2));
    labels();
    maybe(true);
    maybe(false);
    moved_in_loop();
    assign();
    shadow();
    values();
}
