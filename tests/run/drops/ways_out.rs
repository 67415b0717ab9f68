struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn q(b: bool) -> Option<usize> {
    let _a = D("qa");
    let n = opt(b)?;
    let _b = D("qb");
    Some(n + 1)
}
fn opt(b: bool) -> Option<usize> {
    let _o = D("opt");
    if b { Some(1) } else { None }
}
fn r(n: i32) -> Result<D, String> {
    let d = D("r");
    if n == 0 {
        return Err("zero".to_string());
    }
    let _t = D("rt");
    if n == 1 {
        return Ok(d);
    }
    Err(format!("n{n}"))
}
fn rr(n: i32) -> Result<usize, String> {
    let d = r(n)?;
    let _k = D("k");
    Ok(d.0.len())
}
fn lp() -> i32 {
    let _o = D("outer");
    'a: loop {
        let _l = D("loop");
        for i in 0..5 {
            let _i = D("for");
            if i == 1 {
                continue;
            }
            if i == 2 {
                break 'a i;
            }
            println!("i{i}");
        }
    }
}
fn blk(n: i32) -> &'static str {
    let r = 'b: {
        let _d = D("blk");
        if n == 1 {
            break 'b "early";
        }
        let _e = D("blk2");
        "late"
    };
    println!("out of block");
    r
}
fn early(n: i32) -> D {
    let a = D("ea");
    let b = D("eb");
    if n > 0 {
        return a;
    }
    b
}
fn nested() {
    let _a = D("na");
    {
        let _b = D("nb");
        {
            let _c = D("nc");
        }
        println!("inner");
    }
    println!("outer");
}
fn args(a: D, _: D, _c: D, d: D) {
    println!("args {} {}", a.0, d.0);
}
fn val() -> usize {
    D("val").0.len() + D("val2").0.len()
}
fn main() {
    println!("{:?} {:?}", q(true), q(false));
    for n in 0..3 {
        match r(n) {
            Ok(d) => println!("ok {}", d.0),
            Err(e) => println!("{e}"),
        }
        println!("{:?}", rr(n));
    }
    println!("{}", lp());
    println!("{} {}", blk(1), blk(2));
    println!("{}", early(1).0);
    println!("{}", early(0).0);
    nested();
    args(D("1"), D("2"), D("3"), D2());
    println!("{}", val());
    let x = {
        let d = D("moved out of block");
        d
    };
    println!("{}", x.0);
    let _z = loop {
        let d = D("brk");
        break d;
    };
    let v: Vec<D> = (0..3).map(|i| D(["m0", "m1", "m2"][i])).filter(|d| d.0 != "m1").collect();
    println!("{}", v.len());
    for d in v {
        if d.0 == "m0" {
            println!("skip");
            continue;
        }
        println!("use {}", d.0);
    }
    for d in vec![D("b0"), D("b1"), D("b2")] {
        println!("{}", d.0);
        break;
    }
    println!("broke");
    for (i, d) in [D("x"), D("y"), D("z")].into_iter().enumerate() {
        if i == 1 {
            println!("at {}", d.0);
            break;
        }
    }
    let r: Result<Vec<D>, &str> = vec![1, 2, 0, 3]
        .into_iter()
        .map(|n| if n == 0 { Err("bad") } else { Ok(D(["", "c1", "c2", "c3"][n])) })
        .collect();
    println!("{}", r.is_err());
    let s = D("cmp").0 == D("cmp2").0;
    println!("{s}");
    let n = D("aa").0.len() > 1 && D("bb").0.len() > 5 || D("cc").0.len() == 2;
    println!("{n}");
}
#[allow(non_snake_case)]
fn D2() -> D {
    D("4")
}
