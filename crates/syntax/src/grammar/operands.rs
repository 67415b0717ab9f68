//! What stands between operators: literals, paths, calls, fields, blocks, control flow, closures.

use crate::ast::{Expr, ExprKind, FieldExpr, Ident, Lit, MacroCall, Path, UnOp};
use crate::grammar::statements::ends_statement;
use crate::literal;
use crate::parser::{LITERALS, P, Parser, Reported, Restrict, is_word};
use crate::token::{Delim, LitKind, Specifier, TokenKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};

/// Fragments of macro calls that are operands as they are.
const WHOLE_OPERANDS: &[Specifier] = &[Specifier::Expr, Specifier::Expr2021, Specifier::Literal, Specifier::Block];

impl Parser<'_> {
    /// An operand with what follows it: `.field`, `.method()`, `?`, `(…)`, `[…]`.
    pub(crate) fn operand(&mut self) -> P<Expr> {
        let start = self.span();
        let mut expr = self.primary()?;
        loop {
            let kind = if self.eat("?") {
                ExprKind::Try(Box::new(expr))
            } else if self.eat(".") {
                self.wrap()?;
                expr = self.after_dot(expr, start)?;
                continue;
            } else if self.restrict.statement && ends_statement(&expr) {
                return Ok(expr);
            } else if self.at_open(Delim::Paren) {
                self.bump();
                let args = self.expressions(Delim::Paren);
                ExprKind::Call(Box::new(expr), args)
            } else if self.at_open(Delim::Bracket) {
                self.bump();
                let index = self.expr();
                if index.is_err() {
                    self.skip_group_rest(Delim::Bracket);
                } else {
                    self.close(Delim::Bracket);
                }
                let index = index.unwrap_or_else(|Reported| self.error_expr(expr.span.shrink_to_hi()));
                ExprKind::Index(Box::new(expr), Box::new(index))
            } else {
                return Ok(expr);
            };
            self.wrap()?;
            expr = self.node(start, kind);
        }
    }

    pub(super) fn node(&mut self, start: Span, kind: ExprKind) -> Expr {
        Expr { id: self.fresh(), span: self.since(start), attrs: Vec::new(), kind }
    }

    /// What stands for an expression that does not parse.
    pub(crate) fn error_expr(&mut self, span: Span) -> Expr {
        Expr { id: self.fresh(), span, attrs: Vec::new(), kind: ExprKind::Error }
    }

    /// `a, b, c` and the closing delimiter.
    pub(crate) fn expressions(&mut self, delim: Delim) -> Vec<Expr> {
        self.list(delim, Self::expr, |p, span| Some(p.error_expr(span))).0
    }

    /// A field, method call or `await` behind a dot.
    #[inline(never)]
    fn after_dot(&mut self, receiver: Expr, start: Span) -> P<Expr> {
        if let TokenKind::Literal { kind, text, suffix } = self.token().kind.clone() {
            return self.tuple_index(receiver, start, kind, &text, &suffix);
        }
        if self.at_keyword("await") {
            self.bump();
            return Ok(self.node(start, ExprKind::Await(Box::new(receiver))));
        }
        if !self.at_ident() {
            let found = crate::parser::describe(&self.token().kind);
            let error = Diagnostic::new(Code::Syntax, self.span(), format!("unexpected token: {found}"));
            self.report(error);
            if matches!(self.token().kind, TokenKind::Close(_)) || self.at(";") {
                // `x.` while it is being typed: keep what there is.
                return Ok(receiver);
            }
            return Err(Reported);
        }
        let mut method = self.method_segment()?;
        if self.at_open(Delim::Paren) {
            self.bump();
            let args = self.expressions(Delim::Paren);
            // Where a macro calls a method that its own call named, the method call is the macro's.
            if self.prev.contains(method.name.span) {
                method.name.span = self.prev;
            }
            return Ok(self.node(start, ExprKind::MethodCall { receiver: Box::new(receiver), method, args }));
        }
        if let Some(args) = &method.args {
            let span = args.span;
            self.error(span, "field expressions cannot have generic arguments");
        }
        Ok(self.node(start, ExprKind::Field(Box::new(receiver), method.name)))
    }

    /// `.0`, and `.0.1` which the lexer reads as one float.
    #[inline(never)]
    fn tuple_index(&mut self, receiver: Expr, start: Span, kind: LitKind, text: &str, suffix: &str) -> P<Expr> {
        let at = self.span();
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = text.split('.').collect();
        let sound = match kind {
            LitKind::Int => all_digits(text),
            LitKind::Float => parts.len() == 2 && !parts[0].is_empty() && parts.iter().all(|p| all_digits(p)),
            _ => false,
        };
        if !sound {
            let error = Diagnostic::new(Code::Syntax, at, format!("unexpected token: `{text}{suffix}`"));
            self.report(error);
            self.bump();
            return Ok(receiver);
        }
        if !suffix.is_empty() {
            let end = Span { lo: at.lo + text.len() as u32, ..at };
            self.report(
                Diagnostic::new(Code::Syntax, end, "suffixes on a tuple index are invalid")
                    .primary(format!("invalid suffix `{suffix}`")),
            );
        }
        self.bump();
        let mut expr = receiver;
        let mut lo = at.lo;
        for part in parts {
            let hi = lo + part.len() as u32;
            let span = Span { lo, hi, ..at };
            lo = hi + 1;
            if part.is_empty() {
                // `x.0.`: a field or method is due behind the second dot.
                self.wrap()?;
                return self.after_dot(expr, start);
            }
            let name = Ident::new(part, span);
            self.wrap()?;
            expr = Expr {
                id: self.fresh(),
                span: start.to(span),
                attrs: Vec::new(),
                kind: ExprKind::Field(Box::new(expr), name),
            };
        }
        Ok(expr)
    }

    /// An operand alone.
    fn primary(&mut self) -> P<Expr> {
        if self.at_fragment(WHOLE_OPERANDS) {
            return self.in_fragment(Self::expr);
        }
        let lo = self.span();
        let id = self.fresh();
        let kind = self.primary_kind(id)?;
        Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind })
    }

    #[inline(never)]
    fn primary_kind(&mut self, id: crate::ast::NodeId) -> P<ExprKind> {
        match &self.token().kind {
            TokenKind::Literal { .. } => return Ok(ExprKind::Lit(self.literal()?)),
            TokenKind::Open(Delim::Paren) => return Ok(self.parenthesized()),
            TokenKind::Open(Delim::Bracket) => return Ok(self.array()),
            TokenKind::Open(Delim::Brace) => return Ok(ExprKind::Block(self.block()?, None)),
            TokenKind::Lifetime(_) => return self.labelled(),
            TokenKind::Punct("|" | "||") => return self.closure(),
            TokenKind::Ident { name, raw: false } => match name.as_str() {
                "true" | "false" => return Ok(ExprKind::Lit(self.literal()?)),
                "if" => return self.if_expression(),
                "match" => return self.match_expression(),
                "loop" | "while" | "for" if !self.at_binder_closure() => return self.loop_expression(None),
                "unsafe" => {
                    self.bump();
                    return Ok(ExprKind::Unsafe(self.block()?));
                }
                "const" if matches!(self.ahead(1), TokenKind::Open(Delim::Brace)) => {
                    self.bump();
                    return Ok(ExprKind::ConstBlock(self.block()?));
                }
                "async" if self.at_async_block() => {
                    self.bump();
                    self.eat_keyword("move");
                    return Ok(ExprKind::Async(self.block()?));
                }
                "move" | "async" | "static" | "for" => return self.closure(),
                "let" => {
                    let lo = self.span();
                    let kind = self.let_expression()?;
                    let span = self.since(lo);
                    self.pending_lets.push((id, span));
                    return Ok(kind);
                }
                "return" => {
                    self.bump();
                    return Ok(ExprKind::Return(self.optional_value()?));
                }
                "break" => {
                    self.bump();
                    let label = self.lifetime();
                    return Ok(ExprKind::Break(label, self.optional_value()?));
                }
                "continue" => {
                    self.bump();
                    return Ok(ExprKind::Continue(self.lifetime()));
                }
                "_" => {
                    self.bump();
                    return Ok(ExprKind::Underscore);
                }
                _ => {}
            },
            _ => {}
        }
        if self.at_path_start()
            || self.at("::")
            || self.at("<")
            || self.at("<<")
            || self.at_fragment(&[Specifier::Path])
        {
            return self.path_expression();
        }
        Err(self.expected_production("expression"))
    }

    fn at_async_block(&self) -> bool {
        match self.ahead(1) {
            TokenKind::Open(Delim::Brace) => true,
            other => is_word(other, "move") && matches!(self.ahead(2), TokenKind::Open(Delim::Brace)),
        }
    }

    fn at_binder_closure(&self) -> bool {
        self.at_keyword("for") && matches!(self.ahead(1), TokenKind::Punct("<"))
    }

    /// The value of `return` and `break`.
    fn optional_value(&mut self) -> P<Option<Box<Expr>>> {
        let begins = self.begins_expression() && !(self.restrict.no_struct && self.at_open(Delim::Brace));
        if !begins {
            return Ok(None);
        }
        let restrict = Restrict { statement: false, ..self.restrict };
        Ok(Some(Box::new(self.with_restrict(restrict, Self::expr_here)?)))
    }

    /// A literal, `true` and `false` included.
    #[inline(never)]
    fn literal(&mut self) -> P<Lit> {
        let span = self.span();
        let lit = match &self.token().kind {
            TokenKind::Literal { kind, text, suffix } => {
                let (kind, text, suffix) = (*kind, text.clone(), suffix.clone());
                // A wrong suffix is as good as none, once it is reported.
                let suffix = if self.check_suffix(kind, &suffix, span) { suffix } else { SmolStr::default() };
                literal::value(kind, &text, &suffix).unwrap_or_else(|message| {
                    let mut error = Diagnostic::new(Code::Syntax, span, message);
                    if error.message == "integer literal is too large" {
                        error = error.note("value exceeds limit of `u128::MAX`");
                    }
                    self.report_literal(error);
                    Lit::Int(0, None)
                })
            }
            token if is_word(token, "true") => Lit::Bool(true),
            token if is_word(token, "false") => Lit::Bool(false),
            _ => return Err(self.expected_production("literal")),
        };
        self.bump();
        Ok(lit)
    }

    /// Whether a literal of the kind may have the suffix; if not, that is reported.
    #[inline(never)]
    fn check_suffix(&mut self, kind: LitKind, suffix: &SmolStr, span: Span) -> bool {
        const INTEGERS: &[&str] =
            &["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"];
        let is_float = matches!(suffix.as_str(), "f32" | "f64");
        let error = match kind {
            _ if suffix.is_empty() => return true,
            LitKind::Int if is_float || INTEGERS.contains(&suffix.as_str()) => return true,
            LitKind::Float if is_float => return true,
            LitKind::Int | LitKind::Float => {
                let width = suffix.strip_prefix(['i', 'u', 'f']).unwrap_or("");
                let is_width = !width.is_empty() && width.bytes().all(|b| b.is_ascii_digit());
                if is_width && !suffix.starts_with('f') && kind == LitKind::Int {
                    Diagnostic::new(Code::Syntax, span, format!("invalid width `{width}` for integer literal"))
                        .help("valid widths are 8, 16, 32, 64 and 128")
                } else if is_width && suffix.starts_with('f') {
                    Diagnostic::new(Code::Syntax, span, format!("invalid width `{width}` for float literal"))
                        .help("valid widths are 32 and 64")
                } else if kind == LitKind::Int {
                    Diagnostic::new(Code::Syntax, span, format!("invalid suffix `{suffix}` for number literal"))
                        .primary(format!("invalid suffix `{suffix}`"))
                        .help("the suffix must be one of the numeric types (`u32`, `isize`, `f32`, etc.)")
                } else {
                    Diagnostic::new(Code::Syntax, span, format!("invalid suffix `{suffix}` for float literal"))
                        .primary(format!("invalid suffix `{suffix}`"))
                        .help("valid suffixes are `f32` and `f64`")
                }
            }
            _ => {
                let what = match kind {
                    LitKind::Char => "char",
                    LitKind::Byte => "byte",
                    LitKind::ByteStr | LitKind::RawByteStr => "byte string",
                    LitKind::CStr => "C string",
                    _ => "string",
                };
                Diagnostic::new(Code::Syntax, span, format!("suffixes on {what} literals are invalid"))
                    .primary(format!("invalid suffix `{suffix}`"))
            }
        };
        self.report_literal(error);
        false
    }

    /// `literal` or `-literal`.
    pub(crate) fn literal_maybe_minus(&mut self) -> P<Expr> {
        if self.at_fragment(LITERALS) {
            return self.in_fragment(Self::literal_expr);
        }
        let lo = self.span();
        let id = self.fresh();
        let minus = self.eat("-");
        let inner_lo = self.span();
        if minus && self.at_fragment(LITERALS) {
            let inner = self.in_fragment(Self::literal_expr)?;
            if !matches!(inner.kind, ExprKind::Lit(_)) && !self.is_matching() {
                return Err(self.error(inner_lo, "arbitrary expressions aren't allowed in patterns"));
            }
            return Ok(self.node(lo, ExprKind::Unary(UnOp::Neg, Box::new(inner))));
        }
        let lit = self.literal()?;
        let kind = ExprKind::Lit(lit);
        if !minus {
            return Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind });
        }
        let inner = self.node(inner_lo, kind);
        Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind: ExprKind::Unary(UnOp::Neg, Box::new(inner)) })
    }

    /// A fragment that stands where a literal does.
    fn literal_expr(&mut self) -> P<Expr> {
        let expr = self.expr()?;
        let literal = match &expr.kind {
            ExprKind::Unary(UnOp::Neg, inner) => &inner.kind,
            kind => kind,
        };
        // What a macro's call only passes on is looked at where it ends up.
        if !matches!(literal, ExprKind::Lit(_) | ExprKind::Path(_) | ExprKind::Macro(_)) && !self.is_matching() {
            let span = expr.span;
            return Err(self.error(span, "arbitrary expressions aren't allowed in patterns"));
        }
        Ok(expr)
    }

    /// `()`, `(x)`, `(x,)`, `(x, y)`.
    #[inline(never)]
    fn parenthesized(&mut self) -> ExprKind {
        self.bump();
        let (mut exprs, trailing) = self.list(Delim::Paren, Self::expr, |p, span| Some(p.error_expr(span)));
        if exprs.len() == 1 && !trailing {
            return ExprKind::Paren(Box::new(exprs.remove(0)));
        }
        ExprKind::Tuple(exprs)
    }

    /// `[a, b]` or `[x; n]`.
    #[inline(never)]
    fn array(&mut self) -> ExprKind {
        self.bump();
        let outer = std::mem::take(&mut self.restrict);
        let kind = self.array_body();
        self.restrict = outer;
        kind
    }

    fn array_body(&mut self) -> ExprKind {
        if self.eat_close(Delim::Bracket) {
            return ExprKind::Array(Vec::new());
        }
        let lo = self.span();
        let Ok(first) = self.expr() else {
            self.skip_group_rest(Delim::Bracket);
            return ExprKind::Error;
        };
        if self.eat(";") {
            let count = self.expr();
            if count.is_err() {
                self.skip_group_rest(Delim::Bracket);
            } else {
                self.close(Delim::Bracket);
            }
            let count = count.unwrap_or_else(|Reported| self.error_expr(lo));
            return ExprKind::Repeat(Box::new(first), Box::new(count));
        }
        if self.eat(",") {
            let rest = self.expressions(Delim::Bracket);
            return ExprKind::Array(std::iter::once(first).chain(rest).collect());
        }
        self.close(Delim::Bracket);
        ExprKind::Array(vec![first])
    }

    pub(crate) fn block_expression(&mut self) -> P<Expr> {
        let lo = self.span();
        let block = self.block()?;
        Ok(self.node(lo, ExprKind::Block(block, None)))
    }

    /// A path, a struct expression or a macro call.
    #[inline(never)]
    fn path_expression(&mut self) -> P<ExprKind> {
        let lo = self.span();
        let path = self.expression_path()?;
        if self.at("!")
            && !self.is_behind_fragment()
            && let TokenKind::Open(delim) = *self.ahead(1)
            && path.qself.is_none()
        {
            self.bump();
            self.bump();
            let tokens = self.bump_group_rest();
            self.close(delim);
            return Ok(ExprKind::Macro(MacroCall { span: self.since(lo), path, delim, tokens }));
        }
        if self.at_open(Delim::Brace) && !self.is_behind_fragment() {
            if !self.restrict.no_struct {
                return self.nest(|p| Ok(p.struct_expression(path)));
            }
            if self.surely_struct_expression() {
                let kind = self.nest(|p| Ok(p.struct_expression(path)))?;
                let span = self.since(lo);
                self.report(
                    Diagnostic::new(Code::Syntax, span, "struct literals are not allowed here")
                        .help("surround the struct literal with parentheses: `(`, `)`"),
                );
                return Ok(kind);
            }
        } else {
            self.check("!");
            self.check("::");
            if !self.restrict.no_struct {
                self.could_be("`{`");
            }
        }
        Ok(ExprKind::Path(path))
    }

    /// At `{` where a block is due: whether fields and then a block follow.
    fn surely_struct_expression(&self) -> bool {
        let fields =
            matches!(self.ahead(1), TokenKind::Ident { .. }) && matches!(self.ahead(2), TokenKind::Punct(":" | ","));
        fields && matches!(self.behind_group(0), TokenKind::Open(Delim::Brace))
    }

    /// `{ a: x, b, ..base }` behind a path.
    #[inline(never)]
    fn struct_expression(&mut self, path: Path) -> ExprKind {
        self.bump();
        let mut base = None;
        let field = |p: &mut Self| {
            let attrs = p.outer_attributes();
            let lo = p.span();
            if p.eat("..") {
                if p.at_close(Delim::Brace) {
                    // A base of nothing: fine on the left of an assignment, reported by the checker elsewhere.
                    let span = p.prev.shrink_to_hi();
                    let kind = ExprKind::Range { lo: None, hi: None, inclusive: false };
                    base = Some(Box::new(Expr { id: p.fresh(), span, attrs: Vec::new(), kind }));
                    return Ok(None);
                }
                base = Some(Box::new(p.expr()?));
                if p.at(",") {
                    let span = p.span();
                    p.report(
                        Diagnostic::new(Code::Syntax, lo.to(span), "cannot use a comma after the base struct")
                            .note("the base struct must always be the last field")
                            .suggest("remove this comma", span, ""),
                    );
                }
                return Ok(None);
            }
            p.field_expr(attrs).map(Some)
        };
        let (fields, _) = self.list(Delim::Brace, field, |_, _| None);
        ExprKind::Struct { path, fields: fields.into_iter().flatten().collect(), base }
    }

    #[inline(never)]
    fn field_expr(&mut self, attrs: Vec<crate::ast::Attr>) -> P<FieldExpr> {
        let lo = self.span();
        let name = match &self.token().kind {
            TokenKind::Literal { kind: LitKind::Int, text, suffix } if suffix.is_empty() => {
                let name = Ident::new(text.clone(), lo);
                self.bump();
                name
            }
            _ => {
                self.check_close(Delim::Brace);
                self.ident()?
            }
        };
        if self.at("=") {
            let span = self.span();
            self.report(Diagnostic::new(Code::Syntax, span, "expected `:`, found `=`").suggest(
                "replace equals symbol with a colon",
                span,
                ":",
            ));
            self.bump();
        } else if !self.eat(":") {
            let segments = vec![crate::ast::PathSegment { name: name.clone(), args: None }];
            let path = Path { span: name.span, global: false, qself: None, segments };
            let expr = Expr { id: self.fresh(), span: name.span, attrs: Vec::new(), kind: ExprKind::Path(path) };
            return Ok(FieldExpr { span: self.since(lo), attrs, name, expr, shorthand: true });
        }
        let expr = self.expr()?;
        Ok(FieldExpr { span: self.since(lo), attrs, name, expr, shorthand: false })
    }
}
