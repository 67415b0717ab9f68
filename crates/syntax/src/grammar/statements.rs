//! Blocks and statements.

use crate::ast::{Attr, Block, Expr, ExprKind, Stmt, StmtKind};
use crate::parser::{P, Parser, Reported, Restrict};
use crate::token::{Delim, Specifier, TokenKind};
use stair_source::{Code, Diagnostic, Span, Suggestion};

impl Parser<'_> {
    /// `{ … }`. Inner attributes are refused: only [`Parser::block_with_inner`] takes them.
    pub(crate) fn block(&mut self) -> P<Block> {
        let (block, attrs) = self.block_with_inner()?;
        let harmless = ["allow", "warn", "deny", "forbid", "expect", "rustfmt::skip"];
        if let Some(attr) = attrs.iter().find(|a| !a.is_doc && !harmless.contains(&a.path.as_str())) {
            self.error(attr.span, "an inner attribute is not permitted in this context");
        }
        Ok(block)
    }

    /// `{ #![…] … }`.
    pub(crate) fn block_with_inner(&mut self) -> P<(Block, Vec<Attr>)> {
        if self.at_fragment(&[Specifier::Block]) {
            return self.in_fragment(Self::block_with_inner);
        }
        let lo = self.span();
        if !self.eat_open(Delim::Brace) {
            return Err(self.expected_production("`{`"));
        }
        self.nest(|p| {
            let outer = std::mem::take(&mut p.restrict);
            let attrs = p.inner_attributes();
            let block = p.statements(lo);
            p.restrict = outer;
            Ok((block, attrs))
        })
    }

    /// The statements and the closing brace.
    fn statements(&mut self, lo: Span) -> Block {
        let id = self.fresh();
        let mut stmts: Vec<Stmt> = Vec::new();
        let mut tail = None;
        while !self.eat_close(Delim::Brace) {
            if self.at_end() {
                break;
            }
            let start = self.progress();
            match self.statement() {
                Ok(Parsed::Statement(stmt)) => stmts.push(stmt),
                Ok(Parsed::Tail(expr)) => {
                    tail = Some(Box::new(expr));
                    self.eat_close(Delim::Brace);
                    break;
                }
                Err(Reported) => {
                    let span = self.span();
                    self.skip_statement(start);
                    let expr = Expr { id: self.fresh(), span, attrs: Vec::new(), kind: ExprKind::Error };
                    let kind = StmtKind::Expr { expr, semi: true };
                    stmts.push(Stmt { id: self.fresh(), span, attrs: Vec::new(), kind });
                }
            }
        }
        Block { id, span: self.since(lo), stmts, tail }
    }

    /// After an error, go to where the next statement begins. `start` is where the failed one began.
    fn skip_statement(&mut self, start: usize) {
        let failed = self.progress();
        loop {
            match &self.token().kind {
                TokenKind::Close(_) | TokenKind::Eof => return,
                TokenKind::Punct(";") => {
                    self.bump();
                    return;
                }
                TokenKind::Open(Delim::Brace) => {
                    self.bump_tree();
                    if !self.at_keyword("else") && !self.at(".") && !self.at("?") && !self.at(";") && !self.at(")") {
                        return;
                    }
                }
                TokenKind::Ident { name, raw: false }
                    if self.progress() > start
                        && (self.progress() > failed || self.at_line_start())
                        && matches!(
                            name.as_str(),
                            "let" | "fn" | "struct" | "enum" | "impl" | "trait" | "mod" | "use" | "static" | "return"
                        ) =>
                {
                    return;
                }
                TokenKind::Ident { raw: false, .. } if self.progress() > start && self.at_line_start() => return,
                _ => self.bump_tree(),
            }
        }
    }

    #[inline(never)]
    pub(crate) fn statement(&mut self) -> P<Parsed> {
        let lo = self.span();
        let attrs = self.outer_attributes();
        if self.at_close(Delim::Brace) && !attrs.is_empty() {
            return Err(self.attributes_of_nothing(&attrs));
        }
        if self.eat(";") {
            return Ok(self.made(lo, Vec::new(), StmtKind::Empty));
        }
        if self.at_fragment(&[Specifier::Stmt]) {
            return self.statement_fragment(attrs);
        }
        if self.at_keyword("let") {
            let kind = self.let_statement(true)?;
            return Ok(self.made(lo, attrs, kind));
        }
        if self.at_item_start() {
            let item = self.item(attrs, crate::grammar::items::Place::Block)?;
            let lo = item.span;
            return Ok(self.made(lo, Vec::new(), StmtKind::Item(Box::new(item))));
        }
        self.expression_statement(lo, attrs)
    }

    fn made(&mut self, lo: Span, attrs: Vec<Attr>, kind: StmtKind) -> Parsed {
        Parsed::Statement(Stmt { id: self.fresh(), span: self.since(lo), attrs, kind })
    }

    /// Report attributes or a doc comment before nothing.
    pub(crate) fn attributes_of_nothing(&mut self, attrs: &[Attr]) -> Reported {
        let Some(last) = attrs.last() else { return Reported };
        if last.is_doc {
            return self.report(
                Diagnostic::new(Code::E0585, last.span, "found a documentation comment that doesn't document anything")
                    .help("doc comments must come before what they document, if a comment was intended use `//`"),
            );
        }
        self.error(last.span, "expected statement after outer attribute")
    }

    /// `let pat: ty = init else { … };`
    #[inline(never)]
    fn let_statement(&mut self, semicolon: bool) -> P<StmtKind> {
        self.bump();
        if self.at_keyword("auto") || self.at_keyword("var") {
            let span = self.span();
            if matches!(self.ahead(1), TokenKind::Ident { .. }) {
                self.error(span, "write `let` instead of `auto` to introduce a new variable");
                self.bump();
            }
        }
        let pat = if self.at("|") { self.pat()? } else { self.pat_no_alternatives()? };
        if self.at("|") {
            let span = pat.span;
            return Err(self.error(span, "`let` bindings require top-level or-patterns in parentheses"));
        }
        let ty = if self.eat(":") { Some(self.ty()?) } else { None };
        let mut init = None;
        if self.eat("=") {
            init = Some(self.expr()?);
        } else if let TokenKind::Punct("+=" | "-=" | "*=" | "/=" | "%=" | "&=" | "|=" | "^=" | "<<=" | ">>=" | "==") =
            self.token().kind
        {
            let span = self.span();
            let message = "can't reassign an uninitialized variable";
            let fix = "initialize the variable";
            self.report(Diagnostic::new(Code::Syntax, span, message).suggest(fix, span, "="));
            self.bump();
            init = Some(self.expr()?);
        }
        let mut els = None;
        if let Some(init) = &init
            && self.eat_keyword("else")
        {
            self.check_let_else(init);
            els = Some(self.block()?);
        }
        if semicolon && !self.eat(";") {
            self.unexpected();
            // Go on behind the `let` unless its line has more to skip.
            if !self.at_line_start() && !matches!(self.token().kind, TokenKind::Close(_)) {
                return Err(Reported);
            }
        }
        Ok(StmtKind::Let { pat, ty, init, els })
    }

    #[inline(never)]
    /// Report what cannot stand before the `else` of a `let`.
    fn check_let_else(&mut self, init: &Expr) {
        if let ExprKind::Logical { and, .. } = &init.kind {
            let op = if *and { "&&" } else { "||" };
            let message = format!("a `{op}` expression cannot be directly assigned in `let...else`");
            self.error(init.span, message);
        } else if ends_with_brace(init) {
            let brace = Span { lo: init.span.hi.saturating_sub(1).max(init.span.lo), ..init.span };
            self.report(
                Diagnostic::new(
                    Code::Syntax,
                    brace,
                    "right curly brace `}` before `else` in a `let...else` statement not allowed",
                )
                .help("wrap the expression in parentheses"),
            );
        }
    }

    /// What `$name:stmt` takes: a statement without the `;` behind it, or a lone `;`.
    pub(crate) fn statement_without_semicolon(&mut self) -> P<Stmt> {
        if self.at_fragment(&[Specifier::Stmt]) {
            return self.in_fragment(Self::statement_without_semicolon);
        }
        let lo = self.span();
        let attrs = self.outer_attributes();
        let made = if self.eat(";") {
            self.made(lo, attrs, StmtKind::Empty)
        } else if self.at_keyword("let") {
            let kind = self.let_statement(false)?;
            self.made(lo, attrs, kind)
        } else if self.at_item_start() {
            let item = self.item(attrs, crate::grammar::items::Place::Block)?;
            self.made(lo, Vec::new(), StmtKind::Item(Box::new(item)))
        } else {
            let restrict = Restrict { statement: true, no_struct: false };
            let mut expr = self.with_restrict(restrict, Self::expr_here)?;
            expr.attrs.splice(0..0, attrs);
            self.made(lo, Vec::new(), StmtKind::Expr { expr, semi: false })
        };
        match made {
            Parsed::Statement(stmt) => Ok(stmt),
            Parsed::Tail(_) => Err(Reported),
        }
    }

    /// A statement that a macro's call gave. It takes no `;` behind it, which is a statement of its own.
    fn statement_fragment(&mut self, attrs: Vec<Attr>) -> P<Parsed> {
        let mut stmt = self.in_fragment(Self::statement_without_semicolon)?;
        match &mut stmt.kind {
            StmtKind::Expr { expr, .. } => {
                expr.attrs.splice(0..0, attrs);
                if matches!(self.token().kind, TokenKind::Close(_) | TokenKind::Eof)
                    && let StmtKind::Expr { expr, .. } = stmt.kind
                {
                    return Ok(Parsed::Tail(expr));
                }
            }
            StmtKind::Let { .. } => {
                stmt.attrs.splice(0..0, attrs);
            }
            StmtKind::Item(item) => {
                item.attrs.splice(0..0, attrs);
            }
            StmtKind::Empty => {}
        }
        Ok(Parsed::Statement(stmt))
    }

    fn expression_statement(&mut self, lo: Span, attrs: Vec<Attr>) -> P<Parsed> {
        let outer = std::mem::replace(&mut self.restrict, Restrict { statement: true, no_struct: false });
        let expr = self.expr_here();
        self.restrict = outer;
        let mut expr = expr?;
        if !attrs.is_empty() {
            expr.attrs.splice(0..0, attrs);
        }
        if self.eat(";") {
            return Ok(self.made(lo, Vec::new(), StmtKind::Expr { expr, semi: true }));
        }
        if self.check_close(Delim::Brace) || self.at_end() && self.in_macro() {
            return Ok(Parsed::Tail(expr));
        }
        if ends_statement(&expr) {
            return Ok(self.made(lo, Vec::new(), StmtKind::Expr { expr, semi: false }));
        }
        if self.at("=>") || !self.semicolon_is_missing(&expr) {
            return Err(self.unexpected());
        }
        Ok(self.made(lo, Vec::new(), StmtKind::Expr { expr, semi: true }))
    }

    /// Report a missing `;` behind `expr` if the next line goes on with something else.
    #[inline(never)]
    fn semicolon_is_missing(&mut self, expr: &Expr) -> bool {
        let place = self.prev.shrink_to_hi();
        let span = self.span();
        if let (ExprKind::Path(path), true) = (&expr.kind, self.at_ident())
            && path.segments.len() == 1
            && matches!(path.segments[0].name.name.as_str(), "var" | "auto" | "mut")
            && !self.at_line_start()
        {
            let word = path.span;
            self.report(
                Diagnostic::new(Code::Syntax, word, "invalid variable declaration").suggest(
                    "write `let` instead of `auto` to introduce a new variable"
                        .replace("auto", &path.segments[0].name.name),
                    word,
                    "let",
                ),
            );
            return false;
        }
        if !self.at_line_start() || self.at_end() {
            return false;
        }
        let found = crate::parser::describe(&self.token().kind);
        let mut error = Diagnostic::new(Code::Syntax, place, format!("expected `;`, found {found}"))
            .label(span, "unexpected token");
        error.suggestions.push(Suggestion { message: "add `;` here".into(), edits: vec![(place, ";".into())] });
        self.report(error);
        true
    }
}

