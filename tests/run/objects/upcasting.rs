//! Pointers to trait objects become pointers to those of the traits above.

use std::fmt::{self, Debug, Display};

trait Named {
    fn name(&self) -> String;
    fn shout(&self) -> String {
        let mut s = self.name();
        s.push('!');
        s
    }
}

trait Aged {
    fn age(&self) -> u32;
    fn birthday(&mut self);
}

trait Person: Named + Aged + Debug {
    fn greet(&self) -> String {
        format!("{} ({}) {:?}", self.name(), self.age(), self)
    }
}

trait Worker: Person + Display {
    fn work(&mut self) -> u64;
}

#[derive(Debug)]
struct Smith {
    years: u32,
    done: u64,
}

impl Named for Smith {
    fn name(&self) -> String {
        "Smith".to_string()
    }
}

impl Aged for Smith {
    fn age(&self) -> u32 {
        self.years
    }
    fn birthday(&mut self) {
        self.years += 1;
    }
}

impl Person for Smith {}

impl Display for Smith {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.done)
    }
}

impl Worker for Smith {
    fn work(&mut self) -> u64 {
        self.done += 7;
        self.done
    }
}

fn named(n: &dyn Named) -> String {
    n.shout()
}

fn older(a: &mut dyn Aged) -> u32 {
    a.birthday();
    a.age()
}

fn shown(d: &dyn Display) -> String {
    format!("[{d:>6}]")
}

fn as_person(w: &dyn Worker) -> &dyn Person {
    w
}

fn main() {
    let mut smith = Smith { years: 40, done: 0 };
    let worker: &mut dyn Worker = &mut smith;
    println!("{} {}", worker.work(), worker.greet());
    println!("{}", older(worker));
    println!("{}", named(worker));
    println!("{}", shown(worker));
    let person = as_person(worker);
    println!("{}", person.greet());
    println!("{}", named(person));
    let debug: &dyn Debug = person;
    println!("{debug:?}");
    let boxed: Box<dyn Worker> = Box::new(smith);
    let person: Box<dyn Person> = boxed;
    let mut aged: Box<dyn Aged> = person;
    aged.birthday();
    println!("{}", aged.age());
    let all: Vec<Box<dyn Worker>> = vec![Box::new(Smith { years: 1, done: 2 }), Box::new(Smith { years: 3, done: 4 })];
    let people: Vec<Box<dyn Person>> = all.into_iter().map(|w| w as Box<dyn Person>).collect();
    for p in &people {
        println!("{} {}", p.greet(), p.shout());
    }
}
