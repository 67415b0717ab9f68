//! `Cell` and `RefCell`.

use std::cell::{Cell, Ref, RefCell, RefMut};
use std::fmt::Write;

struct Noisy(u8);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Debug, Default, Clone, PartialEq, PartialOrd)]
struct Counter {
    hits: Cell<u32>,
    log: RefCell<Vec<String>>,
}

impl Counter {
    fn hit(&self, name: &str) -> u32 {
        self.hits.set(self.hits.get() + 1);
        self.log.borrow_mut().push(name.to_string());
        self.hits.get()
    }

    fn first(&self) -> Option<Ref<'_, String>> {
        let log = self.log.borrow();
        if log.is_empty() { None } else { Some(Ref::map(log, |l| &l[0])) }
    }

    fn last(&self) -> RefMut<'_, String> {
        RefMut::map(self.log.borrow_mut(), |l| {
            let at = l.len() - 1;
            &mut l[at]
        })
    }
}

const ZERO: Cell<i32> = Cell::new(0);

fn main() {
    let c = Cell::new(5);
    let shared = &c;
    shared.set(6);
    println!("{} {} {:?}", c.get(), shared.replace(7), c);
    c.update(|x| x * 3);
    let d = Cell::new(1);
    c.swap(&d);
    println!("{} {} {} {}", c.get(), d.get(), c < d, c == d);
    println!("{} {}", d.take(), d.into_inner());
    let text = Cell::new(String::from("abc"));
    let taken = text.take();
    text.set(taken + "d");
    println!("{}", text.into_inner());
    let cells = [Cell::new(1), Cell::new(2), Cell::new(3)];
    for (i, cell) in cells.iter().enumerate() {
        cell.set(cell.get() * 10 + i as i32);
    }
    println!("{cells:?}");

    // A constant is a new cell at each use.
    ZERO.set(5);
    let (a, b) = (&ZERO, &ZERO);
    a.set(1);
    println!("{} {} {}", a.get(), b.get(), ZERO.get());

    let n = Cell::new(Noisy(1));
    n.set(Noisy(2));
    println!("set");
    drop(n.replace(Noisy(3)));
    println!("replaced");
    drop(n);

    let counter = Counter::default();
    println!("{} {}", counter.hit("a"), counter.hit("b"));
    println!("{:?}", counter.first());
    counter.last().push('!');
    *counter.last() += "?";
    println!("{counter:?}");
    println!("{counter:#?}");
    let copy = counter.clone();
    counter.hit("c");
    println!("{} {} {}", copy == counter, copy < counter, copy.log.borrow().len());

    let r = RefCell::new(vec![1, 2, 3]);
    {
        let one = r.borrow();
        let two = r.borrow();
        let three = Ref::clone(&one);
        println!("{} {} {:?}", one[0], two.len(), three);
        println!("{:?} {}", r.try_borrow_mut().is_err(), r.try_borrow().is_ok());
        if let Err(e) = r.try_borrow_mut() {
            println!("{e} {e:?}");
        }
    }
    {
        let mut w = r.borrow_mut();
        w.push(4);
        w[0] = 10;
        println!("{:?} {:?}", r, w);
        if let Err(e) = r.try_borrow() {
            println!("{e} {e:?}");
        }
    }
    println!("{:?} {:?}", r, r.replace(vec![9]));
    println!("{:?}", r.replace_with(|old| vec![old[0], old[0]]));
    let s = RefCell::new(vec![]);
    r.swap(&s);
    println!("{:?} {:?} {:?} {:?}", r, s, s.take(), s);
    r.borrow_mut().extend([3, 1, 2]);
    r.borrow_mut().sort();
    for x in r.borrow().iter() {
        print!("{x} ");
    }
    for x in r.borrow_mut().iter_mut() {
        *x += 1;
    }
    println!("{:?} {}", r, r.borrow().iter().sum::<i32>());
    let mut owned = RefCell::new(String::new());
    write!(owned.borrow_mut(), "{}-{}", 1, 2).unwrap();
    owned.get_mut().push('.');
    println!("{}", owned.borrow());
    println!("{}", owned.into_inner());

    // A match keeps the guard of what it looks at.
    let m = RefCell::new(Some(3));
    match *m.borrow() {
        Some(x) => println!("{x} {}", m.try_borrow_mut().is_err()),
        None => {}
    }
    let taken = m.borrow_mut().take();
    println!("{taken:?} {:?}", m);
    if let Some(x) = taken {
        *m.borrow_mut() = Some(x + 1);
    }
    println!("{m:?}");

    println!("{} {}", size_of::<Cell<u8>>(), size_of::<Option<Cell<bool>>>());
    println!("{} {} {}", size_of::<RefCell<u8>>(), size_of::<Option<RefCell<bool>>>(), size_of::<Option<Ref<'_, u8>>>());

    let noisy = RefCell::new(Noisy(7));
    let _guard = noisy.borrow();
    let _second = noisy.borrow_mut();
}