/// What [`Parser::statement`] found.
#[expect(clippy::large_enum_variant, reason = "it is taken apart as soon as it is made")]
pub(crate) enum Parsed {
    Statement(Stmt),
    /// The expression at the end of the block.
    Tail(Expr),
}

/// Whether the text of an expression ends with `}`, which an `else` behind it would be taken to belong to.
fn ends_with_brace(mut expr: &Expr) -> bool {
    loop {
        expr = match &expr.kind {
            ExprKind::Struct { .. }
            | ExprKind::Block(..)
            | ExprKind::Unsafe(_)
            | ExprKind::ConstBlock(_)
            | ExprKind::Async(_)
            | ExprKind::If { .. }
            | ExprKind::Match { .. }
            | ExprKind::Loop(..)
            | ExprKind::While { .. }
            | ExprKind::For { .. } => return true,
            ExprKind::Macro(call) => return call.delim == Delim::Brace,
            ExprKind::Unary(_, inner)
            | ExprKind::Borrow { expr: inner, .. }
            | ExprKind::RawBorrow { expr: inner, .. }
            | ExprKind::Binary { rhs: inner, .. }
            | ExprKind::Logical { rhs: inner, .. }
            | ExprKind::Assign { rhs: inner, .. }
            | ExprKind::AssignOp { rhs: inner, .. }
            | ExprKind::Let(_, inner)
            | ExprKind::Range { hi: Some(inner), .. }
            | ExprKind::Break(_, Some(inner))
            | ExprKind::Return(Some(inner)) => inner,
            ExprKind::Closure(closure) => &closure.body,
            _ => return false,
        }
    }
}

/// Whether an expression ends a statement without `;`.
pub(crate) fn ends_statement(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::If { .. }
        | ExprKind::Match { .. }
        | ExprKind::Block(..)
        | ExprKind::Unsafe(_)
        | ExprKind::ConstBlock(_)
        | ExprKind::Loop(..)
        | ExprKind::While { .. }
        | ExprKind::For { .. } => true,
        ExprKind::Macro(call) => call.delim == Delim::Brace,
        _ => false,
    }
}
