//! Programs made of what the learner wrote and of the exercise's tests.
//!
//! The learner's text comes first and keeps its length, so that its offsets and lines stay what they are. The tests follow in a
//! module that sees all of it, as `mod tests { use super::*; … }` would; last is a `main` that calls one of them. The learner's own
//! `main`, which is not run then, gets another name of the same length.

use crate::exercise::Block;
use crate::syntax::parse;
use crate::{Fragment, Problem};
use stair::source::{FileId, Span};
use stair::syntax::ast::{Attr, AttrInput, File, Item, ItemKind, Lit, Visibility};
use stair::syntax::token::TokenKind;

/// What diagnostics and panics call the learner's program, as cargo's do.
pub(crate) const PROGRAM_NAME: &str = "src/main.rs";

/// A `#[test]` function.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Test {
    /// Its name.
    pub(crate) name: String,
    /// The module that it is in, if the author wrote one.
    module: Option<String>,
    /// It must panic, with a message that contains this.
    pub(crate) should_panic: Option<String>,
    /// Whether it returns something.
    returns: bool,
    /// Whether it can be called from outside of its module.
    is_public: bool,
    /// Attributes that are taken away.
    attributes: Vec<Span>,
    /// The function, without attributes; in the block's text.
    pub(crate) span: Span,
}

/// A program, and where the learner's part of it ends.
#[derive(Clone, Debug)]
pub(crate) struct Composed {
    pub(crate) text: String,
    /// Length of the learner's part, in bytes.
    pub(crate) own: usize,
    /// The rest, which knows its place in the tests' text.
    pub(crate) rest: Fragment,
    /// The exit code of a test that comes to its end: a program that exits before has another.
    pub(crate) passes_with: i32,
}

impl Composed {
    /// The line of the tests' text that a line of the program, counted from 1, was made from.
    pub(crate) fn line_of_test(&self, tests: &str, line: u32) -> String {
        let before = self.text.split_inclusive('\n').take((line as usize).saturating_sub(1));
        let start = before.map(str::len).sum::<usize>().saturating_sub(self.own);
        let at = self.rest.range(start..start).start.min(tests.len());
        let from = tests.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        tests.get(from..).and_then(|rest| rest.lines().next()).unwrap_or("").trim().to_owned()
    }
}

/// What makes a tests block unusable, as problems in its own text.
type Wrong = Vec<Problem>;

/// The tests of a block.
///
/// # Errors
/// What is wrong with the block as a list of tests.
pub(crate) fn tests(text: &str) -> Result<Vec<Test>, Wrong> {
    let (file, problems) = stair::syntax::parse_file(FileId::USER, text, &mut stair::syntax::NodeIds::default());
    if !problems.is_empty() {
        return Err(problems.iter().map(|d| Problem::new(d.span(), d.message.clone())).collect());
    }
    let mut all = Vec::new();
    let mut wrong = Vec::new();
    collect(&file.items, None, &mut all, &mut wrong);
    if all.is_empty() && wrong.is_empty() {
        let whole = Span::new(FileId::USER, 0, u32::try_from(text.trim_end().len()).unwrap_or(0));
        wrong.push(Problem::new(whole, "there is no test here").help("a test is a function with `#[test]`"));
    }
    for (index, test) in all.iter().enumerate() {
        if all[..index].iter().any(|other| other.name == test.name) {
            wrong.push(Problem::new(test.span, format!("there are two tests `{}`", test.name)));
        }
    }
    if wrong.is_empty() { Ok(all) } else { Err(wrong) }
}

