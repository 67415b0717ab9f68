trait Relation<'a, 'b> {}

trait Reader<'a> {
    type Out;
}

fn nested<T>(value: T)
where
    for<'a> &'a T: for<'b> Relation<'a, 'b>, //~ ERROR E0316
{
    let _ = value;
}

fn call<F>(f: F)
where
    F: for<'a> Fn(i32) -> Option<&'a i32>, //~ ERROR E0582
{
    f(1);
}

fn bind<I: for<'a> Iterator<Item = &'a str>>(iter: I) { //~ ERROR E0582
    iter.count();
}

fn clause<F>(f: F)
where
    for<'a> F: Fn() -> &'a str, //~ ERROR E0582
{
    f();
}

fn object(f: &dyn for<'a> Fn(u8) -> &'a str) { //~ ERROR E0582
    f(1);
}

fn fine<'o, F, G>(f: F, g: G, h: fn(&str) -> &str)
where
    F: for<'a> Fn(&'a str) -> Option<&'a str>,
    for<'a> &'a G: IntoIterator<Item = &'a i32>,
    G: for<'a> Reader<'a, Out = &'o str>,
{
    f("");
    h("");
    for _ in &g {}
}

fn elided(f: impl Fn() -> &str, g: fn(&str, &str) -> &str) { //~ ERROR E0106, E0106
    f();
    g("", "");
}

fn main() {
    let pointer: for<'a> fn() -> &'a i32; //~ ERROR E0581
    let alias: Box<dyn Fn() -> &u8>; //~ ERROR E0106
}
