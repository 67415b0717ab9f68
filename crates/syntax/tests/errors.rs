//! What the parser says about texts that are no Rust, and that it goes on behind an error.

use expect_test::{Expect, expect};
use stair_source::{FileId, SourceFile};
use stair_syntax::{NodeIds, parse_file};

fn check(text: &str, expect: Expect) {
    let (file, mut errors) = parse_file(FileId::USER, text, &mut NodeIds::default());
    errors.extend(file.literal_errors);
    errors.sort_by_key(|error| error.span().lo);
    let file = SourceFile::new("main.rs", text);
    let mut out = String::new();
    for error in errors {
        let at = file.line_col(error.span().lo);
        out += &format!("{}:{}: {}\n", at.line, at.col, error.message);
        for suggestion in error.suggestions {
            let edits: Vec<_> = suggestion.edits.iter().map(|(_, text)| text.as_str()).collect();
            out += &format!("  {}: {}\n", suggestion.message, edits.join(" … "));
        }
    }
    expect.assert_eq(&out);
}

/// Statements in a function.
fn body(statements: &str, expect: Expect) {
    check(&format!("fn main() {{\n{statements}\n}}"), expect);
}

#[test]
fn several_errors_in_one_run() {
    body(
        "let x = 1\nprintln!();\nlet y = 2 3;\nfoo(1 2, );\nlet = 5;\nlet z: = 4;\nlet w = 1 +;\nmatch x { 1 => 2 3 => 4 }\nx.;\n[1; ];",
        expect![[r#"
            2:10: expected `;`, found `println`
              add `;` here: ;
            4:11: expected one of `.`, `;`, `?`, `else`, or an operator, found `3`
            5:7: expected one of `)`, `,`, `.`, `?`, or an operator, found `2`
              missing `,`: ,
            6:5: expected pattern, found `=`
            7:8: expected type, found `=`
            8:12: expected expression, found `;`
            9:17: expected `,` following `match` arm
              missing a comma here to end this `match` arm: ,
            10:3: unexpected token: `;`
            11:5: expected expression, found `]`
        "#]],
    );
}

#[test]
fn items() {
    check(
        "fn f(a b: i32) {}\nstruct S { a: u8 b: u8 }\nlet x = 1;\nfn g() {};\npub h() {}\nconst A = 1;\nenum E { 1 }\nimpl S { x }\nfn k();\nfn l(self) {}\nfoo bar\nfn m() -> {}",
        expect![[r#"
            1:8: expected one of `:`, `@`, or `|`, found `b`
            2:18: expected one of `,`, `::`, or `}`, found `b`
              missing `,`: ,
            3:1: expected item, found keyword `let`
            4:10: expected item, found `;`
              remove this semicolon: 
            5:5: missing `fn` for function definition
              add `fn` here to parse `h` as a function: fn 
            6:8: missing type for `const` item
              provide a type for the item: : <type>
            7:10: expected one of `}` or identifier, found `1`
            8:12: expected one of `!` or `::`, found `}`
            9:1: free function without a body
              provide a definition for the function:  { <body> }
            10:6: `self` parameter is only allowed in associated functions
            11:5: expected one of `!` or `::`, found `bar`
            12:11: expected type, found `{`
        "#]],
    );
}

#[test]
fn operators() {
    body(
        "a < b < c;\nVec<u8>::new();\na === b;\na <> b;\nx as usize < y;\n+1;\n~1;\na <- 1;\n1..=;\nx++;\n1...2;",
        expect![[r#"
            2:3: comparison operators cannot be chained
              split the comparison into two:  && b
            3:4: comparison operators cannot be chained
              use `::<...>` instead of `<...>` to specify lifetime, type, or const arguments: ::
            4:3: invalid comparison operator `===`
              `===` is not a valid comparison operator, use `==`: ==
            5:3: invalid comparison operator `<>`
              `<>` is not a valid comparison operator, use `!=`: !=
            6:12: `<` is interpreted as a start of generic arguments for `usize`, not a comparison
            7:1: leading `+` is not supported
              try removing the `+`: 
            8:1: `~` cannot be used as a unary operator
              use `!` to perform bitwise not: !
            9:3: unexpected token: `<-`
              if you meant to write a comparison against a negative value, add a space between `<` and `-`: < -
            10:2: inclusive range with no end
              use `..` instead: ..
            11:2: Rust has no postfix increment operator
              use `+= 1` instead:  += 1
            12:2: unexpected token: `...`
              use `..` for an exclusive range: ..
              or `..=` for an inclusive range: ..=
        "#]],
    );
}

#[test]
fn control_flow() {
    body(
        "if { 1 }\nif x == S { a: 1 } {}\nlet y = (let z = 1);\nfor x 0..3 {}\nmatch x { 1 = 2, a -> 3, _ => 4; }\n'a: x;\nif x foo();\nwhile { }\nreturn 1 2;",
        expect![[r#"
            2:3: missing condition for `if` expression
            3:9: struct literals are not allowed here
            4:10: expected expression, found `let` statement
            5:6: missing `in` in `for` loop
              try adding `in` here:  in
            6:13: expected `=>`, found `=`
              use a fat arrow to start a match arm: =>
            6:20: expected `=>`, found `->`
              use a fat arrow to start a match arm: =>
            6:32: `match` arm body without braces
              replace `;` with `,` to end the `match` arm expression: ,
            7:5: expected `while`, `for`, `loop` or `{` after a label
            8:6: expected `{`, found `foo`
            10:1: expected `{`, found keyword `return`
            10:10: expected one of `.`, `;`, `?`, `}`, or an operator, found `2`
        "#]],
    );
}

#[test]
fn keywords_as_names() {
    body(
        "let fn = 1;\nlet match: u8 = 2;\nlet gen = 3;\nx.type;\nlet mut self = 1;",
        expect![[r#"
        2:5: expected pattern, found keyword `fn`
        3:5: expected pattern, found keyword `match`
        4:5: expected pattern, found reserved keyword `gen`
        5:3: unexpected token: keyword `type`
        6:9: expected identifier, found keyword `self`
    "#]],
    );
    check(
        "fn match() {}\nstruct S { type: u8 }",
        expect![[r#"
        1:4: expected identifier, found keyword `match`
          escape `match` to use it as an identifier: r#
        2:12: expected identifier, found keyword `type`
          escape `type` to use it as an identifier: r#
    "#]],
    );
}

#[test]
fn numbers_and_suffixes() {
    body(
        "1x; 1u7; 1.5u8; \"a\"b; 340282366920938463463374607431768211456; 0b1f32; t.0u8; t.1e3;",
        expect![[r#"
            2:1: invalid suffix `x` for number literal
            2:5: invalid width `7` for integer literal
            2:10: invalid suffix `u8` for float literal
            2:17: suffixes on string literals are invalid
            2:23: integer literal is too large
            2:64: binary float literal is not supported
            2:75: suffixes on a tuple index are invalid
            2:81: unexpected token: `1e3`
        "#]],
    );
}

#[test]
fn patterns_and_attributes() {
    body(
        "match x { 0...9 => 1, a || b => 2, S { .., a } => 3, mut (c, d) => 4 }\n/// nothing\n",
        expect![[r#"
            2:12: `...` range patterns are not allowed
              use `..=` for an inclusive range: ..=
            2:25: unexpected token `||` in pattern
              use a single `|` to separate multiple alternative patterns: |
            2:40: expected `}`, found `,`
            2:54: `mut` must be attached to each individual binding
            3:1: found a documentation comment that doesn't document anything
        "#]],
    );
}

#[test]
fn unmatched_delimiters_are_reported_alone() {
    check(
        "fn main() {\n    foo(1, 2;\n    let x = ;\n}\n",
        expect![[r#"
            2:8: mismatched closing delimiter: `}`
        "#]],
    );
    check(
        "fn main() {\n    if x {\n}\n",
        expect![[r#"
            3:2: this file contains an unclosed delimiter
        "#]],
    );
}
