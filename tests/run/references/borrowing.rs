// References to locals, fields, elements; reborrowing; references in structs.
#[derive(Debug)]
struct Counter {
    count: u32,
    history: [u32; 4],
}

fn bump(n: &mut u32) {
    *n += 1;
}

fn bump_twice(n: &mut u32) {
    bump(n);
    bump(&mut *n);
}

fn largest<'a>(a: &'a u32, b: &'a u32) -> &'a u32 {
    if a > b { a } else { b }
}

fn pick(counter: &mut Counter, index: usize) -> &mut u32 {
    &mut counter.history[index]
}

struct View<'a> {
    values: &'a [u32],
    name: &'a str,
}

impl<'a> View<'a> {
    fn total(&self) -> u32 {
        let mut sum = 0;
        for i in 0..self.values.len() {
            sum += self.values[i];
        }
        sum
    }

    fn tail(&self) -> View<'a> {
        View { values: &self.values[1..], name: self.name }
    }
}

fn main() {
    let mut n = 5;
    bump(&mut n);
    bump_twice(&mut n);
    println!("{n}");
    let mut counter = Counter { count: 0, history: [1, 2, 3, 4] };
    bump(&mut counter.count);
    bump(&mut counter.history[2]);
    *pick(&mut counter, 3) *= 10;
    println!("{counter:?}");
    let (a, b) = (3, 9);
    println!("{}", largest(&a, &b));
    let r = &n;
    let rr = &r;
    let rrr = &rr;
    println!("{} {} {}", r, **rr + 1, ***rrr == n);
    println!("{}", rrr);
    let view = View { values: &counter.history, name: "history" };
    println!("{} {} {}", view.name, view.total(), view.tail().tail().total());
    let mut x = 1;
    {
        let y = &mut x;
        *y += 1;
        let z = &mut *y;
        *z *= 10;
        *y += 1;
    }
    println!("{x}");
    let mut pair = (1, 2);
    let (left, right) = (&mut pair.0, &mut pair.1);
    std::mem::swap(left, right);
    println!("{pair:?}");
    let mut array = [1, 2, 3];
    let element = &mut array[1];
    *element += 40;
    println!("{array:?}");
    let old = std::mem::replace(&mut array[0], 100);
    println!("{old} {array:?}");
    let text: &'static str = "static";
    let same = text;
    println!("{text} {same} {}", text == same);
}
