//! What macro calls and `derive`s become, printed as Rust again; and what is said about wrong ones.

use super::expand_file;
use expect_test::{Expect, expect};
use stair_source::{FileId, SourceFile};
use stair_syntax::ast::{Expr, File, Item, NodeId, NodeIds};
use stair_syntax::visit::{self, MutVisitor};
use stair_syntax::{MAX_NESTING, parse_file, pretty};

fn expand(text: &str) -> (File, Vec<stair_source::Diagnostic>, NodeIds) {
    let mut ids = NodeIds::default();
    let (mut file, errors) = parse_file(FileId::USER, text, &mut ids);
    assert!(errors.is_empty(), "{text}: {errors:?}");
    let mut hygiene = crate::hygiene::Hygiene::default();
    let errors = expand_file(&mut file, &mut ids, &mut hygiene, false).errors;
    (file, errors, ids)
}

/// Statements in `main`, expanded.
fn check(statements: &str, expect: Expect) {
    let (file, errors, _) = expand(&format!("fn main() {{ {statements} }}"));
    assert!(errors.is_empty(), "{errors:?}");
    let printed = pretty::file(&file);
    let body = printed.strip_prefix("fn main() {").and_then(|p| p.strip_suffix("}\n")).expect("the body of main");
    let lines: Vec<&str> = body.lines().map(|l| l.strip_prefix("    ").unwrap_or(l).trim_end()).collect();
    expect.assert_eq(&format!("{}\n", lines.join("\n").trim()));
}

/// The items behind the first one: derived implementations.
fn derived(item: &str, expect: Expect) {
    let (file, errors, _) = expand(item);
    assert!(errors.is_empty(), "{errors:?}");
    let printed: Vec<String> = file.items[1..].iter().map(pretty::item).collect();
    expect.assert_eq(&format!("{}\n", printed.join("\n")));
}

/// The errors of a whole file: where, what, and the text that the span covers.
fn errors(text: &str, expect: Expect) {
    let (_, errors, _) = expand(text);
    let file = SourceFile::new("main.rs", text);
    let mut out = String::new();
    for error in errors {
        let at = file.line_col(error.span().lo);
        let covered = &text[error.span().lo as usize..error.span().hi as usize];
        out += &format!("{}:{} {}: {} `{covered}`\n", at.line, at.col, error.code, error.message);
    }
    expect.assert_eq(&out);
}

