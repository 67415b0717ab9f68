//! How diagnostics look.

use expect_test::{Expect, expect};
use stair_source::{Code, Diagnostic, FileId, SourceFile, SourceMap, Span, Suggestion, render};

const TEXT: &str = "fn main() {\n    let text = 1\n    println!(\"{}\", text);\n}\n";

fn sources() -> SourceMap {
    let mut map = SourceMap::default();
    map.add(SourceFile::new("main.rs", TEXT));
    map.add(SourceFile::new("library/fmt.rs", "pub trait Display {\n    fn fmt(&self);\n}\n"));
    map
}

/// The place of `needle` in the user's text.
fn at(needle: &str) -> Span {
    let lo = TEXT.find(needle).expect("the text has it") as u32;
    Span::new(FileId::USER, lo, lo + needle.len() as u32)
}

fn check(diagnostic: Diagnostic, expect: Expect) {
    expect.assert_eq(&render(&[diagnostic], &sources(), false));
}

#[test]
fn code_labels_notes_and_help() {
    check(
        Diagnostic::new(Code::E0586, at("println"), "inclusive range with no end")
            .primary("here")
            .label(at("text"), "because of this")
            .note("a note")
            .help("some advice"),
        expect![[r#"
            error[E0586]: inclusive range with no end
             --> main.rs:3:5
              |
            2 |     let text = 1
              |         ---- because of this
            3 |     println!("{}", text);
              |     ^^^^^^^ here
              |
              = note: a note
              = help: some advice

        "#]],
    );
}

#[test]
fn suggestions_are_diffs() {
    let place = at("= 1").shrink_to_hi();
    check(
        Diagnostic::new(Code::Syntax, place, "expected `;`, found `println`")
            .label(at("println"), "unexpected token")
            .suggest("add `;` here", place, ";"),
        expect![[r#"
            error: expected `;`, found `println`
             --> main.rs:2:17
              |
            2 |     let text = 1
              |                 ^
            3 |     println!("{}", text);
              |     ------- unexpected token
              |
            help: add `;` here
              |
            2 |     let text = 1;
              |                 +

        "#]],
    );
    let mut two_edits = Diagnostic::new(Code::Syntax, at("text"), "two edits");
    let edits = vec![(at("let"), "const".into()), (at("text"), "TEXT: i32".into())];
    two_edits.suggestions.push(Suggestion { message: "write a constant".into(), edits });
    check(
        two_edits,
        expect![[r#"
        error: two edits
         --> main.rs:2:9
          |
        2 |     let text = 1
          |         ^^^^
          |
        help: write a constant
          |
        2 -     let text = 1
        2 +     const TEXT: i32 = 1
          |

    "#]],
    );
}

#[test]
fn labels_in_other_files() {
    check(
        Diagnostic::new(Code::Syntax, at("text"), "a message").label(Span::new(FileId(1), 24, 38), "declared here"),
        expect![[r#"
            error: a message
             --> main.rs:2:9
              |
            2 |     let text = 1
              |         ^^^^
              |
             ::: library/fmt.rs:2:5
              |
            2 |     fn fmt(&self);
              |     -------------- declared here

        "#]],
    );
}

#[test]
fn the_end_of_the_file_and_spans_that_fit_nowhere() {
    let end = Span::new(FileId::USER, TEXT.len() as u32, TEXT.len() as u32);
    check(
        Diagnostic::new(Code::Syntax, end, "too short"),
        expect![[r#"
            error: too short
             --> main.rs:4:1
              |
            4 |
              | ^

        "#]],
    );
    let beyond = Span::new(FileId::USER, 4_000, 5_000);
    check(
        Diagnostic::new(Code::Syntax, beyond, "beyond"),
        expect![[r#"
            error: beyond
             --> main.rs:4:1
              |
            4 |
              | ^

        "#]],
    );
}

#[test]
fn colours_are_only_there_when_asked_for() {
    let error = [Diagnostic::new(Code::Syntax, at("text"), "a message")];
    assert!(render(&error, &sources(), true).contains("\u{1b}["));
    assert!(!render(&error, &sources(), false).contains("\u{1b}["));
}

#[test]
fn many_errors_are_counted() {
    let errors = vec![Diagnostic::new(Code::Syntax, at("text"), "a message"); 203];
    assert!(render(&errors, &sources(), false).ends_with("error: 3 more errors are not shown\n\n"));
}
