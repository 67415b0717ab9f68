//! Delimiters: their spelling, and pairing them.

use crate::token::{Delim, Token, TokenKind};
use stair_source::{Code, Diagnostic, Span};

impl Delim {
    /// The opening character.
    #[must_use]
    pub fn open(self) -> &'static str {
        match self {
            Self::Paren => "(",
            Self::Bracket => "[",
            Self::Brace => "{",
        }
    }

    /// The closing character.
    #[must_use]
    pub fn close(self) -> &'static str {
        match self {
            Self::Paren => ")",
            Self::Bracket => "]",
            Self::Brace => "}",
        }
    }
}

/// Pair the delimiters: report what does not match, supply what is missing, leave out what is too much.
pub(crate) fn balance(tokens: Vec<Token>) -> (Vec<Token>, Vec<Diagnostic>) {
    let mut open: Vec<(Delim, Span)> = Vec::new();
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut errors = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::Open(delim) => {
                open.push((delim, token.span));
                out.push(token);
            }
            TokenKind::Close(delim) => match open.last().copied() {
                Some((expected, _)) if expected == delim => {
                    open.pop();
                    out.push(token);
                }
                Some((_, opened)) => {
                    let message = format!("mismatched closing delimiter: `{}`", delim.close());
                    let mut error = Diagnostic::new(Code::Syntax, opened, message)
                        .primary("unclosed delimiter")
                        .label(token.span, "mismatched closing delimiter");
                    match open.iter().rposition(|&(d, _)| d == delim) {
                        Some(depth) => {
                            // It closes an outer group: supply what the inner ones lack.
                            error = error.label(open[depth].1, "closing delimiter possibly meant for this");
                            for (inner, _) in open.drain(depth + 1..).rev() {
                                out.push(Token::new(TokenKind::Close(inner), token.span.shrink_to_lo()));
                            }
                            open.pop();
                            out.push(token);
                        }
                        None => {
                            // It closes nothing: take it for the delimiter that was due.
                            let (inner, _) = open.pop().expect("there is a last one");
                            out.push(Token::new(TokenKind::Close(inner), token.span));
                        }
                    }
                    errors.push(error);
                }
                None => {
                    let message = format!("unexpected closing delimiter: `{}`", delim.close());
                    errors.push(
                        Diagnostic::new(Code::Syntax, token.span, message).primary("unexpected closing delimiter"),
                    );
                }
            },
            TokenKind::Eof => {
                if !open.is_empty() {
                    let mut error =
                        Diagnostic::new(Code::Syntax, token.span, "this file contains an unclosed delimiter");
                    // The innermost few say enough.
                    for &(_, span) in open.iter().rev().take(5).rev() {
                        error = error.label(span, "unclosed delimiter");
                    }
                    errors.push(error);
                }
                for (delim, _) in open.drain(..).rev() {
                    out.push(Token::new(TokenKind::Close(delim), token.span));
                }
                out.push(token);
            }
            _ => out.push(token),
        }
    }
    (out, errors)
}
