//! Tokens: data only.

#![allow(missing_docs, reason = "a variant's comment says what its fields mean; every item has its own")]

use smol_str::SmolStr;
use stair_source::Span;
use std::rc::Rc;

/// Which macro expansion made a name; [`SyntaxContext::ROOT`] for what stands in the text itself. Variables and labels are
/// the same only if their contexts are (hygiene). The contexts of a program are listed by the expander.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct SyntaxContext(pub u32);

impl SyntaxContext {
    /// No macro made it.
    pub const ROOT: Self = Self(0);
}

/// One token. Punctuation is glued (`>>=` is one token); the parser splits it where the grammar needs the parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is written; what a macro's definition contributes is taken to be at the outermost call.
    pub span: Span,
    /// Whether the next token follows without white space or comment.
    pub joint: bool,
    /// Which expansion made it.
    pub ctxt: SyntaxContext,
}

impl Token {
    /// A token that no macro made, with white space behind it.
    #[must_use]
    pub fn new(kind: TokenKind, span: Span) -> Self {
        Self { kind, span, joint: false, ctxt: SyntaxContext::ROOT }
    }
}

/// What a macro's call gave for `$name:specifier`: tokens that are parsed as one whole wherever they stand.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// As what it was matched.
    pub specifier: Specifier,
    /// What it is made of.
    pub tokens: Vec<Token>,
    /// How many tokens that is, with those within the fragments among them.
    pub weight: usize,
}

impl PartialEq for Fragment {
    /// A fragment is never equal to another: a macro cannot look into it.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Fragment {}

/// The fragment specifiers of `macro_rules!`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Specifier {
    /// `$x:block`
    Block,
    /// `$x:expr`
    Expr,
    /// `$x:expr_2021`
    Expr2021,
    /// `$x:ident`
    Ident,
    /// `$x:item`
    Item,
    /// `$x:lifetime`
    Lifetime,
    /// `$x:literal`
    Literal,
    /// `$x:meta`
    Meta,
    /// `$x:pat`
    Pat,
    /// `$x:pat_param`
    PatParam,
    /// `$x:path`
    Path,
    /// `$x:stmt`
    Stmt,
    /// `$x:tt`
    Tt,
    /// `$x:ty`
    Ty,
    /// `$x:vis`
    Vis,
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
    /// A piece of a macro's call that was matched as one whole. No text has such a token.
    Fragment(Rc<Fragment>),
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
