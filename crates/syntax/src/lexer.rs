//! From text to tokens: `rustc_lexer`'s raw tokens, glued, validated and balanced.
//!
//! Lexing never fails. Whatever is wrong becomes a diagnostic, and the tokens that come out are always balanced:
//! missing closing delimiters are supplied and stray ones left out, so that the parser can skip whole groups.

use crate::delimiters::balance;
use crate::literal;
use crate::token::{Delim, LitKind, Token, TokenKind};
use ra_ap_rustc_lexer as raw;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, FileId, Label, MAX_FILE_BYTES, Span};

/// What the lexer makes of one text.
#[derive(Clone, Debug)]
pub struct Lexed {
    /// What the parser reads: no white space, no comments but doc comments; the last is [`TokenKind::Eof`].
    pub tokens: Vec<Token>,
    /// Every character of the text, in order, white space and comments included.
    pub pieces: Vec<Piece>,
    /// What is wrong with the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether every delimiter matched. If not, `tokens` was mended.
    pub balanced: bool,
}

/// A stretch of text and what it is, for views of the token sequence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// What it is.
    pub class: PieceClass,
    /// Where it is.
    pub span: Span,
}

/// The classes of [`Piece`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PieceClass {
    /// Blanks and line ends.
    Whitespace,
    /// A comment that documents nothing.
    Comment,
    /// `///`, `//!` and their block forms.
    DocComment,
    /// A keyword.
    Keyword,
    /// An identifier.
    Identifier,
    /// `'a`.
    Lifetime,
    /// A literal.
    Literal(LitKind),
    /// Punctuation.
    Punctuation,
    /// A parenthesis, bracket or brace.
    Delimiter,
    /// A character that starts no token.
    Unknown,
}

impl PieceClass {
    /// The name in dumps: `keyword`, `integer literal`, ….
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Whitespace => "whitespace",
            Self::Comment => "comment",
            Self::DocComment => "doc comment",
            Self::Keyword => "keyword",
            Self::Identifier => "identifier",
            Self::Lifetime => "lifetime",
            Self::Literal(kind) => kind.as_str(),
            Self::Punctuation => "punctuation",
            Self::Delimiter => "delimiter",
            Self::Unknown => "unknown",
        }
    }
}

impl LitKind {
    /// What a literal of this kind is called.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Int => "integer literal",
            Self::Float => "float literal",
            Self::Char => "character literal",
            Self::Byte => "byte literal",
            Self::Str => "string literal",
            Self::RawStr => "raw string literal",
            Self::ByteStr => "byte string literal",
            Self::RawByteStr => "raw byte string literal",
            Self::CStr => "C string literal",
        }
    }
}

/// Punctuation of more than one character, longest first: the first that fits is taken.
const GLUED: &[&str] = &[
    "<<=", ">>=", "...", "..=", "<=", "==", "!=", ">=", "&&", "||", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "^=",
    "&=", "|=", "..", "::", "->", "<-", "=>",
];

/// Punctuation of one character.
const SINGLE: &[&str] =
    &["=", "<", ">", "!", "~", "+", "-", "*", "/", "%", "^", "&", "|", "@", ".", ",", ";", ":", "#", "$", "?"];

/// The punctuation token spelled `text`, if there is one.
pub(crate) fn punctuation(text: &str) -> Option<&'static str> {
    GLUED.iter().chain(SINGLE).copied().find(|&p| p == text)
}

/// Keywords that can never be identifiers.
const KEYWORDS: &[&str] = &[
    "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static", "struct", "super",
    "trait", "true", "type", "unsafe", "use", "where", "while", "async", "await", "dyn",
];

/// Keywords that the language keeps for later.
const RESERVED: &[&str] = &[
    "abstract", "become", "box", "do", "final", "gen", "macro", "override", "priv", "try", "typeof", "unsized",
    "virtual", "yield",
];

