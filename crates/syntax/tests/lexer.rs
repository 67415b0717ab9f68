//! Tokens and pieces of small texts.

use expect_test::{Expect, expect};
use stair_source::FileId;
use stair_syntax::{lex, spelling};

/// Every token as it is written, every piece's class, every error.
fn check(text: &str, expect: Expect) {
    let lexed = lex(FileId::USER, text);
    let tokens: Vec<_> = lexed.tokens.iter().map(|t| spelling(&t.kind).to_string()).collect();
    let mut out = format!("{}\n", tokens.join(" ").trim_end());
    let covered: String = lexed.pieces.iter().map(|p| &text[p.span.lo as usize..p.span.hi as usize]).collect();
    assert_eq!(covered, text, "the pieces cover the text");
    for piece in lexed.pieces.iter().filter(|p| p.class.as_str() != "whitespace") {
        out += &format!("{}: {:?}\n", piece.class.as_str(), &text[piece.span.lo as usize..piece.span.hi as usize]);
    }
    for error in lexed.diagnostics {
        out += &format!("error[{}] {}..{}: {}\n", error.code, error.span().lo, error.span().hi, error.message);
    }
    expect.assert_eq(&out);
}

/// The errors alone.
fn errors(text: &str, expect: Expect) {
    let mut out = String::new();
    for error in lex(FileId::USER, text).diagnostics {
        let span = error.span();
        let at = &text[span.lo as usize..span.hi as usize];
        out += &format!("{}: {} at {at:?} {}\n", error.code, error.message, error.labels[0].text);
    }
    expect.assert_eq(&out);
}

