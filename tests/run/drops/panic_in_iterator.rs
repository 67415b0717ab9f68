struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct It(u32);
impl Iterator for It {
    type Item = D;
    fn next(&mut self) -> Option<D> {
        self.0 += 1;
        let _t = D("in next");
        if self.0 == 3 {
            let z: Option<u32> = None;
            println!("{}", z.expect("nothing there"));
        }
        Some(D("item"))
    }
}
impl Drop for It {
    fn drop(&mut self) {
        println!("it {}", self.0);
    }
}
fn main() {
    let held = D("held");
    let f = |d: D| {
        let e = d;
        println!("{} {}", e.0, held.0);
        e
    };
    let v: Vec<D> = It(0).map(f).collect();
    println!("{}", v.len());
}
