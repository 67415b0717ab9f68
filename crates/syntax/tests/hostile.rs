//! Texts that mean harm: the lexer, the parser and the dumps end quickly and never panic.

use stair_source::FileId;
use stair_syntax::{MAX_NESTING, NodeIds, dump, parse_file, pretty};

const SAMPLE: &str = r#"
//! A file.
#![allow(unused)]
use std::{fmt::{self, Debug as D}, *};
#[derive(Debug, Clone)]
pub struct P<'a, T: Copy + 'a, const N: usize> where T: Fn(u8) -> u8 { pub x: &'a mut [T; N], y: (u8,) }
enum E { A = 1, B(u8, [u8]), C { z: *const dyn D } }
impl<T> fmt::Debug for E<Vec<Vec<T>>> { fn f(&self, r#in: impl Fn()) -> Option<!> { None } }
macro_rules! m { ($a:expr) => { $a + 1 } }
static S: &str = "a\u{e9}\n" ; const X: f64 = 1.5e-3_f64;
fn main() {
    let Some(mut x @ 1..=5 | _) = f::<u8>(|a: u8| -> u8 { a }, &&y, (-1 as i64) << 2) else { return; };
    'l: while let (Ok(z), [.., ref q]) = s && !t { break 'l; }
    for i in 0..10 { x.0.1[i] += i?.await; println!("{x:?}", m!(1)); }
    match x { S { a, b: _, .. } if a > b => {} -1 | 'c'..='d' => (), _ => loop {} }
    if a == b { c } else if d { E { e: 1, ..f } } else { unsafe { g } };
}
"#;

fn parse(text: &str) -> usize {
    let (file, errors) = parse_file(FileId::USER, text, &mut NodeIds::default());
    let _ = dump(&file);
    let _ = pretty::file(&file);
    for error in &errors {
        for label in &error.labels {
            assert!(text.is_char_boundary(label.span.lo as usize) && text.is_char_boundary(label.span.hi as usize));
        }
        for (span, _) in error.suggestions.iter().flat_map(|s| &s.edits) {
            assert!(text.is_char_boundary(span.lo as usize) && text.is_char_boundary(span.hi as usize));
        }
    }
    errors.len()
}

/// As much stack as a program's main thread has: unoptimised frames are large.
fn with_stack(run: fn()) {
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(run).expect("a thread starts");
    thread.join().expect("nothing panics");
}

#[test]
fn deep_nesting_is_refused_clearly() {
    with_stack(deep_nesting);
}

fn deep_nesting() {
    let wraps = [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{", "1", "}"),
        ("f(", "1", ")"),
        ("-", "1", ""),
        ("&", "1", ""),
        ("&&", "1", ""),
        ("!", "1", ""),
        ("|| ", "1", ""),
        ("return ", "1", ""),
        ("..(", "1", ")"),
        ("if a {} else ", "{}", ""),
        ("if ", "a", " {}"),
        ("match ", "a", " {}"),
        ("match a { _ => ", "1", "}"),
        ("S { a: ", "1", "}"),
        ("x = ", "1", ""),
        ("1 as [u8; ", "1", "]"),
        ("a::<{", "1", "}>"),
        ("{ fn f() ", "{}", " }"),
        ("<", "u8", " as T>::A"),
    ];
    let chains = [
        ("1", " + 1"),
        ("a", ".b"),
        ("a", ".c()"),
        ("a", "?"),
        ("a", "[0]"),
        ("a", "()"),
        ("1", " as u8"),
        ("a", " && b"),
        ("t", ".0.1"),
    ];
    for n in [MAX_NESTING as usize / 4, 1_000, 100_000] {
        let mut texts: Vec<String> = wraps
            .iter()
            .map(|(open, core, close)| format!("fn f() {{ {}{core}{}; }}", open.repeat(n), close.repeat(n)))
            .collect();
        texts.extend(chains.iter().map(|(core, link)| format!("fn f() {{ {core}{}; }}", link.repeat(n))));
        for (open, core, close) in [
            ("&", "u8", ""),
            ("(", "u8", ",)"),
            ("[", "u8", "]"),
            ("V<", "u8", ">"),
            ("fn(", "u8", ")"),
            ("dyn T<", "u8", ">"),
            ("*mut ", "u8", ""),
        ] {
            texts.push(format!("type A = {}{core}{};", open.repeat(n), close.repeat(n)));
        }
        for (open, core, close) in [
            ("&", "a", ""),
            ("(", "a", ",)"),
            ("[", "a", "]"),
            ("S(", "a", ")"),
            ("a @ ", "b", ""),
            ("S { a: ", "a", " }"),
        ] {
            texts.push(format!("fn f() {{ let {}{core}{} = 1; }}", open.repeat(n), close.repeat(n)));
        }
        texts.push(format!("{}{}", "mod a {".repeat(n), "}".repeat(n)));
        texts.push(format!("use {}b{};", "a::{".repeat(n), "}".repeat(n)));
        texts.push(format!("fn f<T: {}A{}>() {{}}", "(".repeat(n), ")".repeat(n)));
        texts.push("(".repeat(n));
        texts.push(format!("#[a{}", "[".repeat(n)));
        for text in texts {
            let shown = &text[..text.len().min(60)];
            let (file, errors) = parse_file(FileId::USER, &text, &mut NodeIds::default());
            let _ = dump(&file);
            let _ = pretty::file(&file);
            if n < MAX_NESTING as usize / 2 {
                continue;
            }
            assert!(!errors.is_empty(), "{shown}");
            assert!(errors.len() <= 3, "{shown}: {} errors", errors.len());
        }
    }
}

#[test]
fn every_prefix_parses() {
    assert_eq!(parse(SAMPLE), 0);
    for end in (0..SAMPLE.len()).filter(|&i| SAMPLE.is_char_boundary(i)) {
        parse(&SAMPLE[..end]);
        parse(&SAMPLE[end..]);
    }
}

#[test]
fn mutated_programs_parse() {
    // A linear congruential generator (Knuth, MMIX): the same texts on every run.
    let mut state: u64 = 7;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let words: Vec<&str> = SAMPLE.split_inclusive(|c: char| !c.is_alphanumeric()).collect();
    for _ in 0..1_500 {
        let mut text: Vec<&str> = words.clone();
        for _ in 0..1 + random(6) {
            let at = random(text.len());
            match random(3) {
                0 => {
                    text.remove(at);
                }
                1 => text.insert(at, words[random(words.len())]),
                _ => text.swap(at, random(words.len() - 10)),
            }
        }
        parse(&text.concat());
    }
    for _ in 0..1_500 {
        let bytes: Vec<u8> =
            (0..random(60)).map(|_| b" \n\"'#!$&()*+,-./0a_bre:;<=>?@[]^{|}~\\\xc3\xa9"[random(39)]).collect();
        parse(&String::from_utf8_lossy(&bytes));
    }
}
