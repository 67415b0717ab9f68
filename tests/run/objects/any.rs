use std::any::{Any, TypeId, type_name};
use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::rc::Rc;
use std::sync::Arc;

fn describe(value: &dyn Any) -> String {
    if let Some(n) = value.downcast_ref::<i32>() { format!("i32 {n}") }
    else if let Some(s) = value.downcast_ref::<String>() { format!("String {s:?}") }
    else if let Some(s) = value.downcast_ref::<&str>() { format!("&str {s}") }
    else if value.is::<Vec<u8>>() { "bytes".into() }
    else { format!("unknown {value:?}") }
}
trait Component: Any { fn name(&self) -> String; fn as_any(&self) -> &dyn Any; fn as_any_mut(&mut self) -> &mut dyn Any; }
#[derive(Debug, PartialEq)] struct Health(i32);
#[derive(Debug, PartialEq)] struct Tag(String);
impl Drop for Tag { fn drop(&mut self) { println!("drop tag {}", self.0); } }
impl Component for Health { fn name(&self) -> String { "health".into() } fn as_any(&self) -> &dyn Any { self } fn as_any_mut(&mut self) -> &mut dyn Any { self } }
impl Component for Tag { fn name(&self) -> String { "tag".into() } fn as_any(&self) -> &dyn Any { self } fn as_any_mut(&mut self) -> &mut dyn Any { self } }

