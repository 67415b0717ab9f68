//! Tokens: data only.

#![allow(missing_docs, reason = "a variant's comment says what its fields mean; every item has its own")]

use smol_str::SmolStr;
use stair_source::Span;

/// One token. Punctuation is glued (`>>=` is one token); the parser splits it where the grammar needs the parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// An identifier or keyword; `raw` for `r#name`, which is never a keyword. `_` is an identifier token too.
    Ident { name: SmolStr, raw: bool },
    /// `'a`, with its quote.
    Lifetime(SmolStr),
    /// A literal: what kind, its text without the suffix, and the suffix (empty if none).
    Literal { kind: LitKind, text: SmolStr, suffix: SmolStr },
    /// Punctuation: one of the strings of the table in `lexer.rs`.
    Punct(&'static str),
    /// An opening delimiter.
    Open(Delim),
    /// A closing delimiter.
    Close(Delim),
    /// A doc comment.
    Doc { inner: bool, text: SmolStr },
    /// A character that starts no token; reported.
    Unknown(char),
    /// The end of the text.
    Eof,
}

/// The kinds of literal, before their value is known. `true` and `false` are identifiers here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LitKind {
    /// `12`, `0xff`.
    Int,
    /// `1.5`, `1e9`.
    Float,
    /// `'c'`
    Char,
    /// `b'c'`
    Byte,
    /// `"…"`
    Str,
    /// `r#"…"#`
    RawStr,
    /// `b"…"`
    ByteStr,
    /// `br"…"`
    RawByteStr,
    /// `c"…"`, `cr"…"`
    CStr,
}

/// Delimiters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Delim {
    /// `( )`
    Paren,
    /// `[ ]`
    Bracket,
    /// `{ }`
    Brace,
}
