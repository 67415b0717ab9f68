// A calculator in reverse Polish notation: a stack in an array, operators from a table of functions.
const DEPTH: usize = 6;

#[derive(Debug)]
enum Fault<'a> {
    Underflow { needed: usize, had: usize },
    Overflow,
    Unknown(&'a str),
}

struct Stack {
    items: [f64; DEPTH],
    length: usize,
}

type Step<'a> = Result<(), Fault<'a>>;

fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn subtract(a: f64, b: f64) -> f64 {
    a - b
}

fn multiply(a: f64, b: f64) -> f64 {
    a * b
}

fn divide(a: f64, b: f64) -> f64 {
    a / b
}

fn power(a: f64, b: f64) -> f64 {
    a.powi(b as i32)
}

const BINARY: [(&str, fn(f64, f64) -> f64); 6] =
    [("+", add), ("-", subtract), ("*", multiply), ("/", divide), ("^", power), ("max", f64::max)];

const UNARY: [(&str, fn(f64) -> f64); 3] = [("sqrt", f64::sqrt), ("abs", f64::abs), ("floor", f64::floor)];

impl Stack {
    fn push<'a>(&mut self, value: f64) -> Step<'a> {
        let Some(slot) = self.items.get_mut(self.length) else { return Err(Fault::Overflow) };
        *slot = value;
        self.length += 1;
        Ok(())
    }

    fn need<'a>(&self, needed: usize) -> Step<'a> {
        if self.length < needed { Err(Fault::Underflow { needed, had: self.length }) } else { Ok(()) }
    }

    fn word<'a>(&mut self, word: &'a str) -> Step<'a> {
        for i in 0..BINARY.len() {
            let (name, operation) = BINARY[i];
            if name == word {
                if let fault @ Err(_) = self.need(2) {
                    return fault;
                }
                self.length -= 1;
                let [.., a, b] = &mut self.items[..=self.length] else { unreachable!() };
                *a = operation(*a, *b);
                return Ok(());
            }
        }
        for i in 0..UNARY.len() {
            if UNARY[i].0 == word {
                match self.need(1) {
                    Ok(()) => {}
                    fault => return fault,
                }
                let top = &mut self.items[self.length - 1];
                *top = (UNARY[i].1)(*top);
                return Ok(());
            }
        }
        match word {
            "dup" | "swap" | "drop" if self.length == 0 => self.need(1),
            "dup" => self.push(self.items[self.length - 1]),
            "swap" => {
                let step = self.need(2);
                if step.is_ok() {
                    self.items.swap(self.length - 1, self.length - 2);
                }
                step
            }
            "drop" => {
                self.length -= 1;
                Ok(())
            }
            "pi" => self.push(std::f64::consts::PI),
            _ => match number(word) {
                Some(value) => self.push(value),
                None => Err(Fault::Unknown(word)),
            },
        }
    }
}

fn number(word: &str) -> Option<f64> {
    let (negative, digits) = match word.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = 0.0;
    let mut scale = None;
    for i in 0..digits.len() {
        match (digits[i], &mut scale) {
            (c @ b'0'..=b'9', None) => value = value * 10.0 + (c - b'0') as f64,
            (c @ b'0'..=b'9', Some(scale)) => {
                *scale *= 10.0;
                value += f64::from(c - b'0') / *scale;
            }
            (b'.', scale @ None) => *scale = Some(1.0),
            _ => return None,
        }
    }
    Some(if negative { -value } else { value })
}

fn run(line: &str) {
    let mut stack = Stack { items: [0.0; DEPTH], length: 0 };
    let mut rest = line;
    while !rest.is_empty() {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        rest = after;
        if let Err(fault) = stack.word(word) {
            println!("{line}: {fault:?}, {:?} left", &stack.items[..stack.length]);
            return;
        }
    }
    println!("{line}: {:?}", &stack.items[..stack.length]);
}

fn main() {
    run("3 4 + 2 *");
    run("5 1 2 + 4 * + 3 -");
    run("2 dup * 3 dup * + sqrt");
    run("1 2 swap - -7.25 abs floor");
    run("2 10 ^ 1000 max");
    run("1 0 / -1 0 / 0 0 /");
    run("pi 2 / 0.5 max");
    run("1 +");
    run("1 2 3 4 5 6 7");
    run("4 2 frob");
    run("drop");
    run("1 2. .5 - drop drop");
    run("1 1.2.3");
    run("");
}