fn collect(items: &[Item], module: Option<&Item>, all: &mut Vec<Test>, wrong: &mut Wrong) {
    for item in items {
        let has = |name: &str| item.attrs.iter().find(|attr| attr.path == name);
        match &item.kind {
            ItemKind::Fn(function) => {
                let Some(test) = has("test") else { continue };
                if !function.params.is_empty() {
                    wrong.push(Problem::new(function.sig_span, "a test has no parameters"));
                }
                let mut attributes = vec![test.span];
                attributes
                    .extend(module.iter().flat_map(|module| &module.attrs).filter(|a| is_cfg_test(a)).map(|a| a.span));
                if let Some(ignore) = has("ignore") {
                    wrong.push(Problem::new(ignore.span, "a test of an exercise is not ignored"));
                }
                let should_panic = has("should_panic").map(|attr| {
                    attributes.push(attr.span);
                    expected_message(attr)
                });
                all.push(Test {
                    name: item.name.name.to_string(),
                    module: module.map(|module| module.name.name.to_string()),
                    should_panic,
                    returns: function.ret.is_some(),
                    is_public: !matches!(item.vis, Visibility::Inherited),
                    attributes,
                    span: item.span,
                });
            }
            ItemKind::Mod(Some(items)) if module.is_none() => collect(items, Some(item), all, wrong),
            ItemKind::Mod(Some(items)) => {
                let mut inner = Vec::new();
                collect(items, Some(item), &mut inner, wrong);
                if !inner.is_empty() {
                    wrong.push(Problem::new(
                        item.name.span,
                        "tests stand at most in one module, not in one within another",
                    ));
                }
            }
            _ => {}
        }
    }
}

fn is_cfg_test(attr: &Attr) -> bool {
    let is_test = |kind: &TokenKind| matches!(kind, TokenKind::Ident { name, .. } if name == "test");
    attr.path == "cfg" && matches!(attr.tokens.as_slice(), [token] if is_test(&token.kind))
}

/// The message of `#[should_panic(expected = "…")]`; empty if there is none.
fn expected_message(attr: &Attr) -> String {
    if attr.input == AttrInput::Word {
        return String::new();
    }
    let literal = attr.tokens.iter().find_map(|token| match &token.kind {
        TokenKind::Literal { text, .. } => Some(text),
        _ => None,
    });
    let Some(literal) = literal else { return String::new() };
    let (file, _) = parse(&format!("const EXPECTED: &str = {literal};"));
    let value = file.items.first().and_then(|item| match &item.kind {
        ItemKind::Const(_, Some(value)) => Some(&value.kind),
        _ => None,
    });
    match value {
        Some(stair::syntax::ast::ExprKind::Lit(Lit::Str(text))) => text.to_string(),
        _ => String::new(),
    }
}

/// The learner's text as a program of its own: with a `main` that does nothing if it has none and may do without.
pub(crate) fn alone(text: &str, may_lack_main: bool) -> String {
    let (file, _) = parse(text);
    if may_lack_main && main_of(&file).is_none() { format!("{text}\nfn main() {{}}\n") } else { text.to_owned() }
}

/// Whether a text has a `main` of its own.
pub(crate) fn has_main(text: &str) -> bool {
    main_of(&parse(text).0).is_some()
}

fn main_of(file: &File) -> Option<&Item> {
    file.items.iter().find(|item| matches!(item.kind, ItemKind::Fn(_)) && item.name.name == "main")
}

/// A program that runs one test.
///
/// # Errors
/// In words, if no name is left to give to the learner's `main`.
pub(crate) fn with_test(learner: &str, block: &Block, test: &Test) -> Result<Composed, String> {
    let tests = block.code.text();
    let mut text = rename_main(learner, tests)?;
    let own = text.len();
    let mut rest = Fragment::default();
    let module = match &test.module {
        Some(module) => {
            rest.insert("\n");
            append(&mut rest, tests, test);
            module.clone()
        }
        None => {
            let module = free_name("tests", &[learner, tests]).ok_or("no name is left for the module of the tests")?;
            rest.insert(&format!("\nmod {module} {{ use super::*;\n"));
            append(&mut rest, tests, test);
            rest.insert("\n}");
            module
        }
    };
    let call = format!("{module}::{}()", test.name);
    let passes_with = code_of(learner);
    let exit = "std::process::exit";
    rest.insert(&match test.returns {
        false => format!("\nfn main() {{ {call}; {exit}({passes_with}) }}\n"),
        // What a test that returns an error comes to in cargo's harness.
        true => {
            let failed = format!("eprintln!(\"Error: {{error:?}}\"); {exit}(1)");
            format!("\nfn main() {{ if let Err(error) = {call} {{ {failed} }} {exit}({passes_with}) }}\n")
        }
    });
    text.push_str(rest.text());
    Ok(Composed { text, own, rest, passes_with })
}

