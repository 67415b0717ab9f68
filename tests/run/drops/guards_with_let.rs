// What a guard's `let` binds and makes lives until the end of the arm, and goes before the variables of the arm's pattern.
#![allow(irrefutable_let_patterns)]

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}

impl Noisy {
    fn part(&self) -> Option<&str> {
        self.0.strip_prefix("some ")
    }
}

fn make(name: &'static str) -> Noisy {
    println!("  make {name}");
    Noisy(name)
}

enum Shape {
    Circle(Noisy),
    Square(Noisy, Noisy),
    Nothing,
}

fn look(shape: Shape, deep: bool) -> usize {
    match shape {
        Shape::Circle(n) if let Some(rest) = make("some guard").part() && deep => {
            println!("  circle {} {rest}", n.0);
            let _inner = Noisy("inner");
            rest.len()
        }
        Shape::Circle(n) if let kept = make("kept") && !kept.0.is_empty() => {
            println!("  shallow {} {}", n.0, kept.0);
            1
        }
        Shape::Square(a, _) if let first = make("first") && let second = make("second") && deep => {
            println!("  square {} {} {}", a.0, first.0, second.0);
            2
        }
        Shape::Circle(_) | Shape::Square(..) => 3,
        Shape::Nothing if make("only while asked").part().is_none() => 4,
        Shape::Nothing => 5,
    }
}

fn early(n: Option<u32>) -> &'static str {
    for i in 0..3 {
        match n {
            Some(n) if let guard = Noisy("guard of a loop") && n == i => {
                if n == 1 {
                    continue;
                }
                println!("  found {n} with {}", guard.0);
                return "returned";
            }
            None if let _unseen = Noisy("guard of none") => break,
            _ => println!("  round {i}"),
        }
    }
    "done"
}

fn alternatives(n: u32) -> u32 {
    match n {
        x @ 1 | x @ 3 if let y = x * 2 && y > 2 => y,
        _ | _ if let _y = Noisy("asked twice") && false => 0,
        other => other + 100,
    }
}

fn by_kind(text: &str) -> String {
    match text.split_once('=') {
        Some((key, value)) if let Ok(number) = value.parse::<i32>() => format!("{key} is the number {number}"),
        Some((key, value)) if let Some(inside) = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')) => {
            format!("{key} is the text {inside}")
        }
        Some((key, _)) => format!("{key} is something"),
        None => String::from("nothing"),
    }
}

fn main() {
    for deep in [true, false] {
        println!("circle {deep}");
        println!("{}", look(Shape::Circle(Noisy("c")), deep));
        println!("square {deep}");
        println!("{}", look(Shape::Square(Noisy("a"), Noisy("b")), deep));
        println!("nothing {deep}");
        println!("{}", look(Shape::Nothing, deep));
    }
    for n in [Some(0), Some(1), Some(2), Some(7), None] {
        println!("early {n:?}");
        println!("{}", early(n));
    }
    println!("{} {} {}", alternatives(1), alternatives(3), alternatives(4));
    for text in ["a=1", "b=\"two\"", "c=!", "d"] {
        println!("{}", by_kind(text));
    }
    println!("a panic in the arm");
    match Shape::Circle(Noisy("of the scrutinee")) {
        Shape::Circle(n) if let kept = make("of the guard") && kept.part().is_none() => {
            let _inner = Noisy("of the body");
            panic!("{} {}", n.0, kept.0);
        }
        _ => {}
    }
}
