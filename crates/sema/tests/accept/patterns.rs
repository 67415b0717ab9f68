// Patterns with default binding modes and everything else.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'a> {
    Number(i64),
    Word(&'a str),
    Pair { left: i64, right: i64 },
    End,
}

const LIMIT: i64 = 10;
const ORIGIN: (i64, i64) = (0, 0);

fn describe(token: &Token) -> i64 {
    match token {
        Token::Number(n @ 1..LIMIT) => *n,
        Token::Number(LIMIT..) => LIMIT,
        &Token::Number(n) => n,
        Token::Word("zero" | "none") => 0,
        Token::Word(w) if w.len() > 3 => 4,
        Token::Word(_) => 1,
        Token::Pair { left, right: 0 } => *left,
        Token::Pair { right, .. } => *right,
        Token::End => -1,
    }
}

fn slices(items: &[i32]) -> i32 {
    match items {
        [] => 0,
        [one] => *one,
        [first, .., last] if first == last => *first,
        [first, rest @ ..] => first + slices(rest),
    }
}

fn main() {
    let tokens = [Token::Number(5), Token::Word("zero"), Token::Pair { left: 1, right: 2 }, Token::End];
    for i in 0..tokens.len() {
        println!("{}", describe(&tokens[i]));
    }
    let (ORIGIN | (1, _)) = (0, 0) else { return };
    let Token::Number(n) = tokens[0] else { panic!() };
    if let Some(x) = Some(n)
        && x > 3
        && let Token::Word(w) = tokens[1]
    {
        println!("{x} {w}");
    }
    let mut stack = Some(3);
    while let Some(k) = stack {
        stack = if k > 0 { Some(k - 1) } else { None };
    }
    let ref r = n;
    let &m = r;
    let mut pair = (1, [2, 3]);
    let (a, [b, _]) = &mut pair;
    *a += *b;
    println!("{m} {pair:?} {}", slices(&[1, 2, 3, 1]));
    match 'x' {
        'a'..='z' => {}
        _ => unreachable!(),
    }
    match &Some("a") {
        Some("a") => {}
        Some(_) | None => {}
    }
}