#[derive(Default)]
struct TypeMap { map: HashMap<TypeId, Box<dyn Any>> }
impl TypeMap {
    fn insert<T: Any>(&mut self, value: T) -> Option<T> {
        self.map.insert(TypeId::of::<T>(), Box::new(value)).and_then(|old| old.downcast::<T>().ok()).map(|b| *b)
    }
    fn get<T: 'static>(&self) -> Option<&T> { self.map.get(&TypeId::of::<T>()).and_then(|b| b.downcast_ref()) }
    fn get_mut<T: 'static>(&mut self) -> Option<&mut T> { self.map.get_mut(&TypeId::of::<T>())?.downcast_mut() }
}
fn same<A: 'static, B: 'static>() -> bool { TypeId::of::<A>() == TypeId::of::<B>() }
fn log<T: Any + Debug>(value: &T) {
    let any = value as &dyn Any;
    match any.downcast_ref::<String>() { Some(s) => println!("text of {} bytes: {s}", s.len()), None => println!("{value:?}") }
}
#[derive(Debug)] enum AppError { Io(String), Parse { line: usize } }
impl Display for AppError { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { match self { Self::Io(s) => write!(f, "io: {s}"), Self::Parse { line } => write!(f, "line {line}") } } }
impl Error for AppError {}
#[derive(Debug)] struct Wrapped(Box<dyn Error + Send + Sync>);
impl Display for Wrapped { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "wrapped {}", self.0) } }
impl Error for Wrapped { fn source(&self) -> Option<&(dyn Error + 'static)> { Some(&*self.0) } }
fn fail(k: u8) -> Result<(), Box<dyn Error>> {
    match k { 0 => Err(AppError::Io("disk".into()))?, 1 => { "x".parse::<i32>()?; } 2 => return Err("text".into()), 3 => Err(Wrapped(Box::new(AppError::Parse { line: 7 })))?, _ => {} }
    Ok(())
}
fn main() {
    println!("{}", describe(&5));
    println!("{}", describe(&String::from("s")));
    println!("{}", describe(&"lit"));
    println!("{}", describe(&vec![1u8]));
    println!("{}", describe(&1.5f32));
    let mut items: Vec<Box<dyn Any>> = vec![Box::new(1i32), Box::new("a"), Box::new(Tag("t".into())), Box::new(Some(3u8))];
    for item in items.iter_mut() {
        if let Some(n) = item.downcast_mut::<i32>() { *n += 41; }
        println!("{} {}", describe(item.as_ref()), item.is::<Tag>());
    }
    let mut tags = vec![];
    for item in items { match item.downcast::<Tag>() { Ok(t) => tags.push(*t), Err(other) => println!("not a tag: {} {:?}", describe(&*other), other) } }
    println!("{tags:?}");
    let mut comps: Vec<Box<dyn Component>> = vec![Box::new(Health(3)), Box::new(Tag("c".into()))];
    for c in &mut comps { if let Some(h) = c.as_any_mut().downcast_mut::<Health>() { h.0 *= 2; } println!("{} {:?} {:?}", c.name(), c.as_any().downcast_ref::<Health>(), c.as_any().downcast_ref::<Tag>()); }
    let up: &dyn Any = &*comps[0];
    println!("{:?} {}", up.downcast_ref::<Health>(), up.type_id() == TypeId::of::<Health>());
    let boxed: Box<dyn Any> = comps.remove(1);
    println!("{:?}", boxed.downcast::<Tag>().map(|t| t.0.clone()));
    let mut tm = TypeMap::default();
    println!("{:?} {:?}", tm.insert(5u64), tm.insert(String::from("one")));
    println!("{:?} {:?}", tm.insert(6u64), tm.insert(Health(1)));
    if let Some(s) = tm.get_mut::<String>() { s.push_str(" more"); }
    println!("{:?} {:?} {:?} {:?} {}", tm.get::<u64>(), tm.get::<String>(), tm.get::<Health>(), tm.get::<i8>(), tm.map.len());
    println!("{} {} {} {}", same::<i32, i32>(), same::<i32, u32>(), same::<Vec<i32>, Vec<i32>>(), same::<Box<dyn Any>, Box<dyn Any + Send>>());
    println!("{} {}", same::<[i32; 2], [i32; 3]>(), same::<&str, &'static str>());
    let any_box: Box<dyn Any> = Box::new(1u8);
    println!("{} {}", (&any_box).type_id() == TypeId::of::<u8>(), (*any_box).type_id() == TypeId::of::<u8>());
    log(&String::from("héllo")); log(&Health(4)); log(&[1, 2]);
    let rc: Rc<dyn Any> = Rc::new(RefCell::new(10));
    let rc2 = rc.clone();
    match rc.downcast::<RefCell<i32>>() { Ok(c) => { *c.borrow_mut() += 1; println!("{:?} {}", c, Rc::strong_count(&c)); } Err(_) => println!("no") }
    println!("{}", rc2.downcast::<String>().is_err());
    let arc: Arc<dyn Any + Send + Sync> = Arc::new(7i64);
    println!("{:?} {:?}", arc.clone().downcast::<i64>(), arc.downcast::<u8>());
    let send: Box<dyn Any + Send> = Box::new("payload");
    println!("{:?} {:?} {:?}", send, send.downcast_ref::<&str>(), send.downcast_ref::<String>());
    for k in 0..5 {
        let Err(e) = fail(k) else { println!("fine"); continue };
        match e.downcast_ref::<AppError>() { Some(AppError::Io(s)) => println!("app io {s}"), Some(other) => println!("app {other}"), None => println!("other: {e}") }
        if let Some(inner) = e.source().and_then(|s| s.downcast_ref::<AppError>()) { println!("  source {inner:?}"); }
        println!("  {} {}", e.is::<std::num::ParseIntError>(), e.is::<Wrapped>());
        match e.downcast::<Wrapped>() { Ok(w) => println!("  {:?}", w.0.is::<AppError>()), Err(e) => println!("  still {e}") }
    }
    println!("{} {}", type_name::<dyn Any>(), type_name::<Box<dyn Any + Send>>());
    const ID: TypeId = TypeId::of::<i32>();
    println!("{}", ID == 5i32.type_id());
    let closure = |x: i32| x; let other = |x: i32| x;
    println!("{} {}", closure.type_id() == other.type_id(), closure.type_id() == closure.type_id());
    println!("{} {}", closure(1), other(2));
}
