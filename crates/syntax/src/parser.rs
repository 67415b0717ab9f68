//! The parser's machinery: a cursor over tokens, what was expected, errors, recovery and the limit of nesting.
//!
//! The grammar itself is in [`crate::grammar`]. Its functions return `Err(Reported)` once an error was reported; the
//! nearest list, statement or item catches it, skips whole groups of tokens to a place where it can go on, and leaves
//! an error node. Tokens are balanced, so a group can always be skipped as one.

mod fragments;
mod macro_input;
mod report;

pub(crate) use fragments::{EXPRESSIONS, LITERALS, PATTERNS, TYPES};
pub use fragments::{ItemPlace, flattened};
pub use report::{describe, spelling};

use crate::ast::{Ident, NodeId, NodeIds};
use crate::lexer;
use crate::token::{Delim, Specifier, SyntaxContext, Token, TokenKind};
use stair_source::{Code, Diagnostic, Span};

/// How many nodes of the tree may lie within each other. Everything that walks the tree recurses at most this deep.
///
/// The parser then needs less than half a megabyte of stack in an optimised build. Productions are kept out of line
/// (`inline(never)`) for that: merged into one, their frames would all be paid at each level.
pub const MAX_NESTING: u32 = 128;

/// An error was reported.
#[derive(Clone, Copy, Debug)]
pub struct Reported;

/// What a grammar function returns.
pub type P<T> = Result<T, Reported>;

/// Something that could stand at the current place, for messages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Punct(&'static str),
    Keyword(&'static str),
    Open(Delim),
    Close(Delim),
    /// A class of tokens or a production: `identifier`, `an operator`.
    Other(&'static str),
}

impl Expected {
    fn show(self) -> String {
        match self {
            Self::Punct(p) | Self::Keyword(p) => format!("`{p}`"),
            Self::Open(d) => format!("`{}`", d.open()),
            Self::Close(d) => format!("`{}`", d.close()),
            Self::Other(what) => what.to_owned(),
        }
    }
}

/// How the place of an expression limits its form.
#[derive(Clone, Copy, Default)]
pub(crate) struct Restrict {
    /// `Path { … }` is no struct expression: the brace opens a body.
    pub(crate) no_struct: bool,
    /// The expression begins a statement: a block-like one ends it.
    pub(crate) statement: bool,
}

/// A parser over a list of tokens: of a whole file, or of a macro call.
pub struct Parser<'a> {
    tokens: &'a [Token],
    pos: usize,
    /// What is left of `tokens[pos]` after its first part was taken.
    split: Option<Token>,
    eof: Token,
    /// The text, if it is at hand: tells whether a line ends between two tokens.
    text: &'a str,
    /// The span of the last token taken.
    pub(crate) prev: Span,
    ids: &'a mut NodeIds,
    diagnostics: Vec<Diagnostic>,
    literal_errors: Vec<Diagnostic>,
    expected: Vec<Expected>,
    pub(crate) restrict: Restrict,
    /// `let` expressions whose place is not known to be right yet.
    pub(crate) pending_lets: Vec<(NodeId, Span)>,
    depth: u32,
    /// The height of the tallest tree made so far in the production at work.
    height: u32,
    /// Nothing more is reported: the nesting limit was met.
    gave_up: bool,
    /// The cursor's place behind the fragment taken last.
    behind_fragment: usize,
    /// What is read is only looked at for how much a fragment of this kind takes.
    matching: Option<Specifier>,
}

impl<'a> Parser<'a> {
    /// A parser over `tokens`, which must be balanced; `end` is where their end is reported. `text` is the text of the
    /// file, or empty where it is not at hand.
    pub fn new(tokens: &'a [Token], end: Span, text: &'a str, ids: &'a mut NodeIds) -> Self {
        Self {
            tokens,
            pos: 0,
            split: None,
            eof: Token::new(TokenKind::Eof, end),
            text,
            prev: end.shrink_to_lo(),
            ids,
            diagnostics: Vec::new(),
            literal_errors: Vec::new(),
            expected: Vec::new(),
            restrict: Restrict::default(),
            pending_lets: Vec::new(),
            depth: 0,
            height: 0,
            gave_up: false,
            behind_fragment: 0,
            matching: None,
        }
    }

