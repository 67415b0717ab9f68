//! `let … else`, chains of `let` with `&&`, and slice patterns, with temporaries that say when they are dropped.

#[derive(Debug, PartialEq)]
struct Loud(&'static str, Vec<i32>);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("    drop {}", self.0);
    }
}

impl Loud {
    fn items(&self) -> &[i32] {
        &self.1
    }
    fn first(&self) -> Option<&i32> {
        self.1.first()
    }
    fn wrap(self) -> Option<Self> {
        if self.1.is_empty() { None } else { Some(self) }
    }
}

fn loud(name: &'static str, items: &[i32]) -> Loud {
    println!("    make {name}");
    Loud(name, items.to_vec())
}

fn classify(items: &[i32]) -> String {
    match items {
        [] => "empty".into(),
        [x] if *x < 0 => format!("negative {x}"),
        [x @ (0 | 1)] | [x, 0] => format!("small {x}"),
        [a, .., b] if a == b => format!("ends {a}"),
        [first, middle @ .., _] if middle.iter().sum::<i32>() == *first => format!("sum {middle:?}"),
        [.., 7 | 9, _] => "seven or nine before the last".to_string(),
        &[a, b, ref rest @ ..] if rest.len() > 1 => format!("{} and {} more", a * b, rest.len()),
        whole @ [_, rest @ ..] => format!("{whole:?} {rest:?}"),
    }
}

fn with_else(name: &'static str, items: &[i32]) -> i32 {
    let Some(Loud(_, ref list)) = loud(name, items).wrap() else {
        println!("  else {name}");
        return -1;
    };
    let &[a, .., b] = &list[..] else {
        println!("  short {name}");
        return list[0];
    };
    println!("  body {name}");
    a * b
}

fn chain(a: &[i32], b: &[i32]) -> &'static str {
    if let Some(x) = loud("a", a).first()
        && *x > 0
        && let [y, ..] = loud("b", b).items()
        && let sum = x + y
        && sum % 2 == 0
    {
        println!("  in {x} {y} {sum}");
        "even"
    } else if let l = loud("c", b) && l.items().len() > 1 {
        println!("  in c");
        "long"
    } else {
        println!("  in else");
        "none"
    }
}

fn looped() -> usize {
    let mut queue = vec![loud("q1", &[1]), loud("q2", &[2, 2]), loud("q3", &[3, 3, 3]), loud("q0", &[])];
    let mut n = 0;
    while let Some(l) = queue.pop()
        && let len @ 0..=2 | len @ 3 = l.items().len()
        && !matches!(queue.last(), Some(Loud("q1", _)))
    {
        println!("  loop {}", l.0);
        n += len;
    }
    println!("  left {}", queue.len());
    n
}

fn tail(which: bool) -> usize {
    match loud("m", &[1, 2]).items() {
        [_, _] if which && loud("guard", &[]).items().is_empty() => loud("arm", &[4, 5, 6]).items().len(),
        [.., last] => {
            let n = loud("block", &[*last]).items()[0];
            n as usize
        }
        [] => 0,
    }
}

fn main() {
    for items in [&[][..], &[-3], &[1], &[5], &[4, 0], &[4, 1, 4], &[6, 1, 2, 3, 0], &[1, 7, 2], &[2, 3, 4, 5], &[2, 3, 4]] {
        println!("{items:?}: {}", classify(items));
    }
    println!("= {}", with_else("two", &[3, 4]));
    println!("= {}", with_else("one", &[3]));
    println!("= {}", with_else("none", &[]));
    for (a, b) in [(&[1][..], &[3][..]), (&[1], &[2, 2]), (&[0], &[1]), (&[], &[5, 5]), (&[1], &[])] {
        println!("= {}", chain(a, b));
    }
    println!("= {}", looped());
    println!("= {} {}", tail(true), tail(false));
    let x = if let Some(n) = loud("t", &[8]).first() { *n } else { 0 } + loud("u", &[1]).items()[0];
    println!("= {x}");
    let v = { loud("v", &[1, 2, 3]) }.items().iter().map(|n| loud("w", &[*n]).1[0]).sum::<i32>();
    println!("= {v}");
}
