use std::any::type_name_of_val;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::error::Error;
use std::fmt;
use std::ops::Deref;
use std::rc::{Rc, Weak};
use std::sync::{Arc, Mutex};

#[derive(Debug)]
struct Loud(&'static str);
impl Drop for Loud { fn drop(&mut self) { println!("~{}", self.0); } }

trait Base { fn base(&self) -> String; }
trait Derived: Base { fn derived(&self) -> String { format!("derived of {}", self.base()) } }
impl Base for Loud { fn base(&self) -> String { format!("base {}", self.0) } }
impl Derived for Loud {}

impl Base for Rc<dyn Base> { fn base(&self) -> String { format!("rc {}", (**self).base()) } }

fn up(d: Rc<dyn Derived>) -> Rc<dyn Base> { d }
fn call_generic(b: &impl Base) -> String { b.base() }


struct Wide([u8; 3]);
impl Base for Wide { fn base(&self) -> String { format!("wide {:?}", self.0) } }

struct Zero;
impl Base for Zero { fn base(&self) -> String { "zero".into() } }

trait Handler { fn handle(self: Rc<Self>, depth: u32) -> Vec<String>; fn shared(self: &Self) -> u8 { 1 } fn arc(self: Arc<Self>) -> usize; }
struct Node { name: String, next: Option<Rc<dyn Handler>> }
impl Handler for Node {
    fn handle(self: Rc<Self>, depth: u32) -> Vec<String> {
        let mut out = vec![format!("{}@{depth}/{}", self.name, Rc::strong_count(&self))];
        if let Some(n) = self.next.clone() { out.extend(n.handle(depth + 1)); }
        out
    }
    fn arc(self: Arc<Self>) -> usize { Arc::strong_count(&self) }
}
impl Drop for Node { fn drop(&mut self) { println!("node {} dropped", self.name); } }

#[derive(Debug)]
struct MyErr;
impl fmt::Display for MyErr { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str("my error") } }
impl Error for MyErr {}
fn fails(n: i32) -> Result<i32, Rc<dyn Error>> {
    if n > 2 { return Err(Rc::new(MyErr)); }
    Ok(n)
}
fn arc_fails(n: &str) -> Result<i32, Arc<dyn Error + Send + Sync>> {
    n.parse::<i32>().map_err(|e| Arc::new(e) as Arc<dyn Error + Send + Sync>)
}

struct Tree { value: i32, parent: RefCell<Weak<Tree>>, children: RefCell<Vec<Rc<Tree>>>, visit: Rc<dyn Fn(&Tree) -> String> }

fn choose(flag: bool) -> Rc<dyn Fn(i32) -> i32> { if flag { Rc::new(|x| x + 1) } else { Rc::new(|x| x - 1) } }
fn compose(fs: Vec<Rc<dyn Fn(i32) -> i32>>) -> impl Fn(i32) -> i32 { move |x| fs.iter().fold(x, |a, f| f(a)) }

