// Function pointers in arrays, structs, constants, parameters and results; methods and library functions as values.
type Binary = fn(i64, i64) -> i64;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn sub(a: i64, b: i64) -> i64 {
    a - b
}

const TABLE: [(char, Binary, u8); 5] =
    [('+', add, 1), ('-', sub, 1), ('*', i64::wrapping_mul, 2), ('m', i64::min, 0), ('M', i64::max, 0)];

fn lookup(symbol: char) -> Option<Binary> {
    for i in 0..TABLE.len() {
        let (c, function, _) = TABLE[i];
        if c == symbol {
            return Some(function);
        }
    }
    None
}

fn fold(values: &[i64], start: i64, step: Binary) -> i64 {
    let mut result = start;
    for i in 0..values.len() {
        result = step(result, values[i]);
    }
    result
}

fn map(values: &mut [i64], f: fn(i64) -> i64) {
    for i in 0..values.len() {
        values[i] = f(values[i]);
    }
}

#[derive(Clone, Copy, Debug)]
struct Point {
    x: i32,
    y: i32,
}

impl Point {
    fn new(x: i32, y: i32) -> Point {
        Point { x, y }
    }

    fn norm(&self) -> i32 {
        self.x.abs() + self.y.abs()
    }

    fn turn(self) -> Self {
        Point { x: -self.y, y: self.x }
    }

    fn push(&mut self, by: i32) {
        self.x += by;
    }
}

struct Button<'a> {
    label: &'a str,
    action: fn(&mut i32, &str),
}

fn increase(n: &mut i32, label: &str) {
    *n += label.len() as i32;
}

fn reset(n: &mut i32, label: &str) {
    println!("{label} from {n}");
    *n = 0;
}

fn compose(n: i32, f: fn(i32) -> i32, g: fn(i32) -> i32) -> i32 {
    g(f(n))
}

fn choose(deep: bool) -> fn(bool) -> fn(i32) -> i32 {
    fn twice(n: i32) -> i32 {
        n * 2
    }
    fn outer(positive: bool) -> fn(i32) -> i32 {
        if positive { i32::abs } else { twice }
    }
    fn other(_: bool) -> fn(i32) -> i32 {
        i32::reverse_bits
    }
    if deep { outer } else { other }
}

fn recurse(n: u32, f: fn(u32, fn(u32) -> u32) -> u32) -> u32 {
    fn leaf(n: u32) -> u32 {
        n + 1
    }
    f(n, leaf)
}

fn apply_n(n: u32, f: fn(u32) -> u32) -> u32 {
    let mut value = 1;
    for _ in 0..n {
        value = f(value) * 2;
    }
    value
}

fn main() {
    let values = [3, -7, 12, 5];
    println!("{} {} {}", fold(&values, 0, add), fold(&values, 0, sub), fold(&values, 1, i64::wrapping_mul));
    println!("{} {}", fold(&values, i64::MAX, i64::min), fold(&values, i64::MIN, i64::max));
    let symbols = ['+', '-', '*', 'm', 'M', '?'];
    for i in 0..symbols.len() {
        match lookup(symbols[i]) {
            Some(f) => print!("{}{} ", symbols[i], f(6, 7)),
            None => println!("no {}", symbols[i]),
        }
    }
    let mut changed = values;
    map(&mut changed, i64::abs);
    map(&mut changed, i64::signum);
    println!("{changed:?}");
    let steps: [fn(Point) -> Point; 3] = [Point::turn, <Point>::turn, Point::turn];
    let make: fn(i32, i32) -> Point = Point::new;
    let norm: fn(&Point) -> i32 = Point::norm;
    let push: fn(&mut Point, i32) = Point::push;
    let mut p = make(3, 4);
    for i in 0..steps.len() {
        p = steps[i](p);
        push(&mut p, i as i32);
        println!("{p:?} {}", norm(&p));
    }
    let buttons = [
        Button { label: "more", action: increase },
        Button { label: "even more", action: increase },
        Button { label: "reset", action: reset },
        Button { label: "again", action: increase },
    ];
    let mut n = 1;
    for i in 0..buttons.len() {
        (buttons[i].action)(&mut n, buttons[i].label);
    }
    println!("{n}");
    println!("{} {} {}", choose(true)(true)(-9), choose(true)(false)(-9), choose(false)(true)(1));
    println!("{} {}", compose(-4, i32::abs, choose(true)(false)), recurse(3, apply_n));
    let matrix: [[fn(f64) -> f64; 2]; 2] = [[f64::floor, f64::ceil], [f64::round, f64::trunc]];
    for i in 0..2 {
        for j in 0..2 {
            print!("{} ", matrix[i][j](-2.5));
        }
    }
    println!();
    let tests: [(fn(&u8) -> bool, &str); 2] = [(u8::is_ascii_digit, "digit"), (u8::is_ascii_punctuation, "mark")];
    for i in 0..2 {
        println!("{} {} {}", tests[i].1, tests[i].0(&b'7'), (tests[i].0)(&b'!'));
    }
    println!("{}", std::mem::size_of::<Binary>() + std::mem::size_of::<Option<Binary>>());
    let f = if n > 3 { add } else { sub };
    println!("{}", f(1, 2));
}
