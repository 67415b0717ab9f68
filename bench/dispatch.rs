// Enums with data and match: a small machine's program, run many times.
#[derive(Clone, Copy)]
enum Op {
    Push(i64),
    Add,
    Multiply,
    Swap,
    Over,
    JumpIfPositive(usize),
    Drop,
    Halt,
}

fn run(program: &[Op]) -> i64 {
    let mut stack = [0i64; 16];
    let mut top = 0;
    let mut at = 0;
    loop {
        let op = program[at];
        at += 1;
        match op {
            Op::Push(value) => {
                stack[top] = value;
                top += 1;
            }
            Op::Add => {
                top -= 1;
                stack[top - 1] = stack[top - 1].wrapping_add(stack[top]);
            }
            Op::Multiply => {
                top -= 1;
                stack[top - 1] = stack[top - 1].wrapping_mul(stack[top]) % 1_000_003;
            }
            Op::Swap => {
                let kept = stack[top - 1];
                stack[top - 1] = stack[top - 2];
                stack[top - 2] = kept;
            }
            Op::Over => {
                stack[top] = stack[top - 2];
                top += 1;
            }
            Op::JumpIfPositive(target) => {
                if stack[top - 1] > 0 {
                    at = target;
                }
            }
            Op::Drop => top -= 1,
            Op::Halt => return stack[top - 1],
        }
    }
}

fn main() {
    // product = 1; n = 100; do { product *= n; n -= 1 } while n > 0
    let program = [
        Op::Push(1),
        Op::Push(100),
        Op::Swap,
        Op::Over,
        Op::Multiply,
        Op::Swap,
        Op::Push(-1),
        Op::Add,
        Op::JumpIfPositive(2),
        Op::Drop,
        Op::Halt,
    ];
    let mut total = 0;
    for _ in 0..5_000 {
        total += run(&program);
    }
    println!("{total}");
}