fn main() {
    let d: Rc<dyn Derived> = Rc::new(Loud("a"));
    println!("{} {}", d.derived(), d.base());
    let b = up(d.clone());
    println!("{} {}", b.base(), Rc::strong_count(&d));
    println!("{}", call_generic(&b));
    let many: [Rc<dyn Base>; 3] = [b, Rc::new(Wide([1, 2, 3])), Rc::new(Zero)];
    for m in &many { println!("{} {} {}", (**m).base(), std::mem::size_of_val(&**m), std::mem::align_of_val(m.deref())); }
    drop(d);
    println!("dropped d");
    let weak: Vec<Weak<dyn Base>> = many.iter().map(Rc::downgrade).collect();
    println!("{:?}", weak.iter().map(|w| (w.strong_count(), w.weak_count())).collect::<Vec<_>>());
    drop(many);
    println!("{:?} {:?}", weak.iter().map(|w| w.upgrade().is_none()).collect::<Vec<_>>(), weak[0]);

    let last: Rc<dyn Handler> = Rc::new(Node { name: "last".into(), next: None });
    let first = Rc::new(Node { name: "first".into(), next: Some(last.clone()) });
    println!("{:?} {}", first.clone().handle(0), first.shared());
    let f: Rc<dyn Handler> = first;
    println!("{:?} {}", f.clone().handle(10), last.shared());
    let v: Vec<Vec<String>> = vec![f, last].into_iter().map(|h| h.handle(5)).collect();
    println!("{v:?}");
    let a: Arc<dyn Handler> = Arc::new(Node { name: "arc".into(), next: None });
    let a2 = a.clone();
    println!("{}", a2.arc());
    println!("{}", a.arc());

    println!("{:?} {}", fails(1), fails(3).unwrap_err());
    match arc_fails("x1") { Err(e) => println!("{e} / {e:?} {}", e.source().is_none()), Ok(n) => println!("{n}") }
    println!("{:?}", arc_fails("17"));

    let visit: Rc<dyn Fn(&Tree) -> String> = Rc::new(|t| format!("n{} p{:?} c{}", t.value, t.parent.borrow().upgrade().map(|p| p.value), t.children.borrow().len()));
    let leaf = Rc::new(Tree { value: 3, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]), visit: visit.clone() });
    println!("{}", (leaf.visit)(&leaf));
    let branch = Rc::new(Tree { value: 5, parent: Default::default(), children: RefCell::new(vec![leaf.clone()]), visit });
    *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
    println!("{} | {} | {}", (leaf.visit)(&leaf), (branch.visit)(&branch), Rc::strong_count(&branch.visit));

    let g = compose(vec![choose(true), choose(true), choose(false), Rc::new(|x| x * 100)]);
    println!("{}", g(4));

    let mut queue: VecDeque<Rc<dyn Fn() -> Option<u32>>> = VecDeque::new();
    let state = Rc::new(RefCell::new(0));
    for i in 1..4 { let s = Rc::clone(&state); queue.push_back(Rc::new(move || { *s.borrow_mut() += i; (i % 2 == 1).then_some(i) })); }
    while let Some(job) = queue.pop_front() {
        if let Some(n) = job() { if n < 10 { let job2 = job.clone(); let s = state.clone(); queue.push_back(Rc::new(move || { job2(); if *s.borrow() > 20 { None } else { Some(n + 10) } })); } }
    }
    println!("{} {}", state.borrow(), Rc::strong_count(&state));
    let m: Arc<Mutex<Vec<Box<dyn Base>>>> = Arc::new(Mutex::new(vec![]));
    m.lock().unwrap().push(Box::new(Loud("in mutex")));
    println!("{}", m.lock().unwrap()[0].base());
    let mut map: BTreeMap<Rc<str>, Rc<[u8]>> = BTreeMap::new();
    map.insert("k".into(), Rc::from(vec![1u8, 2]));
    map.insert(Rc::from(String::from("j")), Rc::from(&b"xyz"[..]));
    println!("{map:?} {:?}", map.get("j").map(|b| b.len()));
    let names: Rc<[Loud]> = Rc::new([Loud("x"), Loud("y")]);
    let w = Rc::downgrade(&names);
    println!("{} {:?}", names.len(), w.upgrade().map(|n| n.len()));
    drop(names);
    println!("{:?}", w.upgrade().map(|n| n.len()));
    let opt: Option<Rc<dyn Base>> = Some(Rc::new(Loud("opt")));
    println!("{} {}", opt.as_ref().map_or(String::new(), |o| o.base()), std::mem::size_of::<Option<Rc<dyn Base>>>());
    let got = Rc::try_unwrap(Rc::new(5)).unwrap();
    println!("{got} {:?}", Rc::new(RefCell::new(vec![1])) );
    let boxed: Box<[Loud]> = vec![Loud("b1"), Loud("b2")].into();
    let sh: Arc<[Loud]> = boxed.into();
    println!("{} {}", sh.len(), type_name_of_val(&*sh));
    let z: Rc<dyn Base> = Box::<Zero>::new(Zero).into_rc();
    println!("{}", z.base());
    let mut unique: Rc<dyn Derived> = Rc::new(Loud("u"));
    println!("{}", Rc::get_mut(&mut unique).is_some());
    let c2 = unique.clone();
    println!("{} {}", Rc::get_mut(&mut unique).is_some(), c2.derived());
    panic_later(c2);
}
trait IntoRc { fn into_rc(self) -> Rc<dyn Base>; }
impl<T: Base + 'static> IntoRc for Box<T> { fn into_rc(self) -> Rc<dyn Base> { Rc::<T>::from(self) } }
fn panic_later(d: Rc<dyn Derived>) { let _e: Rc<dyn Derived> = Rc::new(Loud("e")); if d.base().len() > 2 { panic!("with {}", d.derived()); } }
