struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Debug)]
enum Er {
    A(String),
    B,
}
impl From<String> for Er {
    fn from(s: String) -> Er {
        println!("from {s}");
        Er::A(s)
    }
}
struct Res {
    d: D,
    ok: bool,
}
impl Res {
    fn open(n: &'static str, ok: bool) -> Result<Res, String> {
        println!("open {n}");
        if n.is_empty() { Err("empty".into()) } else { Ok(Res { d: D(n), ok }) }
    }
    fn read(&self) -> Option<usize> {
        if self.ok { Some(self.d.0.len()) } else { None }
    }
    fn close(self) -> Result<usize, Er> {
        println!("close {}", self.d.0);
        if self.ok { Ok(1) } else { Err(Er::B) }
    }
}
fn chain(a: &'static str, b: &'static str, ok: bool) -> Result<usize, Er> {
    let x = Res::open(a, true)?;
    let y = Res::open(b, ok)?;
    let n = y.read().ok_or_else(|| "unread".to_string())?;
    let z = x.close()? + y.close()?;
    Ok(n + z)
}
fn in_expr(a: &'static str) -> Option<usize> {
    let t = (D("first"), Res::open(a, !a.is_empty()).ok()?, D("third"));
    Some(t.1.read()? + t.0.0.len())
}
fn temps(a: &'static str, ok: bool) -> Option<usize> {
    Some(Res::open(a, ok).ok()?.read()? + Res::open("second", true).ok()?.read()?)
}
fn looped(names: &[&'static str]) -> Result<Vec<Res>, Er> {
    let mut v = Vec::new();
    for n in names {
        let r = Res::open(n, n.len() < 4)?;
        let _tmp = D("tmp");
        if r.read().is_none() {
            return Err(Er::B);
        }
        v.push(r);
    }
    Ok(v)
}
fn closure(ok: bool) -> Result<usize, Er> {
    let f = |n: &'static str| -> Result<D, String> {
        let r = Res::open(n, ok)?;
        let Res { d, .. } = r;
        Ok(d)
    };
    let a = f("ca")?;
    let b = f(if ok { "cb" } else { "" })?;
    Ok(a.0.len() + b.0.len())
}
fn main() {
    println!("{:?}", chain("aa", "bbb", true));
    println!("{:?}", chain("aa", "", true));
    println!("{:?}", chain("aa", "bbb", false));
    println!("{:?}", chain("", "b", true));
    println!("{:?} {:?}", in_expr("xy"), in_expr(""));
    println!("{:?}", temps("tt", true));
    println!("{:?}", temps("tt", false));
    println!("{:?}", temps("", false));
    match looped(&["l1", "l2"]) {
        Ok(v) => println!("{}", v.len()),
        Err(e) => println!("{e:?}"),
    }
    match looped(&["l1", "long", "l3"]) {
        Ok(v) => println!("{}", v.len()),
        Err(e) => println!("{e:?}"),
    }
    println!("{:?}", looped(&["l1", ""]).map(|v| v.len()));
    println!("{:?} {:?}", closure(true), closure(false));
}
