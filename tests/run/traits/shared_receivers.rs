// Methods whose receiver is an `Rc`, or a reference to one or to a box; `?` on `ControlFlow`.
use std::ops::ControlFlow;
use std::rc::Rc;
struct Node {
    name: String,
    next: Option<Rc<Node>>,
}
trait Shared {
    fn share(self: Rc<Self>) -> usize;
    fn boxed(self: Box<Self>) -> String;
}
impl Node {
    fn me(self: Rc<Self>) -> (Rc<Self>, usize) {
        let n = Rc::strong_count(&self);
        (self, n)
    }
    fn by_ref(self: &Rc<Self>) -> usize {
        Rc::strong_count(self) + self.name.len()
    }
    fn by_mut(self: &mut Box<Self>) {
        self.name.push('!');
    }
    fn nested(self: Rc<Box<Self>>) -> String {
        self.name.clone()
    }
}
impl Shared for Node {
    fn share(self: Rc<Self>) -> usize {
        self.name.len() + self.next.as_ref().map_or(0, |n| n.clone().share())
    }
    fn boxed(self: Box<Self>) -> String {
        self.name
    }
}
fn first_even(v: &[i32]) -> ControlFlow<i32, usize> {
    for &x in v {
        check(x)?;
    }
    ControlFlow::Continue(v.len())
}
fn check(x: i32) -> ControlFlow<i32> {
    if x % 2 == 0 { ControlFlow::Break(x) } else { ControlFlow::Continue(()) }
}
fn main() {
    let a = Rc::new(Node { name: "a".into(), next: Some(Rc::new(Node { name: "bcd".into(), next: None })) });
    let (b, n) = a.clone().me();
    println!("{} {n} {}", b.name, a.by_ref());
    println!("{}", a.clone().share());
    let mut boxed = Box::new(Node { name: "x".into(), next: None });
    boxed.by_mut();
    println!("{}", boxed.boxed());
    println!("{}", Rc::new(Box::new(Node { name: "nested".into(), next: None })).nested());
    println!("{:?} {:?}", first_even(&[1, 3, 4, 6]), first_even(&[1, 3]));
    let r = (1..10).try_for_each(|x| {
        check(x * 2 + 1)?;
        if x > 5 { ControlFlow::Break(x) } else { ControlFlow::Continue(()) }
    });
    println!("{r:?}");
    let c = (|| {
        let n = first_even(&[5])?;
        check(n as i32)?;
        ControlFlow::Continue("odd")
    })();
    println!("{c:?}");
}
