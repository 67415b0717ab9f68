//! A guard is asked once for each alternative that matches, also where alternatives bind nothing.

fn g(x: i32) -> bool {
    print!("g{x} ");
    false
}

fn wild(x: i32) -> i32 {
    match x {
        (_ | _ | _) if g(x) => 1,
        59 => 2,
        _ => 3,
    }
}

fn overlapping(x: i32) -> i32 {
    match x {
        3 | (_ | _) if g(x) => 1,
        y @ (3 | _) if g(y) => 2,
        0..=5 | 3..=9 | 4 if g(x) => 3,
        1 | 2 | 4 if g(x) => 4,
        59 => 5,
        _ => 6,
    }
}

fn nested(x: (Option<i32>, i32)) -> i32 {
    match x {
        (Some(1 | 2 | 2), 3 | _) if g(x.1) => 1,
        (Some(n), 3 | 3) | (Some(3 | 3), n) if g(n) => 2,
        (Some((1 | 1) | 5) | None, _) if g(7) => 3,
        _ => 4,
    }
}

fn bytes(x: &[u8]) -> i32 {
    match x {
        [1 | _, .., 2 | _] | [_] if g(x.len() as i32) => 1,
        b"ab" | b"ab" if g(0) => 2,
        _ => 3,
    }
}

fn text(x: &str) -> i32 {
    match x {
        "a" | "b" | "a" if g(1) => 1,
        _ => 2,
    }
}

fn main() {
    for x in 0..10 {
        println!("{x}: {} {}", wild(x), overlapping(x));
    }
    println!("{} {}", wild(59), overlapping(59));
    for x in 0..6 {
        println!("{x}: {} {}", nested((Some(x), 3)), nested((Some(x), 4)));
    }
    println!("{}", nested((None, 3)));
    println!("{} {} {} {}", bytes(&[]), bytes(&[1]), bytes(&[1, 2]), bytes(b"ab"));
    println!("{} {} {}", text("a"), text("b"), text("c"));
}