#[test]
fn punctuation_is_glued() {
    check(
        "a<<=b>>=c...d..=e->f=>g::h<-i&&j||k!=l#$~?@",
        expect![[r##"
            a <<= b >>= c ... d ..= e -> f => g :: h <- i && j || k != l # $ ~ ? @
            identifier: "a"
            punctuation: "<<="
            identifier: "b"
            punctuation: ">>="
            identifier: "c"
            punctuation: "..."
            identifier: "d"
            punctuation: "..="
            identifier: "e"
            punctuation: "->"
            identifier: "f"
            punctuation: "=>"
            identifier: "g"
            punctuation: "::"
            identifier: "h"
            punctuation: "<-"
            identifier: "i"
            punctuation: "&&"
            identifier: "j"
            punctuation: "||"
            identifier: "k"
            punctuation: "!="
            identifier: "l"
            punctuation: "#"
            punctuation: "$"
            punctuation: "~"
            punctuation: "?"
            punctuation: "@"
            error[syntax] 37..38: prefix `l` is unknown
        "##]],
    );
}

#[test]
fn words_comments_and_literals() {
    check(
        "/// doc\n//! in\nfn r#fn 'a 'x' b'y' \"s\" r#\"t\"# b\"u\" c\"v\" 1_0u8 1.5e3 0xff 1..2 /* /* */ */ 'r#b",
        expect![[r##"
            /// doc //! in fn r#fn 'a 'x' b'y' "s" r#"t"# b"u" c"v" 1_0u8 1.5e3 0xff 1 .. 2 'b
            doc comment: "/// doc"
            doc comment: "//! in"
            keyword: "fn"
            identifier: "r#fn"
            lifetime: "'a"
            character literal: "'x'"
            byte literal: "b'y'"
            string literal: "\"s\""
            raw string literal: "r#\"t\"#"
            byte string literal: "b\"u\""
            C string literal: "c\"v\""
            integer literal: "1_0u8"
            float literal: "1.5e3"
            integer literal: "0xff"
            integer literal: "1"
            punctuation: ".."
            integer literal: "2"
            comment: "/* /* */ */"
            lifetime: "'r#b"
        "##]],
    );
}

#[test]
fn delimiters_are_mended() {
    check(
        "( [ }",
        expect![[r#"
            ( [ ] )
            delimiter: "("
            delimiter: "["
            delimiter: "}"
            error[syntax] 2..3: mismatched closing delimiter: `}`
            error[syntax] 5..5: this file contains an unclosed delimiter
        "#]],
    );
    check(
        "{ ( } )",
        expect![[r#"
            { ( ) }
            delimiter: "{"
            delimiter: "("
            delimiter: "}"
            delimiter: ")"
            error[syntax] 2..3: mismatched closing delimiter: `}`
            error[syntax] 6..7: unexpected closing delimiter: `)`
        "#]],
    );
}

#[test]
fn literals_without_end() {
    errors(
        "\"abc",
        expect![[r#"
        E0765: unterminated double quote string at "\"abc" 
    "#]],
    );
    errors(
        "b\"abc",
        expect![[r#"
            E0766: unterminated double quote byte string at "\"abc" 
        "#]],
    );
    errors(
        "'\\",
        expect![[r#"
        E0762: unterminated character literal at "'\\" 
    "#]],
    );
    errors(
        "b'a",
        expect![[r#"
        E0763: unterminated byte constant at "b'a" 
    "#]],
    );
    errors(
        "r##\"a\"#",
        expect![[r##"
        E0748: unterminated raw string at "r##\"a\"#" 
    "##]],
    );
    errors(
        "/* /* */",
        expect![[r#"
        E0758: unterminated block comment at "/* /* */" 
    "#]],
    );
    errors(
        "0x 1e+ 0b12 0x1.0",
        expect![[r#"
        E0768: no valid digits found for number at "0x" 
        syntax: expected at least one digit in exponent at "1e+" 
        syntax: invalid digit for a base 2 literal at "2" 
        syntax: hexadecimal float literal is not supported at "0x1.0" 
    "#]],
    );
}

#[test]
fn escapes() {
    errors(
        r#" '' 'ab' '\q' "\xff" b"\xff" "\u{110000}" "\u{d800}" "\u{}" "\u41" "\u{_1}" "\u{1234567}" '\x4' "\xg1" "#,
        expect![[r#"
            syntax: empty character literal at "" empty character literal
            syntax: character literal may only contain one codepoint at "'ab'" 
            syntax: unknown character escape: `q` at "q" unknown character escape
            syntax: out of range hex escape at "\\xff" must be a character in the range [\x00-\x7f]
            syntax: invalid unicode character escape at "\\u{110000}" must be at most 10FFFF
            syntax: invalid unicode character escape at "\\u{d800}" must not be a surrogate
            syntax: empty unicode escape at "\\u{}" this escape must have at least 1 hex digit
            syntax: incorrect unicode escape sequence at "\\u" incorrect unicode escape sequence
            syntax: invalid start of unicode escape: `_` at "_" invalid start of unicode escape
            syntax: overlong unicode escape at "\\u{1234567}" must have at most 6 hex digits
            syntax: numeric character escape is too short at "\\x4" 
            syntax: invalid character in numeric character escape: `g` at "g" invalid character in numeric character escape
        "#]],
    );
    errors(
        "b'é' b\"é\" '\t' \"a\rb\" “x”",
        expect![[r#"
        syntax: non-ASCII character in byte literal at "é" must be ASCII
        syntax: non-ASCII character in byte string literal at "é" must be ASCII
        syntax: character constant must be escaped: `\t` at "\t" 
        syntax: bare CR not allowed in string, use `\r` instead at "\r" 
        syntax: unknown start of token: “ at "“" 
        syntax: unknown start of token: ” at "”" 
    "#]],
    );
}

#[test]
fn reserved_prefixes() {
    errors(
        "k#fn foo\"x\" #\"y\"# ## 'foo#",
        expect![[r###"
        syntax: prefix `k#fn` is unknown at "k#fn" unknown prefix
        syntax: prefix `foo` is unknown at "foo" unknown prefix
        syntax: invalid unprefixed guarded string literal at "#\"" 
        syntax: reserved multi-hash token is forbidden at "##" 
        syntax: prefix `'foo` is unknown at "'foo" unknown prefix
    "###]],
    );
}
