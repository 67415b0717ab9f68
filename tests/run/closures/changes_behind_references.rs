// What closures change without a `mut` at the variable: what lies behind a `&mut`, and what is their own.
#[derive(Debug, Default)]
struct S {
    a: i32,
    v: Vec<i32>,
    b: Box<i32>,
}
impl S {
    fn each(&mut self, xs: &[i32]) {
        let mut add = |x: &i32| {
            self.a += x;
            self.v.push(*x);
            *self.b += 1;
        };
        xs.iter().for_each(&mut add);
    }
    fn by_value(mut self) -> Self {
        let mut f = || self.a = 9;
        f();
        self
    }
    fn shared(&self) -> i32 {
        let f = || self.a + self.v.len() as i32;
        f()
    }
}
fn main() {
    let mut s = S::default();
    s.each(&[1, 2]);
    let s = s.by_value();
    println!("{s:?} {}", s.shared());
    let (mut a, b) = (1, 2);
    let mut f = || a += b;
    f();
    println!("{a}");
    let r = &mut a;
    let mut g = move || {
        *r += 1;
        *r
    };
    println!("{}", g());
    let r2 = &mut a;
    let mut h = || {
        println!("{r2}");
        *r2 += 1;
    };
    h();
    let o = Some(&mut a);
    let k = || {
        if let Some(x) = o {
            *x += 5;
        }
    };
    k();
    println!("{a}");
    let mut grid = vec![vec![0; 3]; 2];
    for row in &mut grid {
        let mut set = |i: usize| row[i] = i;
        set(1);
        let mut all = || row.iter_mut().for_each(|c| *c += 1);
        all();
    }
    println!("{grid:?}");
    let mut outer = 0;
    let mut nest = || {
        let mut inner = || outer += 1;
        inner();
        inner();
    };
    nest();
    println!("{outer}");
    let c = std::cell::RefCell::new(vec![1]);
    let push = |x| c.borrow_mut().push(x);
    push(2);
    println!("{c:?}");
    let mut it = [1, 2, 3].into_iter();
    let mut nx = move || it.next();
    println!("{:?} {:?}", nx(), nx());
    let mut count = {
        let mut n = 0;
        move || {
            n += 1;
            n
        }
    };
    println!("{} {}", count(), count());
    let mut fs: Vec<Box<dyn FnMut() -> i32>> = Vec::new();
    for mut i in 0..2 {
        fs.push(Box::new(move || {
            i += 10;
            i
        }));
    }
    for f in &mut fs {
        println!("{}", f());
    }
    let pair = (&mut outer, 1);
    let mut p = || *pair.0 += pair.1;
    p();
    println!("{outer}");
    let mut arr = [1, 2, 3];
    let sl = &mut arr[..];
    let mut q = || {
        sl[0] = 7;
        sl.reverse();
    };
    q();
    println!("{arr:?}");
    let bx: Box<&mut i32> = Box::new(&mut outer);
    let mut z = || **bx += 1;
    z();
    println!("{outer}");
    let mut st = String::new();
    let mut w = |x: &str| {
        use std::fmt::Write;
        write!(st, "{x}").unwrap();
    };
    w("a");
    w("b");
    println!("{st}");
    struct W<'a>(&'a mut Vec<i32>);
    let mut vv = vec![];
    let ww = W(&mut vv);
    let mut pp = || ww.0.push(1);
    pp();
    pp();
    println!("{vv:?}");
    match &mut vv {
        v2 => {
            let mut e = || v2.push(3);
            e();
        }
    }
    if let Some(ref mut first) = vv.first_mut() {
        let mut e = || **first = 8;
        e();
    }
    println!("{vv:?}");
}