    /// The same parser, for tokens that stand `depth` levels deep in the tree: [`MAX_NESTING`] counts from there.
    #[must_use]
    pub fn at_depth(mut self, depth: u32) -> Self {
        self.depth = depth;
        self
    }

    /// What was reported.
    #[must_use]
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.reject_stray_lets();
        self.diagnostics.append(&mut self.literal_errors);
        self.diagnostics
    }

    /// What is wrong with single literals; [`Parser::finish`] tells it no more.
    pub(crate) fn take_literal_errors(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.literal_errors)
    }

    /// Report what is wrong with a literal, unless a macro's matcher only looks for its end: whoever uses it will report it.
    pub(crate) fn report_literal(&mut self, error: Diagnostic) {
        if !self.gave_up && !self.is_matching() {
            self.literal_errors.push(error);
        }
    }

    // The cursor.

    /// The current token.
    pub(crate) fn token(&self) -> &Token {
        self.split.as_ref().or_else(|| self.tokens.get(self.pos)).unwrap_or(&self.eof)
    }

    /// The token `n` places ahead; the current one for 0.
    pub(crate) fn ahead(&self, n: usize) -> &TokenKind {
        if n == 0 { &self.token().kind } else { &self.tokens.get(self.pos + n).unwrap_or(&self.eof).kind }
    }

    /// The token behind the group that opens `n` places ahead.
    pub(crate) fn behind_group(&self, n: usize) -> &TokenKind {
        let mut depth = 0u32;
        for token in self.tokens.get(self.pos + n..).unwrap_or_default() {
            match token.kind {
                _ if depth == u32::MAX => return &token.kind,
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) if depth == 1 => depth = u32::MAX,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        &self.eof.kind
    }

    /// Whether no token is left.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.token().kind == TokenKind::Eof
    }

    /// Where the current token is.
    #[must_use]
    pub fn span(&self) -> Span {
        self.token().span
    }

    /// From the start of `lo` to the last token taken.
    pub(crate) fn since(&self, lo: Span) -> Span {
        // What a macro made may have the span of the whole call, and arguments may come in another order.
        let is_file = !self.text.is_empty();
        if is_file && self.prev.lo < lo.lo { lo.shrink_to_lo() } else { lo.to(self.prev) }
    }

    /// Which expansion made the current token.
    pub(crate) fn ctxt(&self) -> SyntaxContext {
        self.token().ctxt
    }

    /// Take the current token.
    pub(crate) fn bump(&mut self) {
        self.prev = self.token().span;
        self.split = None;
        if self.pos < self.tokens.len() {
            self.pos += 1;
        }
        self.expected.clear();
    }

    /// How far the cursor is; grows with every token taken.
    pub(crate) fn progress(&self) -> usize {
        self.pos
    }

    /// The current token and all that follow in its group, taken. What is taken is returned.
    pub(crate) fn bump_group_rest(&mut self) -> Vec<Token> {
        let start = self.pos;
        while !matches!(self.token().kind, TokenKind::Close(_) | TokenKind::Eof) {
            self.bump_tree();
        }
        self.tokens.get(start..self.pos).unwrap_or_default().to_vec()
    }

    /// Take one token or one whole group. Takes nothing at a closing delimiter.
    pub(crate) fn bump_tree(&mut self) {
        let mut depth = 0u32;
        loop {
            match self.token().kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) if depth == 0 => return,
                TokenKind::Close(_) => depth -= 1,
                TokenKind::Eof => return,
                _ => {}
            }
            self.bump();
            if depth == 0 {
                return;
            }
        }
    }

    pub(crate) fn fresh(&mut self) -> NodeId {
        self.ids.fresh()
    }

    /// Whether a line ends between the last token taken and the current one.
    pub(crate) fn at_line_start(&self) -> bool {
        let (from, to) = (self.prev.hi as usize, self.span().lo as usize);
        self.text.get(from..to).is_some_and(|between| between.contains('\n'))
    }

    // Looking at tokens.

    /// Whether the current token is exactly this punctuation.
    pub(crate) fn at(&self, punct: &str) -> bool {
        matches!(self.token().kind, TokenKind::Punct(p) if p == punct)
    }

    /// Whether the current token begins with this punctuation.
    pub(crate) fn at_part(&self, punct: &str) -> bool {
        matches!(self.token().kind, TokenKind::Punct(p) if p.starts_with(punct))
    }

    pub(crate) fn at_open(&self, delim: Delim) -> bool {
        self.token().kind == TokenKind::Open(delim)
    }

    pub(crate) fn at_close(&self, delim: Delim) -> bool {
        self.token().kind == TokenKind::Close(delim)
    }

    pub(crate) fn at_keyword(&self, keyword: &str) -> bool {
        is_word(&self.token().kind, keyword)
    }

    /// Whether the current token is an identifier that is no keyword.
    pub(crate) fn at_ident(&self) -> bool {
        is_ident(&self.token().kind)
    }

    // Taking tokens, and remembering what would have been taken.

    fn expect_later(&mut self, what: Expected) {
        if !self.expected.contains(&what) {
            self.expected.push(what);
        }
    }

    /// For messages: `what` could stand here.
    pub(crate) fn could_be(&mut self, what: &'static str) {
        self.expect_later(Expected::Other(what));
    }

    pub(crate) fn check(&mut self, punct: &'static str) -> bool {
        self.expect_later(Expected::Punct(punct));
        self.at(punct)
    }

    /// Take this punctuation if it is the whole current token.
    pub fn eat(&mut self, punct: &'static str) -> bool {
        let found = self.check(punct);
        if found {
            self.bump();
        }
        found
    }

    /// Take this punctuation from the front of the current token: `>` of `>>=`.
    pub(crate) fn eat_part(&mut self, punct: &'static str) -> bool {
        self.expect_later(Expected::Punct(punct));
        let TokenKind::Punct(whole) = self.token().kind else { return false };
        let Some(rest) = whole.strip_prefix(punct) else { return false };
        if rest.is_empty() {
            self.bump();
            return true;
        }
        let Some(rest) = lexer::punctuation(rest) else { return false };
        let span = self.span();
        let middle = span.lo + punct.len() as u32;
        self.prev = Span { hi: middle, ..span };
        self.split = Some(Token {
            kind: TokenKind::Punct(rest),
            span: Span { lo: middle.min(span.hi), ..span },
            ..self.token().clone()
        });
        self.expected.clear();
        true
    }

    pub(crate) fn check_keyword(&mut self, keyword: &'static str) -> bool {
        self.expect_later(Expected::Keyword(keyword));
        self.at_keyword(keyword)
    }

    /// Take this keyword (or word that is one only here).
    pub fn eat_keyword(&mut self, keyword: &'static str) -> bool {
        let found = self.check_keyword(keyword);
        if found {
            self.bump();
        }
        found
    }

    pub(crate) fn eat_open(&mut self, delim: Delim) -> bool {
        self.expect_later(Expected::Open(delim));
        let found = self.at_open(delim);
        if found {
            self.bump();
        }
        found
    }

    pub(crate) fn check_close(&mut self, delim: Delim) -> bool {
        self.expect_later(Expected::Close(delim));
        self.at_close(delim)
    }

    pub(crate) fn eat_close(&mut self, delim: Delim) -> bool {
        let found = self.check_close(delim);
        if found {
            self.bump();
        }
        found
    }

    pub(crate) fn expect(&mut self, punct: &'static str) -> P<()> {
        if self.eat(punct) { Ok(()) } else { Err(self.unexpected()) }
    }

    pub(crate) fn expect_part(&mut self, punct: &'static str) -> P<()> {
        if self.eat_part(punct) { Ok(()) } else { Err(self.unexpected()) }
    }

    pub(crate) fn expect_keyword(&mut self, keyword: &'static str) -> P<()> {
        if self.eat_keyword(keyword) { Ok(()) } else { Err(self.unexpected()) }
    }

    pub(crate) fn expect_open(&mut self, delim: Delim) -> P<()> {
        if self.eat_open(delim) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Take the closing delimiter. If something else stands before it, report it and skip it.
    pub(crate) fn close(&mut self, delim: Delim) {
        if !self.eat_close(delim) {
            self.unexpected();
            self.skip_group_rest(delim);
        }
    }

    /// Skip to the closing delimiter of the group at work and take it.
    pub(crate) fn skip_group_rest(&mut self, delim: Delim) {
        while !matches!(self.token().kind, TokenKind::Close(_) | TokenKind::Eof) {
            self.bump_tree();
        }
        if self.at_close(delim) {
            self.bump();
        }
    }

    /// An identifier.
    pub(crate) fn ident(&mut self) -> P<Ident> {
        if let TokenKind::Ident { name, raw } = &self.token().kind
            && (*raw || is_ident(&self.token().kind))
        {
            let ident = Ident { name: name.clone(), span: self.span(), ctxt: self.ctxt() };
            self.bump();
            return Ok(ident);
        }
        self.could_be("identifier");
        let span = self.span();
        let word = match &self.token().kind {
            TokenKind::Ident { name, .. } if name != "_" && !is_path_keyword(name) => Some(name.clone()),
            _ => None,
        };
        if self.expected.len() > 1 && word.is_none() {
            return Err(self.unexpected());
        }
        let found = describe(&self.token().kind);
        let message = format!("expected identifier, found {found}");
        let mut error =
            Diagnostic::new(Code::Syntax, span, message).primary(format!("expected identifier, found {found}"));
        if let Some(word) = word {
            error = error.suggest(format!("escape `{word}` to use it as an identifier"), span.shrink_to_lo(), "r#");
        }
        Err(self.report(error))
    }

    // Lists.

    /// `open elem, elem, … close`, already inside the delimiters; a failed element is left out (`on_error` may supply
    /// one). Returns the elements and whether a comma ended the list.
    pub(crate) fn list<T>(
        &mut self,
        delim: Delim,
        mut element: impl FnMut(&mut Self) -> P<T>,
        mut on_error: impl FnMut(&mut Self, Span) -> Option<T>,
    ) -> (Vec<T>, bool) {
        let outer = std::mem::take(&mut self.restrict);
        let mut out = Vec::new();
        let mut trailing = false;
        loop {
            if self.eat_close(delim) {
                break;
            }
            let (lo, start) = (self.span(), self.progress());
            trailing = false;
            match element(self) {
                Ok(element) => {
                    out.push(element);
                    if self.eat(",") {
                        trailing = true;
                        continue;
                    }
                    if self.eat_close(delim) {
                        break;
                    }
                    if self.at(";") && delim == Delim::Brace {
                        let span = self.span();
                        self.report(Diagnostic::new(Code::Syntax, span, "struct fields are separated by `,`").suggest(
                            "replace `;` with `,`",
                            span,
                            ",",
                        ));
                        self.bump();
                        continue;
                    }
                    self.missing_comma_or_close();
                }
                Err(Reported) => {
                    let at = self.since(lo);
                    out.extend(on_error(self, at));
                }
            }
            while !self.at(",") && !matches!(self.token().kind, TokenKind::Close(_) | TokenKind::Eof) {
                self.bump_tree();
            }
            trailing = self.at(",");
            if trailing {
                self.bump();
            } else if self.at_end() && self.progress() == start {
                break;
            }
        }
        self.restrict = outer;
        (out, trailing)
    }

    fn missing_comma_or_close(&mut self) {
        let starts_expression = self.begins_expression();
        let prev = self.prev;
        let reported = self.diagnostics.len();
        self.unexpected();
        if starts_expression && self.diagnostics.len() > reported {
            let error = self.diagnostics.last_mut().expect("one was just reported");
            if error.suggestions.is_empty() {
                let message = "missing `,`".to_owned();
                error
                    .suggestions
                    .push(stair_source::Suggestion { message, edits: vec![(prev.shrink_to_hi(), ",".into())] });
            }
        }
    }

    // The limit of nesting.

    /// Run a production that makes one node around others.
    pub(crate) fn nest<T>(&mut self, production: impl FnOnce(&mut Self) -> P<T>) -> P<T> {
        if self.depth >= MAX_NESTING {
            return Err(self.give_up());
        }
        self.depth += 1;
        let outer = std::mem::take(&mut self.height);
        let result = production(self);
        self.depth -= 1;
        self.height = outer.max(self.height + 1);
        if self.height + self.depth > MAX_NESTING {
            return Err(self.give_up());
        }
        result
    }

    /// Count a node put around those that the production at work made: `(a + b) + c`.
    pub(crate) fn wrap(&mut self) -> P<()> {
        self.height += 1;
        if self.height + self.depth > MAX_NESTING { Err(self.give_up()) } else { Ok(()) }
    }

    /// Report that the nesting is too deep and skip all that is left.
    #[inline(never)]
    fn give_up(&mut self) -> Reported {
        let span = self.span();
        let message = format!("this is nested more than {MAX_NESTING} levels deep");
        self.report(
            Diagnostic::new(Code::S0023, span, message)
                .primary("the limit is met here")
                .help("give inner parts names of their own, with `let` or as functions"),
        );
        self.gave_up = true;
        self.pos = self.tokens.len();
        self.split = None;
        Reported
    }
}

