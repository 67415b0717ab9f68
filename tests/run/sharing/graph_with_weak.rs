//! A graph of `Rc<RefCell<_>>` with `Weak` ways back: counts, upgrades, cycles that are cut, and the order of drops.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::rc::{Rc, Weak};

struct Node {
    name: String,
    children: RefCell<Vec<Rc<Node>>>,
    parent: RefCell<Weak<Node>>,
    visits: Cell<u32>,
    world: Rc<World>,
}

#[derive(Default)]
struct World {
    alive: Cell<i32>,
    log: RefCell<Vec<String>>,
}

impl World {
    fn node(self: &Rc<Self>, name: &str) -> Rc<Node> {
        self.alive.set(self.alive.get() + 1);
        Rc::new(Node {
            name: name.to_owned(),
            children: RefCell::default(),
            parent: RefCell::new(Weak::new()),
            visits: Cell::new(0),
            world: Rc::clone(self),
        })
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.world.alive.set(self.world.alive.get() - 1);
        let parent = self.parent.borrow().upgrade().map_or("nobody".to_string(), |p| p.name.clone());
        self.world.log.borrow_mut().push(format!("{}<{parent}", self.name));
        println!("drop {} of {parent}, {} children, {} visits", self.name, self.children.borrow().len(), self.visits.get());
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node").field("name", &self.name).field("children", &self.children.borrow()).finish_non_exhaustive()
    }
}

fn adopt(parent: &Rc<Node>, child: Rc<Node>) {
    if let Some(old) = child.parent.replace(Rc::downgrade(parent)).upgrade() {
        old.children.borrow_mut().retain(|c| !Rc::ptr_eq(c, &child));
    }
    parent.children.borrow_mut().push(child);
}

fn path(node: &Rc<Node>) -> String {
    let mut names = vec![];
    let mut at = Some(node.clone());
    while let Some(node) = at {
        node.visits.set(node.visits.get() + 1);
        names.push(node.name.clone());
        at = node.parent.borrow().upgrade();
    }
    names.reverse();
    names.join("/")
}

fn depth_first(node: &Rc<Node>, depth: usize, visit: &mut dyn FnMut(&Rc<Node>, usize)) {
    visit(node, depth);
    for child in node.children.borrow().iter() {
        depth_first(child, depth + 1, visit);
    }
}

fn main() {
    let world = Rc::new(World::default());
    let root = world.node("root");
    let (a, b) = (world.node("a"), world.node("b"));
    adopt(&root, a.clone());
    adopt(&root, b.clone());
    for name in ["x", "y", "z"] {
        adopt(if name == "y" { &b } else { &a }, world.node(name));
    }
    depth_first(&root, 0, &mut |node, depth| {
        println!("{:depth$}{} {} {}", "", path(node), Rc::strong_count(node), Rc::weak_count(node));
    });
    println!("{root:?}");
    let x = a.children.borrow()[0].clone();
    adopt(&b, x.clone());
    println!("{} {:?}", path(&x), b.children.borrow().iter().map(|c| &*c.name).collect::<Vec<_>>());
    println!("borrowed: {:?}", a.children.try_borrow_mut().is_ok());
    let guard = a.children.borrow();
    println!("borrowed: {:?} {}", a.children.try_borrow_mut().err(), guard.len());
    drop(guard);
    let weak_b = Rc::downgrade(&b);
    drop(b);
    println!("b is {}", weak_b.upgrade().map_or("gone", |_| "alive"));
    root.children.borrow_mut().remove(1);
    println!("b is {}, x at {}", weak_b.upgrade().map_or("gone", |_| "alive"), path(&x));
    println!("alive {}", world.alive.get());
    // A cycle of strong references keeps itself alive until it is cut.
    let c = world.node("c");
    adopt(&c, c.clone());
    println!("c has {} owners", Rc::strong_count(&c));
    c.children.borrow_mut().clear();
    c.parent.take();
    drop(c);
    let by_visits: BTreeMap<_, _> = [&root, &a, &x].map(|n| (n.visits.get(), n.name.as_str())).into();
    println!("{by_visits:?}");
    drop((x, root));
    println!("the last: {}", path(&a));
    let alone = Rc::try_unwrap(a).map_err(|rc| Rc::strong_count(&rc));
    println!("{:?}", alone.as_ref().map(|n| n.children.borrow().len()));
    drop(alone);
    println!("{} {:?} {}", world.alive.get(), world.log.borrow(), Rc::strong_count(&world));
}