/// Whether `name` is a keyword, and so no identifier unless written `r#name`.
#[must_use]
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Whether `name` is a keyword without meaning yet.
#[must_use]
pub fn is_reserved_keyword(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// Split `text` into tokens. A text over [`MAX_FILE_BYTES`] is reported and taken as empty.
#[must_use]
pub fn lex(file: FileId, text: &str) -> Lexed {
    let mut out =
        Lexer { file, text, tokens: Vec::new(), pieces: Vec::new(), diagnostics: Vec::new(), cut_short: false };
    if text.len() > MAX_FILE_BYTES {
        let span = Span::new(file, 0, 0);
        let message = format!("this file is longer than {} MiB", MAX_FILE_BYTES >> 20);
        out.diagnostics.push(Diagnostic::new(Code::Syntax, span, message));
        out.tokens.push(Token::new(TokenKind::Eof, span));
        return Lexed { tokens: out.tokens, pieces: out.pieces, diagnostics: out.diagnostics, balanced: false };
    }
    out.run();
    let (tokens, errors) = balance(out.tokens);
    let balanced = errors.is_empty() && !out.cut_short;
    if !out.cut_short {
        out.diagnostics.extend(errors);
    }
    Lexed { tokens, pieces: out.pieces, diagnostics: out.diagnostics, balanced }
}

struct Lexer<'a> {
    file: FileId,
    text: &'a str,
    tokens: Vec<Token>,
    pieces: Vec<Piece>,
    diagnostics: Vec<Diagnostic>,
    /// A literal or comment does not end: the rest of the text was taken for its inside.
    cut_short: bool,
}

