//! Patterns.

use crate::ast::{Expr, ExprKind, FieldPat, Ident, MacroCall, Pat, PatKind};
use crate::parser::{LITERALS, P, PATTERNS, Parser, Reported};
use crate::token::{Delim, Specifier, TokenKind};
use stair_source::{Code, Diagnostic, Span};

impl Parser<'_> {
    /// A pattern with alternatives: `| a | b`.
    ///
    /// # Errors
    /// One was reported.
    pub fn pat(&mut self) -> P<Pat> {
        self.nest(Self::pat_alternatives)
    }

    fn pat_alternatives(&mut self) -> P<Pat> {
        let lo = self.span();
        let leading = self.eat("|");
        let first = self.pat_no_alternatives()?;
        if !self.check("|") && !self.at("||") {
            if leading {
                return Ok(Pat { span: self.since(lo), ..first });
            }
            return Ok(first);
        }
        let mut alternatives = vec![first];
        loop {
            if self.at("||") {
                let span = self.span();
                self.report(Diagnostic::new(Code::Syntax, span, "unexpected token `||` in pattern").suggest(
                    "use a single `|` to separate multiple alternative patterns",
                    span,
                    "|",
                ));
                self.bump();
            } else if !self.eat("|") {
                break;
            }
            alternatives.push(self.pat_no_alternatives()?);
        }
        Ok(Pat { id: self.fresh(), span: self.since(lo), kind: PatKind::Or(alternatives) })
    }

    /// A pattern without top-level `|`: of a parameter or a `let`.
    pub(crate) fn pat_no_alternatives(&mut self) -> P<Pat> {
        self.nest(|p| {
            if p.at_fragment(PATTERNS) {
                let lo = p.span();
                let pat = p.in_fragment(Self::pat)?;
                let (id, is_or) = (p.fresh(), matches!(pat.kind, PatKind::Or(_)));
                // Alternatives stay together whatever stands around them.
                return Ok(if is_or { Pat { id, span: lo, kind: PatKind::Paren(Box::new(pat)) } } else { pat });
            }
            let lo = p.span();
            let id = p.fresh();
            let kind = p.pat_kind()?;
            Ok(Pat { id, span: p.since(lo), kind })
        })
    }

    /// What stands for a pattern that does not parse.
    pub(crate) fn error_pat(&mut self, span: Span) -> Pat {
        Pat { id: self.fresh(), span, kind: PatKind::Error }
    }

    #[inline(never)]
    fn pat_kind(&mut self) -> P<PatKind> {
        match self.token().kind {
            TokenKind::Open(Delim::Paren) => {
                self.bump();
                let (mut pats, trailing) = self.list(Delim::Paren, Self::pat, |p, span| Some(p.error_pat(span)));
                if pats.len() == 1 && !trailing && !matches!(pats[0].kind, PatKind::Rest) {
                    return Ok(PatKind::Paren(Box::new(pats.remove(0))));
                }
                return Ok(PatKind::Tuple(pats));
            }
            TokenKind::Open(Delim::Bracket) => {
                self.bump();
                let (pats, _) = self.list(Delim::Bracket, Self::pat, |p, span| Some(p.error_pat(span)));
                return Ok(PatKind::Slice(pats));
            }
            _ => {}
        }
        if self.at("&") || self.at("&&") {
            self.expect_part("&")?;
            if self.at("&") {
                return Ok(PatKind::Ref { mutable: false, inner: Box::new(self.pat_no_alternatives()?) });
            }
            let mutable = self.eat_keyword("mut");
            return Ok(PatKind::Ref { mutable, inner: Box::new(self.pat_no_alternatives()?) });
        }
        if self.at("..") || self.at("..=") || self.at("...") {
            return self.range_to_pat();
        }
        if self.at_keyword("_") {
            self.bump();
            return Ok(PatKind::Wild);
        }
        if self.at_keyword("mut") || self.at_keyword("ref") {
            return self.binding_with_mode();
        }
        if self.at("-")
            || matches!(self.token().kind, TokenKind::Literal { .. })
            || self.at_fragment(LITERALS)
            || self.at_keyword("true")
            || self.at_keyword("false")
        {
            let literal = self.literal_maybe_minus()?;
            let is_path = matches!(literal.kind, ExprKind::Path(_));
            if is_path && !(self.check("..") || self.check("..=") || self.check("...")) && !self.is_matching() {
                return Err(self.error(literal.span, "arbitrary expressions aren't allowed in patterns"));
            }
            return self.range_from_pat(literal);
        }
        if self.at_path_start() || self.at("::") || self.at_part("<") || self.at_fragment(&[Specifier::Path]) {
            return self.path_pat();
        }
        Err(self.expected_production("pattern"))
    }

    /// `..` alone, or `..=end`, `..end`.
    #[inline(never)]
    fn range_to_pat(&mut self) -> P<PatKind> {
        let inclusive = !self.at("..");
        self.range_operator();
        if self.begins_range_end() {
            let hi = self.range_end()?;
            return Ok(PatKind::Range { lo: None, hi: Some(Box::new(hi)), inclusive });
        }
        if inclusive {
            return Err(self.inclusive_range_without_end());
        }
        Ok(PatKind::Rest)
    }

    /// The rest of a range behind its first end, or that end as a pattern of its own.
    #[inline(never)]
    fn range_from_pat(&mut self, lo: Expr) -> P<PatKind> {
        if !(self.check("..") || self.check("..=") || self.check("...")) {
            return Ok(match lo.kind {
                ExprKind::Path(path) => PatKind::Path(path),
                _ => PatKind::Lit(Box::new(lo)),
            });
        }
        let inclusive = !self.at("..");
        self.range_operator();
        let hi = if self.begins_range_end() {
            Some(Box::new(self.range_end()?))
        } else if inclusive {
            return Err(self.inclusive_range_without_end());
        } else {
            None
        };
        Ok(PatKind::Range { lo: Some(Box::new(lo)), hi, inclusive })
    }

    fn range_operator(&mut self) {
        if self.at("...") {
            let span = self.span();
            self.report(Diagnostic::new(Code::E0783, span, "`...` range patterns are not allowed").suggest(
                "use `..=` for an inclusive range",
                span,
                "..=",
            ));
        }
        self.bump();
    }

    /// Report `a..=` with nothing behind it.
    pub(crate) fn inclusive_range_without_end(&mut self) -> Reported {
        let span = self.prev;
        self.report(
            Diagnostic::new(Code::E0586, span, "inclusive range with no end")
                .note("inclusive ranges must be bounded at the end (`..=b` or `a..=b`)")
                .suggest("use `..` instead", span, ".."),
        )
    }

    fn begins_range_end(&self) -> bool {
        self.at("-")
            || self.at("::")
            || (self.at_part("<") && !self.at("<="))
            || self.at_path_start()
            || self.at_keyword("true")
            || self.at_keyword("false")
            || matches!(self.token().kind, TokenKind::Literal { .. })
            || self.at_fragment(LITERALS)
            || self.at_fragment(&[Specifier::Path])
    }

    fn range_end(&mut self) -> P<Expr> {
        if self.at_path_start() || self.at("::") || self.at_part("<") || self.at_fragment(&[Specifier::Path]) {
            let lo = self.span();
            let id = self.fresh();
            let path = self.expression_path()?;
            return Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind: ExprKind::Path(path) });
        }
        self.literal_maybe_minus()
    }

    /// `ref mut name @ pat`.
    #[inline(never)]
    fn binding_with_mode(&mut self) -> P<PatKind> {
        let by_ref = self.eat_keyword("ref");
        let mut_span = self.span();
        let mutable = self.eat_keyword("mut");
        if mutable && !by_ref && !self.at_ident() {
            if self.at_keyword("ref") {
                let span = mut_span.to(self.span());
                self.error(span, "the order of `mut` and `ref` is incorrect");
                self.bump();
                self.eat_keyword("mut");
                let name = self.ident()?;
                return Ok(PatKind::Ident { by_ref: true, mutable: true, name, sub: None });
            }
            let destructures = matches!(self.token().kind, TokenKind::Open(_) | TokenKind::Literal { .. })
                || ["&", "&&", "::", "-"].iter().any(|p| self.at(p))
                || self.at_keyword("_");
            if !destructures {
                return Err(self.expected_production("identifier"));
            }
            let inner = self.pat_no_alternatives()?;
            let span = mut_span.to(inner.span);
            self.report(
                Diagnostic::new(Code::Syntax, span, "`mut` must be attached to each individual binding")
                    .note("`mut` may be followed by `variable` and `variable @ pattern`"),
            );
            return Ok(inner.kind);
        }
        let name = self.ident()?;
        self.binding(by_ref, mutable, name)
    }

    /// What may follow the name of a binding.
    fn binding(&mut self, by_ref: bool, mutable: bool, name: Ident) -> P<PatKind> {
        let sub = if self.eat("@") { Some(Box::new(self.pat_no_alternatives()?)) } else { None };
        if self.at_open(Delim::Paren) && (by_ref || mutable) {
            let span = self.span();
            return Err(self.error(span, "expected identifier, found enum pattern"));
        }
        Ok(PatKind::Ident { by_ref, mutable, name, sub })
    }

    /// A pattern that begins with a path: binding, constant, struct, macro call or range.
    #[inline(never)]
    fn path_pat(&mut self) -> P<PatKind> {
        let lone_name = self.at_ident()
            && !matches!(
                self.ahead(1),
                TokenKind::Punct("::" | "!" | "..=" | "..." | "..") | TokenKind::Open(Delim::Paren | Delim::Brace)
            );
        if lone_name {
            let name = self.ident()?;
            return self.binding(false, false, name);
        }
        let lo = self.span();
        let id = self.fresh();
        let path = self.expression_path()?;
        if self.at("!")
            && let TokenKind::Open(delim) = *self.ahead(1)
        {
            self.bump();
            self.bump();
            let tokens = self.bump_group_rest();
            self.close(delim);
            return Ok(PatKind::Macro(MacroCall { span: self.since(lo), path, delim, tokens }));
        }
        if self.eat_open(Delim::Paren) {
            let (pats, _) = self.list(Delim::Paren, Self::pat, |p, span| Some(p.error_pat(span)));
            return Ok(PatKind::TupleStruct(path, pats));
        }
        if self.eat_open(Delim::Brace) {
            return Ok(self.struct_pat(path));
        }
        if self.at("..") || self.at("..=") || self.at("...") {
            let end = Expr { id, span: self.since(lo), attrs: Vec::new(), kind: ExprKind::Path(path) };
            return self.range_from_pat(end);
        }
        Ok(PatKind::Path(path))
    }

    /// The fields of a struct pattern, inside its braces.
    #[inline(never)]
    fn struct_pat(&mut self, path: crate::ast::Path) -> PatKind {
        let mut rest = None;
        let mut misplaced = None;
        let field = |p: &mut Self| {
            let attrs = p.outer_attributes();
            if p.at("..") || p.at("...") {
                if p.at("...") {
                    let span = p.span();
                    p.error(span, "expected field pattern, found `...`");
                }
                p.bump();
                rest = Some(p.prev);
                return Ok(None);
            }
            if let Some(span) = rest {
                misplaced = misplaced.or(Some(span));
            }
            p.field_pat(attrs).map(Some)
        };
        let (fields, _) = self.list(Delim::Brace, field, |_, _| None);
        if let Some(span) = misplaced {
            self.report(
                Diagnostic::new(Code::Syntax, span, "expected `}`, found `,`")
                    .primary("`..` must be at the end and cannot have a trailing comma"),
            );
        }
        PatKind::Struct { path, fields: fields.into_iter().flatten().collect(), rest: rest.is_some() }
    }

    #[inline(never)]
    fn field_pat(&mut self, attrs: Vec<crate::ast::Attr>) -> P<FieldPat> {
        let lo = self.span();
        if let TokenKind::Literal { kind: crate::token::LitKind::Int, text, suffix } = &self.token().kind
            && suffix.is_empty()
        {
            let name = Ident::new(text.clone(), lo);
            self.bump();
            self.expect(":")?;
            let pat = self.pat()?;
            return Ok(FieldPat { span: self.since(lo), attrs, name, pat, shorthand: false });
        }
        if self.at_ident() && matches!(self.ahead(1), TokenKind::Punct(":")) {
            let name = self.ident()?;
            self.bump();
            let pat = self.pat()?;
            return Ok(FieldPat { span: self.since(lo), attrs, name, pat, shorthand: false });
        }
        let id = self.fresh();
        let by_ref = self.eat_keyword("ref");
        let mutable = self.eat_keyword("mut");
        if !by_ref && !mutable {
            self.check_close(Delim::Brace);
        }
        let name = self.ident()?;
        self.check(":");
        let span = self.since(lo);
        let pat = Pat { id, span, kind: PatKind::Ident { by_ref, mutable, name: name.clone(), sub: None } };
        Ok(FieldPat { span, attrs, name, pat, shorthand: true })
    }
}
