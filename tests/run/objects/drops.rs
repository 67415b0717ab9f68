//! What trait objects are is dropped through their vtables.

trait Greet {
    fn greet(&self) -> String;
    fn consume(self: Box<Self>) -> usize;
}

struct Noisy(&'static str);
struct Quiet(u8);
struct Holder {
    name: String,
    inner: Noisy,
}

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Greet for Noisy {
    fn greet(&self) -> String {
        format!("noisy {}", self.0)
    }
    fn consume(self: Box<Self>) -> usize {
        println!("consume {}", self.0);
        self.0.len()
    }
}

impl Greet for Quiet {
    fn greet(&self) -> String {
        format!("quiet {}", self.0)
    }
    fn consume(self: Box<Self>) -> usize {
        self.0 as usize
    }
}

impl Greet for Holder {
    fn greet(&self) -> String {
        format!("{} holds {}", self.name, self.inner.greet())
    }
    fn consume(self: Box<Self>) -> usize {
        let Holder { name, inner } = *self;
        println!("taken apart: {name}");
        drop(inner);
        name.len()
    }
}

fn make(n: u8) -> Box<dyn Greet> {
    match n % 3 {
        0 => Box::new(Noisy("made")),
        1 => Box::new(Quiet(n)),
        _ => Box::new(Holder { name: format!("h{n}"), inner: Noisy("held") }),
    }
}

fn with_closure(n: Noisy) -> Box<dyn Fn() -> usize> {
    Box::new(move || n.0.len())
}

fn once(n: Noisy) -> Box<dyn FnOnce() -> Noisy> {
    Box::new(move || n)
}

fn main() {
    {
        let all: Vec<Box<dyn Greet>> = (0..4).map(make).collect();
        for g in &all {
            println!("{}", g.greet());
        }
        println!("end of scope");
    }
    let mut one = make(0);
    println!("replacing {}", one.greet());
    one = make(2);
    println!("{}", one.greet());
    println!("{}", one.consume());
    for n in 0..3 {
        println!("= {}", make(n).consume());
    }
    let f = with_closure(Noisy("captured"));
    println!("{}", f() + f());
    drop(f);
    println!("after");
    let g = once(Noisy("once"));
    let back = g();
    println!("back: {}", back.greet());
    let unused = once(Noisy("unused"));
    let _moved: Option<Box<dyn FnOnce() -> Noisy>> = Some(unused);
    let called: Box<dyn FnOnce(Box<dyn Greet>) -> usize> = {
        let own = Noisy("own");
        Box::new(move |g| g.consume() + own.0.len())
    };
    println!("{}", called(Box::new(Noisy("argument"))));
    let shared: Box<dyn Fn() -> usize> = with_closure(Noisy("by value"));
    fn take(f: impl FnOnce() -> usize) -> usize {
        let n = f();
        println!("called");
        n
    }
    println!("{}", take(shared));
    let _ignored: &dyn Greet = &Noisy("temporary");
    let slot: &mut dyn Greet = &mut Noisy("slot");
    println!("{}", slot.greet());
    let mut list: Vec<Box<dyn FnMut() -> u32>> = Vec::new();
    for i in 0..3u32 {
        let guard = Noisy(["a", "b", "c"][i as usize]);
        let mut count = i;
        list.push(Box::new(move || {
            count += guard.0.len() as u32;
            count
        }));
    }
    println!("{:?}", list.iter_mut().map(|f| f()).collect::<Vec<_>>());
    list.remove(1);
    println!("{:?}", list.iter_mut().map(|f| f() + f()).sum::<u32>());
    println!("{}", std::mem::size_of_val(&*make(1)) + std::mem::size_of_val(&*make(2)));
    println!("{}", std::mem::align_of_val(&*make(1)) + std::mem::align_of_val(&*make(2)));
    println!("the end");
}
