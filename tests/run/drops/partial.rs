struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    a: Noisy,
    b: Noisy,
}

struct Deep {
    first: Pair,
    second: (Noisy, Noisy),
    last: Noisy,
}

enum Shape {
    Two(Noisy, Noisy),
    One { n: Noisy },
    Zero,
}

fn take(n: Noisy) {
    println!("take {}", n.0);
}

fn deep() -> Deep {
    Deep { first: Pair { a: Noisy("1a"), b: Noisy("1b") }, second: (Noisy("2x"), Noisy("2y")), last: Noisy("last") }
}

fn fields() {
    let d = deep();
    take(d.second.0);
    take(d.first.b);
    println!("end of fields");
}

fn conditional(c: bool) {
    let d = deep();
    if c {
        take(d.first.a);
        take(d.last);
    } else {
        let _p = d.first;
        println!("took first");
    }
    println!("end of conditional");
}

fn shape(s: Shape) {
    match s {
        Shape::Two(a, _) => println!("two {}", a.0),
        Shape::One { n } => println!("one {}", n.0),
        Shape::Zero => println!("zero"),
    }
    println!("end of shape");
}

fn by_ref(s: &Shape) {
    match s {
        Shape::Two(a, b) => println!("see {} {}", a.0, b.0),
        Shape::One { n } => println!("see {}", n.0),
        Shape::Zero => println!("see nothing"),
    }
}

fn patterns((x, _): (Noisy, Noisy), Pair { a: _, b }: Pair) {
    println!("params {} {}", x.0, b.0);
}

fn reinit(c: bool) {
    let mut p = Pair { a: Noisy("pa"), b: Noisy("pb") };
    if c {
        take(p.a);
        p.a = Noisy("pa again");
    }
    p.b = Noisy("pb again");
    println!("end of reinit");
}

fn guard(o: Option<Noisy>, c: bool) {
    match o {
        Some(n) if c => println!("guarded {}", n.0),
        Some(n) => println!("unguarded {}", n.0),
        None => println!("none"),
    }
    println!("end of guard");
}

fn alternatives(s: (Option<Noisy>, Option<Noisy>), c: bool) {
    match s {
        (Some(n), _) | (_, Some(n)) if c => println!("one {}", n.0),
        (Some(n), None) | (None, Some(n)) => println!("exactly one {}", n.0),
        (a, b) => println!("rest {} {}", a.is_some(), b.is_some()),
    }
    println!("end of alternatives");
}

fn nested(s: Option<Shape>) {
    if let Some(Shape::Two(a, _) | Shape::One { n: a }) = s {
        println!("nested {}", a.0);
    } else {
        println!("no");
    }
    println!("end of nested");
}

fn let_else(s: Option<Noisy>) -> usize {
    let Some(n) = s else {
        println!("else");
        return 0;
    };
    println!("let else {}", n.0);
    1
}

fn update() {
    let base = Deep { last: Noisy("other last"), ..deep() };
    println!("updated");
    let again = Pair { a: Noisy("new a"), ..base.first };
    println!("again {}", again.b.0);
}

fn arrays() {
    let [a, _, c] = [Noisy("e0"), Noisy("e1"), Noisy("e2")];
    println!("{} {}", a.0, c.0);
    let four = [Noisy("f0"), Noisy("f1"), Noisy("f2"), Noisy("f3")];
    let [first, rest @ ..] = four;
    println!("{} {}", first.0, rest.len());
    let some = [Noisy("g0"), Noisy("g1"), Noisy("g2")];
    if let [x, .., z] = some {
        println!("{} {}", x.0, z.0);
    }
    println!("end of arrays");
}

fn main() {
    fields();
    conditional(true);
    conditional(false);
    shape(Shape::Two(Noisy("s2a"), Noisy("s2b")));
    shape(Shape::One { n: Noisy("s1") });
    shape(Shape::Zero);
    by_ref(&Shape::Two(Noisy("r2a"), Noisy("r2b")));
    by_ref(&Shape::One { n: Noisy("r1") });
    by_ref(&Shape::Zero);
    patterns((Noisy("x"), Noisy("y")), Pair { a: Noisy("a"), b: Noisy("b") });
    reinit(true);
    reinit(false);
    guard(Some(Noisy("g")), true);
    guard(Some(Noisy("g")), false);
    guard(None, true);
    alternatives((Some(Noisy("l")), Some(Noisy("r"))), true);
    alternatives((Some(Noisy("l")), Some(Noisy("r"))), false);
    alternatives((None, Some(Noisy("r"))), true);
    alternatives((None, Some(Noisy("r"))), false);
    alternatives((Some(Noisy("l")), None), false);
    nested(Some(Shape::Two(Noisy("n2a"), Noisy("n2b"))));
    nested(Some(Shape::One { n: Noisy("n1") }));
    nested(Some(Shape::Zero));
    println!("{}", let_else(Some(Noisy("le"))));
    println!("{}", let_else(None));
    update();
    arrays();
}
