use std::fmt::Debug;

#[derive(Debug)]
struct Node<T> {
    value: T,
    next: Link<T>,
}

type Link<T> = Option<Box<Node<T>>>;

#[derive(Debug)]
pub struct List<T> {
    head: Link<T>,
    len: usize,
}

impl<T> List<T> {
    pub const fn new() -> Self {
        List { head: None, len: 0 }
    }

    pub fn push(&mut self, value: T) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { value, next }));
        self.len += 1;
    }

    pub fn pop(&mut self) -> Option<T> {
        self.head.take().map(|node| {
            self.head = node.next;
            self.len -= 1;
            node.value
        })
    }

    pub fn peek(&self) -> Option<&T> {
        self.head.as_ref().map(|node| &node.value)
    }

    pub fn peek_mut(&mut self) -> Option<&mut T> {
        self.head.as_mut().map(|node| &mut node.value)
    }

    pub fn reverse(&mut self) {
        let mut done: Link<T> = None;
        let mut rest = self.head.take();
        while let Some(mut node) = rest {
            rest = node.next.take();
            node.next = done;
            done = Some(node);
        }
        self.head = done;
    }

    pub fn push_back(&mut self, value: T) {
        let mut at = &mut self.head;
        while let Some(node) = at {
            at = &mut node.next;
        }
        *at = Some(Box::new(Node { value, next: None }));
        self.len += 1;
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter { next: self.head.as_deref() }
    }

    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        let mut kept = List::new();
        while let Some(value) = self.pop() {
            if keep(&value) {
                kept.push(value);
            }
        }
        kept.reverse();
        *self = kept;
    }
}

pub struct Iter<'a, T> {
    next: Option<&'a Node<T>>,
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let node = self.next?;
        self.next = node.next.as_deref();
        Some(&node.value)
    }
}

pub struct IntoIter<T>(List<T>);

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.0.pop()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len, Some(self.0.len))
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self)
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        let mut list = List::new();
        for value in iter {
            list.push(value);
        }
        list.reverse();
        list
    }
}

impl<T> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        iter.into_iter().for_each(|v| self.push_back(v));
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for List<T> {
    fn drop(&mut self) {
        let mut count = 0;
        let mut at = self.head.take();
        while let Some(mut node) = at {
            at = node.next.take();
            count += 1;
        }
        if count > 0 {
            println!("(dropped {count} nodes)");
        }
    }
}

fn show<T: Debug>(label: &str, list: &List<T>) {
    let shown: Vec<String> = list.iter().map(|v| format!("{v:?}")).collect();
    println!("{label}: {} = {}", list.len, shown.join(" -> "));
}

fn main() {
    let mut list: List<i32> = (1..=5).collect();
    show("collected", &list);
    list.push(0);
    list.push_back(6);
    if let Some(first) = list.peek_mut() {
        *first -= 10;
    }
    show("changed", &list);
    list.reverse();
    show("reversed", &list);
    list.retain(|n| n % 2 == 0);
    show("even", &list);
    list.extend([100, 200]);
    println!("{:?} {:?}", list.peek(), list.iter().max());
    let mut sum = 0;
    for n in &list {
        sum += n;
    }
    println!("sum {sum}");
    let words: List<String> = "the quick brown fox".split(' ').map(String::from).collect();
    let lengths: List<usize> = words.iter().map(|w| w.len()).collect();
    show("lengths", &lengths);
    let joined = words.into_iter().reduce(|a, b| a + "/" + &b);
    println!("{joined:?}");
    let mut empty = List::<char>::default();
    println!("{:?} {:?}", empty.pop(), empty.peek());
    let mut it = list.into_iter();
    println!("{:?} {:?}", it.next(), it.size_hint());
}
