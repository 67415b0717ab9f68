struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Node {
    d: D,
    kids: Vec<Node>,
}
enum Tree {
    Leaf,
    Br(Box<Tree>, D, Box<Tree>),
}
fn build(n: usize) -> Tree {
    if n == 0 {
        Tree::Leaf
    } else {
        Tree::Br(Box::new(build(n - 1)), D(["0", "1", "2", "3"][n]), Box::new(build(n - 1)))
    }
}
fn take(t: Tree) -> Option<D> {
    match t {
        Tree::Leaf => None,
        Tree::Br(l, d, r) => {
            println!("at {}", d.0);
            drop(r);
            take(*l).or(Some(d))
        }
    }
}
struct Stack {
    head: Option<Box<N>>,
}
struct N {
    v: D,
    next: Option<Box<N>>,
}
impl Stack {
    fn push(&mut self, v: D) {
        let old = self.head.take();
        self.head = Some(Box::new(N { v, next: old }));
    }
    fn pop(&mut self) -> Option<D> {
        self.head.take().map(|n| {
            let n = *n;
            self.head = n.next;
            n.v
        })
    }
}
fn swap_box(b: &mut Box<D>) {
    **b = D("swapped in");
    println!("swapped");
    *b = Box::new(D("new box"));
    println!("reboxed");
}
fn main() {
    let t = Node {
        d: D("root"),
        kids: vec![
            Node { d: D("k1"), kids: vec![] },
            Node { d: D("k2"), kids: vec![Node { d: D("k21"), kids: Vec::new() }] },
        ],
    };
    println!("{} {}", t.d.0, t.kids.len());
    let x = take(build(3));
    println!("{}", x.is_some());
    let mut s = Stack { head: None };
    s.push(D("s1"));
    s.push(D("s2"));
    s.push(D("s3"));
    println!("{}", s.pop().unwrap().0);
    let mut b = Box::new(D("first"));
    swap_box(&mut b);
    println!("{}", b.0);
    let bb = Box::new(Box::new((D("i0"), D("i1"))));
    let i1 = bb.1;
    println!("{}", i1.0);
    let z = bb.0;
    println!("{}", z.0);
    let mut c = Box::new(D("c"));
    drop(*c);
    println!("c gone");
    *c = D("c again");
    println!("{}", c.0);
    let o: Option<Box<D>> = Some(Box::new(D("ob")));
    if let Some(x) = &o {
        println!("{}", x.0);
    }
    let mut v = vec![D("v0"), D("v1"), D("v2"), D("v3"), D("v4"), D("v5")];
    v.swap_remove(0);
    println!("-");
    v.insert(1, D("ins"));
    println!("retained");
    let w = v.split_off(2);
    println!("{} {}", v.len(), w.len());
    v[0] = D("replaced");
    println!("--");
    v.clear();
    println!("cleared");
    v.extend(w);
    v.pop();
    let mut it = v.into_iter();
    println!("{:?}", it.next().map(|d| d.0));
    println!("rest");
    drop(it);
    let vv = vec![vec![D("a"), D("b")], vec![D("c")]];
    let flat: Vec<D> = vv.into_iter().flatten().collect();
    println!("{}", flat.len());
    let mut pk = flat.into_iter().peekable();
    println!("{}", pk.peek().unwrap().0);
    pk.next();
    println!("peeked");
    let mut zip = vec![D("z0"), D("z1")].into_iter().zip(vec![D("y0")]);
    while let Some((a, b)) = zip.next() {
        println!("{} {}", a.0, b.0);
    }
    println!("zipped");
    let arr: [Vec<D>; 2] = [vec![D("q0")], vec![D("q1"), D("q2")]];
    let [f, g] = arr;
    drop(g);
    println!("{}", f.len());
    let bs: Box<[D]> = Box::new([D("bs0"), D("bs1")]);
    println!("{}", bs.len());
    let v2 = bs.into_vec();
    println!("{}", v2.len());
    let strs = vec![String::from("a"), "b".to_string()];
    let j = strs.join("-");
    println!("{j}");
    let mut st = String::new();
    for s in strs {
        st += &s;
    }
    println!("{st}");
}