impl Lexer<'_> {
    fn run(&mut self) {
        let mut pos = 0;
        if self.text.starts_with('\u{FEFF}') {
            pos = '\u{FEFF}'.len_utf8();
            self.pieces.push(Piece { class: PieceClass::Whitespace, span: self.span(0, pos) });
        }
        if let Some(len) = raw::strip_shebang(&self.text[pos..]) {
            self.pieces.push(Piece { class: PieceClass::Comment, span: self.span(pos, pos + len) });
            pos += len;
        }
        let mut cursor = raw::Cursor::new(&self.text[pos..], raw::FrontmatterAllowed::No);
        loop {
            let token = cursor.advance_token();
            if token.kind == raw::TokenKind::Eof {
                break;
            }
            let end = pos + token.len as usize;
            let taken = self.token(token.kind, pos, end);
            pos += taken;
            if taken != token.len as usize {
                // A glued token, or only a part of a reserved one: go on behind what was taken.
                cursor = raw::Cursor::new(&self.text[pos..], raw::FrontmatterAllowed::No);
            }
        }
        let end = self.span(self.text.len(), self.text.len());
        self.tokens.push(Token::new(TokenKind::Eof, end));
    }

    fn span(&self, lo: usize, hi: usize) -> Span {
        Span::new(self.file, lo as u32, hi as u32)
    }

    fn error(&mut self, code: Code, lo: usize, hi: usize, message: impl Into<String>) -> &mut Diagnostic {
        let span = self.span(lo, hi);
        self.diagnostics.push(Diagnostic::new(code, span, message));
        self.diagnostics.last_mut().expect("just pushed")
    }

    fn push(&mut self, class: PieceClass, kind: TokenKind, lo: usize, hi: usize) -> usize {
        let span = self.span(lo, hi);
        if let Some(before) = self.tokens.last_mut() {
            before.joint = before.span.hi == span.lo;
        }
        self.tokens.push(Token::new(kind, span));
        self.pieces.push(Piece { class, span });
        hi - lo
    }

    fn trivia(&mut self, class: PieceClass, lo: usize, hi: usize) -> usize {
        self.pieces.push(Piece { class, span: self.span(lo, hi) });
        hi - lo
    }

    /// Take the raw token at `lo..hi`, and perhaps more or less than it; returns how many bytes were taken.
    fn token(&mut self, kind: raw::TokenKind, lo: usize, hi: usize) -> usize {
        let text = &self.text[lo..hi];
        match kind {
            raw::TokenKind::Whitespace | raw::TokenKind::Frontmatter { .. } => {
                self.trivia(PieceClass::Whitespace, lo, hi)
            }
            raw::TokenKind::LineComment { doc_style } => self.comment(doc_style, true, lo, hi),
            raw::TokenKind::BlockComment { doc_style, terminated } => {
                if !terminated {
                    self.cut_short = true;
                    let doc = if doc_style.is_some() { " doc-" } else { " " };
                    self.error(Code::E0758, lo, hi, format!("unterminated block{doc}comment"));
                }
                self.comment(doc_style, terminated, lo, hi)
            }
            raw::TokenKind::Ident => self.ident(text.into(), false, lo, hi),
            raw::TokenKind::RawIdent => {
                let name = &text[2..];
                if matches!(name, "crate" | "self" | "super" | "Self" | "_") {
                    self.error(Code::Syntax, lo, hi, format!("`{name}` cannot be a raw identifier"));
                }
                self.ident(name.into(), true, lo, hi)
            }
            raw::TokenKind::InvalidIdent => {
                self.error(Code::Syntax, lo, hi, format!("identifiers cannot contain emoji: `{text}`"));
                self.ident(text.into(), false, lo, hi)
            }
            raw::TokenKind::UnknownPrefix | raw::TokenKind::ForcedKeywordIdent => {
                self.unknown_prefix(text, lo, hi);
                self.ident(text.into(), false, lo, hi)
            }
            raw::TokenKind::UnknownPrefixLifetime => {
                self.unknown_prefix(text, lo, hi);
                self.push(PieceClass::Lifetime, TokenKind::Lifetime(text.into()), lo, hi)
            }
            raw::TokenKind::Lifetime { starts_with_number } => {
                if starts_with_number {
                    self.error(Code::Syntax, lo, hi, "lifetimes cannot start with a number");
                }
                self.push(PieceClass::Lifetime, TokenKind::Lifetime(text.into()), lo, hi)
            }
            raw::TokenKind::RawLifetime => {
                let name = SmolStr::from_iter(["'", &text[3..]]);
                self.push(PieceClass::Lifetime, TokenKind::Lifetime(name), lo, hi)
            }
            raw::TokenKind::GuardedStrPrefix => {
                let message = if text.ends_with('"') {
                    "invalid unprefixed guarded string literal"
                } else {
                    "reserved multi-hash token is forbidden"
                };
                self.error(Code::Syntax, lo, hi, message)
                    .notes
                    .push("unprefixed guarded string literals are reserved for future use since Rust 2024".into());
                self.push(PieceClass::Punctuation, TokenKind::Punct("#"), lo, lo + 1)
            }
            raw::TokenKind::Literal { kind, suffix_start } => self.literal(kind, suffix_start as usize, lo, hi),
            raw::TokenKind::OpenParen => self.push(PieceClass::Delimiter, TokenKind::Open(Delim::Paren), lo, hi),
            raw::TokenKind::CloseParen => self.push(PieceClass::Delimiter, TokenKind::Close(Delim::Paren), lo, hi),
            raw::TokenKind::OpenBrace => self.push(PieceClass::Delimiter, TokenKind::Open(Delim::Brace), lo, hi),
            raw::TokenKind::CloseBrace => self.push(PieceClass::Delimiter, TokenKind::Close(Delim::Brace), lo, hi),
            raw::TokenKind::OpenBracket => self.push(PieceClass::Delimiter, TokenKind::Open(Delim::Bracket), lo, hi),
            raw::TokenKind::CloseBracket => self.push(PieceClass::Delimiter, TokenKind::Close(Delim::Bracket), lo, hi),
            raw::TokenKind::Unknown | raw::TokenKind::Eof => self.unknown(lo, hi),
            _ => self.punct(lo, hi),
        }
    }

    fn punct(&mut self, lo: usize, hi: usize) -> usize {
        let rest = &self.text[lo..];
        // `//` and `/*` begin comments, so a slash glues only with `=`; no glued token but `/=` contains one.
        match GLUED.iter().chain(SINGLE).copied().find(|p| rest.starts_with(p)) {
            Some(p) => self.push(PieceClass::Punctuation, TokenKind::Punct(p), lo, lo + p.len()),
            None => self.unknown(lo, hi),
        }
    }

    fn ident(&mut self, name: SmolStr, raw: bool, lo: usize, hi: usize) -> usize {
        let class = if !raw && (is_keyword(&name) || is_reserved_keyword(&name)) {
            PieceClass::Keyword
        } else {
            PieceClass::Identifier
        };
        self.push(class, TokenKind::Ident { name, raw }, lo, hi)
    }

    fn unknown_prefix(&mut self, text: &str, lo: usize, hi: usize) {
        let error = self.error(Code::Syntax, lo, hi, format!("prefix `{text}` is unknown"));
        error.labels[0].text = "unknown prefix".into();
        error.notes.push("prefixed identifiers and literals are reserved since Rust 2021".into());
    }

    fn unknown(&mut self, lo: usize, hi: usize) -> usize {
        let c = self.text[lo..].chars().next().unwrap_or('\0');
        // One report for a run of the same character.
        let repeated = matches!(self.tokens.last(), Some(Token { kind: TokenKind::Unknown(before), span, .. })
            if *before == c && span.hi as usize == lo);
        if !repeated {
            let shown: String = c.escape_default().collect();
            let shown = if c.is_control() || c.is_whitespace() { shown } else { c.to_string() };
            self.error(Code::Syntax, lo, hi, format!("unknown start of token: {shown}"));
            if let Some((name, ascii, ascii_name)) = confusable(c) {
                let span = self.span(lo, hi);
                let message =
                    format!("Unicode character '{c}' ({name}) looks like '{ascii}' ({ascii_name}), but it is not");
                let error = self.diagnostics.last_mut().expect("just pushed");
                error.suggestions.push(stair_source::Suggestion { message, edits: vec![(span, ascii.into())] });
            }
        }
        self.push(PieceClass::Unknown, TokenKind::Unknown(c), lo, hi)
    }

    /// Report characters that change the direction in which text is shown.
    fn check_direction(&mut self, lo: usize, hi: usize, what: &'static str, code: Code) {
        let found: Vec<(usize, char)> = self.text[lo..hi]
            .char_indices()
            .filter(|(_, c)| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
            .collect();
        if found.is_empty() {
            return;
        }
        let message = format!("unicode codepoint changing visible direction of text present in {what}");
        let labels = found.iter().map(|&(at, c)| {
            let text = format!("'\\u{{{:x}}}'", u32::from(c));
            Label { span: self.span(lo + at, lo + at + c.len_utf8()), text }
        });
        let labels: Vec<Label> = labels.collect();
        let error = self.error(code, lo, hi, message);
        error.labels[0].text = format!("this {what} contains an invisible unicode text flow control codepoint");
        error.labels.extend(labels);
        error.help.push("if their presence wasn't intentional, you can remove them".to_owned());
    }

    fn comment(&mut self, style: Option<raw::DocStyle>, terminated: bool, lo: usize, hi: usize) -> usize {
        match style {
            None => self.check_direction(lo, hi, "comment", Code::TextDirectionInComment),
            Some(_) => self.check_direction(lo, hi, "doc comment", Code::TextDirectionInLiteral),
        }
        let Some(style) = style.filter(|_| terminated) else { return self.trivia(PieceClass::Comment, lo, hi) };
        let inner = style == raw::DocStyle::Inner;
        let text = &self.text[lo + 3..hi];
        let text = if self.text[lo..].starts_with("/*") { text.strip_suffix("*/").unwrap_or("") } else { text };
        self.push(PieceClass::DocComment, TokenKind::Doc { inner, text: text.into() }, lo, hi)
    }

    fn literal(&mut self, kind: raw::LiteralKind, suffix_start: usize, lo: usize, hi: usize) -> usize {
        use raw::LiteralKind as K;
        let body_end = lo + suffix_start;
        self.check_direction(lo, hi, "literal", Code::TextDirectionInLiteral);
        let unterminated = |code, what: &str| Some((code, format!("unterminated {what}")));
        let (kind, broken) = match kind {
            K::Int { base, empty_int } => {
                if empty_int {
                    self.error(Code::E0768, lo, body_end, "no valid digits found for number");
                } else {
                    self.check_digits(base, lo, body_end);
                }
                (LitKind::Int, None)
            }
            K::Float { base, empty_exponent } => {
                if empty_exponent {
                    self.error(Code::Syntax, lo, body_end, "expected at least one digit in exponent");
                }
                let name = match base {
                    raw::Base::Hexadecimal => Some("hexadecimal"),
                    raw::Base::Octal => Some("octal"),
                    raw::Base::Binary => Some("binary"),
                    raw::Base::Decimal => None,
                };
                if let Some(name) = name {
                    self.error(Code::Syntax, lo, body_end, format!("{name} float literal is not supported"));
                }
                (LitKind::Float, None)
            }
            K::Char { terminated: true } => (LitKind::Char, None),
            K::Char { .. } => (LitKind::Char, unterminated(Code::E0762, "character literal")),
            K::Byte { terminated: true } => (LitKind::Byte, None),
            K::Byte { .. } => (LitKind::Byte, unterminated(Code::E0763, "byte constant")),
            K::Str { terminated: true } => (LitKind::Str, None),
            K::Str { .. } => (LitKind::Str, unterminated(Code::E0765, "double quote string")),
            K::ByteStr { terminated: true } => (LitKind::ByteStr, None),
            K::ByteStr { .. } => (LitKind::ByteStr, unterminated(Code::E0766, "double quote byte string")),
            K::CStr { terminated: true } | K::RawCStr { n_hashes: Some(_) } => (LitKind::CStr, None),
            K::CStr { .. } => (LitKind::CStr, unterminated(Code::E0767, "C string")),
            K::RawStr { n_hashes: Some(_) } => (LitKind::RawStr, None),
            K::RawByteStr { n_hashes: Some(_) } => (LitKind::RawByteStr, None),
            K::RawStr { .. } => (LitKind::RawStr, self.broken_raw_string(lo, hi, 1)),
            K::RawByteStr { .. } => (LitKind::RawByteStr, self.broken_raw_string(lo, hi, 2)),
            K::RawCStr { .. } => (LitKind::CStr, self.broken_raw_string(lo, hi, 2)),
        };
        if let Some((code, message)) = broken {
            let prefix = usize::from(matches!(kind, LitKind::ByteStr | LitKind::CStr));
            self.error(code, lo + prefix, hi, message);
            self.cut_short = true;
            // The text between is lost; an empty literal of that kind stands for it.
            let text = match kind {
                LitKind::Char => "' '",
                LitKind::Byte => "b' '",
                LitKind::ByteStr | LitKind::RawByteStr => "b\"\"",
                LitKind::CStr => "c\"\"",
                _ => "\"\"",
            };
            let kind = match kind {
                LitKind::RawStr => LitKind::Str,
                LitKind::RawByteStr => LitKind::ByteStr,
                other => other,
            };
            let token = TokenKind::Literal { kind, text: text.into(), suffix: SmolStr::default() };
            return self.push(PieceClass::Literal(kind), token, lo, hi);
        }
        let text = SmolStr::from(&self.text[lo..body_end]);
        let suffix = SmolStr::from(&self.text[body_end..hi]);
        for error in literal::errors(kind, &text) {
            let (from, to) = (lo + error.range.start, lo + error.range.end);
            let shown = self.error(Code::Syntax, from, to, error.message);
            shown.labels[0].text = error.label.into();
            shown.help.extend(error.help);
        }
        self.push(PieceClass::Literal(kind), TokenKind::Literal { kind, text, suffix }, lo, hi)
    }

    fn check_digits(&mut self, base: raw::Base, lo: usize, hi: usize) {
        let radix = base as u32;
        if radix >= 10 {
            return;
        }
        let wrong = self.text[lo + 2..hi].char_indices().find(|&(_, c)| c != '_' && c.to_digit(radix).is_none());
        if let Some((i, _)) = wrong {
            let at = lo + 2 + i;
            self.error(Code::Syntax, at, at + 1, format!("invalid digit for a base {radix} literal"));
        }
    }

    fn broken_raw_string(&mut self, lo: usize, hi: usize, prefix: u32) -> Option<(Code, String)> {
        match raw::validate_raw_str(&self.text[lo..hi], prefix) {
            Err(raw::RawStrError::InvalidStarter { bad_char }) => {
                let message = "found invalid character; only `#` is allowed in raw string delimitation";
                Some((Code::Syntax, format!("{message}: {}", bad_char.escape_default())))
            }
            Err(raw::RawStrError::TooManyDelimiters { found }) => Some((
                Code::Syntax,
                format!(
                    "too many `#` symbols: raw strings may be delimited by up to 255 `#` symbols, but found {found}"
                ),
            )),
            Err(raw::RawStrError::NoTerminator { .. }) | Ok(()) => {
                Some((Code::E0748, "unterminated raw string".to_owned()))
            }
        }
    }
}

