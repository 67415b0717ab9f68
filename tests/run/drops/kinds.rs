struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

use std::mem;

struct Outer {
    a: Noisy,
    b: Noisy,
}

impl Drop for Outer {
    fn drop(&mut self) {
        let _local = Noisy("local of drop");
        println!("outer with {} {}", self.a.0, self.b.0);
        self.a = Noisy("replaced in drop");
    }
}

enum E {
    A(Noisy),
    B { x: Noisy, y: Outer },
    C,
}

impl Drop for E {
    fn drop(&mut self) {
        match self {
            E::A(n) => println!("E::A {}", n.0),
            E::B { x, .. } => println!("E::B {}", x.0),
            E::C => println!("E::C"),
        }
    }
}

struct Zst;

impl Drop for Zst {
    fn drop(&mut self) {
        println!("zst");
    }
}

struct Generic<T>(T, u8);

impl<T> Drop for Generic<T> {
    fn drop(&mut self) {
        println!("generic {}", self.1);
    }
}

struct Wrapper<T> {
    inner: T,
}

fn zst(z: Zst) -> Zst {
    let _other = Zst;
    z
}

fn consume<T>(_t: T) {
    println!("consume");
}

fn swap_in(r: &mut Noisy) -> Noisy {
    mem::replace(r, Noisy("swapped in"))
}

const NAMED: Noisy = Noisy("constant");

fn main() {
    {
        let _o = Outer { a: Noisy("oa"), b: Noisy("ob") };
    }
    {
        let _a = E::A(Noisy("ea"));
        let _b = E::B { x: Noisy("ex"), y: Outer { a: Noisy("ya"), b: Noisy("yb") } };
        let _c = E::C;
    }
    {
        let z = zst(Zst);
        let _pair = (Zst, Zst);
        let _array = [Zst, Zst];
        println!("zsts");
        drop(z);
    }
    {
        let g = Generic(Noisy("in generic"), 1);
        let _h = Generic(3, 2);
        let w = Wrapper { inner: g };
        consume(w.inner);
        consume(Generic((), 3));
    }
    {
        let mut n = Noisy("n");
        let old = swap_in(&mut n);
        println!("old {}", old.0);
        mem::forget(old);
        let mut m = Noisy("m");
        mem::swap(&mut n, &mut m);
        println!("{} {}", n.0, m.0);
        mem::drop(n);
        println!("{} {}", mem::needs_drop::<Noisy>(), mem::needs_drop::<u32>());
        println!("{}", mem::needs_drop::<Option<(u8, Noisy)>>());
    }
    {
        let mut o = Some(Noisy("in option"));
        if let Some(n) = o.take() {
            println!("took {}", n.0);
        }
        o = Some(Noisy("again"));
        let n = o.unwrap();
        println!("unwrapped {}", n.0);
    }
    {
        let a = NAMED;
        println!("{}", a.0);
        println!("{}", NAMED.0);
        let r = &NAMED;
        println!("{}", r.0);
    }
    println!("end");
}
