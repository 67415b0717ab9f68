// What may be dropped in constants and constant functions, and what may not.
const V: Vec<u8> = Vec::new();
const N: usize = V.len(); //~ ERROR E0493
const M: usize = Vec::<u8>::new().len(); //~ ERROR E0493
const O: Option<Vec<u8>> = { let x: Option<Vec<u8>> = None; None };
const P: usize = { let v: Vec<u8> = Vec::new(); v.len() }; //~ ERROR E0493
const Q: Vec<u8> = { let v: Vec<u8> = Vec::new(); v };
const R: u8 = (Vec::<u8>::new(), 3u8).1; //~ ERROR E0493
static S: Vec<u8> = (Vec::<u8>::new(), Vec::new()).1; //~ ERROR E0493
const fn take<T>(x: T) {} //~ ERROR E0493
const fn unwrap_or<T>(x: Option<T>, default: T) -> T { //~ ERROR E0493, E0493
    match x { Some(x) => x, None => default }
}
const fn is_some<T>(x: &Option<T>) -> bool { match x { Some(_) => true, None => false } }
const fn id<T>(x: T) -> T { x }
const fn cond<T>(x: T, b: bool) -> Option<T> { if b { Some(x) } else { None } } //~ ERROR E0493
const fn forget<T>(x: T) { std::mem::forget(x) }
const fn copy<T: Copy>(x: T) {}
const fn early<T>(x: T, b: bool) -> Option<T> { if b { return None; } Some(x) } //~ ERROR E0493
const fn assign(mut x: String) -> String { x = String::new(); x } //~ ERROR E0493
const fn assign_ref(x: &mut String) { *x = String::new(); } //~ ERROR E0493
const fn wild<T>(_: T) {} //~ ERROR E0493
const fn tup<T>((a, b): (T, u8)) -> T { a } //~ ERROR E0493
const fn stmt() { String::new(); } //~ ERROR E0493
const fn stmt2() { let _ = String::new(); } //~ ERROR E0493
const fn swap<T>(a: T, b: T) -> (T, T) { (b, a) }
struct W<T> { v: T, n: u8 }
impl<T> W<T> {
    const fn new(v: T) -> Self { W { v, n: 0 } }
    const fn into(self) -> T { self.v } //~ ERROR E0493
    const fn n(self) -> u8 { self.n } //~ ERROR E0493
    const fn with(mut self, v: T) -> Self { self.v = v; self } //~ ERROR E0493
    const fn upd(self) -> Self { W { n: 1, ..self } } //~ ERROR E0493
    const fn get(&self) -> &T { &self.v }
}
struct Dr(u8);
impl Drop for Dr { fn drop(&mut self) {} }
const fn dr() -> u8 { let d = Dr(1); d.0 } //~ ERROR E0493
const fn dr2(d: Dr) -> Dr { d }
const fn opt(d: Option<Dr>) -> u8 { if let None = d { 1 } else { 2 } } //~ ERROR E0493
const fn late() -> Option<String> { let mut x: Option<String>; x = None; x }
const fn some_none(b: bool) { let mut x: Option<String> = None; x = Some(String::new()); std::mem::forget(x); }
const fn lp<T>(x: T) -> T { loop { break x; } }
const fn pan<T>(x: T) -> ! { panic!() }
const fn infinite<T>(x: T) -> ! { loop {} }
fn main() {}
