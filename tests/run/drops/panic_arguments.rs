struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn f(d: D, n: Option<i32>) -> D {
    let _s = [D("s0"), D("s1")];
    println!("{}", d.0);
    let v: Vec<usize> = (0..5)
        .map(|i| {
            let _c = D("in map");
            if i == 2 {
                n.unwrap();
            }
            i
        })
        .collect();
    println!("{}", v.len());
    d
}
struct W(D, D);
fn main() {
    let w = W(f(D("w0"), Some(1)), D("w1"));
    let b = Box::new(D("box"));
    let _t = (D("x"), f(D("w2"), None), D("never"));
    println!("{}{}", w.0.0, b.0);
}
