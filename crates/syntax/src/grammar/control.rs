//! Control flow: loops, `if`, `match`, closures.

use crate::ast::{Arm, Closure, ExprKind, Ident};
use crate::grammar::statements::ends_statement;
use crate::parser::{P, Parser, Reported, Restrict};
use crate::token::{Delim, Specifier, TokenKind};
use stair_source::{Code, Diagnostic};

impl Parser<'_> {
    /// `'label: loop { … }` and its kin.
    #[inline(never)]
    pub(super) fn labelled(&mut self) -> P<ExprKind> {
        let Some(label) = self.lifetime() else { return Err(self.expected_production("expression")) };
        if !self.eat(":") {
            let error =
                Diagnostic::new(Code::Syntax, label.span, "expected `while`, `for`, `loop` or `{` after a label");
            return Err(self.report(error));
        }
        self.no_block_fragment()?;
        if self.at_open(Delim::Brace) {
            return Ok(ExprKind::Block(self.block()?, Some(label)));
        }
        if self.at_keyword("loop") || self.at_keyword("while") || self.at_keyword("for") {
            return self.loop_expression(Some(label));
        }
        let span = self.span();
        Err(self.error(span, "expected `while`, `for`, `loop` or `{` after a label"))
    }

    #[inline(never)]
    pub(super) fn loop_expression(&mut self, label: Option<Ident>) -> P<ExprKind> {
        if self.eat_keyword("loop") {
            return Ok(ExprKind::Loop(self.block()?, label));
        }
        if self.eat_keyword("while") {
            let cond = Box::new(self.head_expr(true)?);
            return Ok(ExprKind::While { cond, body: self.block()?, label });
        }
        self.expect_keyword("for")?;
        let pat = self.pat()?;
        if !self.eat_keyword("in") {
            let place = self.prev.shrink_to_hi();
            if !self.at("=") && self.begins_expression() {
                self.report(Diagnostic::new(Code::Syntax, place, "missing `in` in `for` loop").suggest(
                    "try adding `in` here",
                    place,
                    " in",
                ));
            } else {
                return Err(self.unexpected());
            }
        }
        let iter = self.head_expr(false)?;
        Ok(ExprKind::For { pat: Box::new(pat), iter: Box::new(iter), body: self.block()?, label })
    }

    #[inline(never)]
    pub(super) fn if_expression(&mut self) -> P<ExprKind> {
        let lo = self.span();
        self.bump();
        let cond = Box::new(self.head_expr(true)?);
        let at_body = self.at_open(Delim::Brace) || self.at_fragment(&[Specifier::Block]);
        if matches!(cond.kind, ExprKind::Block(_, None)) && !at_body {
            // What was read as the condition is the body.
            let place = lo.shrink_to_hi();
            return Err(self.report(
                Diagnostic::new(Code::Syntax, place, "missing condition for `if` expression")
                    .primary("expected condition here"),
            ));
        }
        let then = self.block()?;
        let mut els = None;
        if self.eat_keyword("else") {
            let lo = self.span();
            els = Some(Box::new(if self.at_keyword("if") {
                let kind = self.nest(Self::if_expression)?;
                self.node(lo, kind)
            } else {
                self.block_expression()?
            }));
        }
        Ok(ExprKind::If { cond, then, els })
    }

    #[inline(never)]
    pub(super) fn match_expression(&mut self) -> P<ExprKind> {
        self.bump();
        let scrutinee = Box::new(self.head_expr(false)?);
        if !self.at_open(Delim::Brace) {
            self.could_be("`{`");
            return Err(self.unexpected());
        }
        self.bump();
        let arms = self.nest(|p| {
            let outer = std::mem::take(&mut p.restrict);
            p.inner_attributes();
            let arms = p.arms();
            p.restrict = outer;
            Ok(arms)
        })?;
        Ok(ExprKind::Match { scrutinee, arms })
    }

    /// The arms and the closing brace of a `match`.
    #[inline(never)]
    pub(super) fn arms(&mut self) -> Vec<Arm> {
        let mut arms = Vec::new();
        while !self.eat_close(Delim::Brace) {
            if self.at_end() {
                break;
            }
            match self.arm() {
                Ok(arm) => arms.push(arm),
                Err(Reported) => self.skip_arm(),
            }
        }
        arms
    }

    /// After an error, go behind the next comma or braces.
    pub(super) fn skip_arm(&mut self) {
        loop {
            match self.token().kind {
                TokenKind::Close(_) | TokenKind::Eof => return,
                TokenKind::Punct(",") => return self.bump(),
                TokenKind::Open(Delim::Brace) => {
                    self.bump_tree();
                    self.eat(",");
                    return;
                }
                _ => self.bump_tree(),
            }
        }
    }

    #[inline(never)]
    pub(super) fn arm(&mut self) -> P<Arm> {
        let attrs = self.outer_attributes();
        if self.at_close(Delim::Brace) {
            return Err(self.attributes_of_nothing(&attrs));
        }
        let lo = self.span();
        let pat = self.pat()?;
        let guard = if self.eat_keyword("if") {
            let guard = self.expr()?;
            self.accept_lets(&guard);
            Some(guard)
        } else {
            None
        };
        if self.at("=") || self.at("->") {
            let span = self.span();
            let found = if self.at("=") { "=" } else { "->" };
            self.report(
                Diagnostic::new(Code::Syntax, span, format!("expected `=>`, found `{found}`"))
                    .primary("expected `=>`")
                    .suggest("use a fat arrow to start a match arm", span, "=>"),
            );
            self.bump();
        } else if !self.eat("=>") {
            return Err(self.unexpected());
        }
        let body = self.with_restrict(Restrict { statement: true, no_struct: false }, Self::expr_here)?;
        let span = self.since(lo);
        let arm = |body| Arm { span, attrs, pat, guard, body };
        if self.eat(",") || self.at_close(Delim::Brace) {
            return Ok(arm(body));
        }
        if ends_statement(&body) && !matches!(body.kind, ExprKind::Macro(_)) {
            return Ok(arm(body));
        }
        if self.at(";") {
            let semicolon = self.span();
            self.report(
                Diagnostic::new(Code::Syntax, semicolon, "`match` arm body without braces")
                    .label(body.span, "this statement is not surrounded by a body")
                    .suggest("replace `;` with `,` to end the `match` arm expression", semicolon, ","),
            );
            self.bump();
            return Ok(arm(body));
        }
        if self.arm_follows() {
            let place = body.span.shrink_to_hi();
            self.report(Diagnostic::new(Code::Syntax, place, "expected `,` following `match` arm").suggest(
                "missing a comma here to end this `match` arm",
                place,
                ",",
            ));
            return Ok(arm(body));
        }
        self.check(",");
        self.check_close(Delim::Brace);
        Err(self.unexpected())
    }

    /// Whether what stands here looks like another arm: a `=>` before any comma or semicolon.
    fn arm_follows(&self) -> bool {
        /// How many tokens a pattern is looked for.
        const REACH: usize = 64;
        let mut depth = 0u32;
        for n in 0..REACH {
            match self.ahead(n) {
                TokenKind::Open(_) => depth += 1,
                TokenKind::Close(_) if depth > 0 => depth -= 1,
                TokenKind::Punct("=>") if depth == 0 => return n > 0,
                TokenKind::Punct("," | ";") if depth == 0 => return false,
                TokenKind::Close(_) | TokenKind::Eof => return false,
                _ => {}
            }
        }
        false
    }

    /// Some blocks cannot be fragments of a macro's call.
    fn no_block_fragment(&mut self) -> P<()> {
        if !self.at_fragment(&[Specifier::Block]) {
            return Ok(());
        }
        let span = self.span();
        Err(self.error(span, "cannot use a `block` macro fragment here"))
    }

    /// `move |a, b: T| -> R body`.
    #[inline(never)]
    pub(super) fn closure(&mut self) -> P<ExprKind> {
        self.for_lifetimes()?;
        self.eat_keyword("static");
        let is_async = self.eat_keyword("async");
        let is_move = self.eat_keyword("move");
        let mut params = Vec::new();
        if !self.eat("||") {
            self.expect("|")?;
            while !self.eat("|") {
                self.outer_attributes();
                let pat = self.pat_no_alternatives()?;
                let ty = if self.eat(":") { Some(self.ty()?) } else { None };
                params.push((pat, ty));
                if !self.eat(",") {
                    self.expect("|")?;
                    break;
                }
            }
        }
        let ret = if self.eat("->") { Some(self.ty_no_bounds()?) } else { None };
        let body = if ret.is_some() {
            self.no_block_fragment()?;
            self.block_expression()?
        } else {
            let restrict = Restrict { statement: false, ..self.restrict };
            self.with_restrict(restrict, Self::expr_here)?
        };
        Ok(ExprKind::Closure(Box::new(Closure { is_move, is_async, params, ret, body })))
    }
}
