//! Trait objects that are called: `dyn Fn`, `dyn FnMut`, `dyn FnOnce`.

struct Button {
    label: String,
    on_click: Vec<Box<dyn Fn(&str) -> String>>,
}

impl Button {
    fn click(&self) {
        for handler in &self.on_click {
            println!("{}", handler(&self.label));
        }
        for handler in self.on_click.iter() {
            println!("{}", handler("iter").len());
        }
        if let Some(first) = self.on_click.first() {
            println!("{}", first("first"));
        }
        println!("{}", (self.on_click[1])("second"));
    }
}

fn adder(n: i32) -> Box<dyn Fn(i32) -> i32> {
    Box::new(move |x| x + n)
}

fn pick(op: char) -> Option<Box<dyn Fn(f64, f64) -> f64>> {
    Some(match op {
        '+' => Box::new(|a, b| a + b),
        '*' => Box::new(|a, b| a * b),
        '^' => Box::new(f64::max),
        _ => return None,
    })
}

fn twice(f: &mut dyn FnMut() -> u32) -> (u32, u32) {
    (f(), f())
}

fn thrice(mut f: impl FnMut() -> u32) -> u32 {
    f() + f() + f()
}

fn once<F: FnOnce(String) -> usize>(f: F) -> usize {
    f("length".to_string())
}

fn apply<F: Fn(i32) -> i32 + ?Sized>(f: &F, x: i32) -> i32 {
    f(f(x))
}

fn pipeline(steps: Vec<Box<dyn Fn(i64) -> i64>>) -> impl Fn(i64) -> i64 {
    move |x| steps.iter().fold(x, |acc, step| step(acc))
}

fn unit(f: Box<dyn FnOnce()>) {
    f();
}

fn plain(x: i32) -> i32 {
    x - 1
}

fn main() {
    let prefix = String::from(">> ");
    let button = Button {
        label: "ok".to_string(),
        on_click: vec![
            Box::new(|l| format!("{l:*^6}")),
            Box::new(move |l| {
                let mut s = prefix.clone();
                s.push_str(l);
                s
            }),
        ],
    };
    button.click();
    let (a, b) = (adder(1), adder(10));
    println!("{} {} {}", a(1), b(1), apply(&*a, 5));
    println!("{} {}", apply(&b, 5), apply(&plain, 5));
    for op in ['+', '*', '^', '?'] {
        match pick(op) {
            Some(f) => println!("{op} {}", f(3.0, 4.0)),
            None => println!("{op} unknown"),
        }
    }
    let mut n = 0;
    let mut count = || {
        n += 1;
        n
    };
    println!("{:?}", twice(&mut count));
    println!("{}", thrice(&mut count));
    let mut boxed: Box<dyn FnMut() -> u32> = Box::new(count);
    println!("{} {}", boxed(), thrice(&mut boxed));
    println!("{:?}", twice(&mut *boxed));
    println!("{}", thrice(boxed));
    println!("{n}");
    let extra = vec![1, 2, 3];
    let job: Box<dyn FnOnce(String) -> usize> = Box::new(move |s| s.len() + extra.into_iter().sum::<usize>());
    println!("{}", job(String::from("four")));
    let job: Box<dyn FnOnce(String) -> usize> = Box::new(|s: String| s.len());
    println!("{}", once(job));
    let shared: Box<dyn Fn(String) -> usize> = Box::new(|s| s.len() * 2);
    println!("{} {}", shared(String::new()), once(&shared));
    println!("{}", once(shared));
    println!("{}", pipeline(vec![Box::new(|x| x + 1), Box::new(|x| x * x), Box::new(move |x| x - n as i64)])(6));
    unit(Box::new(|| println!("unit")));
    let text = String::from("moved");
    unit(Box::new(move || println!("{text}")));
    let mut jobs: Vec<Box<dyn FnOnce() -> String>> = Vec::new();
    for i in 0..3 {
        jobs.push(Box::new(move || format!("job {i}")));
    }
    while let Some(job) = jobs.pop() {
        println!("{}", job());
    }
    let table: [(&str, &dyn Fn(i32) -> i32); 3] = [("neg", &|x| -x), ("plain", &plain), ("abs", &i32::abs)];
    for (name, f) in table {
        println!("{name} {}", f(-4));
    }
    let big: Box<dyn Fn(i32, u8, i64, f64, bool, char, &str, [i32; 3]) -> String> =
        Box::new(|a, b, c, d, e, f, g, h| format!("{a} {b} {c} {d} {e} {f} {g} {h:?}"));
    println!("{}", big(1, 2, 3, 4.5, true, 'x', "y", [7, 8, 9]));
    let nested: Box<dyn Fn(i32) -> Box<dyn Fn(i32) -> i32>> = Box::new(|a| Box::new(move |b| a * 10 + b));
    println!("{}", nested(4)(2));
}
