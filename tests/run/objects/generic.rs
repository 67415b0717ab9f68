//! Traits with parameters and associated types as trait objects; trait objects as arguments of generics.

use std::fmt::{Debug, Display};

trait Convert<T> {
    fn convert(&self) -> T;
}

struct Number(i64);

impl Convert<String> for Number {
    fn convert(&self) -> String {
        format!("#{}", self.0)
    }
}

impl Convert<f64> for Number {
    fn convert(&self) -> f64 {
        self.0 as f64 / 2.0
    }
}

fn text(c: &dyn Convert<String>) -> String {
    c.convert()
}

fn both(n: &Number) -> (String, f64) {
    let a: &dyn Convert<String> = n;
    let b: &dyn Convert<f64> = n;
    (a.convert(), b.convert())
}

trait Source {
    type Item;
    fn pull(&mut self) -> Option<Self::Item>;
    fn pull_two(&mut self) -> (Option<Self::Item>, Option<Self::Item>) {
        (self.pull(), self.pull())
    }
}

struct Countdown(u8);

impl Source for Countdown {
    type Item = u8;
    fn pull(&mut self) -> Option<u8> {
        self.0.checked_sub(1).inspect(|&n| self.0 = n)
    }
}

struct Words<'a>(&'a [&'a str]);

impl<'a> Source for Words<'a> {
    type Item = &'a str;
    fn pull(&mut self) -> Option<&'a str> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }
}

fn drain<T: Debug>(source: &mut dyn Source<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    while let Some(x) = source.pull() {
        all.push(x);
    }
    all
}

fn generic<S: Source + ?Sized>(source: &mut S) -> u32 {
    let mut n = 0;
    while source.pull().is_some() {
        n += 1;
    }
    n
}

struct Holder<T: ?Sized> {
    label: &'static str,
    value: Box<T>,
}

impl<T: ?Sized + Display> Holder<T> {
    fn show(&self) -> String {
        format!("{}={}", self.label, self.value)
    }
}

impl Source for Box<dyn Source<Item = u8>> {
    type Item = String;
    fn pull(&mut self) -> Option<String> {
        (**self).pull().map(|n| format!("<{n}>"))
    }
}

trait Visitor<R> {
    fn number(&mut self, n: i32) -> R;
    fn add(&mut self, a: &Expr, b: &Expr) -> R;
}

enum Expr {
    Number(i32),
    Add(Box<Expr>, Box<Expr>),
}

impl Expr {
    fn accept<R>(&self, visitor: &mut dyn Visitor<R>) -> R {
        match self {
            Expr::Number(n) => visitor.number(*n),
            Expr::Add(a, b) => visitor.add(a, b),
        }
    }
}

struct Eval;
struct Show {
    depth: usize,
}

impl Visitor<i32> for Eval {
    fn number(&mut self, n: i32) -> i32 {
        n
    }
    fn add(&mut self, a: &Expr, b: &Expr) -> i32 {
        a.accept(self) + b.accept(self)
    }
}

impl Visitor<String> for Show {
    fn number(&mut self, n: i32) -> String {
        format!("{n}@{}", self.depth)
    }
    fn add(&mut self, a: &Expr, b: &Expr) -> String {
        self.depth += 1;
        let text = format!("({} + {})", a.accept(self), b.accept(self));
        self.depth -= 1;
        text
    }
}

fn main() {
    println!("{} {:?}", text(&Number(5)), both(&Number(7)));
    println!("{:?}", drain(&mut Countdown(4)));
    println!("{:?}", drain(&mut Words(&["a", "b"])));
    let source: &mut dyn Source<Item = u8> = &mut Countdown(9);
    println!("{:?} {}", source.pull_two(), generic(source));
    let mut boxed: Box<dyn Source<Item = u8>> = Box::new(Countdown(2));
    println!("{:?} {:?}", boxed.pull(), Source::pull(&mut *boxed));
    let h: Holder<dyn Display> = Holder { label: "pi", value: Box::new(3.5) };
    println!("{}", h.show());
    let h = Holder { label: "n", value: Box::new(3) };
    println!("{}", h.show());
    let e = Expr::Add(
        Box::new(Expr::Number(1)),
        Box::new(Expr::Add(Box::new(Expr::Number(2)), Box::new(Expr::Number(3)))),
    );
    println!("{} = {}", e.accept(&mut Show { depth: 0 }), e.accept(&mut Eval));
}
