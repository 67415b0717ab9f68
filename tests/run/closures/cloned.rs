// Closures, functions and pointers to them are cloned: with captures by reference, that are copied, and that print.

use std::rc::Rc;

struct Loud(u32);

impl Clone for Loud {
    fn clone(&self) -> Self {
        println!("clone {}", self.0);
        Loud(self.0 + 100)
    }
}

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Clone)]
struct Button {
    label: &'static str,
    pressed: fn(u32) -> u32,
}

fn doubled(n: u32) -> u32 {
    n * 2
}

fn pair<T: Clone>(x: T) -> (T, T) {
    (x.clone(), x)
}

fn make(step: u32) -> impl Fn(u32) -> u32 + Clone {
    let text = "x".repeat(step as usize);
    move |n| n + text.len() as u32
}

struct Fragile;

impl Clone for Fragile {
    fn clone(&self) -> Self {
        panic!("cannot be cloned")
    }
}

fn main() {
    let by = 3;
    println!("{:?}", (0..4).map(|n| n + by).cycle().take(6).collect::<Vec<_>>());
    let numbers = (0..4).filter(|n| n % 2 == 0).inspect(|n| print!("<{n}>"));
    println!("{:?}", numbers.clone().chain(numbers.clone().take(1)).collect::<Vec<_>>());
    println!("{:?}", std::iter::successors(Some(1u8), |n| n.checked_mul(3)).cycle().take(8).collect::<Vec<_>>());
    println!("{:?}", (1..4).flat_map(|n| vec![n; n]).cycle().skip(4).take(5).collect::<Vec<_>>());
    println!("{:?}", (1..9).scan(0, |sum, n| { *sum += n; Some(*sum) }).map_while(|n| (n < 20).then_some(n)).cycle().take(7).last());

    let (f, g) = pair(doubled as fn(u32) -> u32);
    let (h, i) = pair(doubled);
    println!("{} {} {} {}", f(1), g(2), h(3), i(4));
    let button = Button { label: "ok", pressed: doubled }.clone();
    println!("{} {}", button.label, (button.pressed)(8));
    let step = make(4);
    let steps = [step.clone(), step.clone(), step];
    println!("{:?}", steps.iter().map(|f| f(1)).collect::<Vec<_>>());

    let mut count = 0u8;
    let mut counter = move || {
        count += 1;
        count
    };
    counter();
    let mut other = counter.clone();
    println!("{} {} {}", counter(), counter(), other());

    let shared = Rc::new(5);
    let (tiny, loud, wide, text) = (1u8, Loud(1), 7u64, String::from("text"));
    let uses = move || {
        let _ = &shared;
        println!("{tiny} {} {wide} {text} {}", loud.0, Rc::strong_count(&shared));
        (size(&tiny), wide)
    };
    println!("{}", size(&uses));
    let again = uses.clone();
    println!("{:?} {:?}", uses(), again());
    drop(uses);
    println!("one is left");
    println!("{:?}", again.clone()());

    let (first, second) = (Loud(7), Fragile);
    let broken = move || {
        let _ = (&first, &second);
    };
    broken();
    let _ = broken.clone();
    println!("not reached");
}

fn size<T>(_: &T) -> usize {
    size_of::<T>()
}
