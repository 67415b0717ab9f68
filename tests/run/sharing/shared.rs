//! `Rc` and `Weak`: graphs, trees with parents, lists with a shared tail.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Debug)]
enum List {
    Cons(i32, Rc<List>),
    Nil,
}

use List::{Cons, Nil};

#[derive(Debug)]
struct Node {
    value: i32,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

impl Node {
    fn new(value: i32) -> Rc<Node> {
        Rc::new(Node { value, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]) })
    }

    fn adopt(this: &Rc<Node>, child: Rc<Node>) {
        *child.parent.borrow_mut() = Rc::downgrade(this);
        this.children.borrow_mut().push(child);
    }

    fn sum(&self) -> i32 {
        self.value + self.children.borrow().iter().map(|c| c.sum()).sum::<i32>()
    }
}

#[derive(Debug)]
struct Account {
    name: String,
    balance: Cell<i64>,
}

type Link = Option<Rc<RefCell<Item>>>;

struct Item {
    value: u32,
    next: Link,
    before: Option<Weak<RefCell<Item>>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Id(Rc<str>, u8);

struct Gadget {
    me: Weak<Gadget>,
    id: u8,
}

impl Gadget {
    fn me(&self) -> Rc<Gadget> {
        self.me.upgrade().unwrap()
    }
}

fn main() {
    let a = Rc::new(Cons(5, Rc::new(Cons(10, Rc::new(Nil)))));
    println!("{}", Rc::strong_count(&a));
    let b = Cons(3, Rc::clone(&a));
    {
        let c = Cons(4, a.clone());
        println!("{} {c:?}", Rc::strong_count(&a));
    }
    println!("{} {b:?}", Rc::strong_count(&a));
    let mut at: &List = &b;
    while let Cons(x, next) = at {
        print!("{x} ");
        at = next;
    }
    println!();

    let leaf = Node::new(3);
    println!("{:?} {} {}", leaf.parent.borrow().upgrade(), Rc::strong_count(&leaf), Rc::weak_count(&leaf));
    {
        let branch = Node::new(5);
        Node::adopt(&branch, Rc::clone(&leaf));
        Node::adopt(&branch, Node::new(8));
        println!("{:?}", leaf.parent.borrow().upgrade().map(|p| p.value));
        println!("{} {} {}", Rc::strong_count(&branch), Rc::weak_count(&branch), branch.sum());
        println!("{branch:?}");
    }
    println!("{:?} {}", leaf.parent.borrow().upgrade(), Rc::strong_count(&leaf));

    // Drops.
    let one = Rc::new(Noisy("one"));
    let two = one.clone();
    drop(one);
    println!("still there: {}", two.0);
    let weak = Rc::downgrade(&two);
    println!("{}", weak.upgrade().is_some());
    drop(two);
    println!("{} {} {}", weak.upgrade().is_none(), weak.strong_count(), weak.weak_count());

    let shared: Vec<Rc<Noisy>> = (0..3).map(|_| Rc::new(Noisy("in a vector"))).collect();
    let kept = shared[1].clone();
    drop(shared);
    println!("kept {}", Rc::strong_count(&kept));
    match Rc::try_unwrap(kept) {
        Ok(n) => println!("unwrapped {}", n.0),
        Err(_) => println!("shared"),
    }

    // Shared state.
    let account = Rc::new(Account { name: "joint".to_string(), balance: Cell::new(10) });
    let owners: Vec<Rc<Account>> = vec![account.clone(), account.clone()];
    for (i, owner) in owners.iter().enumerate() {
        owner.balance.set(owner.balance.get() * 10 + i as i64);
    }
    println!("{} {} {:?}", account.name, account.balance.get(), account);
    let log = Rc::new(RefCell::new(Vec::new()));
    let record = {
        let log = Rc::clone(&log);
        move |text: &str| log.borrow_mut().push(text.to_uppercase())
    };
    record("first");
    record("second");
    println!("{:?} {}", log.borrow(), Rc::strong_count(&log));
    drop(record);
    println!("{}", Rc::strong_count(&log));
    let inner = Rc::try_unwrap(log).unwrap().into_inner();
    println!("{inner:?}");

    // A list in both directions.
    let mut first: Link = None;
    for value in [3, 2, 1] {
        let item = Rc::new(RefCell::new(Item { value, next: first.take(), before: None }));
        if let Some(next) = &item.borrow().next {
            next.borrow_mut().before = Some(Rc::downgrade(&item));
        }
        first = Some(item);
    }
    let mut at = first.clone();
    let mut last = None;
    while let Some(item) = at {
        print!("{} ", item.borrow().value);
        at = item.borrow().next.clone();
        last = Some(item);
    }
    while let Some(item) = last {
        print!("{} ", item.borrow().value);
        last = item.borrow().before.as_ref().and_then(|w| w.upgrade());
    }
    println!();

    // What passes through.
    let x = Rc::new(5);
    let y = Rc::new(5);
    println!("{} {} {} {}", x == y, Rc::ptr_eq(&x, &y), *x + *y, x.max(y));
    let s: Rc<str> = Rc::from("text");
    println!("{s} {} {:?} {}", s.len(), s.chars().rev().collect::<String>(), Rc::strong_count(&s));
    let mut map = HashMap::new();
    map.insert(Id(s.clone(), 1), "here");
    println!("{:?} {:?} {}", map.get(&Id("text".into(), 1)), map.get(&Id("text".into(), 2)), Rc::strong_count(&s));
    let mut m = Rc::new(vec![1]);
    Rc::make_mut(&mut m).push(2);
    let old = m.clone();
    Rc::make_mut(&mut m).push(3);
    let weak = Rc::downgrade(&m);
    Rc::make_mut(&mut m).push(4);
    println!("{old:?} {m:?} {:?}", weak.upgrade());
    println!("{:?}", Rc::get_mut(&mut m));
    let gadget = Rc::new_cyclic(|me| Gadget { me: me.clone(), id: 7 });
    println!("{} {}", gadget.me().id, Rc::weak_count(&gadget));
    println!("{} {}", size_of::<Rc<u8>>(), size_of::<Option<Weak<String>>>());
    println!("{:?} {:?}", Rc::new(RefCell::new(1)), Weak::<u8>::new());
    let z: Rc<RefCell<Vec<Noisy>>> = Default::default();
    z.borrow_mut().push(Noisy("last"));
    let _again = z.borrow();
    z.borrow_mut().clear();
}