/// Characters that people paste for ASCII ones: their name, the ASCII spelling and its name.
fn confusable(c: char) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match c {
        '“' => ("Left Double Quotation Mark", "\"", "Quotation Mark"),
        '”' => ("Right Double Quotation Mark", "\"", "Quotation Mark"),
        '‘' => ("Left Single Quotation Mark", "'", "Single Quote"),
        '’' => ("Right Single Quotation Mark", "'", "Single Quote"),
        '–' => ("En Dash", "-", "Minus/Hyphen"),
        '—' => ("Em Dash", "-", "Minus/Hyphen"),
        '−' => ("Minus Sign", "-", "Minus/Hyphen"),
        '×' => ("Multiplication Sign", "*", "Asterisk"),
        ';' => ("Greek Question Mark", ";", "Semicolon"),
        '；' => ("Fullwidth Semicolon", ";", "Semicolon"),
        '，' => ("Fullwidth Comma", ",", "Comma"),
        '：' => ("Fullwidth Colon", ":", "Colon"),
        '（' => ("Fullwidth Left Parenthesis", "(", "Left Parenthesis"),
        '）' => ("Fullwidth Right Parenthesis", ")", "Right Parenthesis"),
        '！' => ("Fullwidth Exclamation Mark", "!", "Exclamation Mark"),
        '\u{a0}' => ("No-Break Space", " ", "Space"),
        _ => return None,
    })
}