#[test]
fn printing() {
    check(
        r#"println!("a{}b{:>5.2}\n", x, y);"#,
        expect![[r#"
            {
                match (&x, &y) {
                    ($a0, $a1) => {
                        let mut $f = $crate::fmt::Formatter::$stdout();
                        $f.$write_lit("a");
                        $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.$plain()));
                        $f.$write_lit("b");
                        $crate::fmt::ignore($crate::fmt::Display::fmt($a1, $f.$spec(' ', 1u8, 0u32, 5usize, true, 2usize, true)));
                        $f.$write_lit("\n\n");
                        $f.$end();
                    }
                };
            };
        "#]],
    );
    check(
        r#"println!(); print!("{{}}"); eprintln!("a\tb");"#,
        expect![[r#"
            {
                let mut $f = $crate::fmt::Formatter::$stdout();
                $f.$write_lit("\n");
                $f.$end();
            };
            {
                let mut $f = $crate::fmt::Formatter::$stdout();
                $f.$write_lit("{}");
                $f.$end();
            };
            {
                let mut $f = $crate::fmt::Formatter::$stderr();
                $f.$write_lit("a\tb\n");
                $f.$end();
            };
        "#]],
    );
    check(
        r#"eprint!("{x} {0:?} {0:#x} {n:*^+08.3e} {:w$.*} {:1$b}", 3, 4, 5, n = 6);"#,
        expect![[r#"
            {
                match (&3, &4, &5, &6, &x, &w) {
                    ($a0, $a1, $a2, $a3, $a4, $a5) => {
                        let mut $f = $crate::fmt::Formatter::$stderr();
                        $crate::fmt::ignore($crate::fmt::Display::fmt($a4, $f.$plain()));
                        $f.$write_lit(" ");
                        $crate::fmt::ignore($crate::fmt::Debug::fmt($a0, $f.$plain()));
                        $f.$write_lit(" ");
                        $crate::fmt::ignore($crate::fmt::LowerHex::fmt($a0, $f.$spec(' ', 3u8, 4u32, 0usize, false, 0usize, false)));
                        $f.$write_lit(" ");
                        $crate::fmt::ignore($crate::fmt::LowerExp::fmt($a3, $f.$spec('*', 2u8, 9u32, 8usize, true, 3usize, true)));
                        $f.$write_lit(" ");
                        $crate::fmt::ignore($crate::fmt::Display::fmt($a1, $f.$spec(' ', 3u8, 0u32, *$a5, true, *$a0, true)));
                        $f.$write_lit(" ");
                        $crate::fmt::ignore($crate::fmt::Binary::fmt($a2, $f.$spec(' ', 3u8, 0u32, *$a1, true, 0usize, false)));
                        $f.$end();
                    }
                };
            };
        "#]],
    );
}

#[test]
fn panics() {
    check(
        r#"panic!(); panic!("a"); panic!("{x}"); todo!(); unimplemented!("b {}", 1); unreachable!("c");"#,
        expect![[r#"
            $crate::panicking::panic_str("explicit panic", LOCATION);
            $crate::panicking::panic_str("a", LOCATION);
            match (&x,) {
                ($a0,) => {
                    let mut $f = $crate::fmt::Formatter::$panic_begin(LOCATION);
                    $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.$plain()));
                    $crate::panicking::panic_end()
                }
            };
            $crate::panicking::panic_str("not yet implemented", LOCATION);
            $crate::panicking::panic_str("not implemented: b 1", LOCATION);
            $crate::panicking::panic_str("internal error: entered unreachable code: c", LOCATION);
        "#]],
    );
}

#[test]
fn assertions() {
    check(
        r#"assert!(a==b); assert!(f(0x1,"s")  .g, "m {}", 1); debug_assert!(!c);"#,
        expect![[r#"
            if !(a == b) {
                $crate::panicking::panic_str("assertion failed: a == b", LOCATION);
            };
            if !f(1, "s").g {
                $crate::panicking::panic_str("m 1", LOCATION);
            };
            if $crate::intrinsics::debug_assertions() {
                if !!c {
                    $crate::panicking::panic_str("assertion failed: !c", LOCATION);
                };
            };
        "#]],
    );
    check(
        r#"assert_eq!(a, b + 1); assert_ne!(a, b, "m {c}");"#,
        expect![[r#"
            match (&a, &(b + 1)) {
                ($l, $r) => { if !(*$l == *$r) {
                    match (&*$l, &*$r) {
                        ($a0, $a1) => {
                            let mut $f = $crate::fmt::Formatter::$panic_begin(LOCATION);
                            $f.$write_lit("assertion `left == right` failed\n  left: ");
                            $crate::fmt::ignore($crate::fmt::Debug::fmt($a0, $f.$plain()));
                            $f.$write_lit("\n right: ");
                            $crate::fmt::ignore($crate::fmt::Debug::fmt($a1, $f.$plain()));
                            $crate::panicking::panic_end()
                        }
                    };
                } }
            };
            match (&a, &b) {
                ($l, $r) => { if *$l == *$r {
                    match (&c, &*$l, &*$r) {
                        ($a0, $a1, $a2) => {
                            let mut $f = $crate::fmt::Formatter::$panic_begin(LOCATION);
                            $f.$write_lit("assertion `left != right` failed: m ");
                            $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.$plain()));
                            $f.$write_lit("\n  left: ");
                            $crate::fmt::ignore($crate::fmt::Debug::fmt($a1, $f.$plain()));
                            $f.$write_lit("\n right: ");
                            $crate::fmt::ignore($crate::fmt::Debug::fmt($a2, $f.$plain()));
                            $crate::panicking::panic_end()
                        }
                    };
                } }
            };
        "#]],
    );
}

#[test]
fn writing() {
    check(
        r#"write!(f, "a")?; writeln!(self.f, "{}", x)?; write!(g(), "{x}{y}")"#,
        expect![[r#"
            f.$write_text("a")?;
            match (&x,) {
                ($a0,) => {
                    let mut $w = self.f.$start_write();
                    let $f = $w.formatter();
                    let mut $r = $crate::fmt::Display::fmt($a0, $f.$plain());
                    if let $crate::result::Result::Ok(()) = $r {
                        $r = $f.$write_lit("\n");
                    };
                    $w.finish($r)
                }
            }?;
            match g() {
                mut $d => match (&x, &y) {
                    ($a0, $a1) => {
                        let mut $w = $d.$start_write();
                        let $f = $w.formatter();
                        let mut $r = $crate::fmt::Display::fmt($a0, $f.$plain());
                        if let $crate::result::Result::Ok(()) = $r {
                            $r = $crate::fmt::Display::fmt($a1, $f.$plain());
                        };
                        $w.finish($r)
                    }
                },
            }
        "#]],
    );
}

#[test]
fn other_macros() {
    check(
        r#"matches!(x, Some(1 | 2) if y); stringify!(a+b :: c); concat!("a", 1, -2.50, 'c', true, stringify!(x)); line!(); cfg!(all(unix, not(test))); cfg!(debug_assertions); std::assert!(a);"#,
        expect![[r#"
            match x {
                Some(1 | 2) if y => true,
                _ => false,
            };
            "a+b :: c";
            "a1-2.50ctruex";
            LOCATION.line();
            true;
            $crate::intrinsics::debug_assertions();
            if !a {
                $crate::panicking::panic_str("assertion failed: a", LOCATION);
            };
        "#]],
    );
    check(
        "dbg!(x + 1)",
        expect![[r#"
            match x + 1 {
            $v => {
                {
                    match (&LOCATION.file(), &LOCATION.line(), &LOCATION.$char_column(), &$v) {
                        ($a0, $a1, $a2, $a3) => {
                            let mut $f = $crate::fmt::Formatter::$stderr();
                            $f.$write_lit("[");
                            $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.$plain()));
                            $f.$write_lit(":");
                            $crate::fmt::ignore($crate::fmt::Display::fmt($a1, $f.$plain()));
                            $f.$write_lit(":");
                            $crate::fmt::ignore($crate::fmt::Display::fmt($a2, $f.$plain()));
                            $f.$write_lit("] x + 1 = ");
                            $crate::fmt::ignore($crate::fmt::Debug::fmt($a3, $f.$spec(' ', 3u8, 4u32, 0usize, false, 0usize, false)));
                            $f.$write_lit("\n");
                            $f.$end();
                        }
                    };
                };
                $v
            }
            }
        "#]],
    );
}

#[test]
fn macros_within_macros() {
    check(
        r#"println!("{}", matches!(x, 1)); assert!(matches!(x, 1 | 2));"#,
        expect![[r#"
            {
                match (&match x {
                    1 => true,
                    _ => false,
                },) {
                    ($a0,) => {
                        let mut $f = $crate::fmt::Formatter::$stdout();
                        $crate::fmt::ignore($crate::fmt::Display::fmt($a0, $f.$plain()));
                        $f.$write_lit("\n");
                        $f.$end();
                    }
                };
            };
            if !match x {
                1 | 2 => true,
                _ => false,
            } {
                $crate::panicking::panic_str("assertion failed: matches!(x, 1 | 2)", LOCATION);
            };
        "#]],
    );
}

#[test]
fn derive_for_structs() {
    derived(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq)] struct P<'a, T: Tr = u8, const N: usize = 1> where T: Tr { a: &'a T, b: [u8; N], c: T::X }",
        expect![[r#"
            impl<'a, T: Tr + $crate::fmt::Debug, const N: usize> $crate::fmt::Debug for P<'a, T, N> where T: Tr, T::X: $crate::fmt::Debug {
                fn fmt(&self, $f: &mut $crate::fmt::Formatter) -> $crate::fmt::Result {
                    let mut $b = $f.debug_struct("P");
                    $b.field("a", &self.a);
                    $b.field("b", &self.b);
                    $b.field("c", &self.c);
                    $b.finish()
                }
            }
            impl<'a, T: Tr + $crate::clone::Clone, const N: usize> $crate::clone::Clone for P<'a, T, N> where T: Tr, T::X: $crate::clone::Clone {
                fn clone(&self) -> Self { Self { a: $crate::clone::Clone::clone(&self.a), b: $crate::clone::Clone::clone(&self.b), c: $crate::clone::Clone::clone(&self.c) } }
            }
            impl<'a, T: Tr + $crate::marker::Copy, const N: usize> $crate::marker::Copy for P<'a, T, N> where T: Tr, T::X: $crate::marker::Copy {}
            impl<'a, T: Tr + $crate::cmp::PartialEq, const N: usize> $crate::cmp::PartialEq for P<'a, T, N> where T: Tr, T::X: $crate::cmp::PartialEq {
                fn eq(&self, $other: &Self) -> bool { self.a == $other.a && self.b == $other.b && self.c == $other.c }
            }
            impl<'a, T: Tr + $crate::cmp::Eq, const N: usize> $crate::cmp::Eq for P<'a, T, N> where T: Tr, T::X: $crate::cmp::Eq {
                fn assert_receiver_is_total_eq(&self) {
                    $crate::cmp::assert_param_is_eq::<&'a T>();
                    $crate::cmp::assert_param_is_eq::<[u8; N]>();
                    $crate::cmp::assert_param_is_eq::<T::X>();
                }
            }
        "#]],
    );
    derived(
        "#[derive(PartialOrd, Ord, Default)] struct P(u8, u16);",
        expect![[r#"
            impl $crate::cmp::PartialOrd for P {
                fn partial_cmp(&self, $other: &Self) -> $crate::option::Option<$crate::cmp::Ordering> {
                    match $crate::cmp::PartialOrd::partial_cmp(&self.0, &$other.0) {
                        $crate::option::Option::Some($crate::cmp::Ordering::Equal) => {}
                        $c => return $c,
                    };
                    $crate::cmp::PartialOrd::partial_cmp(&self.1, &$other.1)
                }
            }
            impl $crate::cmp::Ord for P {
                fn cmp(&self, $other: &Self) -> $crate::cmp::Ordering {
                    match $crate::cmp::Ord::cmp(&self.0, &$other.0) {
                        $crate::cmp::Ordering::Equal => {}
                        $c => return $c,
                    };
                    $crate::cmp::Ord::cmp(&self.1, &$other.1)
                }
            }
            impl $crate::default::Default for P {
                fn default() -> Self { Self($crate::default::Default::default(), $crate::default::Default::default()) }
            }
        "#]],
    );
    derived(
        "#[derive(Debug, Clone, Default, PartialEq)] struct P;",
        expect![[r#"
            impl $crate::fmt::Debug for P {
                fn fmt(&self, $f: &mut $crate::fmt::Formatter) -> $crate::fmt::Result { $f.write_str("P") }
            }
            impl $crate::clone::Clone for P {
                fn clone(&self) -> Self { Self }
            }
            impl $crate::default::Default for P {
                fn default() -> Self { Self }
            }
            impl $crate::cmp::PartialEq for P {
                fn eq(&self, $other: &Self) -> bool { true }
            }
        "#]],
    );
}

#[test]
fn derive_for_enums() {
    derived(
        "#[derive(Debug, Clone, PartialEq)] enum E { A, B(u8, u16), C { x: u8 } }",
        expect![[r#"
            impl $crate::fmt::Debug for E {
                fn fmt(&self, $f: &mut $crate::fmt::Formatter) -> $crate::fmt::Result { match self {
                    Self::A => $f.write_str("A"),
                    Self::B($0, $1) => {
                        let mut $b = $f.debug_tuple("B");
                        $b.field($0);
                        $b.field($1);
                        $b.finish()
                    }
                    Self::C { x: $0 } => {
                        let mut $b = $f.debug_struct("C");
                        $b.field("x", $0);
                        $b.finish()
                    }
                } }
            }
            impl $crate::clone::Clone for E {
                fn clone(&self) -> Self { match self {
                    Self::A => Self::A,
                    Self::B($0, $1) => Self::B($crate::clone::Clone::clone($0), $crate::clone::Clone::clone($1)),
                    Self::C { x: $0 } => Self::C { x: $crate::clone::Clone::clone($0) },
                } }
            }
            impl $crate::cmp::PartialEq for E {
                fn eq(&self, $other: &Self) -> bool { match (self, $other) {
                    (Self::B($a0, $a1), Self::B($b0, $b1)) => *$a0 == *$b0 && *$a1 == *$b1,
                    (Self::C { x: $a0 }, Self::C { x: $b0 }) => *$a0 == *$b0,
                    _ => $crate::intrinsics::discriminant_value(self) == $crate::intrinsics::discriminant_value($other),
                } }
            }
        "#]],
    );
    derived(
        "#[derive(PartialEq, PartialOrd, Ord, Default)] enum E { A, #[default] B }",
        expect![[r#"
            impl $crate::cmp::PartialEq for E {
                fn eq(&self, $other: &Self) -> bool { $crate::intrinsics::discriminant_value(self) == $crate::intrinsics::discriminant_value($other) }
            }
            impl $crate::cmp::PartialOrd for E {
                fn partial_cmp(&self, $other: &Self) -> $crate::option::Option<$crate::cmp::Ordering> { $crate::cmp::PartialOrd::partial_cmp(&$crate::intrinsics::discriminant_value(self), &$crate::intrinsics::discriminant_value($other)) }
            }
            impl $crate::cmp::Ord for E {
                fn cmp(&self, $other: &Self) -> $crate::cmp::Ordering { $crate::cmp::Ord::cmp(&$crate::intrinsics::discriminant_value(self), &$crate::intrinsics::discriminant_value($other)) }
            }
            impl $crate::default::Default for E {
                fn default() -> Self { Self::B }
            }
        "#]],
    );
    derived(
        "#[derive(Debug, Clone, PartialEq)] enum E {}",
        expect![[r#"
            impl $crate::fmt::Debug for E {
                fn fmt(&self, $f: &mut $crate::fmt::Formatter) -> $crate::fmt::Result { match *self {} }
            }
            impl $crate::clone::Clone for E {
                fn clone(&self) -> Self { match *self {} }
            }
            impl $crate::cmp::PartialEq for E {
                fn eq(&self, $other: &Self) -> bool { match *self {} }
            }
        "#]],
    );
}

#[test]
fn what_is_configured_out_is_gone() {
    let (file, errors, _) = expand(
        r#"
            #[cfg(test)] mod tests { #[nonsense] fn f() { nonsense!() } }
            #[test] fn t() { nonsense!() }
            #[cfg(not(test))] fn kept() { #[cfg(windows)] let x = 1; #[cfg(unix)] let y = 2; }
            #[cfg_attr(test, nonsense)] struct S { #[cfg(any())] a: u8, #[cfg(all())] b: u8 }
            enum E { #[cfg(feature = "x")] A, B }
            fn m() { match 1 { #[cfg(test)] 1 => {} _ => {} } }
        "#,
    );
    assert!(errors.is_empty(), "{errors:?}");
    expect![[r#"
        fn kept() {
            let y = 2;
        }

        struct S { b: u8 }

        enum E {
            B,
        }

        fn m() {
            match 1 {
                _ => {}
            }
        }
    "#]]
    .assert_eq(
        &pretty::file(&file)
            .replace("fn m() { match 1 {\n    _ => {}\n} }", "fn m() {\n    match 1 {\n        _ => {}\n    }\n}"),
    );
}

#[test]
fn what_is_refused() {
    errors(
        r#"
#![feature(x)]
#[derive(Nonsense, PartialEqual)] struct S;
#[derive(Debug)] fn f() {}
#[no_mangle] #[nonsense] #[allow(x)] #[rustfmt::skip] #[inline] fn g() {}
macro_rules! own { () => {} }
#[cfg(debug_assertions)] fn h() {}
#[derive(Default)] enum E { A }
#[track_caller] fn t() -> u32 { line!() }
thread_local! { static X: u8 = 1; }
fn main() {
    own!();
    let x = env!("A");
    include_str!("a");
    printn!("a");
    nonsense!();
    let println!() = 1;
    compile_error!("stop");
    println!("{:p}", &x);
    cfg!(unless(x));
}
"#,
        expect![[r#"
            2:1 E0554: `#![feature]` may not be used on the stable release channel `#![feature(x)]`
            3:10 syntax: cannot find derive macro `Nonsense` in this scope `Nonsense`
            3:20 syntax: cannot find derive macro `PartialEqual` in this scope `PartialEqual`
            4:1 E0774: `derive` may only be applied to `struct`s, `enum`s and `union`s `#[derive(Debug)]`
            5:1 S0022: the attribute `no_mangle` is outside the subset `#[no_mangle]`
            5:14 syntax: cannot find attribute `nonsense` in this scope `#[nonsense]`
            7:1 S0022: the attribute `cfg(debug_assertions)` is outside the subset `#[cfg(debug_assertions)]`
            8:10 E0665: `#[derive(Default)]` on enum with no `#[default]` `Default`
            9:33 S0026: the macro `line!` in a function marked `#[track_caller]` is outside the subset `line!()`
            10:1 S0026: the macro `thread_local!` is outside the subset `thread_local`
            13:13 S0026: the macro `env!` is outside the subset `env`
            14:5 S0026: the macro `include_str!` is outside the subset `include_str`
            15:5 syntax: cannot find macro `printn` in this scope `printn`
            16:5 syntax: cannot find macro `nonsense` in this scope `nonsense`
            17:9 syntax: expected a pattern, found a call of the macro `println!`, which makes an expression `println!()`
            18:5 syntax: stop `compile_error!("stop")`
            19:17 S0029: the format `p` is outside the subset `p`
            20:10 E0537: invalid predicate `unless` `unless`
        "#]],
    );
}

#[test]
fn what_is_wrong_with_formats() {
    let mut calls = String::from("fn main() {\n");
    for arguments in [
        r#""{""#,
        r#""}""#,
        r#""é{é""#,
        r#""{} {}", 1"#,
        r#""{1}", 1"#,
        r#""{}", 1, 2"#,
        r#""{a}", a = 1, b = 2"#,
        r#""{a}", a = 1, 2"#,
        r#""{a}", a = 1, a = 2"#,
        r#""{:q}", 1"#,
        r#""{x.y} {x.0}""#,
        r#""{r#x}""#,
        r#""{_}""#,
        r#""{:?#}", 1"#,
        r#""{x?}""#,
        r#""{:.*}", 1"#,
        r#""{:99999}", 1"#,
        r#""\u{7b}x y}", 1"#,
        r#""%d", 1"#,
        "x",
        "x, y",
        r#""a" "b""#,
        r#""{}", 1 2"#,
    ] {
        calls += &format!("println!({arguments});\n");
    }
    calls += "assert!(); assert_eq!(1); write!(f); matches!(x); panic!(y);\n}";
    errors(
        &calls,
        expect![[r#"
            2:12 syntax: invalid format string: expected `}` but string was terminated ``
            3:11 syntax: invalid format string: unmatched `}` found `}`
            4:14 syntax: invalid format string: expected `}` but string was terminated ``
            5:11 syntax: 2 positional arguments in format string, but there is 1 argument `{}`
            6:12 syntax: invalid reference to positional argument 1 (there is 1 argument) `1`
            7:19 syntax: argument never used `2`
            8:28 syntax: named argument never used `2`
            9:24 syntax: positional arguments cannot follow named arguments `2`
            10:24 syntax: duplicate argument named `a` `a`
            11:13 syntax: unknown format trait `q` `q`
            12:12 syntax: invalid format string: field access isn't supported `x.y`
            13:12 syntax: invalid format string: raw identifiers are not supported `r#x`
            14:12 syntax: invalid format string: invalid argument name `_` `_`
            15:14 syntax: invalid format string: expected `}`, found `#` `#`
            16:13 syntax: invalid format string: expected `}`, found `?` `?`
            17:11 syntax: 2 positional arguments in format string, but there is 1 argument `{:.*}`
            18:13 syntax: invalid format string: integer `99999` does not fit into the type `u16` whose range is `0..=65535` `99999`
            19:19 syntax: invalid format string: expected `}`, found `y` `y`
            20:16 syntax: argument never used `1`
            21:10 syntax: format argument must be a string literal `x`
            22:10 syntax: format argument must be a string literal `x`
            23:14 syntax: expected one of `,`, `.`, `?`, or an operator, found `"b"` `"b"`
            24:18 syntax: expected one of `,`, `.`, `?`, or an operator, found `2` `2`
            25:1 syntax: macro requires a boolean expression as an argument `assert!()`
            25:24 syntax: unexpected end of macro invocation `)`
            25:27 syntax: requires a destination and format arguments, like `write!(dest, "format string", args...)` `write!(f)`
            25:48 syntax: unexpected end of macro invocation `)`
            25:58 syntax: format argument must be a string literal `y`
        "#]],
    );
}

/// Every id of an expanded file, and every expression's span.
#[derive(Default)]
struct Survey {
    ids: Vec<NodeId>,
    depth: u32,
    deepest: u32,
}

impl MutVisitor for Survey {
    fn id(&mut self, id: &mut NodeId) {
        self.ids.push(*id);
    }
    fn expr(&mut self, expr: &mut Expr) {
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
        visit::walk_expr(self, expr);
        self.depth -= 1;
    }
    fn item(&mut self, item: &mut Item) {
        visit::walk_item(self, item);
    }
}

#[test]
fn every_node_has_an_id_of_its_own() {
    let text = r#"
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
        struct S<T: Copy, const N: usize> where T: Tr<[u8; N]> { a: [T; { N }], b: T::X }
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        enum E<T> { A(T), B { x: T } }
        fn main() {
            assert_eq!(a, b, "{x:?} {}", matches!(y, 1));
            write!(self.f, "{x}").ok();
            let _ = dbg!(x);
        }
    "#;
    let (mut file, errors, ids) = expand(text);
    assert!(errors.is_empty(), "{errors:?}");
    let mut survey = Survey::default();
    visit::walk_file(&mut survey, &mut file);
    let count = survey.ids.len();
    survey.ids.sort();
    survey.ids.dedup();
    assert_eq!(survey.ids.len(), count, "ids are unique");
    assert!(survey.ids.iter().all(|id| (id.0 as usize) < ids.count()));
}

#[test]
fn macros_nested_too_deeply_are_refused() {
    for (open, close) in [("println!(\"{}\", ", ")"), ("assert!(", ")"), ("matches!(", ", 1)"), ("dbg!(", ")")] {
        for n in [10_usize, 1_000, 4_000] {
            let text = format!("fn main() {{ {}1{}; }}", open.repeat(n), close.repeat(n));
            let thread = std::thread::Builder::new().stack_size(16 << 20).spawn(move || {
                let (mut file, errors, _) = expand(&text);
                let mut survey = Survey::default();
                visit::walk_file(&mut survey, &mut file);
                assert!(survey.deepest <= MAX_NESTING + 16, "{} levels", survey.deepest);
                assert_eq!(errors.is_empty(), n < 20, "{:?}", errors.first());
            });
            thread.expect("a thread starts").join().expect("no panic");
        }
    }
}
