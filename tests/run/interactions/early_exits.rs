// `return`, `break` and `continue` in the middle of expressions: what was evaluated before stays done.
fn say(n: i32) -> i32 {
    print!("{n} ");
    n
}

fn in_argument(n: i32) -> i32 {
    fn sum(a: i32, b: i32, c: i32) -> i32 {
        a + b + c
    }
    sum(say(1), if n > 5 { return -1 } else { say(n) }, say(3))
}

fn in_let(n: i32) -> &'static str {
    let x: i32 = if n < 0 { return "negative" } else { n };
    let y = match x {
        0 => return "zero",
        1..=9 => x,
        _ => {
            let z = x / 10;
            if z > 9 {
                return "large";
            }
            z
        }
    };
    if y % 2 == 0 { "even" } else { "odd" }
}

fn in_condition(values: &[i32]) -> Option<usize> {
    let mut i = 0;
    while values[i] != 0 && (values[i] > 0 || return Some(i)) {
        i += 1;
    }
    None
}

struct Pair {
    a: i32,
    b: i32,
}

fn in_struct(n: i32) -> Pair {
    let made = Pair {
        a: say(n),
        b: {
            if n == 2 {
                return Pair { a: say(-1), b: say(-2) };
            }
            say(n * 10)
        },
    };
    Pair { a: made.b, b: made.a }
}

fn in_scrutinee(n: Option<i32>) -> i32 {
    match match n {
        Some(n) => n + 1,
        None => return 0,
    } {
        2 => 20,
        n if n > (if n == 7 { return 77 } else { 3 }) => 30,
        other => -other,
    }
}

fn in_index(values: [i32; 3], i: usize) -> i32 {
    values[if i < 3 { i } else { return values[0] - 100 }]
}

fn in_operator(n: i32) -> i32 {
    10 + n * (say(2) + if n == 3 { return say(33) } else { 1 })
}

fn in_assignment(n: i32) -> i32 {
    let mut values = [1, 2, 3];
    let mut total = 100;
    for i in 0..3 {
        total += if i == 1 && n == 1 { continue } else { values[i] };
        values[i] = if i == 2 && n == 2 { break } else { 50 };
        total += if n == 3 { return values[0] + values[1] } else { values[i] };
    }
    total
}

fn nested(n: i32) -> i32 {
    let mut count = 0;
    let result = loop {
        count += 1;
        let inner = loop {
            if count > n {
                break break 1000 + count;
            }
            break count * 2;
        };
        if inner > 6 {
            break if inner > 8 { return -inner } else { inner };
        }
    };
    result * 10
}

fn unit_returns(n: i32) {
    if n == 0 {
        return;
    }
    let () = match n {
        1 => return println!("returned a call"),
        2 => (),
        _ => return,
    };
    println!("to the end");
}

fn main() {
    println!("{}", in_argument(4));
    println!("{}", in_argument(6));
    println!("{} {} {} {} {}", in_let(-1), in_let(0), in_let(7), in_let(85), in_let(1000));
    println!("{:?} {:?}", in_condition(&[3, 2, 0]), in_condition(&[3, -2, 0]));
    let Pair { a, b } = in_struct(1);
    println!("{a} {b}");
    let Pair { a, b } = in_struct(2);
    println!("{a} {b}");
    println!("{} {} {}", in_scrutinee(Some(1)), in_scrutinee(None), in_scrutinee(Some(6)));
    println!("{} {}", in_scrutinee(Some(2)), in_scrutinee(Some(9)));
    println!("{} {}", in_index([5, 6, 7], 2), in_index([5, 6, 7], 3));
    println!("{}", in_operator(2));
    println!("{}", in_operator(3));
    println!("{} {} {} {}", in_assignment(0), in_assignment(1), in_assignment(2), in_assignment(3));
    println!("{} {} {}", nested(10), nested(2), nested(3));
    unit_returns(0);
    unit_returns(1);
    unit_returns(2);
    unit_returns(3);
}
