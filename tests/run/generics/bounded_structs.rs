use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::marker::PhantomData;
use std::rc::Rc;

struct Plain;
struct Cache<F: Fn(u32) -> u32> { f: F, map: HashMap<u32, u32> }
impl<F: Fn(u32) -> u32> Cache<F> { fn new(f: F) -> Self { Cache { f, map: HashMap::new() } } fn get(&mut self, k: u32) -> u32 { if let Some(v) = self.map.get(&k) { return *v; } let v = (self.f)(k); self.map.insert(k, v); v } }
struct Iter<I: Iterator> where I::Item: Display { inner: std::iter::Peekable<I> }
impl<I: Iterator> Iter<I> where I::Item: Display { fn all(self) -> String { self.inner.map(|x| x.to_string()).collect() } }
struct Graph<N: Eq + Hash + Clone, E = ()> { nodes: HashMap<N, Vec<(N, E)>> }
impl<N: Eq + Hash + Clone + Debug, E> Graph<N, E> { fn new() -> Self { Self { nodes: HashMap::new() } } }
struct Typed<T: Default + 'static>(PhantomData<T>, fn() -> T);
struct Handler<F> where F: FnMut(&str) -> bool { f: F }
trait State { type Next: State; fn go(self) -> Self::Next; }
struct A; struct B;
impl State for A { type Next = B; fn go(self) -> B { B } }
impl State for B { type Next = A; fn go(self) -> A { A } }
struct Machine<S: State> { s: S }
impl<S: State> Machine<S> { fn step(self) -> Machine<S::Next> { Machine { s: self.s.go() } } }
struct Boxed<T: ?Sized + Debug>(Box<T>);
struct Node<T: Ord> { v: T, l: Option<Box<Node<T>>>, r: Option<Box<Node<T>>> }
impl<T: Ord> Node<T> { fn leaf(v: T) -> Self { Node { v, l: None, r: None } } fn insert(&mut self, v: T) { let slot = if v < self.v { &mut self.l } else { &mut self.r }; match slot { Some(n) => n.insert(v), None => *slot = Some(Box::new(Node::leaf(v))) } } fn walk<'a>(&'a self, out: &mut Vec<&'a T>) { if let Some(l) = &self.l { l.walk(out); } out.push(&self.v); if let Some(r) = &self.r { r.walk(out); } } }
struct Cb<'a, T: Copy> { cbs: Vec<Box<dyn Fn(T) -> T + 'a>> }
fn main() {
    let k = 3;
    let mut c = Cache::new(|x| x * x + k);
    println!("{} {}", c.get(4), c.get(4));
    let mut direct = Cache { f: |x: u32| x + 1, map: HashMap::new() };
    println!("{}", direct.get(1));
    println!("{}", Iter { inner: [1, 2, 3].iter().map(|x| x * 2).peekable() }.all());
    let mut g: Graph<_, _> = Graph::new();
    g.nodes.entry("a").or_insert_with(Vec::new).push(("b", 1.5));
    println!("{:?}", g.nodes);
    let g2 = Graph::<String>::new();
    println!("{}", g2.nodes.len());
    let t = Typed(PhantomData, || 5u8);
    println!("{}", (t.1)());
    let mut seen = 0;
    let mut h = Handler { f: |s| { seen += s.len(); s.is_empty() } };
    println!("{} {}", (h.f)("abc"), (h.f)(""));
    println!("{seen}");
    let m = Machine { s: A }.step().step().step();
    let _: B = m.s;
    let b: Boxed<dyn Debug> = Boxed(Box::new(5));
    let s: Boxed<[i32]> = Boxed(Box::new([1, 2]));
    println!("{:?} {:?}", b.0, s.0);
    let mut n = Node::leaf(5); for v in [3, 8, 1] { n.insert(v); } let mut out = vec![]; n.walk(&mut out); println!("{out:?}");
    let add = 4; let cb = Cb { cbs: vec![Box::new(move |x| x + add), Box::new(|x: i32| x * 2)] };
    println!("{}", cb.cbs.iter().fold(1, |a, f| f(a)));
    let shared: Rc<RefCell<Vec<Boxed<str>>>> = Rc::default();
    shared.borrow_mut().push(Boxed("x".into()));
    println!("{:?}", shared.borrow()[0].0);
    let nested = || { let w = Some(Machine { s: B }); w.map(|m| m.step()) };
    println!("{}", nested().is_some());
}
