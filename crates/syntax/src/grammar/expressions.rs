//! Expressions by precedence: operators, ranges, assignments, casts.

use crate::ast::{BinOp, Expr, ExprKind, Ty, UnOp};
use crate::grammar::statements::ends_statement;
use crate::parser::{P, Parser, Reported, Restrict, can_begin_expression, spelling};
use crate::token::{Delim, TokenKind};
use stair_source::{Code, Diagnostic, Span};

/// How tightly an operator binds its operands; higher is tighter.
pub(crate) mod precedence {
    use crate::ast::BinOp;

    pub(crate) const ASSIGN: u8 = 1;
    pub(crate) const RANGE: u8 = 2;
    pub(crate) const OR: u8 = 3;
    pub(crate) const AND: u8 = 4;
    pub(crate) const COMPARE: u8 = 5;
    pub(crate) const BIT_OR: u8 = 6;
    pub(crate) const BIT_XOR: u8 = 7;
    pub(crate) const BIT_AND: u8 = 8;
    pub(crate) const SHIFT: u8 = 9;
    pub(crate) const SUM: u8 = 10;
    pub(crate) const PRODUCT: u8 = 11;
    pub(crate) const CAST: u8 = 12;
    pub(crate) const PREFIX: u8 = 13;
    pub(crate) const POSTFIX: u8 = 14;

    /// The precedence of a binary operator.
    pub(crate) fn of_binary(op: BinOp) -> u8 {
        match op {
            BinOp::Mul | BinOp::Div | BinOp::Rem => PRODUCT,
            BinOp::Add | BinOp::Sub => SUM,
            BinOp::Shl | BinOp::Shr => SHIFT,
            BinOp::BitAnd => BIT_AND,
            BinOp::BitXor => BIT_XOR,
            BinOp::BitOr => BIT_OR,
            BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => COMPARE,
        }
    }
}

#[derive(Clone, Copy)]
enum Operator {
    Binary(BinOp),
    Logical { and: bool },
    Assign,
    AssignOp(BinOp),
    Range,
    Cast,
}

impl Operator {
    fn precedence(self) -> u8 {
        match self {
            Self::Binary(op) => precedence::of_binary(op),
            Self::Logical { and: true } => precedence::AND,
            Self::Logical { and: false } => precedence::OR,
            Self::Range => precedence::RANGE,
            Self::Assign | Self::AssignOp(_) => precedence::ASSIGN,
            Self::Cast => precedence::CAST,
        }
    }
}

fn binary(punct: &str) -> Option<BinOp> {
    Some(match punct {
        "+" => BinOp::Add,
        "-" => BinOp::Sub,
        "*" => BinOp::Mul,
        "/" => BinOp::Div,
        "%" => BinOp::Rem,
        "&" => BinOp::BitAnd,
        "|" => BinOp::BitOr,
        "^" => BinOp::BitXor,
        "<<" => BinOp::Shl,
        ">>" => BinOp::Shr,
        "==" => BinOp::Eq,
        "!=" => BinOp::Ne,
        "<" | "<-" => BinOp::Lt,
        "<=" => BinOp::Le,
        ">" => BinOp::Gt,
        ">=" => BinOp::Ge,
        _ => return None,
    })
}

