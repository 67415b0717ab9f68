struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

trait Named {
    fn name(&self) -> String;
    fn make(n: u32) -> Self
    where
        Self: Sized;
}
struct Gen<T: Named> {
    inner: T,
    label: String,
}
impl<T: Named> Drop for Gen<T> {
    fn drop(&mut self) {
        println!("gen {} of {}", self.label, self.inner.name());
    }
}
impl Named for D {
    fn name(&self) -> String {
        self.0.to_string()
    }
    fn make(n: u32) -> D {
        D(["a", "b", "c"][n as usize % 3])
    }
}
impl Named for u32 {
    fn name(&self) -> String {
        format!("u{self}")
    }
    fn make(n: u32) -> u32 {
        n
    }
}
impl<T: Named> Named for Vec<T> {
    fn name(&self) -> String {
        self.iter().map(|x| x.name()).collect::<Vec<_>>().join("+")
    }
    fn make(n: u32) -> Self {
        (0..n).map(T::make).collect()
    }
}
impl<T: Named> Named for Option<T> {
    fn name(&self) -> String {
        self.as_ref().map_or("none".into(), |x| x.name())
    }
    fn make(n: u32) -> Self {
        if n == 0 { None } else { Some(T::make(n)) }
    }
}
fn build<T: Named>(n: u32) -> Gen<T> {
    Gen { inner: T::make(n), label: format!("#{n}") }
}
fn pass<T>(t: T) -> T {
    let u = t;
    u
}
fn either<A, B>(a: A, b: B, first: bool) -> Result<A, B> {
    if first { Ok(a) } else { Err(b) }
}
struct Pair<A, B>(A, B);
impl<A, B> Drop for Pair<A, B> {
    fn drop(&mut self) {
        println!("pair {}", std::mem::needs_drop::<A>() && std::mem::needs_drop::<B>());
    }
}
struct Wrap<const N: usize>([D; N]);
impl<const N: usize> Drop for Wrap<N> {
    fn drop(&mut self) {
        println!("wrap {N}");
    }
}
trait Shape {
    const ID: u32;
    fn describe(self) -> String;
}
impl Shape for D {
    const ID: u32 = 7;
    fn describe(self) -> String {
        format!("{}{}", self.0, Self::ID)
    }
}
fn consume<S: Shape>(s: S) -> String {
    let r = s.describe();
    println!("described");
    r
}
impl Clone for D {
    fn clone(&self) -> D {
        println!("clone {}", self.0);
        D(self.0)
    }
}
fn main() {
    let a = build::<D>(1);
    let _b = build::<u32>(2);
    let _c = build::<Vec<D>>(3);
    let _d = pass(build::<Option<D>>(0));
    let _e = build::<Option<Vec<D>>>(2);
    println!("{}", a.inner.name());
    match either(D("left"), D("right"), true) {
        Ok(x) => println!("ok {}", x.0),
        Err(y) => println!("err {}", y.0),
    }
    if let Err(y) = either(D("l2"), D("r2"), false) {
        println!("err {}", y.0);
    }
    let p = Pair(D("p"), 1u8);
    let q = Pair(p, String::from("s"));
    println!("{}", q.1);
    let _w = Wrap([D("w0"), D("w1")]);
    println!("{}", consume(D("shape")));
    let v = vec![D("x"), D("y")];
    let w = v.clone();
    println!("{}", w.len());
    drop(v);
    let mut o = Some(D("o"));
    o.clone_from(&None);
    println!("cleared");
    let t = (D("t"), 5).clone();
    println!("{}", t.1);
    let arr = [D("r0"), D("r1")];
    let m = arr.map(|d| {
        println!("map {}", d.0);
        d.0.len()
    });
    println!("{m:?}");
    println!("{}", std::mem::needs_drop::<Gen<u32>>() && !std::mem::needs_drop::<(u8, &D)>());
}
