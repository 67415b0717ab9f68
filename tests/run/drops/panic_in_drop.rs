struct Noisy(&'static str, bool);

impl Drop for Noisy {
    fn drop(&mut self) {
        let _inner = Inner(self.0);
        println!("drop {}", self.0);
        if self.1 {
            panic!("in {}", self.0);
        }
    }
}

struct Inner(&'static str);

impl Drop for Inner {
    fn drop(&mut self) {
        println!("inner of {}", self.0);
    }
}

struct S {
    a: Noisy,
    b: Noisy,
    c: Noisy,
}

impl Drop for S {
    fn drop(&mut self) {
        println!("s");
    }
}

fn main() {
    let _before = Noisy("before", false);
    let mut x = Noisy("x", false);
    x = Noisy("new x", false);
    let s = S { a: Noisy("a", false), b: Noisy("b", true), c: Noisy("c", false) };
    let array = [Noisy("0", false), Noisy("1", false)];
    println!("{} {}", x.0, array.len());
    drop(s);
    println!("not reached");
}
