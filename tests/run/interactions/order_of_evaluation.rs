// The order in which arguments, receivers, fields, elements, operands and indices are evaluated.
#[derive(Debug, Clone, Copy)]
struct Log {
    steps: u32,
}

impl Log {
    fn step(&mut self, n: u32) -> u32 {
        self.steps = self.steps * 10 + n;
        n
    }

    fn me(&mut self, n: u32) -> &mut Log {
        self.step(n);
        self
    }

    fn three(&mut self, a: u32, b: u32, c: u32) -> u32 {
        self.steps * 1000 + a * 100 + b * 10 + c
    }

    fn by_value(self, n: u32) -> u32 {
        self.steps + n
    }

    fn take(&mut self) -> u32 {
        std::mem::take(&mut self.steps)
    }
}

#[derive(Debug)]
struct Three {
    a: u32,
    b: u32,
    c: u32,
}

fn say(text: &str) -> usize {
    print!("{text} ");
    text.len()
}

fn flag(text: &str, value: bool) -> bool {
    print!("{text}? ");
    value
}

fn function(text: &str) -> fn(usize, usize) -> usize {
    print!("{text} ");
    usize::max
}

fn table(text: &str) -> [[i32; 3]; 3] {
    print!("{text} ");
    [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
}

struct Stack {
    items: [usize; 8],
    length: usize,
}

impl Stack {
    fn push(&mut self, item: usize) {
        self.items[self.length] = item;
        self.length += 1;
    }

    fn len(&self) -> usize {
        self.length
    }
}

fn main() {
    let mut log = Log { steps: 0 };
    let three = Three { c: log.step(1), a: log.step(2), b: log.step(3) };
    println!("{three:?} {}", log.take());
    let array = [log.step(3), log.step(1), log.step(2)];
    let tuple = (log.step(6), log.step(5), log.step(4));
    println!("{array:?} {tuple:?} {}", log.take());
    let r = log.step(1) * log.step(2) - log.step(3) / log.step(4) + (log.step(5) << log.step(6));
    println!("{r} {}", log.take());
    let (x, y) = (log.me(1).me(2).step(3), log.step(4));
    println!("{x} {y} {}", log.take());
    let n = log.three(log.steps + 1, log.steps + 2, 3);
    println!("{n}");
    println!("{}", log.by_value(log.me(9).steps));
    println!("{}", function("callee")(say("first"), say("second!")));
    println!("{}", table("base")[say("x")][say("yz") - 1]);
    println!("{}", [say("a"), say("bb"), say("ccc")][say("i")]);
    println!("{}", flag("a", false) && flag("b", true) || flag("c", true) && !flag("d", false));
    println!("{}", flag("a", true) | flag("b", false) & flag("c", true));
    println!("{}", say("one") < say("three") && say("x") == say("y"));
    println!("{:?}", (say("q")..say("rst")).end);
    let mut stack = Stack { items: [0; 8], length: 0 };
    stack.push(stack.len());
    stack.push(stack.len() + stack.items[0]);
    stack.push(if stack.len() > 1 { stack.items[1] + stack.len() * 10 } else { 0 });
    println!("{:?} {}", stack.items, stack.length);
    let mut i = 1;
    let picked = [
        i,
        {
            i *= 5;
            i
        },
        i + {
            i += 1;
            i
        },
        i,
    ];
    println!("{picked:?}");
    let mut v = 10;
    let sum =
        v + {
            v = 20;
            v
        } + v;
    println!("{sum}");
    let w = &mut v;
    *w += 1;
    let product = *w * {
        *w -= 20;
        *w
    } + *w;
    println!("{product}");
    println!("{}", if flag("cond", true) { say("then") } else { say("else") } + say("after"));
    match (say("scrutinee"), say("s")) {
        (9, n) if flag("guard", n == 1) => println!("nine"),
        _ => println!("other"),
    }
    for n in say("ab")..say("abcd") {
        print!("{n} ");
    }
    println!();
}
