#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Dot,
    Line { from: (i32, i32), to: (i32, i32) },
    Poly(&'static [(i32, i32)]),
}

fn classify(s: &Shape) -> String {
    match s {
        Shape::Dot => "dot".into(),
        Shape::Line { from, to } if from == to => format!("dot at {from:?}"),
        Shape::Line { from: (x, _), to: (x2, _) } if x == x2 => format!("vertical at {x}"),
        Shape::Line { from: (_, y @ 0..=9), to: (_, y2) } if y == y2 => format!("low horizontal {y}"),
        Shape::Line { from: (0, 0), .. } => "from the origin".to_string(),
        Shape::Line { .. } => String::from("line"),
        Shape::Poly([]) => "nothing".to_owned(),
        Shape::Poly([one]) => format!("one point {one:?}"),
        Shape::Poly([(ax, ay), .., (bx, by)]) if (ax, ay) == (bx, by) => "closed".into(),
        Shape::Poly([first, middle @ .., _]) => format!("open from {first:?}, {} between", middle.len()),
    }
}

fn sum(list: &[i32]) -> i32 {
    match list {
        [] => 0,
        [x] => *x,
        [x, y] => x + y,
        [first, rest @ ..] => first + sum(rest),
    }
}

fn trim<'a>(mut s: &'a [u8]) -> &'a [u8] {
    while let [b' ' | b'\t', rest @ ..] = s {
        s = rest;
    }
    while let [rest @ .., b' ' | b'\t'] = s {
        s = rest;
    }
    s
}

fn grade(points: u8) -> char {
    match points {
        90.. => 'A',
        75..90 => 'B',
        50..=74 => 'C',
        0 => 'X',
        _ => 'F',
    }
}

fn kind(c: char) -> &'static str {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' => "vowel",
        'a'..='z' => "consonant",
        '0'..='9' => "digit",
        c if c.is_uppercase() => "upper",
        ' ' | '\n' => "space",
        _ => "other",
    }
}

fn nested(v: Option<Result<(i32, Option<&str>), String>>) -> String {
    match v {
        None => "none".into(),
        Some(Err(e)) if e.is_empty() => "silent".into(),
        Some(Err(ref e)) => format!("error {e}"),
        Some(Ok((n, Some(s)))) if n as usize == s.len() => format!("{s} fits"),
        Some(Ok((n @ (1 | 2 | 3), _))) => format!("small {n}"),
        Some(Ok((n, None))) => format!("just {n}"),
        Some(Ok((_, Some(name)))) => name.to_uppercase(),
    }
}

const LIMIT: i32 = 100;

fn main() {
    let shapes = [
        Shape::Dot,
        Shape::Line { from: (1, 1), to: (1, 1) },
        Shape::Line { from: (1, 1), to: (1, 5) },
        Shape::Line { from: (1, 4), to: (9, 4) },
        Shape::Line { from: (0, 0), to: (9, 4) },
        Shape::Line { from: (2, 40), to: (9, 40) },
        Shape::Poly(&[]),
        Shape::Poly(&[(1, 2)]),
        Shape::Poly(&[(1, 2), (3, 4), (1, 2)]),
        Shape::Poly(&[(1, 2), (3, 4), (5, 6), (7, 8)]),
    ];
    for s in &shapes {
        println!("{}", classify(s));
    }
    println!("{} {} {}", sum(&[]), sum(&[4]), sum(&[1, 2, 3, 4, 5]));
    println!("{:?}", std::str::from_utf8(trim(b"  \tpadded text\t ")).unwrap());
    println!("{}", [0, 1, 50, 74, 75, 89, 90, 255].map(grade).iter().collect::<String>());
    for c in "aZ9 x?é".chars() {
        print!("{} ", kind(c));
    }
    println!();
    for v in [
        None,
        Some(Err(String::new())),
        Some(Err("bad".to_string())),
        Some(Ok((4, Some("four")))),
        Some(Ok((2, Some("x")))),
        Some(Ok((9, None))),
        Some(Ok((9, Some("nine")))),
    ] {
        println!("{}", nested(v));
    }
    let (mut a, mut b, c);
    (a, b) = (1, 2);
    [c, .., b] = [b, 7, 8, a + b];
    (a, _) = (a * 10, 5);
    println!("{a} {b} {c}");
    let Some(x) = shapes.iter().position(|s| matches!(s, Shape::Poly(p) if p.len() > 3)) else { panic!("missing") };
    let n @ 1..=9 = x as i32 else { return };
    println!("{n}");
    match n * 20 {
        LIMIT => println!("the limit"),
        i32::MIN..LIMIT => println!("below"),
        more => println!("above by {}", more - LIMIT),
    }
    let mut pair = (String::from("left"), vec![1, 2, 3]);
    let (ref mut text, ref numbers) = pair;
    text.push_str(&numbers.len().to_string());
    if let (t, [_, second, ..]) = (&pair.0, pair.1.as_slice()) {
        println!("{t} {second}");
    }
    let mut stack = vec![1];
    while let Some(top) = stack.pop() {
        print!("{top} ");
        if let n @ ..20 = top {
            stack.extend([n * 3, n * 4].iter().filter(|&&m| m % 2 == 0 || m < 10));
        }
    }
    println!();
    if let Some(first) = shapes.first() && let Shape::Dot = first && shapes.len() == 10 {
        println!("chained");
    }
}
