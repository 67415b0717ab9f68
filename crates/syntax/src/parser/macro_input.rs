//! Reading the arguments of a macro call.

use super::{P, Parser};
use crate::ast::{Expr, Ident, Pat};
use crate::token::{Token, TokenKind};

impl Parser<'_> {
    /// The literal that stands here, also if a macro's call gave it as a fragment.
    #[must_use]
    pub fn peek_literal(&self) -> Option<&Token> {
        let mut token = self.token();
        while let TokenKind::Fragment(fragment) = &token.kind {
            let [only] = &fragment.tokens[..] else { return None };
            token = only;
        }
        matches!(token.kind, TokenKind::Literal { .. }).then_some(token)
    }

    /// The current token's kind.
    #[must_use]
    pub fn peek(&self) -> &TokenKind {
        &self.token().kind
    }

    /// `name =` before a named argument of a macro, if it stands here.
    pub fn argument_name(&mut self) -> Option<Ident> {
        let TokenKind::Ident { name, .. } = &self.token().kind else { return None };
        if *self.ahead(1) != TokenKind::Punct("=") {
            return None;
        }
        let ident = Ident { name: name.clone(), span: self.span(), ctxt: self.ctxt() };
        self.bump();
        self.bump();
        Some(ident)
    }

    /// The comma between two arguments of a macro, or the end behind the last: whether another argument follows.
    ///
    /// # Errors
    /// Something else stands here; it was reported.
    pub fn next_argument(&mut self) -> P<bool> {
        if self.at_end() {
            return Ok(false);
        }
        self.expect(",")?;
        Ok(!self.at_end())
    }

    /// How many commas stand outside groups up to the end, a last one behind everything aside.
    #[must_use]
    pub fn remaining_arguments(&self) -> usize {
        let (mut depth, mut commas) = (0u32, 0);
        let rest = self.tokens.get(self.pos..).unwrap_or_default();
        for (i, token) in rest.iter().enumerate() {
            match token.kind {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) => depth = depth.saturating_sub(1),
                TokenKind::Punct(",") if depth == 0 && i + 1 < rest.len() => commas += 1,
                _ => {}
            }
        }
        commas
    }

    /// A pattern and, behind `if`, its guard: what `matches!` takes.
    ///
    /// # Errors
    /// One was reported.
    pub fn pat_and_guard(&mut self) -> P<(Pat, Option<Expr>)> {
        let pat = self.pat()?;
        let guard = if self.eat_keyword("if") { Some(self.expr()?) } else { None };
        if let Some(guard) = &guard {
            self.accept_lets(guard);
        }
        Ok((pat, guard))
    }
}