impl Parser<'_> {
    /// An expression, free of the limits of the place where it stands.
    ///
    /// # Errors
    /// One was reported.
    pub fn expr(&mut self) -> P<Expr> {
        self.with_restrict(Restrict::default(), Self::expr_here)
    }

    /// An expression under the limits in force.
    pub(crate) fn expr_here(&mut self) -> P<Expr> {
        self.expr_above(0)
    }

    /// The condition of `if` or `while`, or what `match` and `for` take: no struct expression, and `let` where allowed.
    pub(crate) fn head_expr(&mut self, lets: bool) -> P<Expr> {
        let before = self.pending_lets.len();
        let expr = self.with_restrict(Restrict { no_struct: true, statement: false }, Self::expr_here)?;
        if lets && self.pending_lets.len() > before {
            self.accept_lets(&expr);
        }
        Ok(expr)
    }

    /// Accept the `let`s that `&&` joins, at the top of a condition.
    pub(crate) fn accept_lets(&mut self, condition: &Expr) {
        match &condition.kind {
            ExprKind::Logical { and: true, lhs, rhs, .. } => {
                self.accept_lets(lhs);
                self.accept_lets(rhs);
            }
            ExprKind::Let(..) => self.pending_lets.retain(|&(id, _)| id != condition.id),
            _ => {}
        }
    }

    /// Report the `let`s that no condition accepted.
    pub(crate) fn reject_stray_lets(&mut self) {
        for (_, span) in std::mem::take(&mut self.pending_lets) {
            self.report(
                Diagnostic::new(Code::Syntax, span, "expected expression, found `let` statement")
                    .note("only supported directly in conditions of `if` and `while` expressions"),
            );
        }
    }

    pub(crate) fn with_restrict<T>(&mut self, restrict: Restrict, run: impl FnOnce(&mut Self) -> P<T>) -> P<T> {
        let outer = std::mem::replace(&mut self.restrict, restrict);
        let result = run(self);
        self.restrict = outer;
        result
    }

    /// Whether an expression can begin here.
    pub(crate) fn begins_expression(&self) -> bool {
        can_begin_expression(&self.token().kind)
    }

    /// An expression of operators that bind at least as tightly as `min`.
    fn expr_above(&mut self, min: u8) -> P<Expr> {
        self.nest(|p| {
            let lhs = p.operand_or_prefix_range(min)?;
            if p.restrict.statement && ends_statement(&lhs) {
                return Ok(lhs);
            }
            p.operators(lhs, min)
        })
    }

    fn operand_or_prefix_range(&mut self, min: u8) -> P<Expr> {
        if !(self.at("..") || self.at("..=") || self.at("...")) || min > precedence::RANGE {
            return self.unary();
        }
        let lo = self.span();
        let id = self.fresh();
        let inclusive = self.range_operator_in_expression();
        let hi = self.range_end_expr(inclusive)?;
        Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind: ExprKind::Range { lo: None, hi, inclusive } })
    }

    /// Take `..`, `..=` or the mistaken `...`.
    fn range_operator_in_expression(&mut self) -> bool {
        let inclusive = !self.at("..");
        if self.at("...") {
            let span = self.span();
            self.report(
                Diagnostic::new(Code::Syntax, span, "unexpected token: `...`")
                    .suggest("use `..` for an exclusive range", span, "..")
                    .suggest("or `..=` for an inclusive range", span, "..="),
            );
        }
        self.bump();
        inclusive
    }

    fn range_end_expr(&mut self, inclusive: bool) -> P<Option<Box<Expr>>> {
        let begins = self.begins_expression() && !(self.restrict.no_struct && self.at_open(Delim::Brace));
        if begins {
            let restrict = Restrict { statement: false, ..self.restrict };
            let hi = self.with_restrict(restrict, |p| p.expr_above(precedence::RANGE + 1))?;
            return Ok(Some(Box::new(hi)));
        }
        if inclusive {
            return Err(self.inclusive_range_without_end());
        }
        Ok(None)
    }

    fn peek_operator(&mut self) -> Option<Operator> {
        let TokenKind::Punct(p) = self.token().kind else {
            self.could_be("an operator");
            return self.at_keyword("as").then_some(Operator::Cast);
        };
        self.could_be("an operator");
        if let Some(op) = binary(p) {
            return Some(Operator::Binary(op));
        }
        Some(match p {
            "&&" => Operator::Logical { and: true },
            "||" => Operator::Logical { and: false },
            "=" => Operator::Assign,
            ".." | "..=" | "..." => Operator::Range,
            _ => Operator::AssignOp(p.strip_suffix('=').and_then(binary)?),
        })
    }

    /// The operators behind `lhs` that bind at least as tightly as `min`.
    fn operators(&mut self, mut lhs: Expr, min: u8) -> P<Expr> {
        while let Some(operator) = self.peek_operator() {
            let precedence = operator.precedence();
            if precedence < min {
                break;
            }
            self.wrap()?;
            self.check_step(&lhs)?;
            lhs = self.operator(lhs, operator, precedence)?;
        }
        Ok(lhs)
    }

    /// Report `x++` and `x--`.
    #[inline(never)]
    fn check_step(&mut self, operand: &Expr) -> P<()> {
        let (first, TokenKind::Punct(second @ ("+" | "-"))) = (self.token(), self.ahead(1)) else { return Ok(()) };
        let joint = self.token_span_ahead(1).lo == first.span.hi;
        if first.kind != TokenKind::Punct(second) || !joint || *second == "-" && self.behind_step_is_operand() {
            return Ok(());
        }
        let span = first.span.to(self.token_span_ahead(1));
        let (name, fix) = if *second == "+" { ("increment", " += 1") } else { ("decrement", " -= 1") };
        self.report(
            Diagnostic::new(Code::Syntax, span, format!("Rust has no postfix {name} operator"))
                .primary("not a valid postfix operator")
                .label(operand.span, "")
                .suggest(format!("use `{}` instead", &fix[1..]), span, fix),
        );
        self.bump();
        self.bump();
        Err(Reported)
    }

    /// Whether an operand stands behind `--`: then it is a subtraction of a negation.
    fn behind_step_is_operand(&self) -> bool {
        matches!(self.ahead(2), TokenKind::Ident { .. } | TokenKind::Literal { .. } | TokenKind::Open(_))
    }

    #[inline(never)]
    fn operator(&mut self, lhs: Expr, operator: Operator, precedence: u8) -> P<Expr> {
        let op_span = self.span();
        // A fragment on the left counts as written by the macro, whatever it is made of.
        let start = if self.is_behind_fragment() { self.prev } else { lhs.span };
        let restrict = Restrict { statement: false, ..self.restrict };
        let kind = match operator {
            Operator::Cast => {
                self.bump();
                let ty = self.cast_ty()?;
                ExprKind::Cast(Box::new(lhs), Box::new(ty))
            }
            Operator::Range => {
                let inclusive = self.range_operator_in_expression();
                let hi = self.with_restrict(restrict, |p| p.range_end_expr(inclusive))?;
                ExprKind::Range { lo: Some(Box::new(lhs)), hi, inclusive }
            }
            Operator::Assign => {
                self.bump();
                let rhs = self.with_restrict(restrict, |p| p.expr_above(precedence::ASSIGN))?;
                ExprKind::Assign { lhs: Box::new(lhs), rhs: Box::new(rhs), op_span }
            }
            Operator::AssignOp(op) => {
                self.bump();
                let rhs = self.with_restrict(restrict, |p| p.expr_above(precedence::ASSIGN))?;
                ExprKind::AssignOp { op, op_span, lhs: Box::new(lhs), rhs: Box::new(rhs) }
            }
            Operator::Logical { and } => {
                self.bump();
                let rhs = self.with_restrict(restrict, |p| p.expr_above(precedence + 1))?;
                ExprKind::Logical { and, op_span, lhs: Box::new(lhs), rhs: Box::new(rhs) }
            }
            Operator::Binary(op) => {
                if self.at("<-") {
                    self.report(Diagnostic::new(Code::Syntax, op_span, "unexpected token: `<-`").suggest(
                        "if you meant to write a comparison against a negative value, add a space between `<` and \
                             `-`",
                        op_span,
                        "< -",
                    ));
                    self.eat_part("<");
                } else {
                    self.bump();
                }
                self.foreign_operator(op, op_span);
                if op.is_comparison() {
                    self.check_chain(&lhs, op, op_span)?;
                }
                let rhs = self.with_restrict(restrict, |p| p.expr_above(precedence + 1))?;
                ExprKind::Binary { op, op_span, lhs: Box::new(lhs), rhs: Box::new(rhs) }
            }
        };
        Ok(Expr { id: self.fresh(), span: self.since(start), attrs: Vec::new(), kind })
    }

    /// Report operators of other languages: `===`, `!==`, `<>`.
    #[inline(never)]
    fn foreign_operator(&mut self, op: BinOp, op_span: Span) {
        let next = self.span();
        if next.lo != op_span.hi {
            return;
        }
        let (wrong, right) = match (op, &self.token().kind) {
            (BinOp::Eq, TokenKind::Punct("=")) => ("===", "=="),
            (BinOp::Ne, TokenKind::Punct("=")) => ("!==", "!="),
            (BinOp::Lt, TokenKind::Punct(">")) => ("<>", "!="),
            _ => return,
        };
        let span = op_span.to(next);
        self.report(
            Diagnostic::new(Code::Syntax, span, format!("invalid comparison operator `{wrong}`"))
                .primary(format!("`{wrong}` is not a valid comparison operator, use `{right}`"))
                .suggest(format!("`{wrong}` is not a valid comparison operator, use `{right}`"), span, right),
        );
        self.bump();
    }

    /// Report `a < b < c`, where `lhs` is `a < b`.
    #[inline(never)]
    fn check_chain(&mut self, lhs: &Expr, op: BinOp, op_span: Span) -> P<()> {
        let ExprKind::Binary { op: first, op_span: first_span, rhs: middle, .. } = &lhs.kind else { return Ok(()) };
        if !first.is_comparison() {
            return Ok(());
        }
        let mut error =
            Diagnostic::new(Code::Syntax, *first_span, "comparison operators cannot be chained").label(op_span, "");
        if *first == BinOp::Lt && matches!(op, BinOp::Gt | BinOp::Shr) {
            // `f<T>(x)`: generic arguments without `::`.
            self.report(error.suggest(
                "use `::<...>` instead of `<...>` to specify lifetime, type, or const arguments",
                first_span.shrink_to_lo(),
                "::",
            ));
            return Err(Reported);
        }
        error.suggestions.push(stair_source::Suggestion {
            message: "split the comparison into two".into(),
            edits: vec![(middle.span.shrink_to_hi(), format!(" && {}", crate::pretty::expr(middle)))],
        });
        self.report(error);
        Ok(())
    }

    /// The type of a cast. `x as usize < y` reads `<` as the start of generic arguments, as `rustc` does, and says so.
    #[inline(never)]
    fn cast_ty(&mut self) -> P<Ty> {
        let start = self.progress();
        let reported = self.reported();
        let name = spelling(&self.token().kind);
        let operator =
            (self.at_ident() && matches!(self.ahead(1), TokenKind::Punct("<" | "<<"))).then(|| self.ahead(1).clone());
        let ty = self.ty_no_bounds();
        if let (Err(Reported), Some(operator), false) = (&ty, operator, self.gave_up()) {
            let operator = spelling(&operator);
            let what = if operator == "<<" { "shift" } else { "comparison" };
            let span = self.token_span(start + 1);
            self.forget_reports_since(reported);
            return Err(self.report(
                Diagnostic::new(
                    Code::Syntax,
                    span,
                    format!("`{operator}` is interpreted as a start of generic arguments for `{name}`, not a {what}"),
                )
                .primary(format!("not interpreted as {what}"))
                .help("put the cast in parentheses"),
            ));
        }
        ty
    }

    /// `-x`, `!x`, `*x`, `&x` and operands.
    #[inline(never)]
    pub(crate) fn unary(&mut self) -> P<Expr> {
        let lo = self.span();
        if self.at("#") {
            let attrs = self.outer_attributes();
            let mut expr = self.nest(Self::unary)?;
            expr.attrs.splice(0..0, attrs);
            return Ok(expr);
        }
        let kind = match self.token().kind {
            TokenKind::Punct("-") => Some(UnOp::Neg),
            TokenKind::Punct("!") => Some(UnOp::Not),
            TokenKind::Punct("*") => Some(UnOp::Deref),
            TokenKind::Punct("&" | "&&") => return self.nest(Self::borrow),
            TokenKind::Punct("~") => {
                let span = self.span();
                self.report(Diagnostic::new(Code::Syntax, span, "`~` cannot be used as a unary operator").suggest(
                    "use `!` to perform bitwise not",
                    span,
                    "!",
                ));
                Some(UnOp::Not)
            }
            TokenKind::Punct("+") => {
                let span = self.span();
                if *self.ahead(1) == TokenKind::Punct("+") && self.token_span_ahead(1).lo == span.hi {
                    let both = span.to(self.token_span_ahead(1));
                    self.report(
                        Diagnostic::new(Code::Syntax, both, "Rust has no prefix increment operator")
                            .primary("not a valid prefix operator")
                            .help("use `+= 1` instead"),
                    );
                    self.bump();
                    self.bump();
                    return self.nest(Self::unary);
                }
                self.report(
                    Diagnostic::new(Code::Syntax, span, "leading `+` is not supported")
                        .primary("unexpected `+`")
                        .suggest("try removing the `+`", span, ""),
                );
                self.bump();
                return self.nest(Self::unary);
            }
            _ => None,
        };
        let Some(op) = kind else { return self.operand() };
        let id = self.fresh();
        self.bump();
        let inner = self.nest(Self::unary_operand)?;
        Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind: ExprKind::Unary(op, Box::new(inner)) })
    }

    fn unary_operand(&mut self) -> P<Expr> {
        let restrict = Restrict { statement: false, ..self.restrict };
        self.with_restrict(restrict, Self::unary)
    }

    /// `&x`, `&mut x`, `&raw const x`, and `&&x` as two.
    #[inline(never)]
    fn borrow(&mut self) -> P<Expr> {
        let lo = self.span();
        let id = self.fresh();
        self.expect_part("&")?;
        if self.at("&") {
            let inner = self.nest(Self::borrow)?;
            let kind = ExprKind::Borrow { mutable: false, expr: Box::new(inner) };
            return Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind });
        }
        let is_raw = self.at_keyword("raw")
            && matches!(self.ahead(1), TokenKind::Ident { name, raw: false } if name == "const" || name == "mut");
        let kind = if is_raw {
            self.bump();
            let mutable = self.at_keyword("mut");
            self.bump();
            ExprKind::RawBorrow { mutable, expr: Box::new(self.unary_operand()?) }
        } else {
            let mutable = self.eat_keyword("mut");
            ExprKind::Borrow { mutable, expr: Box::new(self.unary_operand()?) }
        };
        Ok(Expr { id, span: self.since(lo), attrs: Vec::new(), kind })
    }

    /// `let pat = expr` in a condition.
    #[inline(never)]
    pub(crate) fn let_expression(&mut self) -> P<ExprKind> {
        self.bump();
        let pat = self.pat()?;
        if self.at("==") {
            let span = self.span();
            self.report(Diagnostic::new(Code::Syntax, span, "expected `=`, found `==`").suggest(
                "consider using `=` here",
                span,
                "=",
            ));
        } else if !self.at("=") {
            self.check("=");
            return Err(self.unexpected());
        }
        self.bump();
        let restrict = Restrict { statement: false, ..self.restrict };
        let scrutinee = self.with_restrict(restrict, |p| p.expr_above(precedence::COMPARE))?;
        Ok(ExprKind::Let(Box::new(pat), Box::new(scrutinee)))
    }
}
