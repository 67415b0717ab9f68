// Struct update with nested structs: what is copied, what is left, and in which order it is evaluated.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Inner {
    a: u8,
    b: [i32; 2],
    c: char,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Outer {
    first: Inner,
    second: Inner,
    flag: bool,
    size: f32,
}

const PLAIN: Inner = Inner { a: 1, b: [2, 3], c: 'c' };

impl Default for Outer {
    fn default() -> Outer {
        println!("default");
        Outer { first: PLAIN, second: Inner { c: 'd', ..PLAIN }, flag: false, size: 0.5 }
    }
}

fn say(n: u8) -> u8 {
    println!("say {n}");
    n
}

fn base(name: &str) -> Inner {
    println!("base {name}");
    PLAIN
}

struct Token<'a> {
    text: &'a str,
    line: u32,
    extra: Option<NoCopy>,
}

#[derive(Debug)]
struct NoCopy(u64);

struct Wide(u8, u16, u32);

fn main() {
    let x = Outer { size: 2.5, first: Inner { a: 9, ..PLAIN }, ..Outer::default() };
    println!("{x:?}");
    let y = Outer { second: Inner { b: [x.first.b[1], x.second.b[0]], ..x.first }, flag: !x.flag, ..x };
    println!("{y:?}");
    println!("{} {}", x == y, Outer { second: x.second, flag: false, ..y } == x);
    let z = Inner { c: say(b'z') as char, a: say(4), ..base("inner") };
    println!("{z:?}");
    let all = Inner { b: [say(1) as i32, say(2) as i32], c: 'x', a: say(3), ..base("unused but evaluated") };
    println!("{all:?}");
    let mut grown = y;
    grown = Outer { size: grown.size * 2.0, ..grown };
    grown.first = Inner { a: grown.first.a + 1, ..grown.second };
    println!("{grown:?}");
    let token = Token { text: "let", line: 3, extra: Some(NoCopy(7)) };
    let moved = Token { text: "var", ..token };
    println!("{} {} {} {} {:?}", token.text, token.line, moved.text, moved.line, moved.extra);
    let kept = Token { extra: None, ..moved };
    println!("{} {:?} {:?}", kept.text, kept.extra, moved.extra);
    let wide = Wide { 1: 500, ..Wide(1, 2, 3) };
    println!("{} {} {}", wide.0, wide.1, wide.2);
    let inners = [PLAIN, Inner { a: 77, ..PLAIN }];
    let last = Inner { b: [0; 2], ..inners[say(1) as usize] };
    println!("{last:?}");
}
