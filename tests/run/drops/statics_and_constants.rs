struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

static S: D = D("static");
const C: D = D("const");
const NONE: Option<D> = None;
static LIST: [D; 2] = [D("l0"), D("l1")];
struct Cfg {
    d: D,
    n: u32,
}
const CFG: Cfg = Cfg { d: D("cfg"), n: 3 };
fn use_const() -> usize {
    let c = C;
    println!("used {}", c.0);
    c.0.len()
}
fn main() {
    println!("{}", S.0);
    println!("{}", C.0);
    println!("after temporary const");
    let r = &C;
    println!("{}", r.0);
    let n = &NONE;
    println!("{}", n.is_none());
    println!("{}", use_const());
    println!("{}", LIST[1].0);
    let a = [C; 1];
    println!("{}", a.len());
    println!("{}", CFG.n);
    println!("cfg read");
    let c = Cfg { n: 4, ..CFG };
    println!("{} {}", c.n, c.d.0);
    let e: [Option<D>; 3] = [NONE; 3];
    println!("{}", e.len());
    let [x, ..] = e;
    println!("{}", x.is_none());
    let mut v = Vec::new();
    for _ in 0..2 {
        v.push(C);
    }
    println!("{}", v.len());
    let z: [D; 0] = [];
    println!("{}", z.len());
    if S.0.len() > 3 {
        std::process::exit(3);
    }
}
