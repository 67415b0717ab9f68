//! What happens to variables: where they are given values, where these are moved, changed and dropped.

use expect_test::{Expect, expect};
use stair::{Compiler, Profile, Session};
use std::fmt::Write as _;

fn check(source: &str, expected: Expect) {
    let session = Session::new(&Compiler::new(), "main.rs", source, Profile::Debug);
    assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
    let mut out = String::new();
    for variable in session.ownership().unwrap() {
        let _ = writeln!(out, "{} {}: {}", variable.function, variable.name, variable.ty);
        for event in variable.events {
            let line = session.sources().line_col(event.span).line;
            let text = session.sources().snippet(event.span).replace('\n', " ");
            let to = if event.to.is_empty() { String::new() } else { format!(", {}", event.to) };
            let part = if event.part.is_empty() { String::new() } else { format!(" {}", event.part.trim_start()) };
            let _ = writeln!(out, "  {line} {}{part}{to}: {text}", event.kind.as_str());
        }
    }
    expected.assert_eq(&out);
}

#[test]
fn given_moved_dropped() {
    check(
        "fn take(s: String) -> usize {
            s.len()
        }
        fn main() {
            let a = String::from(\"a\");
            let b = a;
            let c = String::from(\"c\");
            take(b);
            let _d = (c, 1);
        }",
        expect![[r#"
            take s: String
              1 initialised: s
              3 dropped: }
            main a: String
              5 initialised: a
              6 moved, to `b`: a
            main b: String
              6 initialised: b
              8 moved, into `take`: b
            main c: String
              7 initialised: c
              9 moved, into a tuple: c
            main _d: (String, i32)
              9 initialised: _d
              10 dropped: }
        "#]],
    );
}

#[test]
fn later_again_and_in_loops() {
    check(
        "fn main() {
            let later;
            let mut text = String::new();
            for i in 0..3 {
                let piece = i.to_string();
                text = text + &piece;
                text += \"x\";
            }
            later = text;
            let mut n = 1;
            n += 1;
            let mut v = vec![later];
            v = Vec::new();
            v.push(n.to_string());
        }",
        expect![[r#"
            main later: String
              2 declared: later
              9 initialised: later = text
              12 moved, into an array: later
            main text: String
              3 initialised: text
              6 moved, into `add`: text
              6 reassigned: text = text + &piece
              9 moved, to `later`: text
            main i: i32
              4 initialised: i
            main piece: String
              5 initialised: piece
              8 dropped: }
            main n: i32
              10 initialised: n
              11 reassigned: n += 1
            main v: Vec<String>
              12 initialised: v
              13 dropped: v = Vec::new()
              13 reassigned: v = Vec::new()
              15 dropped: }
        "#]],
    );
}

#[test]
fn parts_and_patterns() {
    check(
        "struct Pair { a: String, b: Option<String> }
        fn make() -> Pair {
            let made = Pair { a: String::new(), b: None };
            made
        }
        fn main() {
            let mut pair = make();
            let left = pair.a;
            pair.a = left;
            if let Some(inner) = pair.b {
                drop(inner);
            }
            let boxed = Box::new(String::new());
            let held = *boxed;
            match (held, 1) {
                (text, _) => drop(text),
            }
        }",
        expect![[r#"
            make made: Pair
              3 initialised: made
              4 moved, to the caller: made
            main pair: Pair
              7 initialised: pair
              8 moved .a, to `left`: pair.a
              9 reassigned .a: pair.a = left
              10 moved .b (Some).0, to `inner`: Some(inner)
              18 dropped .a: }
              18 dropped .b (Some).0: }
            main left: String
              8 initialised: left
              9 moved, to `pair.a`: left
            main inner: String
              10 initialised: inner
              11 moved, into `drop`: inner
            main boxed: Box<String>
              13 initialised: boxed
              14 moved (what it holds), to `held`: *boxed
              18 dropped (its memory): }
            main held: String
              14 initialised: held
              15 moved, into a tuple: held
            main text: String
              16 initialised: text
              16 moved, into `drop`: text
        "#]],
    );
}

#[test]
fn on_some_ways_and_early() {
    check(
        "fn early(go: bool, s: String) -> Option<String> {
            let t = String::from(\"t\");
            if go {
                return Some(s);
            }
            let u = if t.is_empty() { t } else { s };
            Some(u)
        }
        fn main() {
            early(true, String::new());
        }",
        expect![[r#"
            early go: bool
              1 initialised: go
            early s: String
              1 initialised: s
              4 moved, into `Some`: s
              6 moved, to `u`: s
              8 dropped: }
            early t: String
              2 initialised: t
              4 dropped: return Some(s)
              6 moved, to `u`: t
              8 dropped: }
            early u: String
              6 initialised: u
              7 moved, into `Some`: u
        "#]],
    );
}

#[test]
fn closures_and_generic_functions() {
    check(
        "fn pass<T>(value: T) -> T {
            let inner = value;
            inner
        }
        fn main() {
            let name = pass(String::from(\"n\"));
            let number = pass(1);
            let f = move || {
                let inside = name;
                inside.len() + number
            };
            f();
        }",
        expect![[r#"
            pass value: T
              1 initialised: value
              2 moved, to `inner`: value
            pass inner: T
              2 initialised: inner
              3 moved, to the caller: inner
            main name: String
              6 initialised: name
              8 moved, into a closure: move ||
            main::{closure#0} name: String
              6 initialised: name
              9 moved, to `inside`: name
            main number: usize
              7 initialised: number
            main::{closure#0} number: usize
              7 initialised: number
            main f: {main::{closure#0}}
              8 initialised: f
              12 moved, into its call: f
            main::{closure#0} inside: String
              9 initialised: inside
              11 dropped: }
        "#]],
    );
}
