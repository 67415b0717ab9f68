// A small machine inside the machine: instructions are an enum with
// data, the state is a struct, and `match` does the rest. It is the
// same idea as the bytecode engine that may be running it.

#[derive(Debug, Clone, Copy, PartialEq)]
enum Op {
    Push(i64),
    Add,
    Multiply,
    Duplicate,
    /// Take the top away, and jump if it is not zero.
    JumpIfNot0 {
        to: usize,
    },
    /// Exchange the two topmost.
    Swap,
    Halt,
}

struct Machine {
    stack: [i64; 16],
    height: usize,
    next: usize,
}

impl Machine {
    fn push(&mut self, value: i64) {
        self.stack[self.height] = value;
        self.height += 1;
    }

    fn pop(&mut self) -> i64 {
        self.height -= 1;
        self.stack[self.height]
    }

    /// Carries out one instruction; false when the machine halts.
    fn step(&mut self, program: &[Op]) -> bool {
        let op = program[self.next];
        self.next += 1;
        match op {
            Op::Push(value) => self.push(value),
            Op::Add => {
                let sum = self.pop() + self.pop();
                self.push(sum);
            }
            Op::Multiply => {
                let product = self.pop() * self.pop();
                self.push(product);
            }
            Op::Duplicate => {
                let top = self.pop();
                self.push(top);
                self.push(top);
            }
            Op::Swap => {
                let (top, below) = (self.pop(), self.pop());
                self.push(top);
                self.push(below);
            }
            Op::JumpIfNot0 { to } => {
                if self.pop() != 0 {
                    self.next = to;
                }
            }
            Op::Halt => return false,
        }
        true
    }
}

fn main() {
    // 2 to the power of 10: the product lies below the counter.
    let program = [
        Op::Push(1),
        Op::Push(10),
        Op::Swap,
        Op::Push(2),
        Op::Multiply,
        Op::Swap,
        Op::Push(-1),
        Op::Add,
        Op::Duplicate,
        Op::JumpIfNot0 { to: 2 },
        Op::Halt,
    ];
    let mut machine = Machine { stack: [0; 16], height: 0, next: 0 };
    let mut steps = 1;
    while machine.step(&program) {
        steps += 1;
    }
    let counter = machine.pop();
    let product = machine.pop();
    assert_eq!(counter, 0);
    println!("{product} after {steps} steps; the last was {:?}", program[machine.next - 1]);
}
