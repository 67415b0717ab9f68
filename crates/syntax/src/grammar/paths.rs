//! Paths and their generic arguments.

use crate::ast::{Expr, GenericArg, GenericArgs, Ident, Path, PathSegment, QSelf, Ty, TyKind};
use crate::parser::{LITERALS, P, Parser, TYPES, is_ident, is_path_keyword};
use crate::token::{Delim, Specifier, TokenKind};

/// Where a path stands decides how its generic arguments are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `Vec<T>`, `Fn(A) -> B`.
    Type,
    /// `Vec::<T>`.
    Expression,
    /// None: `use`, visibility, macros.
    Module,
}

impl Parser<'_> {
    /// Whether an identifier or a keyword that begins a path stands here.
    pub(crate) fn at_path_start(&self) -> bool {
        begins_path(&self.token().kind)
    }

    /// A path in a type or a bound.
    pub(crate) fn type_path(&mut self) -> P<Path> {
        self.path(Style::Type)
    }

    /// A path in an expression or a pattern.
    pub(crate) fn expression_path(&mut self) -> P<Path> {
        self.path(Style::Expression)
    }

    /// A path without generic arguments.
    pub(crate) fn module_path(&mut self) -> P<Path> {
        self.path(Style::Module)
    }

    fn path(&mut self, style: Style) -> P<Path> {
        if self.at_fragment(TYPES) {
            return self.in_fragment(|p| p.path(if style == Style::Module { style } else { Style::Type }));
        }
        let lo = self.span();
        if style != Style::Module && self.at_part("<") {
            return self.nest(|p| p.qualified_path(style));
        }
        let global = self.eat("::");
        let mut segments = Vec::new();
        self.segments(style, &mut segments)?;
        Ok(Path { span: self.since(lo), global, qself: None, segments })
    }

    /// `<T as Trait>::name`.
    #[inline(never)]
    fn qualified_path(&mut self, style: Style) -> P<Path> {
        let lo = self.span();
        self.expect_part("<")?;
        let ty = self.ty()?;
        let trait_path = if self.eat_keyword("as") { Some(self.type_path()?) } else { None };
        self.expect_part(">")?;
        self.expect("::")?;
        let mut segments = Vec::new();
        self.segments(style, &mut segments)?;
        Ok(Path { span: self.since(lo), global: false, qself: Some(Box::new(QSelf { ty, trait_path })), segments })
    }

    fn segments(&mut self, style: Style, segments: &mut Vec<PathSegment>) -> P<()> {
        loop {
            segments.push(self.segment(style)?);
            let more = self.check("::")
                && match self.ahead(1) {
                    // `use a::{b}`, `use a::*` and `a::<b>` that was refused here.
                    TokenKind::Open(Delim::Brace) | TokenKind::Punct("*") => style != Style::Module,
                    _ => true,
                };
            if !more {
                return Ok(());
            }
            self.bump();
        }
    }

    fn segment(&mut self, style: Style) -> P<PathSegment> {
        let name = self.segment_name()?;
        let turbofish = self.at("::") && matches!(self.ahead(1), TokenKind::Punct(p) if p.starts_with('<'));
        let args = match style {
            Style::Module => None,
            _ if turbofish => {
                self.bump();
                Some(Box::new(self.nest(Self::generic_args)?))
            }
            Style::Type if self.at_part("<") && !self.at("<=") => Some(Box::new(self.nest(Self::generic_args)?)),
            Style::Type if self.at_open(Delim::Paren) => Some(Box::new(self.parenthesized_args()?)),
            _ => None,
        };
        Ok(PathSegment { name, args })
    }

    fn segment_name(&mut self) -> P<Ident> {
        if let TokenKind::Ident { name, raw: false } = &self.token().kind
            && is_path_keyword(name)
        {
            let ident = Ident { name: name.clone(), span: self.span(), ctxt: self.ctxt() };
            self.bump();
            return Ok(ident);
        }
        self.ident()
    }

    /// The name and turbofish of a method: `collect::<T>`.
    pub(crate) fn method_segment(&mut self) -> P<PathSegment> {
        self.segment(Style::Expression)
    }

    /// `<A, 'b, 3, Item = C>`.
    #[inline(never)]
    fn generic_args(&mut self) -> P<GenericArgs> {
        let lo = self.span();
        let outer = std::mem::take(&mut self.restrict);
        self.expect_part("<")?;
        let mut args = Vec::new();
        while !self.eat_part(">") {
            args.push(self.generic_arg()?);
            if !self.eat(",") {
                self.expect_part(">")?;
                break;
            }
        }
        self.restrict = outer;
        Ok(GenericArgs { span: self.since(lo), args, parenthesized: None })
    }

    #[inline(never)]
    fn generic_arg(&mut self) -> P<GenericArg> {
        if let Some(lifetime) = self.lifetime() {
            return Ok(GenericArg::Lifetime(lifetime));
        }
        let negative = self.at("-");
        if negative
            || self.at_open(Delim::Brace)
            || matches!(self.token().kind, TokenKind::Literal { .. })
            || self.at_fragment(LITERALS)
            || self.at_fragment(&[Specifier::Block])
            || self.at_keyword("true")
            || self.at_keyword("false")
        {
            return Ok(GenericArg::Const(self.const_argument()?));
        }
        if self.at_ident() {
            match self.ahead(1) {
                TokenKind::Punct("=") => {
                    let name = self.ident()?;
                    self.bump();
                    return Ok(GenericArg::Binding(name, None, self.ty()?));
                }
                TokenKind::Punct(":") => {
                    let name = self.ident()?;
                    self.bump();
                    return Ok(GenericArg::Bound(name, self.bounds()?));
                }
                _ => {}
            }
        }
        self.check(">");
        if !self.begins_type() {
            for what in ["lifetime", "type", "const"] {
                self.could_be(what);
            }
            return Err(self.unexpected());
        }
        let ty = self.ty()?;
        if (self.at("=") || self.at(":"))
            && let TyKind::Path(Path { qself: None, segments, .. }) = &ty.kind
            && let [PathSegment { name, args: Some(args) }] = &segments[..]
        {
            let (name, args) = (name.clone(), args.clone());
            let binding = self.at("=");
            self.bump();
            return Ok(if binding {
                GenericArg::Binding(name, Some(args), self.ty()?)
            } else {
                GenericArg::Bound(name, self.bounds()?)
            });
        }
        Ok(GenericArg::Type(ty))
    }

    /// A literal, `-literal` or `{ … }`: what may stand for a constant among generic arguments.
    pub(crate) fn const_argument(&mut self) -> P<Expr> {
        if self.at_open(Delim::Brace) || self.at_fragment(&[Specifier::Block]) {
            self.block_expression()
        } else {
            self.literal_maybe_minus()
        }
    }

    /// `(A, B) -> C`.
    #[inline(never)]
    fn parenthesized_args(&mut self) -> P<GenericArgs> {
        let lo = self.span();
        self.expect_open(Delim::Paren)?;
        let (inputs, _) = self.list(Delim::Paren, Self::ty, |p, span| Some(p.error_ty(span)));
        let output: Option<Ty> = if self.eat("->") { Some(self.ty_no_bounds()?) } else { None };
        let args = inputs.into_iter().map(GenericArg::Type).collect();
        Ok(GenericArgs { span: self.since(lo), args, parenthesized: Some(output) })
    }
}

/// Whether a token begins a path (`::` and `<` aside).
pub(crate) fn begins_path(token: &TokenKind) -> bool {
    is_ident(token) || matches!(token, TokenKind::Ident { name, raw: false } if is_path_keyword(name))
}