/// Whether a token is this keyword, or this word.
pub(crate) fn is_word(token: &TokenKind, word: &str) -> bool {
    matches!(token, TokenKind::Ident { name, raw: false } if name == word)
}

/// Whether an expression can begin with the token, for all that it says alone.
pub(crate) fn can_begin_expression(token: &TokenKind) -> bool {
    match token {
        TokenKind::Ident { raw: true, .. } | TokenKind::Literal { .. } | TokenKind::Lifetime(_) => true,
        TokenKind::Ident { name, .. } => {
            crate::grammar::paths::begins_path(token)
                || matches!(
                    name.as_str(),
                    "async"
                        | "break"
                        | "const"
                        | "continue"
                        | "false"
                        | "for"
                        | "if"
                        | "let"
                        | "loop"
                        | "match"
                        | "move"
                        | "return"
                        | "static"
                        | "true"
                        | "unsafe"
                        | "while"
                )
        }
        TokenKind::Open(_) => true,
        TokenKind::Punct(p) => {
            matches!(*p, "!" | "-" | "*" | "&" | "&&" | "|" | "||" | ".." | "..=" | "..." | "::" | "<" | "<<" | "#")
        }
        TokenKind::Fragment(fragment) => EXPRESSIONS.contains(&fragment.specifier),
        _ => false,
    }
}

/// Whether a token can be a name.
pub(crate) fn is_ident(token: &TokenKind) -> bool {
    match token {
        TokenKind::Ident { raw: true, .. } => true,
        TokenKind::Ident { name, .. } => name != "_" && !lexer::is_keyword(name) && !lexer::is_reserved_keyword(name),
        _ => false,
    }
}

/// Whether a keyword can be a segment of a path.
pub(crate) fn is_path_keyword(name: &str) -> bool {
    matches!(name, "self" | "Self" | "super" | "crate" | "$crate" | crate::ast::OWN_CRATE)
}
