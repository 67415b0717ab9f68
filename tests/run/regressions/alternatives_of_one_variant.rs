//! Alternatives that ask for the same variant, each for different contents of it.

#[derive(Clone, Copy)]
enum Shape {
    Dot,
    Line(i32),
    Box { width: i32, height: u8 },
}

fn option(value: Option<i32>) -> &'static str {
    match value {
        Some(1) | Some(2) => "one or two",
        None => "none",
        Some(-47..-24) | Some(-41) | Some(9..) => "far",
        Some(_) => "other",
    }
}

fn shape(shape: &Shape) -> i32 {
    match shape {
        Shape::Box { width: -47..-24, .. } | Shape::Box { height: 7, .. } => 1,
        Shape::Line(3) | Shape::Line(5) | Shape::Dot => 2,
        Shape::Box { width: w, height: 1 } | Shape::Box { height: 2, width: w } => *w,
        Shape::Line(n @ (10 | 20)) | Shape::Line(n @ 30) => -n,
        whole @ (Shape::Line(6) | Shape::Line(8)) if !matches!(whole, Shape::Line(8)) => 6,
        Shape::Line(_) | Shape::Box { .. } => 0,
    }
}

fn nested(value: Result<Option<char>, bool>) -> u8 {
    match value {
        Ok(Some('a')) | Ok(Some('b')) => 1,
        Ok(None) | Ok(Some('0'..='9')) => 2,
        Err(true) | Err(true) => 3,
        Err(false) => 4,
        Ok(Some(_)) => 5,
    }
}

fn main() {
    for n in -50..12 {
        println!("{n}: {}", option(Some(n)));
    }
    println!("{}", option(None));
    for n in 0..32 {
        print!("{} ", shape(&Shape::Line(n)));
        println!("{}", shape(&Shape::Box { width: n * 7 - 60, height: n as u8 % 9 }));
    }
    println!("{}", shape(&Shape::Dot));
    for c in 'a'..='c' {
        print!("{} ", nested(Ok(Some(c))));
    }
    println!("{} {} {} {}", nested(Ok(Some('5'))), nested(Ok(None)), nested(Err(true)), nested(Err(false)));
}
