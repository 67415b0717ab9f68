// Generic structs, enums, impls and aliases; specialised impls; associated functions and constants.
use std::fmt::{self, Display};

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Point<T> {
    x: T,
    y: T,
}

impl<T> Point<T> {
    const DIMENSIONS: usize = 2;

    fn new(x: T, y: T) -> Self {
        Self { x, y }
    }

    fn swap(self) -> Point<T> {
        Point { x: self.y, y: self.x }
    }

    fn mixup<U>(self, other: Point<U>) -> Mixed<T, U> {
        Mixed(self.x, other.y)
    }
}

impl Point<f64> {
    fn length(&self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
}

impl Point<i32> {
    fn length(&self) -> i32 {
        self.x.abs() + self.y.abs()
    }
}

impl<T: Display> Display for Point<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}, {}>", self.x, self.y)
    }
}

#[derive(Debug)]
struct Mixed<A, B>(A, B);

#[derive(Debug, Clone, PartialEq)]
enum Tree<'a, T> {
    Leaf,
    Node(&'a Tree<'a, T>, T, &'a Tree<'a, T>),
}

impl<'a, T: PartialOrd + Copy> Tree<'a, T> {
    fn contains(&self, wanted: T) -> bool {
        match self {
            Tree::Leaf => false,
            Tree::Node(left, value, right) => {
                if wanted == *value {
                    true
                } else if wanted < *value {
                    left.contains(wanted)
                } else {
                    right.contains(wanted)
                }
            }
        }
    }

    fn depth(&self) -> usize {
        match self {
            Self::Leaf => 0,
            Self::Node(l, _, r) => {
                let (l, r) = (l.depth(), r.depth());
                1 + if l > r { l } else { r }
            }
        }
    }
}

struct Stack<T, const N: usize> {
    items: [Option<T>; N],
    len: usize,
}

impl<T: Copy, const N: usize> Stack<T, N> {
    fn new() -> Self {
        Stack { items: [None; N], len: 0 }
    }

    fn push(&mut self, item: T) -> Result<(), T> {
        if self.len == N {
            return Err(item);
        }
        self.items[self.len] = Some(item);
        self.len += 1;
        Ok(())
    }

    fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        self.items[self.len].take()
    }
}

type Pair<T> = (T, T);
type Grid = [[Point<u8>; 2]; 2];

fn rotate<T>((a, b): Pair<T>) -> Pair<T> {
    (b, a)
}

fn main() {
    let p = Point::new(3.0, 4.0);
    println!("{} {p:?} {p}", p.length());
    println!("{} {}", Point::new(-3, 4).length(), Point::<u8>::DIMENSIONS);
    println!("{:?}", Point { x: 1, y: 2 }.mixup(Point::new("a", "b")));
    println!("{} {}", Point::new('a', 'b').swap(), Point::<i64>::default());
    println!("{}", Point::new(1, 2) == Point { x: 1, y: 2 });
    let leaf = Tree::Leaf;
    let one = Tree::Node(&leaf, 1, &leaf);
    let five = Tree::Node(&leaf, 5, &leaf);
    let three = Tree::Node(&one, 3, &five);
    println!("{} {} {}", three.contains(5), three.contains(4), three.depth());
    println!("{:?} {}", one, one == five);
    let mut stack: Stack<_, 2> = Stack::new();
    println!("{:?} {:?} {:?}", stack.push('a'), stack.push('b'), stack.push('c'));
    println!("{:?} {:?} {:?}", stack.pop(), stack.pop(), stack.pop());
    println!("{:?}", rotate((1, 2)));
    let grid: Grid = [[Point::default(); 2]; 2];
    println!("{}", grid[1][1]);
}
