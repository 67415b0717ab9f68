//! Reading a definition: rules, and the trees of their matchers and bodies.

use super::super::Expander;
use super::{MacroRules, Name, Repeat, Rule, Tree};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{Item, ItemKind};
use stair_syntax::describe_token;
use stair_syntax::token::{Specifier, Token, TokenKind};

/// How deep groups may lie within each other in a definition.
const MAX_DEPTH: u32 = 64;

/// Reads one side of a rule.
struct Reader<'a> {
    /// Whether it is a matcher, with specifiers behind the variables.
    is_matcher: bool,
    errors: &'a mut Vec<Diagnostic>,
}

impl Expander<'_> {
    /// Read and check a definition.
    pub(super) fn define(&mut self, item: &Item) -> MacroRules {
        let ItemKind::MacroRules(tokens) = &item.kind else { return broken(item) };
        let before = self.errors.len();
        let tokens = super::desugar_docs(tokens);
        let rules = read_rules(&tokens, item, &mut self.errors);
        for rule in &rules {
            super::check::matcher(&rule.matcher, &mut self.errors);
        }
        let is_broken = self.errors.len() > before;
        MacroRules { name: item.name.name.clone(), id: item.id, span: item.name.span, rules, is_broken }
    }
}

fn broken(item: &Item) -> MacroRules {
    MacroRules { name: item.name.name.clone(), id: item.id, span: item.name.span, rules: Vec::new(), is_broken: true }
}

fn syntax(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::Syntax, span, message)
}

fn read_rules(tokens: &[Token], item: &Item, errors: &mut Vec<Diagnostic>) -> Vec<Rule> {
    let mut rules = Vec::new();
    let end = Span { lo: item.span.hi.saturating_sub(1).max(item.span.lo), ..item.span };
    let mut rest = tokens;
    if rest.is_empty() {
        errors.push(syntax(item.span, "macros must contain at least one rule"));
        return rules;
    }
    while let Some(first) = rest.first() {
        let Some(len) = group_len(rest) else {
            let message = "invalid macro matcher; matchers must be contained in balanced delimiters";
            errors.push(syntax(first.span, message));
            return rules;
        };
        let mut reader = Reader { is_matcher: true, errors };
        let matcher = reader.trees(&rest[1..len - 1], 0);
        rest = &rest[len..];
        match rest.first() {
            Some(Token { kind: TokenKind::Punct("=>"), .. }) => rest = &rest[1..],
            Some(other) => {
                let found = describe_token(&other.kind);
                errors.push(syntax(other.span, format!("expected `=>`, found {found}")).primary("expected `=>`"));
                return rules;
            }
            None => {
                errors.push(syntax(end, "expected `=>`, found end of macro arguments").primary("expected `=>`"));
                return rules;
            }
        }
        let Some(first) = rest.first() else {
            errors.push(
                syntax(end, "macro definition ended unexpectedly").primary("expected right-hand side of macro rule"),
            );
            return rules;
        };
        let Some(len) = group_len(rest) else {
            errors.push(syntax(first.span, "macro rhs must be delimited"));
            return rules;
        };
        let mut reader = Reader { is_matcher: false, errors };
        let body = reader.trees(&rest[1..len - 1], 0);
        rest = &rest[len..];
        rules.push(Rule { matcher, body });
        match rest.first() {
            Some(Token { kind: TokenKind::Punct(";"), .. }) => rest = &rest[1..],
            Some(other) => {
                let found = describe_token(&other.kind);
                errors.push(syntax(other.span, format!("expected `;`, found {found}")).primary("expected `;`"));
                return rules;
            }
            None => {}
        }
    }
    rules
}

/// How many tokens the group takes that opens first.
pub(super) fn group_len(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0u32;
    for (i, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth = depth.saturating_sub(1),
            _ if depth == 0 => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(i + 1);
        }
    }
    None
}

/// The specifiers, as messages list them.
fn valid_specifiers() -> &'static str {
    "valid fragment specifiers are `ident`, `block`, `stmt`, `expr`, `pat`, `ty`, `lifetime`, `literal`, `path`, `meta`, \
     `tt`, `item` and `vis`, along with `expr_2021` and `pat_param` for edition compatibility"
}

