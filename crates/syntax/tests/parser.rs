//! What parses, shown as the tree prints itself; and the shape of the tree where the text does not show it.

use expect_test::{Expect, expect};
use stair_source::FileId;
use stair_syntax::{NodeIds, dump, parse_file, pretty};

fn parse(text: &str) -> stair_syntax::ast::File {
    let (file, errors) = parse_file(FileId::USER, text, &mut NodeIds::default());
    assert!(errors.is_empty(), "{text}: {errors:?}");
    file
}

/// The tree of an expression, as nested labels.
fn tree(expression: &str, expect: Expect) {
    let file = parse(&format!("const _: T = {expression};"));
    let lines = dump(&file);
    let lines: Vec<_> = lines.into_iter().skip(2).collect();
    let mut out = String::new();
    for line in &lines {
        out += &format!("{}{}\n", "  ".repeat(line.depth as usize - 1), line.label);
    }
    expect.assert_eq(&out);
}

/// Texts that print as they are written: the parser kept everything, in the right places.
fn same(text: &str) {
    let printed = pretty::file(&parse(text));
    assert_eq!(printed.trim_end(), text.trim_end());
}

#[test]
fn precedence() {
    tree(
        "a = b + c * -d as u8 >> 1 & e == f || g && !h",
        expect![[r#"
            Assign
              Path a
              Logical ||
                Binary ==
                  Binary &
                    Binary >>
                      Binary +
                        Path b
                        Binary *
                          Path c
                          Cast
                            Unary -
                              Path d
                            TyPath u8
                      Int 1
                    Path e
                  Path f
                Logical &&
                  Path g
                  Unary !
                    Path h
        "#]],
    );
    tree(
        "a - b - c",
        expect![[r#"
        Binary -
          Binary -
            Path a
            Path b
          Path c
    "#]],
    );
    tree(
        "a = b = c",
        expect![[r#"
        Assign
          Path a
          Assign
            Path b
            Path c
    "#]],
    );
    tree(
        "..a + 1",
        expect![[r#"
        Range ..
          Binary +
            Path a
            Int 1
    "#]],
    );
    tree(
        "a..=b - 1",
        expect![[r#"
        Range ..=
          Path a
          Binary -
            Path b
            Int 1
    "#]],
    );
}

#[test]
fn postfix_and_prefix() {
    tree(
        "-x.f()?[1].0.1.2",
        expect![[r#"
        Unary -
          Field 2
            Field 1
              Field 0
                Index
                  Try
                    MethodCall f
                      Path x
                  Int 1
    "#]],
    );
    tree(
        "&&mut *x",
        expect![[r#"
        Borrow
          Borrow mut
            Unary *
              Path x
    "#]],
    );
    tree(
        "Vec::<Vec<u8>>::new().m::<T>(|x| x, || 1)",
        expect![[r#"
        MethodCall m
          Call
            Path Vec::<Vec<u8>>::new
          Closure
            PatIdent x
            Path x
          Closure
            Int 1
    "#]],
    );
}

#[test]
fn statements_end_where_rustc_ends_them() {
    // Block-like expressions end a statement: none of these is a subtraction, call or index.
    let file = parse("fn f() { if a {} -1; while x {} (1); {} [2]; unsafe {}.m(); loop {} }");
    let expect = expect![[r#"
        fn f() {
            if a {}
            -1;
            while x {}
            (1);
            {}
            [2];
            unsafe {}.m();
            loop {}
        }
    "#]];
    expect.assert_eq(&pretty::file(&file));
    tree(
        "if S == (S { a }) {} else if let Some(x) = y && x { 1 } else { 2 }",
        expect![[r#"
        If
          Binary ==
            Path S
            Paren
              Struct S
                FieldExpr a
                  Path a
          Then
          If
            Logical &&
              LetCondition
                PatTupleStruct Some
                  PatIdent x
                Path y
              Path x
            Then
              Int 1
            Block
              Int 2
    "#]],
    );
}

#[test]
fn expressions_print_as_written() {
    same(
        r#"fn f() {
    let x: [u8; 3] = [1, 2, 3];
    let Some(y) = z else { return };
    let _ = S { a: 1, b, ..c };
    let r = (.., ..=1, 1.., 1..2, (), (1,), [0; 4]);
    'a: loop { break 'a 5 }
    while let Some(1 | 2..=9) = it.next() {
        continue;
    }
    for (i, x) in v.iter().enumerate() {
        s += x as f64;
    }
    match x {
        0 => {}
        1..=5 if y => f(),
        -1 | i32::MIN..=-2 => g(),
        n @ 6.. => n,
        &[ref a, .., b] => a,
        P { x, y: 0, .. } => x,
        _ => return Err(b'\n'),
    }
    let c = move |a, b: &mut T| -> R { a };
    let p = &raw const x;
    const { 1 };
    async { x.await };
    <T as Trait>::f::<3, { N }, 'a>(x?);
    r#type = "a\"b".len();
}"#,
    );
}

#[test]
fn items_print_as_written() {
    same(
        r#"#[derive(Debug, Clone)]
pub struct P<'a, T: Copy + 'a = u8, const N: usize = 3> where T: Fn(u8) -> u8 { pub x: &'a T, y: [T; N] }

struct U;

struct T2(pub u8, (u8, u16));

pub(in crate) enum E<T> {
    A = 1,
    B(T),
    C { x: T },
}

impl<T> Tr<u8> for E<T> where T: ?Sized {
    const X: u8 = 1;
    type Y = dyn Tr + 'static;
    unsafe extern fn f(&'a mut self, mut x: impl Tr, (a, b): (u8, !)) -> Option<*const u8> { x }
}

unsafe auto trait Tr: Sized + 'static {
    fn g(self: Box<Self>);
    const Z: u8;
    type Y: Iterator<Item = u8>;
}

mod m {
    use super::*;
    use {a::b as c, ::std::{d, e::{f as _}}};
    static mut S: fn(u8, &str) -> u8 = f;
    macro_rules! x { ($a : expr) => { $a } }
    m!(1, 2);
    extern crate std;
}

type A<T> = Vec<Vec<T>>;"#,
    );
}

#[test]
fn literals_have_their_values() {
    tree(
        r#"("a\n\u{e9}\x41\
        b", 'x', b'\xff', 0xff_u8, 1f32, 1_0.5e-3, b"\0z", r"\n", true)"#,
        expect![[r#"
        Tuple
          Str "a\néAb"
          Char 'x'
          Byte b'\xff'
          Int 255u8
          Float 1f32
          Float 10.5e-3
          ByteStr b"\x00z"
          Str "\\n"
          Bool true
    "#]],
    );
}

#[test]
fn spans_are_exact() {
    let text = "fn main() { let x = 1 + f(2).g; }";
    let mut out = String::new();
    for line in dump(&parse(text)) {
        out += &format!("{}: {}\n", line.label, &text[line.span.lo as usize..line.span.hi as usize]);
    }
    expect![[r#"
        Fn main: fn main() { let x = 1 + f(2).g; }
        Block: { let x = 1 + f(2).g; }
        Let: let x = 1 + f(2).g;
        PatIdent x: x
        Binary +: 1 + f(2).g
        Int 1: 1
        Field g: f(2).g
        Call: f(2)
        Path f: f
        Int 2: 2
    "#]]
    .assert_eq(&out);
}