/// An exit code that a program would not end with by itself: one of 30 to 93, by the text.
fn code_of(text: &str) -> i32 {
    let hash = stair::bytecode::program::hash_source(text);
    30 + i32::try_from(hash % 64).unwrap_or(0)
}

/// The name of a macro of std's with which tests fail that a program has defined for itself.
pub(crate) fn redefined(text: &str) -> Option<&'static str> {
    const MACROS: [&str; 7] = ["assert", "assert_eq", "assert_ne", "debug_assert", "panic", "matches", "unreachable"];
    let (file, _) = parse(text);
    let defines = |name: &str| {
        let is_it = |item: &Item| matches!(item.kind, ItemKind::MacroRules(_)) && item.name.name == name;
        file.items
            .iter()
            .any(|item| is_it(item) || matches!(&item.kind, ItemKind::Mod(Some(inner)) if inner.iter().any(is_it)))
    };
    MACROS.into_iter().find(|name| defines(name))
}

/// The tests' text, the test's attributes blanked out and the test made public.
fn append(rest: &mut Fragment, tests: &str, test: &Test) {
    let mut blank = test.attributes.clone();
    blank.sort();
    let mut at = 0;
    for span in blank {
        let (lo, hi) = (span.lo as usize, span.hi as usize);
        rest.push(&tests[at..lo], at);
        let spaces: String = tests[lo..hi].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        rest.insert(&spaces);
        at = hi;
    }
    let start = test.span.lo as usize;
    rest.push(&tests[at..start], at);
    if !test.is_public {
        rest.insert("pub ");
    }
    rest.push(&tests[start..], start);
}

/// A name that occurs in none of the texts: the wanted one, or that with a number.
fn free_name(wanted: &str, texts: &[&str]) -> Option<String> {
    let numbered = (2..1000).map(|number| format!("{wanted}{number}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|name| texts.iter().all(|text| !text.contains(name.as_str())))
}

/// The text with another name of four letters for its `main`, where that is declared and where it is called.
fn rename_main(text: &str, tests: &str) -> Result<String, String> {
    let (file, _) = parse(text);
    let Some(main) = main_of(&file) else { return Ok(text.to_owned()) };
    let names = ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!("m{a}{b}_")));
    let free = names.into_iter().find(|name| !text.contains(name.as_str()) && !tests.contains(name.as_str()));
    let free = free.ok_or("no name is left for the program's own `main`")?;
    let tokens = stair::syntax::lex(FileId::USER, text).tokens;
    let mut renamed = text.to_owned();
    for (index, token) in tokens.iter().enumerate() {
        let is_name = matches!(&token.kind, TokenKind::Ident { name, raw: false } if name == "main");
        if is_name && (token.span == main.name.span || is_call(text, &tokens, index)) {
            renamed.replace_range(token.span.lo as usize..token.span.hi as usize, &free);
        }
    }
    Ok(renamed)
}

/// The text with another name for its `main`, so that another can follow.
///
/// # Errors
/// In words, if no name is left.
pub(crate) fn renamed(text: &str) -> Result<String, String> {
    rename_main(text, "")
}

/// Whether the name at a place is called as the function of the program's root: `main()`, `crate::main()`.
fn is_call(text: &str, tokens: &[stair::syntax::token::Token], index: usize) -> bool {
    let spelt = |index: Option<usize>| {
        let span = index.and_then(|index| tokens.get(index)).map_or(Span::default(), |token| token.span);
        text.get(span.lo as usize..span.hi as usize).unwrap_or("")
    };
    let is_root = match spelt(index.checked_sub(1)) {
        "." | "fn" => false,
        "::" => spelt(index.checked_sub(2)) == "crate",
        _ => true,
    };
    is_root && spelt(Some(index + 1)) == "("
}