impl Reader<'_> {
    fn trees(&mut self, tokens: &[Token], depth: u32) -> Vec<Tree> {
        let mut out = Vec::new();
        let mut at = 0;
        if depth > MAX_DEPTH {
            if let Some(first) = tokens.first() {
                self.errors.push(syntax(first.span, "this macro definition is nested too deeply"));
            }
            return out;
        }
        while let Some(token) = tokens.get(at) {
            match &token.kind {
                TokenKind::Open(_) => {
                    let len = group_len(&tokens[at..]).unwrap_or(1);
                    let group = &tokens[at..at + len];
                    let inner = self.trees(group.get(1..len.saturating_sub(1)).unwrap_or_default(), depth + 1);
                    if let (Some(open), Some(close)) = (group.first(), group.last()) {
                        out.push(Tree::Group { open: open.clone(), trees: inner, close: close.clone() });
                    }
                    at += len;
                }
                TokenKind::Punct("$") => at = self.dollar(tokens, at, depth, &mut out),
                _ => {
                    out.push(Tree::Token(token.clone()));
                    at += 1;
                }
            }
        }
        out
    }

    /// What a `$` begins; returns the place behind it.
    fn dollar(&mut self, tokens: &[Token], at: usize, depth: u32, out: &mut Vec<Tree>) -> usize {
        let dollar = &tokens[at];
        match tokens.get(at + 1) {
            Some(Token { kind: TokenKind::Open(stair_syntax::token::Delim::Paren), .. }) => {
                let len = group_len(&tokens[at + 1..]).unwrap_or(1);
                let group = &tokens[at + 1..at + 1 + len];
                let trees = self.trees(group.get(1..len.saturating_sub(1)).unwrap_or_default(), depth + 1);
                let span =
                    group.first().map_or(dollar.span, |t| t.span).to(group.last().map_or(dollar.span, |t| t.span));
                let (separator, op, behind) = self.repeat(tokens, at + 1 + len, span);
                out.push(Tree::Repetition { trees, separator, op, span });
                behind
            }
            Some(token @ Token { kind: TokenKind::Ident { name, raw }, .. }) => {
                if name == "crate" && !raw {
                    let kind = TokenKind::Ident { name: stair_syntax::ast::OWN_CRATE.into(), raw: false };
                    out.push(Tree::Token(Token { kind, ..token.clone() }));
                    return at + 2;
                }
                let name: Name = (name.clone(), token.ctxt);
                if self.is_matcher {
                    return self.binder(tokens, at, name, out);
                }
                out.push(Tree::Variable { name, dollar: dollar.clone(), token: token.clone() });
                at + 2
            }
            Some(Token { kind: TokenKind::Open(_), span, .. }) if !self.is_matcher => {
                self.errors.push(syntax(*span, "meta-variable expressions are unstable"));
                at + 1 + group_len(&tokens[at + 1..]).unwrap_or(1)
            }
            Some(Token { kind: TokenKind::Open(_), span, .. }) => {
                self.errors.push(syntax(*span, "expected identifier, found `{`"));
                at + 1 + group_len(&tokens[at + 1..]).unwrap_or(1)
            }
            Some(Token { kind: TokenKind::Punct("$"), span, .. }) => {
                self.errors.push(syntax(*span, "usage of `$$` is unstable"));
                at + 2
            }
            other => {
                let (span, found) = match other {
                    Some(token) => (token.span, describe_token(&token.kind)),
                    None => (dollar.span, "end of macro arguments".to_owned()),
                };
                self.errors.push(syntax(span, format!("expected identifier, found {found}")));
                at + 2
            }
        }
    }

    /// `:specifier` behind a name in a matcher.
    fn binder(&mut self, tokens: &[Token], at: usize, name: Name, out: &mut Vec<Tree>) -> usize {
        let start = tokens[at].span;
        let colon = matches!(tokens.get(at + 2).map(|t| &t.kind), Some(TokenKind::Punct(":")));
        let word = tokens.get(at + 3).filter(|_| colon);
        let Some(Token { kind: TokenKind::Ident { name: word, .. }, span: end, .. }) = word else {
            let end = if colon { at + 2 } else { at + 1 };
            let span = start.to(tokens.get(end).map_or(start, |t| t.span));
            self.errors.push(
                syntax(span, "missing fragment specifier")
                    .note("fragment specifiers must be provided")
                    .help(valid_specifiers()),
            );
            return end + 1;
        };
        let span = start.to(*end);
        match Specifier::ALL.iter().find(|(_, known)| known == word) {
            Some(&(specifier, _)) => out.push(Tree::Binder { name, specifier, span }),
            None => {
                self.errors.push(syntax(span, format!("invalid fragment specifier `{word}`")).help(valid_specifiers()))
            }
        }
        at + 4
    }

    /// The separator and the operator behind `$(…)`.
    fn repeat(&mut self, tokens: &[Token], at: usize, group: Span) -> (Option<Token>, Repeat, usize) {
        let op = |token: Option<&Token>| match token.map(|t| &t.kind) {
            Some(TokenKind::Punct("*")) => Some(Repeat::Any),
            Some(TokenKind::Punct("+")) => Some(Repeat::Some),
            Some(TokenKind::Punct("?")) => Some(Repeat::Optional),
            _ => None,
        };
        if let Some(op) = op(tokens.get(at)) {
            return (None, op, at + 1);
        }
        let separator = tokens.get(at).filter(|t| !matches!(t.kind, TokenKind::Open(_) | TokenKind::Close(_)));
        match (separator, op(tokens.get(at + 1))) {
            (Some(_), Some(Repeat::Optional)) => {
                let span = tokens[at].span;
                let message = "the `?` macro repetition operator does not take a separator";
                self.errors.push(syntax(span, message));
                (None, Repeat::Optional, at + 2)
            }
            (Some(separator), Some(op)) => (Some(separator.clone()), op, at + 2),
            (separator, None) => {
                let span = match separator {
                    Some(_) => tokens.get(at + 1).map_or(group, |t| t.span),
                    None => tokens.get(at).map_or(group, |t| t.span),
                };
                self.errors.push(syntax(span, "expected one of: `*`, `+`, or `?`"));
                (None, Repeat::Any, at)
            }
            (None, Some(_)) => (None, Repeat::Any, at),
        }
    }
}
