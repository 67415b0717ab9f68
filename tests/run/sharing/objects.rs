use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::{self, Debug, Display};
use std::rc::{Rc, Weak};
use std::sync::Arc;

trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String { "shape".to_string() }
    fn consume(self: Rc<Self>) -> usize;
    fn boxed(self: Box<Self>) -> String;
}
struct Circle(f64);
struct Square { side: f64, tag: String }
impl Drop for Circle { fn drop(&mut self) { println!("drop circle {}", self.0); } }
impl Drop for Square { fn drop(&mut self) { println!("drop square {} {}", self.side, self.tag); } }
impl Shape for Circle {
    fn area(&self) -> f64 { 3.0 * self.0 * self.0 }
    fn consume(self: Rc<Self>) -> usize { println!("consume circle {}", self.0); Rc::strong_count(&self) }
    fn boxed(self: Box<Self>) -> String { format!("boxed circle {}", self.0) }
}
impl Shape for Square {
    fn area(&self) -> f64 { self.side * self.side }
    fn name(&self) -> String { format!("square {}", self.tag) }
    fn consume(self: Rc<Self>) -> usize { println!("consume {}", self.tag); Rc::strong_count(&self) }
    fn boxed(self: Box<Self>) -> String { format!("boxed {}", self.tag) }
}
fn total(shapes: &[Rc<dyn Shape>]) -> f64 { shapes.iter().map(|s| s.area()).sum() }

trait Observer { fn notify(&self, event: &str); fn id(&self) -> u32; }
struct Logger { id: u32, log: RefCell<Vec<String>> }
impl Observer for Logger {
    fn notify(&self, event: &str) { self.log.borrow_mut().push(format!("{}:{event}", self.id)); }
    fn id(&self) -> u32 { self.id }
}
impl Drop for Logger { fn drop(&mut self) { println!("logger {} gone with {:?}", self.id, self.log.borrow()); } }
#[derive(Default)]
struct Subject { observers: RefCell<Vec<Weak<dyn Observer>>> }
impl Subject {
    fn attach(&self, o: Weak<dyn Observer>) { self.observers.borrow_mut().push(o); }
    fn emit(&self, event: &str) -> usize {
        self.observers.borrow_mut().retain(|w| w.upgrade().is_some());
        for o in self.observers.borrow().iter() { if let Some(o) = o.upgrade() { o.notify(event); print!("[{}]", o.id()); } }
        println!();
        self.observers.borrow().len()
    }
}
#[derive(Debug, Clone, PartialEq)]
struct P { x: i32 }
impl Display for P { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "<{}>", self.x) } }
fn show(d: Rc<dyn Debug>) { println!("{d:?} {:#?}", d); }
fn generic<T: ?Sized + Shape>(x: Rc<T>) -> usize { x.consume() }

fn main() {
    let shapes: Vec<Rc<dyn Shape>> = vec![Rc::new(Circle(1.0)), Rc::new(Square { side: 2.0, tag: "s".into() })];
    println!("{}", total(&shapes));
    let again = Rc::clone(&shapes[1]);
    let third = shapes[0].clone();
    println!("{} {} {}", Rc::strong_count(&again), Rc::strong_count(&third), Rc::ptr_eq(&again, &shapes[1]));
    println!("{} {}", std::mem::size_of_val(&*again), std::mem::size_of_val(&again));
    println!("{}", again.name());
    println!("consume -> {}", again.consume());
    println!("generic -> {}", generic(third));
    println!("generic -> {}", generic(Rc::new(Circle(9.0))));
    let b: Box<dyn Shape> = Box::new(Square { side: 1.0, tag: "b".into() });
    let r: Rc<dyn Shape> = Rc::from(b);
    println!("{} {}", r.name(), r.area());
    let b2: Box<dyn Shape> = Box::new(Square { side: 1.0, tag: "b2".into() });
    println!("{}", b2.boxed());
    drop(shapes);
    println!("--");
    let subject = Subject::default();
    let a = Rc::new(Logger { id: 1, log: RefCell::default() });
    {
        let b: Rc<dyn Observer> = Rc::new(Logger { id: 2, log: RefCell::default() });
        let wa = Rc::downgrade(&a);
        subject.attach(wa);
        subject.attach(Rc::downgrade(&b));
        subject.attach(Weak::<Logger>::new());
        println!("{}", subject.emit("one"));
        println!("{} {}", Rc::weak_count(&a), Rc::weak_count(&b));
    }
    println!("{}", subject.emit("two"));
    println!("{:?}", a.log.borrow());

    let mut table: HashMap<String, Rc<dyn Fn(i32) -> i32>> = HashMap::new();
    let k = 10;
    table.insert("add".to_string(), Rc::new(move |x| x + k));
    table.insert("twice".to_string(), Rc::new(|x| x * 2));
    let twice = table["twice"].clone();
    table.insert("both".to_string(), Rc::new(move |x| twice(twice(x))));
    let mut names: Vec<_> = table.keys().cloned().collect();
    names.sort();
    for n in &names { println!("{n} {}", table[n](5)); }
    if let Some(f) = table.get("both") { println!("{}", f(1)); }
    let counter = Rc::new(Cell::new(0));
    let c = counter.clone();
    let f: Arc<dyn Fn()> = Arc::new(move || c.set(c.get() + 1));
    f(); f(); (*f)();
    println!("{} {}", counter.get(), Arc::strong_count(&f));

    show(Rc::new(P { x: 3 }));
    show(Rc::new(vec![1, 2]));
    let d: Rc<dyn Display> = Rc::new(P { x: 4 });
    println!("{d} {d:>8}|");
    let s: Rc<str> = Rc::from("hello");
    let t: Rc<str> = "world".into();
    let u: Rc<str> = format!("{s} {t}").into();
    println!("{u} {} {:?} {}", u.len(), u, std::mem::size_of_val(&*u));
    let xs: Rc<[i32]> = Rc::new([1, 2, 3]);
    let ys: Rc<[i32]> = vec![4, 5].into();
    let zs: Rc<[String]> = ["a", "b"].iter().map(|s| s.to_string()).collect();
    let ws: Rc<[P]> = Rc::from([P { x: 1 }, P { x: 2 }]);
    let vs: Arc<[P]> = Arc::from(&ws[1..]);
    println!("{xs:?} {ys:?} {zs:?} {ws:?} {vs:?} {}", xs.iter().sum::<i32>());
    let mut m = zs.clone();
    Rc::make_mut(&mut m)[0].push('!');
    println!("{m:?} {zs:?}");
    let mut text: Rc<str> = "abc".into();
    let other = text.clone();
    Rc::make_mut(&mut text).make_ascii_uppercase();
    println!("{text} {other}");
    let arr: Result<Rc<[i32; 3]>, _> = xs.clone().try_into();
    println!("{arr:?}");
    let arr: Result<Rc<[i32; 2]>, Rc<[i32]>> = xs.clone().try_into();
    println!("{arr:?} {}", Rc::strong_count(&xs));
    let bytes: Rc<[u8]> = text.clone().into();
    println!("{bytes:?}");
    let empty: Rc<[u64]> = Rc::default();
    let es: Rc<str> = Rc::default();
    println!("{empty:?} {es:?}");
    let objs: Vec<Rc<RefCell<Box<dyn Shape>>>> = vec![Rc::new(RefCell::new(Box::new(Circle(5.0))))];
    *objs[0].borrow_mut() = Box::new(Square { side: 7.0, tag: "late".into() });
    println!("{}", objs[0].borrow().name());
}
