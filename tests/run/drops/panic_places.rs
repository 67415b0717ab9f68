struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Loud(D, u32);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("loud {} {}", self.0.0, self.1);
    }
}
fn boom(n: u32) -> u32 {
    if n > 2 {
        panic!("boom {n}");
    }
    n
}
fn build(n: u32) -> Loud {
    let _g = D("guard in build");
    Loud(D("inner"), boom(n))
}
fn visit(v: &mut Vec<Loud>, o: &mut Option<D>) {
    let t = o.take();
    v.push(build(1));
    let mut k = D("k");
    for i in 0..5 {
        k = D(["k0", "k1", "k2", "k3", "k4"][i]);
        let moved = std::mem::replace(&mut k, D("swapped"));
        v.push(Loud(moved, i as u32));
        if i == 3 {
            let x = match t {
                Some(ref d) if d.0 == "opt" => build(i as u32),
                _ => build(0),
            };
            v.push(x);
        }
    }
    println!("{}", k.0);
}
fn main() {
    let mut v = Vec::with_capacity(4);
    let mut o = Some(D("opt"));
    let keep = Box::new([Loud(D("b0"), 10), Loud(D("b1"), 11)]);
    let c = move || keep.len();
    println!("{}", c());
    let s = String::from("text");
    let part = (D("part0"), s, D("part2"));
    let p2 = part.2;
    {
        let _inner = D("inner scope");
    }
    println!("{} {}", p2.0, part.1);
    visit(&mut v, &mut o);
    println!("unreachable {}", c());
}
