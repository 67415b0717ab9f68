//! `macro_rules!`: a program's own macros.
//!
//! Read `definition` for the trees that a definition is read into, `check` for what it must obey, `matcher` for how a call
//! is matched against a rule, `transcribe` for what it becomes, and `scope` for which macro a name means. This file brings
//! them together: a call to the tokens that take its place.
//!
//! Spans: what the user wrote in a call keeps its place, so that errors and panics point there; all that the definition
//! contributes is taken to be at the whole of the outermost call, which is where `rustc` puts the panics in it.

mod calls;
mod check;
mod definition;
mod matcher;
mod scope;
mod transcribe;

pub(super) use scope::{Found, Scopes};

use super::Expander;
use matcher::{Failure, Outcome};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{MacroCall, NodeId};
use stair_syntax::token::{Delim, Specifier, SyntaxContext, Token, TokenKind};

/// How many macro calls may lie within each other's expansions: `rustc`'s default for `recursion_limit`.
pub(super) const RECURSION_LIMIT: u32 = 128;

/// How many tokens the macros of a program may make in all. A macro that calls itself twice would otherwise make more
/// than fits into memory long before the recursion limit is met.
pub(super) const MAX_EXPANDED_TOKENS: usize = 1 << 18;

/// A macro definition.
pub(super) struct MacroRules {
    pub(super) name: SmolStr,
    /// The item.
    pub(super) id: NodeId,
    /// Where the name is.
    pub(super) span: Span,
    /// What it does with which call.
    rules: Vec<Rule>,
    /// What was wrong with it was reported: calls are left alone.
    is_broken: bool,
}

/// `(matcher) => { body }`.
struct Rule {
    matcher: Vec<Tree>,
    body: Vec<Tree>,
}

/// A token tree of a matcher or of a body.
#[derive(Debug)]
enum Tree {
    Token(Token),
    Group {
        open: Token,
        trees: Vec<Tree>,
        close: Token,
    },
    /// `$( trees ) separator op`.
    Repetition {
        trees: Vec<Tree>,
        separator: Option<Token>,
        op: Repeat,
        span: Span,
    },
    /// `$name:specifier`, in a matcher.
    Binder {
        name: Name,
        specifier: Specifier,
        span: Span,
    },
    /// `$name`, in a body: the tokens `$` and the name, in case that nothing was bound to it.
    Variable {
        name: Name,
        dollar: Token,
        token: Token,
    },
}

/// A variable of a macro. One that another macro made is not the same as one in the text.
type Name = (SmolStr, SyntaxContext);

/// How often a repetition matches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Repeat {
    /// `*`
    Any,
    /// `+`
    Some,
    /// `?`
    Optional,
}

impl Tree {
    /// Where it is, for messages.
    fn span(&self) -> Span {
        match self {
            Self::Token(token) => token.span,
            Self::Group { open, close, .. } => open.span.to(close.span),
            Self::Repetition { span, .. } | Self::Binder { span, .. } => *span,
            Self::Variable { dollar, token, .. } => dollar.span.to(token.span),
        }
    }
}

impl Expander<'_> {
    /// What stands in the place of a call of a program's own macro. `None` after an error.
    pub(super) fn expand_own(&mut self, rules: &MacroRules, call: &MacroCall) -> Option<Vec<Token>> {
        if rules.is_broken || self.has_given_up {
            return None;
        }
        if self.expansions >= RECURSION_LIMIT {
            self.has_given_up = true;
            let message = format!("recursion limit reached while expanding `{}!`", rules.name);
            self.report(
                Diagnostic::new(Code::Syntax, call.span, message)
                    .note(format!("the limit is {RECURSION_LIMIT} calls within each other's expansions")),
            );
            return None;
        }
        let tokens = desugar_docs(&call.tokens);
        let mut best: Option<Failure> = None;
        for rule in &rules.rules {
            let depth = self.depth + super::WRAPPED_LEVELS;
            match matcher::matches(&rule.matcher, &tokens, call, depth, self.ids) {
                Outcome::Matched(bindings) => {
                    self.origins.push((call.span, rules.name.clone(), rules.span));
                    return self.transcribe(rules, rule, &bindings, call.span);
                }
                Outcome::Failed(failure) => {
                    if best.as_ref().is_none_or(|best| failure.position > best.position) {
                        best = Some(failure);
                    }
                }
                Outcome::Broken(errors) => {
                    for error in errors {
                        self.report(error);
                    }
                    return None;
                }
                Outcome::Ambiguous(span, options) => {
                    let message = format!("local ambiguity when calling macro `{}`: {options}", rules.name);
                    self.error(span, message);
                    return None;
                }
            }
        }
        if let Some(failure) = best {
            self.no_rule(rules, &failure, call);
        }
        None
    }

    fn no_rule(&mut self, rules: &MacroRules, failure: &Failure, call: &MacroCall) {
        let mut error = match &failure.found {
            Some(token) => {
                let found = stair_syntax::describe_token(&token.kind);
                Diagnostic::new(Code::Syntax, token.span, format!("no rules expected {found}"))
                    .primary("no rules expected this token in macro call")
            }
            None => {
                let end = Span { lo: call.span.hi.saturating_sub(1).max(call.span.lo), ..call.span };
                let place = if call.tokens.is_empty() { call.span } else { end };
                Diagnostic::new(Code::Syntax, place, "unexpected end of macro invocation")
                    .primary("missing tokens in macro arguments")
            }
        };
        error = error.label(rules.span, "when calling this macro");
        if let Some((what, _)) = &failure.wanted {
            error = error.note(format!("while trying to match {what}"));
        }
        self.report(error);
    }

    /// Count what an expansion made. `None`: it is too much, which was reported.
    fn count_expanded(&mut self, made: usize, call: Span) -> Option<()> {
        self.expanded_tokens = self.expanded_tokens.saturating_add(made.max(1));
        if self.expanded_tokens <= MAX_EXPANDED_TOKENS {
            return Some(());
        }
        if !self.has_given_up {
            self.has_given_up = true;
            let message = format!("the macros of this program expand to more than {MAX_EXPANDED_TOKENS} tokens");
            self.report(Diagnostic::new(Code::S0027, call, message).primary("the limit is met here"));
        }
        None
    }
}

/// Doc comments as the attributes that they stand for, which is how macros see them.
fn desugar_docs(tokens: &[Token]) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len());
    for token in tokens {
        let TokenKind::Doc { inner, text } = &token.kind else {
            out.push(token.clone());
            continue;
        };
        let mut push = |kind| out.push(Token { kind, joint: false, ..token.clone() });
        push(TokenKind::Punct("#"));
        if *inner {
            push(TokenKind::Punct("!"));
        }
        push(TokenKind::Open(Delim::Bracket));
        push(TokenKind::Ident { name: SmolStr::new_static("doc"), raw: false });
        push(TokenKind::Punct("="));
        let kind = stair_syntax::token::LitKind::RawStr;
        let text = stair_syntax::pretty::raw_string(text).into();
        push(TokenKind::Literal { kind, text, suffix: SmolStr::default() });
        push(TokenKind::Close(Delim::Bracket));
    }
    out
}
