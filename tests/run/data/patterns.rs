// Every kind of pattern.
struct Pair {
    left: i32,
    right: Option<i32>,
}

fn classify(n: i32) -> &'static str {
    match n {
        i32::MIN..=-1 => "negative",
        0 => "zero",
        x if x % 2 == 0 => "even",
        1 | 3 | 5 | 7 | 9 => "small odd",
        _ => "odd",
    }
}

fn slice(values: &[i32]) -> i32 {
    match values {
        [] => 0,
        [only] => *only,
        [first, last] => first * 10 + last,
        [first, .., last] if first == last => -1,
        [first, middle @ .., last] => first + last + middle.len() as i32 * 1000,
    }
}

fn letter(c: char) -> u8 {
    match c {
        'a'..='f' => 1,
        'g' | 'h' => 2,
        'A'.. => 3,
        _ => 4,
    }
}

fn main() {
    println!("{} {} {} {} {}", classify(-7), classify(0), classify(4), classify(7), classify(11));
    println!("{} {} {} {} {}", slice(&[]), slice(&[5]), slice(&[1, 2]), slice(&[1, 9, 1]), slice(&[1, 2, 3, 4]));
    println!("{} {} {} {}", letter('c'), letter('h'), letter('z'), letter('!'));
    let pair = Pair { left: 3, right: Some(4) };
    match pair {
        Pair { left: 0, .. } => println!("no left"),
        Pair { left, right: Some(right @ 1..=9) } => println!("digits {left} {right}"),
        Pair { left, right } => println!("other {left} {right:?}"),
    }
    let value = 42u8;
    match value {
        n @ (1 | 2 | 42) => println!("chosen {n}"),
        n => println!("other {n}"),
    }
    if let Some(n) = pair.right {
        println!("right {n}");
    }
    let Some(n) = pair.right else {
        panic!("there is a right");
    };
    println!("{n}");
    let point = (3, -3);
    match point {
        (0, _) | (_, 0) => println!("on an axis"),
        (x, y) if x == -y => println!("on the diagonal {x}"),
        (x, y) => println!("{x} {y}"),
    }
    let reference = &Some(5);
    match reference {
        Some(n) => println!("{}", n + 1),
        None => println!("none"),
    }
    match *reference {
        Some(ref n) => println!("{}", *n),
        None => {}
    }
    let mut pair = (1, 2);
    let (ref mut a, ref b) = pair;
    *a += *b;
    println!("{pair:?}");
    let mut option = Some(3);
    while let Some(n) = option {
        print!("{n} ");
        option = if n > 0 { Some(n - 1) } else { None };
    }
    println!();
    match "two" {
        "one" => println!("1"),
        "two" => println!("2"),
        _ => println!("?"),
    }
    match (true, 'x') {
        (true, 'a'..='m') => println!("first half"),
        (true, _) => println!("second half"),
        (false, c) => println!("{c}"),
    }
    let [a, b, c] = [1, 2, 3];
    println!("{}", a + b * c);
    match 0.5 {
        0.0..1.0 => println!("within"),
        _ => println!("outside"),
    }
    if let Some(x) = Some(4)
        && x > 3
        && let [first, ..] = [x, 1]
    {
        println!("chain {first}");
    }
}