#[cfg(test)]
mod tests {
    use super::{alone, tests, with_test};
    use crate::Fragment;
    use crate::exercise::Block;
    use expect_test::{Expect, expect};

    const LEARNER: &str = "use std::fmt;\nfn twice(n: u32) -> u32 { n * 2 }\nfn main() { if false { main() } }\n";

    fn block(text: &str) -> Block {
        let mut code = Fragment::default();
        code.push(text, 100);
        Block { name: String::new(), code, at: 0..0 }
    }

    fn check(learner: &str, text: &str, which: &str, expected: &Expect) {
        let block = block(text);
        let all = tests(text).expect("tests");
        let test = all.iter().find(|test| test.name == which).expect("the test");
        let composed = with_test(learner, &block, test).expect("composes");
        assert_eq!(composed.own, learner.len(), "the learner's text keeps its length");
        // What is blanked out leaves blanks at the ends of lines.
        let lines: String = composed.text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        expected.assert_eq(&lines);
    }

    #[test]
    fn tests_stand_behind_the_learners_text() {
        let text = "#[test]\nfn doubles() { assert_eq!(twice(2), 4); }\n#[test]\n#[should_panic(expected = \"over\\\"flow\")]\n#[allow(unused)]\nfn overflows() { twice(u32::MAX); }\n";
        check(
            LEARNER,
            text,
            "overflows",
            &expect![[r#"
                use std::fmt;
                fn twice(n: u32) -> u32 { n * 2 }
                fn maa_() { if false { maa_() } }

                mod tests { use super::*;
                #[test]
                fn doubles() { assert_eq!(twice(2), 4); }


                #[allow(unused)]
                pub fn overflows() { twice(u32::MAX); }

                }
                fn main() { tests::overflows(); std::process::exit(63) }
            "#]],
        );
        let all = tests(text).expect("tests");
        assert_eq!(all[1].should_panic.as_deref(), Some("over\"flow"));
    }

    #[test]
    fn a_module_of_tests_is_taken_as_it_is() {
        check(
            "fn maa_() {}\nfn tests() {}",
            "#[cfg(test)]\nmod checks {\n    use super::*;\n    #[test]\n    fn works() -> Result<(), String> { Ok(()) }\n}",
            "works",
            &expect![[r#"
                fn maa_() {}
                fn tests() {}
            
                mod checks {
                    use super::*;
           
                    pub fn works() -> Result<(), String> { Ok(()) }
                }
                fn main() { if let Err(error) = checks::works() { eprintln!("Error: {error:?}"); std::process::exit(1) } std::process::exit(64) }
            "#]],
        );
    }

    #[test]
    fn what_cannot_be_a_list_of_tests_is_said() {
        let wrong = |text: &str| {
            let problems = tests(text).expect_err("a problem");
            problems.into_iter().map(|p| p.message).collect::<Vec<_>>().join("; ")
        };
        assert_eq!(wrong("fn f() {}"), "there is no test here");
        assert_eq!(wrong("#[test] fn f() {} #[test] fn f() {}"), "there are two tests `f`");
        assert_eq!(wrong("#[test] fn f(n: u8) {}"), "a test has no parameters");
        assert_eq!(wrong("#[test] #[ignore] fn f() {}"), "a test of an exercise is not ignored");
        assert_eq!(
            wrong("mod a { mod b { #[test] fn f() {} } }"),
            "tests stand at most in one module, not in one within another"
        );
    }

    #[test]
    fn a_text_without_main_can_be_a_program() {
        assert_eq!(alone("fn f() {}", true), "fn f() {}\nfn main() {}\n");
        assert_eq!(alone("fn f() {}", false), "fn f() {}");
        assert_eq!(alone("fn main() {}", true), "fn main() {}");
    }
}
