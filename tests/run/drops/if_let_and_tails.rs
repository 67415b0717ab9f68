struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl D {
    fn get(&self) -> Option<i32> {
        if self.0.len() > 2 { Some(self.0.len() as i32) } else { None }
    }
    fn me(&self) -> &D {
        self
    }
}
fn mk(s: &'static str) -> D {
    println!("make {s}");
    D(s)
}
fn tail() -> usize {
    let _x = D("local");
    mk("temp").0.len()
}
fn tail2() -> usize {
    let _x = D("local");
    match mk("scrut").get() {
        Some(n) => n as usize,
        None => 0,
    }
}
fn main() {
    if let Some(n) = mk("long").get() {
        println!("then {n}");
    } else {
        println!("else");
    }
    if let Some(n) = mk("s").get() {
        println!("then {n}");
    } else {
        println!("else");
    }
    match mk("xx1").get() {
        Some(n) => println!("arm {n}"),
        None => println!("none"),
    }
    match mk("x").get() {
        Some(n) => println!("arm {n}"),
        None => println!("none"),
    }
    println!("{}", tail());
    println!("{}", tail2());
    let y = if let Some(n) = mk("abc").me().get()
        && n > 2
        && mk("chain").get().is_some()
    {
        println!("in");
        n
    } else {
        println!("out");
        0
    };
    println!("{y}");
    let y = if let Some(n) = mk("abc").me().get()
        && n > 5
        && mk("chain").get().is_some()
    {
        println!("in");
        n
    } else {
        println!("out");
        0
    };
    println!("{y}");
    let mut i = 0;
    while let Some(n) = mk(if i < 2 { "while" } else { "w" }).get() {
        println!("round {n}");
        i += 1;
        if i == 5 {
            break;
        }
    }
    while mk("cond").get().is_some() && i < 4 {
        println!("body {i}");
        i += 1;
    }
    let z = {
        let _a = D("a");
        mk("block tail").get()
    };
    println!("{z:?}");
    let r = &mk("extended");
    let r2 = mk("chained").me().get();
    let t = (&mk("tuple ext"), 1);
    println!("{} {r2:?} {}", r.0, t.0.0);
    let s = { &mk("inner ext") };
    println!("{}", s.0);
    let m = match 1 {
        1 => &mk("match ext"),
        _ => &mk("other ext"),
    };
    println!("{}", m.0);
    let q = if true { &mk("if ext") } else { &mk("else ext") };
    println!("{}", q.0);
    let _ = mk("underscore");
    let _u = mk("named");
    _ = mk("assigned underscore");
    let ref rr = mk("ref binding");
    println!("{}", rr.0);
    mk("stmt");
    let Some(k) = mk("letelse").get() else {
        println!("no");
        return;
    };
    println!("{k}");
    let Some(k) = mk("le").get() else {
        println!("no");
        return;
    };
    println!("{k}");
}
