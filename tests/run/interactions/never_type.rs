// Expressions that never end normally, in places where a value is wanted.
enum Never {}

#[derive(Debug)]
enum Op {
    Push(i32),
    Add,
    Halt,
    Fail(&'static str),
}

fn stop(why: &str) -> ! {
    println!("stopping: {why}");
    std::process::exit(3)
}

fn absurd(never: Never) -> i32 {
    match never {}
}

fn infallible(n: i32) -> Result<i32, Never> {
    Ok(n * 2)
}

fn unwrap(result: Result<i32, Never>) -> i32 {
    match result {
        Ok(n) => n,
        Err(never) => absurd(never),
    }
}

fn run(program: &[Op]) -> i32 {
    let mut stack = [0; 4];
    let mut length = 0;
    let mut at = 0;
    loop {
        let value: i32 = match &program[at] {
            Op::Push(n) => *n,
            Op::Add => {
                length -= 2;
                stack[length] + stack[length + 1]
            }
            Op::Halt => break stack[length - 1],
            Op::Fail("skip") => {
                at += 1;
                continue;
            }
            Op::Fail(why) => stop(why),
        };
        stack[length] = value;
        length += 1;
        at += 1;
    }
}

fn choose(n: u32) -> u32 {
    let kind: &str = if n > 10 {
        "big"
    } else if n > 5 {
        return n;
    } else {
        "small"
    };
    kind.len() as u32
}

fn pick(flag: Option<bool>) -> char {
    let c = match flag {
        Some(true) => 'y',
        Some(false) => 'n',
        None => loop {
            break '?';
        },
    };
    c
}

fn only_returns(n: i32) -> i32 {
    let _x: i32 = return n + 1;
}

fn endless(mut n: u64) -> u64 {
    loop {
        if n % 7 == 0 {
            return n;
        }
        n += 1;
    }
}

fn checked(n: i32) -> i32 {
    assert!(n < 100, "{n} is too large");
    if n < 0 { unreachable!("n is {n}") } else { n }
}

fn todo_later(flag: bool) -> u8 {
    if flag { todo!() } else { 1 }
}

fn main() {
    println!("{}", unwrap(infallible(21)));
    let Ok(n) = infallible(4);
    println!("{n}");
    println!("{}", run(&[Op::Push(2), Op::Push(40), Op::Fail("skip"), Op::Add, Op::Halt]));
    println!("{} {} {}", choose(20), choose(7), choose(1));
    println!("{}{}{}", pick(Some(true)), pick(Some(false)), pick(None));
    println!("{} {} {} {}", only_returns(1), endless(50), checked(9), todo_later(false));
    let size = std::mem::size_of::<Never>() + std::mem::size_of::<Option<Never>>();
    println!("{size} {}", std::mem::size_of::<Result<u16, Never>>());
    println!("{:?}", [Op::Halt, Op::Fail("x")]);
    let mut result = 0;
    for i in 0..10 {
        result += if i == 5 { break } else { i };
    }
    println!("{result}");
    run(&[Op::Push(1), Op::Fail("on purpose"), Op::Halt]);
    println!("not reached");
}
