// Recursive types, moves out of boxes, places within boxes.
#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Number(i64),
    Sum(Box<Expr>, Box<Expr>),
    Product(Box<Expr>, Box<Expr>),
    Negated(Box<Expr>),
}

use Expr::*;

fn value(e: &Expr) -> i64 {
    match e {
        Number(n) => *n,
        Sum(a, b) => value(a) + value(b),
        Product(a, b) => value(a) * value(b),
        Negated(inner) => -value(inner),
    }
}

fn simplify(e: Expr) -> Expr {
    match e {
        Negated(inner) => match *inner {
            Negated(twice) => simplify(*twice),
            other => Negated(Box::new(simplify(other))),
        },
        Sum(a, b) => Sum(Box::new(simplify(*a)), Box::new(simplify(*b))),
        Product(a, b) => Product(Box::new(simplify(*a)), Box::new(simplify(*b))),
        number => number,
    }
}

struct Node {
    key: i32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    fn new(key: i32) -> Self {
        Node { key, left: None, right: None }
    }

    fn insert(&mut self, key: i32) {
        let child = if key < self.key { &mut self.left } else { &mut self.right };
        match child {
            Some(node) => node.insert(key),
            None => *child = Some(Box::new(Node::new(key))),
        }
    }

    fn walk(&self, visited: &mut Vec<i32>) {
        if let Some(left) = &self.left {
            left.walk(visited);
        }
        visited.push(self.key);
        if let Some(right) = &self.right {
            right.walk(visited);
        }
    }

    fn depth(&self) -> usize {
        let left = match &self.left {
            Some(node) => node.depth(),
            None => 0,
        };
        let right = match &self.right {
            Some(node) => node.depth(),
            None => 0,
        };
        1 + left.max(right)
    }
}

struct List {
    head: Option<Box<Link>>,
}

struct Link {
    value: u8,
    next: Option<Box<Link>>,
}

impl List {
    fn push(&mut self, value: u8) {
        let next = self.head.take();
        self.head = Some(Box::new(Link { value, next }));
    }

    fn pop(&mut self) -> Option<u8> {
        match self.head.take() {
            None => None,
            Some(link) => {
                self.head = link.next;
                Some(link.value)
            }
        }
    }

    fn reverse(&mut self) {
        let mut reversed = None;
        let mut rest = self.head.take();
        while let Some(mut link) = rest {
            rest = link.next;
            link.next = reversed;
            reversed = Some(link);
        }
        self.head = reversed;
    }
}

struct Pair {
    a: String,
    b: String,
}

fn main() {
    let e = Sum(Box::new(Number(2)), Box::new(Negated(Box::new(Negated(Box::new(Number(5)))))));
    println!("{e:?} = {}", value(&e));
    let s = simplify(e.clone());
    println!("{s:?} = {} {}", value(&s), s == e);

    let mut root = Node::new(50);
    for key in [30, 70, 20, 40, 60, 80, 10] {
        root.insert(key);
    }
    let mut visited = Vec::new();
    root.walk(&mut visited);
    println!("{visited:?} {}", root.depth());

    let mut list = List { head: None };
    for i in 1..=4 {
        list.push(i * 10);
    }
    list.reverse();
    while let Some(value) = list.pop() {
        print!("{value} ");
    }
    println!();

    let mut b = Box::new([1, 2, 3]);
    b[1] += 40;
    *b = [b[2], b[1], b[0]];
    println!("{b:?} {}", b.len());
    let slice: Box<[i32]> = b;
    println!("{} {:?}", slice.len(), slice.iter().max());

    let pair = Box::new(Pair { a: String::from("first"), b: String::from("second") });
    let Pair { a, b } = *pair;
    println!("{a} {b}");
    let mut pair = Box::new(Pair { a, b });
    let taken = pair.a;
    pair.a = taken + "!";
    println!("{} {}", pair.a, pair.b);

    let nested = Box::new(Box::new(Box::new(7)));
    println!("{} {}", ***nested + 1, nested);
    let mut counter = Box::new(0u64);
    for i in 0..10 {
        *counter += i;
    }
    println!("{counter} {:?} {}", counter, *counter == 45);
    let text: Box<str> = "boxed".into();
    println!("{text} {}", text.len());
    println!("{}", Box::new(3) < Box::new(4));
    println!(
        "{} {} {} {}",
        size_of::<Box<i32>>(),
        size_of::<Option<Box<i32>>>(),
        size_of::<Box<[u8]>>(),
        size_of::<Option<Box<str>>>()
    );
}
