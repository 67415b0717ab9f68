use std::collections::HashMap;

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}

fn adder(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}

fn counter() -> impl FnMut() -> u32 {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}

fn boxed(kind: &str) -> Box<dyn Fn(f64, f64) -> f64> {
    match kind {
        "add" => Box::new(|a, b| a + b),
        "hypot" => Box::new(|a: f64, b: f64| (a * a + b * b).sqrt()),
        other => {
            let n = other.len() as f64;
            Box::new(move |_, _| n)
        }
    }
}

fn apply_n<F>(n: usize, mut f: F)
where
    F: FnMut(usize),
{
    for i in 0..n {
        f(i);
    }
}

struct Button<'a> {
    label: String,
    on_click: Vec<Box<dyn FnMut(&str) + 'a>>,
}

impl<'a> Button<'a> {
    fn new(label: &str) -> Self {
        Button { label: label.to_string(), on_click: Vec::new() }
    }

    fn listen(&mut self, f: impl FnMut(&str) + 'a) -> &mut Self {
        self.on_click.push(Box::new(f));
        self
    }

    fn click(&mut self) {
        for f in &mut self.on_click {
            f(&self.label);
        }
    }
}

struct Memo<F: Fn(u64) -> u64> {
    f: F,
    seen: HashMap<u64, u64>,
    hits: u32,
}

impl<F: Fn(u64) -> u64> Memo<F> {
    fn get(&mut self, n: u64) -> u64 {
        if let Some(&v) = self.seen.get(&n) {
            self.hits += 1;
            return v;
        }
        let v = (self.f)(n);
        self.seen.insert(n, v);
        v
    }
}

fn fix<T, R>(f: &dyn Fn(&dyn Fn(T) -> R, T) -> R, x: T) -> R {
    f(&|y| fix(f, y), x)
}

fn consume(f: impl FnOnce() -> String) -> usize {
    f().len()
}

fn main() {
    let inc_then_double = compose(adder(1), |x| x * 2);
    let shout = compose(inc_then_double, |n| format!("<{n}>"));
    println!("{} {}", shout(4), compose(str::len, |n| n % 2 == 0)("four"));
    let (mut a, mut b) = (counter(), counter());
    println!("{} {} {} {}", a(), a(), b(), a());
    for kind in ["add", "hypot", "seven.."] {
        println!("{kind} {}", boxed(kind)(3.0, 4.0));
    }
    let mut squares = vec![];
    apply_n(5, |i| squares.push(i * i));
    println!("{squares:?}");
    let mut log = Vec::new();
    let mut clicks = 0;
    {
        let mut button = Button::new("OK");
        button.listen(|label| log.push(format!("clicked {label}"))).listen(|_| clicks += 1);
        button.click();
        button.click();
    }
    println!("{log:?} {clicks}");
    let mut memo = Memo { f: |n| (1..=n).product(), seen: HashMap::new(), hits: 0 };
    let values: Vec<u64> = [5, 3, 5, 10, 3].iter().map(|&n| memo.get(n)).collect();
    println!("{values:?} {}", memo.hits);
    println!("{}", fix(&|rec, n: u32| if n < 2 { n } else { rec(n - 1) + rec(n - 2) }, 15));
    let owned = String::from("moved in");
    println!("{}", consume(move || owned + "!"));
    let table: [(&str, fn(i32, i32) -> i32); 3] = [("+", |a, b| a + b), ("max", i32::max), ("pow", |a, b| a.pow(b as u32))];
    for (name, f) in table {
        println!("{name}: {}", f(3, 4));
    }
    let mut words = vec!["pear", "fig", "banana", "kiwi"];
    words.sort_by_key(|w| (w.len(), *w));
    println!("{words:?}");
    let lookup: HashMap<_, _> = words.iter().map(|w| (w.chars().next().unwrap(), w.len())).collect();
    let get = |c: char| lookup.get(&c).copied().unwrap_or_default();
    println!("{} {} {}", get('b'), get('f'), get('z'));
    let partial = |a: i32| move |b: i32| move |c: i32| a * 100 + b * 10 + c;
    println!("{}", partial(1)(2)(3));
    let mut best: Option<(usize, &str)> = None;
    words.iter().enumerate().for_each(|(i, w)| {
        if best.is_none_or(|(_, b)| w.len() > b.len()) {
            best = Some((i, w));
        }
    });
    println!("{best:?}");
}
