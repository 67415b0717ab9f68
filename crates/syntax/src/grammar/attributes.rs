//! `#[…]`, `#![…]`, doc comments.

use crate::ast::{Attr, AttrInput};
use crate::parser::{P, Parser, Reported, flattened, is_word};
use crate::pretty;
use crate::token::{Delim, Specifier, Token, TokenKind};
use smol_str::{SmolStr, SmolStrBuilder};
use stair_source::{Code, Diagnostic};

impl Parser<'_> {
    /// Any number of `#[…]` and outer doc comments.
    pub(crate) fn outer_attributes(&mut self) -> Vec<Attr> {
        let mut attrs = Vec::new();
        loop {
            if let TokenKind::Doc { inner, .. } = self.token().kind {
                let span = self.span();
                if inner {
                    self.report(Diagnostic::new(Code::E0753, span, "expected outer doc comment").note(
                        "inner doc comments like this (starting with `//!` or `/*!`) can only appear before items",
                    ));
                } else {
                    attrs.push(Attr {
                        span,
                        path: SmolStr::new_static("doc"),
                        tokens: Vec::new(),
                        input: AttrInput::Value,
                        is_doc: true,
                    });
                }
                self.bump();
            } else if self.at("#") && matches!(self.ahead(1), TokenKind::Open(Delim::Bracket)) {
                attrs.extend(self.attribute());
            } else if self.at("#") && matches!(self.ahead(1), TokenKind::Punct("!")) {
                let span = self.span();
                self.report(
                    Diagnostic::new(Code::Syntax, span, "an inner attribute is not permitted in this context").note(
                        "inner attributes, like `#![no_std]`, annotate the item enclosing them, and are usually found \
                         at the beginning of source files",
                    ),
                );
                self.attribute();
            } else {
                return attrs;
            }
        }
    }

    /// Any number of `#![…]` and inner doc comments.
    pub(crate) fn inner_attributes(&mut self) -> Vec<Attr> {
        let mut attrs = Vec::new();
        loop {
            if let TokenKind::Doc { inner: true, .. } = self.token().kind {
                attrs.push(Attr {
                    span: self.span(),
                    path: SmolStr::new_static("doc"),
                    tokens: Vec::new(),
                    input: AttrInput::Value,
                    is_doc: true,
                });
                self.bump();
            } else if self.at("#")
                && matches!(self.ahead(1), TokenKind::Punct("!"))
                && matches!(self.ahead(2), TokenKind::Open(Delim::Bracket))
            {
                attrs.extend(self.attribute());
            } else {
                return attrs;
            }
        }
    }

    /// One attribute, at its `#`. An attribute that does not parse is reported and left out.
    fn attribute(&mut self) -> Option<Attr> {
        let lo = self.span();
        self.bump();
        self.eat("!");
        if !self.eat_open(Delim::Bracket) {
            self.unexpected();
            return None;
        }
        let attr = self.meta();
        if attr.is_err() {
            self.skip_group_rest(Delim::Bracket);
        } else {
            self.close(Delim::Bracket);
        }
        let span = self.since(lo);
        let (path, tokens, input) = attr.ok()?;
        Some(Attr { span, path, tokens, input, is_doc: false })
    }

    /// What stands within the brackets of an attribute.
    pub(crate) fn meta(&mut self) -> P<(SmolStr, Vec<Token>, AttrInput)> {
        if self.at_keyword("unsafe") && matches!(self.ahead(1), TokenKind::Open(Delim::Paren)) {
            self.bump();
            self.bump();
            let body = self.meta()?;
            self.close(Delim::Paren);
            return Ok(body);
        }
        if self.at_fragment(&[Specifier::Meta]) {
            return self.in_fragment(Self::meta);
        }
        if self.at_fragment(&[Specifier::Path]) {
            let path = self.module_path()?;
            let (tokens, input) = self.meta_value()?;
            return Ok((pretty::path(&path).into(), tokens, input));
        }
        let mut path = SmolStrBuilder::new();
        loop {
            let keyword = ["crate", "self", "super"].into_iter().find(|k| is_word(&self.token().kind, k));
            if let Some(keyword) = keyword {
                path.push_str(keyword);
                self.bump();
            } else {
                path.push_str(&self.ident()?.name);
            }
            if !self.eat("::") {
                break;
            }
            path.push_str("::");
        }
        let (tokens, input) = self.meta_value()?;
        Ok((path.finish(), tokens, input))
    }

    /// What stands behind the path of an attribute.
    fn meta_value(&mut self) -> P<(Vec<Token>, AttrInput)> {
        Ok(match self.token().kind {
            TokenKind::Open(delim) => {
                self.bump();
                let tokens = flattened(&self.bump_group_rest());
                self.close(delim);
                (tokens, AttrInput::List)
            }
            TokenKind::Punct("=") => {
                self.bump();
                if self.is_matching_meta() {
                    self.expr()?;
                    return Ok((Vec::new(), AttrInput::Value));
                }
                (flattened(&self.bump_group_rest()), AttrInput::Value)
            }
            TokenKind::Close(_) | TokenKind::Eof => (Vec::new(), AttrInput::Word),
            // What `$name:meta` takes ends where the macro says.
            _ if self.is_matching_meta() => (Vec::new(), AttrInput::Word),
            _ => return Err(self.unexpected_in_attribute()),
        })
    }

    fn unexpected_in_attribute(&mut self) -> Reported {
        for punct in ["::", "="] {
            self.check(punct);
        }
        self.could_be("`(`");
        self.could_be("`[`");
        self.could_be("`{`");
        self.check_close(Delim::Bracket);
        self.unexpected()
    }
}
