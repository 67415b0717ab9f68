use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};

#[derive(Debug)]
struct Person {
    name: String,
    parent: RefCell<Weak<Person>>,
    children: RefCell<Vec<Rc<Person>>>,
    visits: Cell<u32>,
}

impl Person {
    fn new(name: &str) -> Rc<Person> {
        Rc::new(Person {
            name: name.to_string(),
            parent: RefCell::new(Weak::new()),
            children: RefCell::default(),
            visits: Cell::new(0),
        })
    }

    fn adopt(self: &Rc<Self>, child: Rc<Person>) {
        *child.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().push(child);
    }

    fn path(&self) -> String {
        self.visits.set(self.visits.get() + 1);
        match self.parent.borrow().upgrade() {
            Some(p) => format!("{}/{}", p.path(), self.name),
            None => self.name.clone(),
        }
    }

    fn count(&self) -> usize {
        1 + self.children.borrow().iter().map(|c| c.count()).sum::<usize>()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        println!("goodbye {} ({} visits)", self.name, self.visits.get());
    }
}

#[derive(Default)]
struct Graph {
    edges: HashMap<&'static str, Vec<(&'static str, u32)>>,
}

impl Graph {
    fn connect(&mut self, a: &'static str, b: &'static str, cost: u32) {
        self.edges.entry(a).or_default().push((b, cost));
        self.edges.entry(b).or_default().push((a, cost));
    }

    fn shortest(&self, from: &'static str, to: &str) -> Option<(u32, Vec<&'static str>)> {
        let mut dist: HashMap<&str, (u32, Option<&'static str>)> = HashMap::from([(from, (0, None))]);
        let mut done = HashSet::new();
        loop {
            let (&here, &(cost, _)) =
                dist.iter().filter(|(n, _)| !done.contains(*n)).min_by_key(|(n, (c, _))| (*c, **n))?;
            let here = *self.edges.keys().find(|k| **k == here)?;
            if here == to {
                let mut path = vec![here];
                let mut at = here;
                while let Some(&(_, Some(before))) = dist.get(at) {
                    path.insert(0, before);
                    at = before;
                }
                return Some((cost, path));
            }
            done.insert(here);
            for &(next, c) in &self.edges[here] {
                let better = dist.get(next).is_none_or(|&(old, _)| cost + c < old);
                if better {
                    dist.insert(next, (cost + c, Some(here)));
                }
            }
        }
    }

    fn reachable(&self, from: &'static str) -> Vec<&'static str> {
        fn go<'g>(g: &'g Graph, at: &'static str, seen: &mut HashSet<&'static str>, order: &mut Vec<&'static str>) {
            if !seen.insert(at) {
                return;
            }
            order.push(at);
            for (next, _) in g.edges.get(at).into_iter().flatten() {
                go(g, next, seen, order);
            }
        }
        let (mut seen, mut order) = (HashSet::new(), vec![]);
        go(self, from, &mut seen, &mut order);
        order
    }
}

trait Observer {
    fn notify(&self, event: &str);
}

struct Logger {
    lines: RefCell<Vec<String>>,
    prefix: char,
}

impl Observer for Logger {
    fn notify(&self, event: &str) {
        self.lines.borrow_mut().push(format!("{}{event}", self.prefix));
    }
}

fn main() {
    let root = Person::new("Ann");
    let bob = Person::new("Bob");
    root.adopt(Rc::clone(&bob));
    bob.adopt(Person::new("Cid"));
    root.adopt(Person::new("Dan"));
    let cid = bob.children.borrow()[0].clone();
    println!("{} {} {}", cid.path(), bob.path(), root.count());
    println!("{} {} {}", Rc::strong_count(&bob), Rc::weak_count(&bob), Rc::strong_count(&cid));
    drop(root);
    println!("{:?} {}", bob.parent.borrow().upgrade().map(|p| p.name.clone()), cid.path());
    drop(bob);
    println!("{}", cid.path());

    let mut g = Graph::default();
    for (a, b, c) in [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 9), ("X", "Y", 1)] {
        g.connect(a, b, c);
    }
    println!("{:?}", g.shortest("A", "D"));
    println!("{:?}", g.shortest("A", "X"));
    println!("{:?} {:?}", g.reachable("A"), g.reachable("Y"));

    let loggers = ['>', '#'].map(|prefix| Logger { lines: RefCell::new(vec![]), prefix });
    let observers: Vec<&dyn Observer> = loggers.iter().map(|l| l as &dyn Observer).collect();
    for (i, o) in observers.iter().enumerate() {
        for e in &["start", "stop"][i..] {
            o.notify(e);
        }
    }
    println!("{:?}", loggers.iter().map(|l| l.lines.borrow().join("")).collect::<Vec<_>>());
    let shared = Rc::new(RefCell::new(vec![1, 2, 3]));
    let other = shared.clone();
    other.borrow_mut().push(4);
    println!("{:?} {}", shared.borrow(), shared.try_borrow_mut().is_ok());
    let guard = shared.borrow();
    println!("{:?} {}", other.try_borrow_mut().is_err(), guard.len());
}
