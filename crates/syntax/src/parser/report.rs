//! What the parser says about errors, and how it names tokens.

use super::{Expected, Parser, Reported};
use crate::ast::OWN_CRATE;
use crate::token::TokenKind;
use crate::{lexer, pretty};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};

impl Parser<'_> {
    /// Report, unless the parser gave up before.
    pub(crate) fn report(&mut self, error: Diagnostic) -> Reported {
        if !self.gave_up {
            self.diagnostics.push(error);
        }
        Reported
    }

    /// How many errors were reported so far.
    pub(crate) fn reported(&self) -> usize {
        self.diagnostics.len()
    }

    /// Take reports back, to make a better one: all after the first `count`.
    pub(crate) fn forget_reports_since(&mut self, count: usize) {
        self.diagnostics.truncate(count);
    }

    /// Whether the limit of nesting was met.
    pub(crate) fn gave_up(&self) -> bool {
        self.gave_up
    }

    /// Where the token `n` places ahead is.
    pub(crate) fn token_span_ahead(&self, n: usize) -> Span {
        if n == 0 { self.span() } else { self.token_span(self.pos + n) }
    }

    /// Where the `index`th token is.
    pub(crate) fn token_span(&self, index: usize) -> Span {
        self.tokens.get(index).unwrap_or(&self.eof).span
    }

    /// Report a plain syntax error.
    pub(crate) fn error(&mut self, span: Span, message: impl Into<String>) -> Reported {
        self.report(Diagnostic::new(Code::Syntax, span, message))
    }

    /// Report that a production cannot begin here: "expected expression, found `;`".
    #[inline(never)]
    pub(crate) fn expected_production(&mut self, what: &str) -> Reported {
        let found = self.found();
        let message = format!("expected {what}, found {found}");
        let error = Diagnostic::new(Code::Syntax, self.span(), message).primary(format!("expected {what}"));
        self.report(error)
    }

    /// The current token, as messages show it.
    fn found(&self) -> String {
        if self.text.is_empty() && self.at_end() {
            return "end of macro arguments".into();
        }
        describe(&self.token().kind)
    }

    /// Report that none of the things expected at the current place stands there.
    #[inline(never)]
    pub(crate) fn unexpected(&mut self) -> Reported {
        let mut names: Vec<String> = self.expected.iter().map(|e| e.show()).collect();
        names.sort();
        names.dedup();
        let found = self.found();
        let span = self.span();
        let wants_semicolon = self.expected.contains(&Expected::Punct(";"));
        if wants_semicolon && self.at_line_start() {
            let place = self.prev.shrink_to_hi();
            let error = Diagnostic::new(Code::Syntax, place, format!("expected `;`, found {found}"))
                .label(span, "unexpected token")
                .suggest("add `;` here", place, ";");
            return self.report(error);
        }
        let expected = match names.as_slice() {
            [] => "something else".to_owned(),
            [one] => one.clone(),
            [one, two] => format!("one of {one} or {two}"),
            [init @ .., last] => format!("one of {}, or {last}", init.join(", ")),
        };
        let short = if names.len() > 6 { format!("one of {} possible tokens", names.len()) } else { expected.clone() };
        let message = format!("expected {expected}, found {found}");
        let error = if self.at_line_start() && !self.at_end() {
            Diagnostic::new(Code::Syntax, self.prev.shrink_to_hi(), message)
                .primary(format!("expected {short}"))
                .label(span, "unexpected token")
        } else {
            Diagnostic::new(Code::Syntax, span, message).primary(format!("expected {short}"))
        };
        self.report(error)
    }
}

/// A token as messages show it: "`}`", "keyword `let`".
#[must_use]
pub fn describe(token: &TokenKind) -> String {
    match token {
        TokenKind::Ident { name, raw: true } => format!("`r#{name}`"),
        TokenKind::Ident { name, .. } if name == "_" => "reserved identifier `_`".into(),
        TokenKind::Ident { name, .. } if lexer::is_keyword(name) => format!("keyword `{name}`"),
        TokenKind::Ident { name, .. } if lexer::is_reserved_keyword(name) => format!("reserved keyword `{name}`"),
        TokenKind::Doc { inner, text } => format!("doc comment `//{}{text}`", if *inner { "!" } else { "/" }),
        TokenKind::Eof => "`<eof>`".into(),
        TokenKind::Fragment(fragment) => format!("`{}` metavariable", fragment.specifier.as_str()),
        other => format!("`{}`", spelling(other)),
    }
}

/// A token as it is written.
#[must_use]
pub fn spelling(token: &TokenKind) -> SmolStr {
    match token {
        TokenKind::Ident { name, raw: true } => smol_str::format_smolstr!("r#{name}"),
        TokenKind::Ident { name, .. } if name == OWN_CRATE => SmolStr::new_static("$crate"),
        TokenKind::Ident { name, .. } => name.clone(),
        TokenKind::Fragment(fragment) => pretty::tokens(&fragment.tokens).into(),
        TokenKind::Lifetime(name) => name.clone(),
        TokenKind::Literal { text, suffix, .. } => smol_str::format_smolstr!("{text}{suffix}"),
        TokenKind::Punct(p) => SmolStr::new_static(p),
        TokenKind::Open(d) => SmolStr::new_static(d.open()),
        TokenKind::Close(d) => SmolStr::new_static(d.close()),
        TokenKind::Doc { inner, text } => smol_str::format_smolstr!("//{}{text}", if *inner { "!" } else { "/" }),
        TokenKind::Unknown(c) => smol_str::format_smolstr!("{c}"),
        TokenKind::Eof => SmolStr::default(),
    }
}
