// Linked lists in an array: nodes name each other by index, freed nodes are used again.
const CAPACITY: usize = 8;

#[derive(Clone, Copy, Debug)]
struct Node {
    value: i32,
    next: Option<usize>,
}

struct Arena {
    nodes: [Node; CAPACITY],
    free: Option<usize>,
}

#[derive(Clone, Copy)]
struct List {
    head: Option<usize>,
}

impl Arena {
    fn new() -> Self {
        let mut nodes = [Node { value: 0, next: None }; CAPACITY];
        for i in 1..CAPACITY {
            nodes[i - 1].next = Some(i);
        }
        Arena { nodes, free: Some(0) }
    }

    fn allocate(&mut self, value: i32, next: Option<usize>) -> Option<usize> {
        let Some(index) = self.free else { return None };
        let node = &mut self.nodes[index];
        self.free = std::mem::replace(&mut node.next, next);
        node.value = value;
        Some(index)
    }

    fn release(&mut self, index: usize) -> i32 {
        let Node { value, .. } = self.nodes[index];
        self.nodes[index].next = self.free.replace(index);
        value
    }
}

impl List {
    fn push(&mut self, arena: &mut Arena, value: i32) -> bool {
        match arena.allocate(value, self.head) {
            None => false,
            new => {
                self.head = new;
                true
            }
        }
    }

    fn pop(&mut self, arena: &mut Arena) -> Option<i32> {
        if let Some(first) = self.head {
            self.head = arena.nodes[first].next;
            Some(arena.release(first))
        } else {
            None
        }
    }

    /// Insert in order, walking along with a reference to the link to change.
    fn insert_sorted(&mut self, arena: &mut Arena, value: i32) {
        let mut previous = None;
        let mut current = self.head;
        while let Some(index) = current
            && arena.nodes[index].value < value
        {
            previous = current;
            current = arena.nodes[index].next;
        }
        let new = arena.allocate(value, current);
        let link = match previous {
            Some(index) => &mut arena.nodes[index].next,
            None => &mut self.head,
        };
        if new.is_some() {
            *link = new;
        }
    }

    fn remove(&mut self, arena: &mut Arena, value: i32) -> Option<usize> {
        let mut position = 0;
        let mut previous: Option<usize> = None;
        let mut current = self.head;
        loop {
            let index = match current {
                None => return None,
                Some(index) if arena.nodes[index].value == value => index,
                Some(index) => {
                    position += 1;
                    previous = Some(index);
                    current = arena.nodes[index].next;
                    continue;
                }
            };
            let next = arena.nodes[index].next;
            match previous {
                Some(before) => arena.nodes[before].next = next,
                None => self.head = next,
            }
            arena.release(index);
            return Some(position);
        }
    }

    fn reverse(&mut self, arena: &mut Arena) {
        let mut reversed = None;
        while let Some(index) = self.head {
            self.head = arena.nodes[index].next;
            arena.nodes[index].next = reversed;
            reversed = Some(index);
        }
        self.head = reversed;
    }

    fn print(self, arena: &Arena) {
        let mut current = self.head;
        print!("[");
        while let Some(index) = current {
            let Node { value, next } = arena.nodes[index];
            print!("{value}@{index}{}", if next.is_some() { ", " } else { "" });
            current = next;
        }
        println!("]");
    }
}

fn sum(arena: &Arena, from: Option<usize>) -> i32 {
    match from {
        None => 0,
        Some(index) => arena.nodes[index].value + sum(arena, arena.nodes[index].next),
    }
}

fn main() {
    let mut arena = Arena::new();
    let (mut a, mut b) = (List { head: None }, List { head: None });
    let values = [5, 1, 4, 2, 3];
    for i in 0..values.len() {
        a.insert_sorted(&mut arena, values[i]);
    }
    a.print(&arena);
    println!(
        "{} {} {} {}",
        b.push(&mut arena, 10),
        b.push(&mut arena, 20),
        b.push(&mut arena, 30),
        b.push(&mut arena, 40)
    );
    a.insert_sorted(&mut arena, 0);
    b.print(&arena);
    println!("{:?} {:?} {:?}", a.remove(&mut arena, 3), a.remove(&mut arena, 9), a.remove(&mut arena, 1));
    println!("{}", b.push(&mut arena, 50));
    a.reverse(&mut arena);
    a.print(&arena);
    b.print(&arena);
    println!("{} {}", sum(&arena, a.head), sum(&arena, b.head));
    while let Some(value) = b.pop(&mut arena) {
        print!("{value} ");
    }
    println!("{:?} {:?}", b.pop(&mut arena), arena.free);
    println!("{:?}", arena.nodes[0]);
}
