//! Calls of a program's own macros, by the place where they stand: what is parsed of the tokens that they become.

use super::super::Expander;
use super::MacroRules;
use stair_source::{Code, Diagnostic};
use stair_syntax::ast::{Expr, Item, MacroCall, Pat, Stmt, StmtKind, Ty};
use stair_syntax::token::Token;
use stair_syntax::{ItemPlace, P, Parser, describe_token};

impl Expander<'_> {
    /// An expression.
    pub(in super::super) fn own_expr(&mut self, rules: &MacroRules, call: &MacroCall) -> Option<Expr> {
        let tokens = self.expand_own(rules, call)?;
        if tokens.is_empty() {
            let message = "macro expansion ends with an incomplete expression: expected expression";
            self.report(
                Diagnostic::new(Code::Syntax, call.span, message)
                    .primary("expected expression")
                    .note("the macro call doesn't expand to an expression, but it can expand to a statement"),
            );
            return None;
        }
        let (expr, semicolon) = self.parse_expanded(rules, call, &tokens, "expression", |p| p.expanded_expr())?;
        if semicolon {
            self.report(
                Diagnostic::new(Code::Syntax, call.span, "trailing semicolon in macro used in expression position")
                    .label(rules.span, "the semicolon is in this macro"),
            );
            return None;
        }
        Some(expr)
    }

    /// A pattern.
    pub(in super::super) fn own_pat(&mut self, rules: &MacroRules, call: &MacroCall) -> Option<Pat> {
        let tokens = self.expand_own(rules, call)?;
        self.parse_expanded(rules, call, &tokens, "pattern", |p| p.expanded_pat())
    }

    /// A type.
    pub(in super::super) fn own_ty(&mut self, rules: &MacroRules, call: &MacroCall) -> Option<Ty> {
        let tokens = self.expand_own(rules, call)?;
        self.parse_expanded(rules, call, &tokens, "type", |p| p.expanded_ty())
    }

    /// Items.
    pub(in super::super) fn own_items(
        &mut self,
        rules: &MacroRules,
        call: &MacroCall,
        place: ItemPlace,
    ) -> Option<Vec<Item>> {
        let tokens = self.expand_own(rules, call)?;
        self.parse_expanded(rules, call, &tokens, "item", |p| p.expanded_items(place))
    }

    /// Statements; `semi` tells whether the call ended with `;`, which the last of them gets then.
    pub(in super::super) fn own_stmts(
        &mut self,
        rules: &MacroRules,
        call: &MacroCall,
        semi: bool,
    ) -> Option<Vec<Stmt>> {
        let tokens = self.expand_own(rules, call)?;
        let mut stmts = self.parse_expanded(rules, call, &tokens, "statement", |p| p.expanded_statements())?;
        if let (true, Some(Stmt { kind: StmtKind::Expr { semi: last, .. }, .. })) = (semi, stmts.last_mut()) {
            *last = true;
        }
        Some(stmts)
    }

    fn parse_expanded<T>(
        &mut self,
        rules: &MacroRules,
        call: &MacroCall,
        tokens: &[Token],
        context: &str,
        grammar: impl FnOnce(&mut Parser<'_>) -> P<T>,
    ) -> Option<T> {
        let depth = self.depth + super::super::WRAPPED_LEVELS;
        let mut parser = Parser::new(tokens, call.span, "", self.ids).at_depth(depth);
        let before = self.errors.len();
        let result = grammar(&mut parser);
        let ignored = (result.is_ok() && !parser.at_end()).then(|| describe_token(parser.peek()));
        let span = parser.span();
        self.errors.extend(parser.finish());
        if let (Some(ignored), true) = (ignored, self.errors.len() == before) {
            let name = &rules.name;
            let message = format!("macro expansion ignores {ignored} and any tokens following");
            self.report(
                Diagnostic::new(Code::Syntax, span, message)
                    .label(rules.span, "in what this macro expands to")
                    .note(format!("the usage of `{name}!` is likely invalid in {context} context")),
            );
        }
        result.ok().filter(|_| self.errors.len() == before)
    }
}
