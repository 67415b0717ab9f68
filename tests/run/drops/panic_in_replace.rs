struct Noisy(&'static str, bool);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
        assert!(!self.1, "panic of {}", self.0);
    }
}

fn main() {
    let _a = Noisy("a", false);
    let mut p = [Noisy("p0", false), Noisy("old", true), Noisy("p2", false)];
    let _b = Noisy("b", false);
    p[1] = Noisy("new", false);
    println!("not reached {}", p.len());
}
