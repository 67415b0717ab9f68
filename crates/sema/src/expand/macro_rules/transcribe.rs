//! From a body and what a call bound to the variables of its rule, to tokens.

use super::super::Expander;
use super::matcher::{Binding, Bindings};
use super::{MAX_EXPANDED_TOKENS, MacroRules, Name, Repeat, Rule, Tree};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::NodeId;
use stair_syntax::token::{SyntaxContext, Token};
use std::collections::BTreeMap;

/// Makes the tokens of one expansion.
struct Transcriber<'a> {
    bindings: &'a Bindings,
    /// Where the tokens of the definition are taken to be.
    call: Span,
    definition: NodeId,
    hygiene: &'a mut crate::hygiene::Hygiene,
    /// The contexts of this expansion, for those that the tokens of the definition have.
    marked: BTreeMap<SyntaxContext, SyntaxContext>,
    /// Which round of each repetition around the place at work.
    rounds: Vec<usize>,
    out: Vec<Token>,
    /// How many tokens were made, with those within fragments.
    weight: usize,
    /// How many may be made.
    limit: usize,
}

/// Why there is no expansion.
enum Stop {
    Error(Box<Diagnostic>),
    TooMuch,
}

impl Stop {
    fn error(span: Span, message: &str) -> Self {
        Self::Error(Box::new(Diagnostic::new(Code::Syntax, span, message)))
    }
}

/// How often a tree is repeated.
enum Rounds {
    /// Nothing in it says.
    Unknown,
    Known(usize, Name),
    Different(String),
}

impl Expander<'_> {
    /// The tokens that a rule makes of a call. `None` after an error.
    pub(super) fn transcribe(
        &mut self,
        rules: &MacroRules,
        rule: &Rule,
        bindings: &Bindings,
        call: Span,
    ) -> Option<Vec<Token>> {
        let mut transcriber = Transcriber {
            bindings,
            call,
            definition: rules.id,
            hygiene: self.hygiene,
            marked: BTreeMap::new(),
            rounds: Vec::new(),
            out: Vec::new(),
            weight: 0,
            limit: MAX_EXPANDED_TOKENS - self.expanded_tokens.min(MAX_EXPANDED_TOKENS),
        };
        let result = transcriber.trees(&rule.body);
        let (out, weight) = (transcriber.out, transcriber.weight);
        if let Err(Stop::Error(error)) = result {
            self.report(*error);
            return None;
        }
        self.count_expanded(weight, call)?;
        Some(out)
    }
}

impl Transcriber<'_> {
    fn trees(&mut self, trees: &[Tree]) -> Result<(), Stop> {
        trees.iter().try_for_each(|tree| self.tree(tree))
    }

    fn tree(&mut self, tree: &Tree) -> Result<(), Stop> {
        match tree {
            Tree::Token(token) => self.own(token),
            Tree::Group { open, trees, close } => {
                self.own(open)?;
                if let Some(first) = self.out.last_mut() {
                    first.joint = open.joint;
                }
                self.trees(trees)?;
                self.own(close)?;
                // How groups are spaced is kept; other tokens of a definition stand alone.
                if let Some(last) = self.out.last_mut() {
                    last.joint = close.joint;
                }
                Ok(())
            }
            Tree::Repetition { trees, separator, op, span } => self.repetition(trees, separator.as_ref(), *op, *span),
            Tree::Variable { name, dollar, token } => self.variable(name, dollar, token),
            Tree::Binder { .. } => Ok(()),
        }
    }

    /// A token of the definition.
    fn own(&mut self, token: &Token) -> Result<(), Stop> {
        let ctxt = match self.marked.get(&token.ctxt) {
            Some(&ctxt) => ctxt,
            None => {
                let ctxt = self.hygiene.mark(token.ctxt, self.definition);
                self.marked.insert(token.ctxt, ctxt);
                ctxt
            }
        };
        self.push(Token { kind: token.kind.clone(), span: self.call, joint: false, ctxt })
    }

    fn push(&mut self, token: Token) -> Result<(), Stop> {
        self.weight = self.weight.saturating_add(token.weight());
        if self.weight > self.limit {
            return Err(Stop::TooMuch);
        }
        self.out.push(token);
        Ok(())
    }

    fn variable(&mut self, name: &Name, dollar: &Token, token: &Token) -> Result<(), Stop> {
        match self.lookup(name) {
            None => {
                self.own(dollar)?;
                self.own(token)
            }
            Some(Binding::One(tokens, specifier)) => {
                let (tokens, specifier) = (tokens.clone(), *specifier);
                for mut token in tokens {
                    if specifier.is_opaque() {
                        token.span = self.call;
                        token.joint = false;
                    }
                    self.push(token)?;
                }
                Ok(())
            }
            Some(Binding::Many(_)) => {
                let message = format!("variable `{}` is still repeating at this depth", name.0);
                Err(Stop::error(dollar.span.to(token.span), &message))
            }
        }
    }

    /// What a variable stands for in the rounds at work.
    fn lookup(&self, name: &Name) -> Option<&Binding> {
        let mut binding = self.bindings.get(name)?;
        for &round in &self.rounds {
            match binding {
                Binding::One(..) => break,
                Binding::Many(list) => binding = list.get(round)?,
            }
        }
        Some(binding)
    }

    fn repetition(&mut self, trees: &[Tree], separator: Option<&Token>, op: Repeat, span: Span) -> Result<(), Stop> {
        let error = |message: &str| Err(Stop::error(span, message));
        let count = match self.rounds_of(trees) {
            Rounds::Known(count, _) => count,
            Rounds::Unknown => {
                return error(
                    "attempted to repeat an expression containing no syntax variables matched as repeating at this depth",
                );
            }
            Rounds::Different(message) => return error(&message),
        };
        if count == 0 && op == Repeat::Some {
            return error("this must repeat at least once");
        }
        for round in 0..count {
            if let (Some(separator), true) = (separator, round > 0) {
                self.own(separator)?;
            }
            self.rounds.push(round);
            let result = self.trees(trees);
            self.rounds.pop();
            result?;
        }
        Ok(())
    }

    fn rounds_of(&self, trees: &[Tree]) -> Rounds {
        trees.iter().fold(Rounds::Unknown, |so_far, tree| {
            let here = match tree {
                Tree::Group { trees, .. } | Tree::Repetition { trees, .. } => self.rounds_of(trees),
                Tree::Variable { name, .. } => match self.lookup(name) {
                    Some(Binding::Many(list)) => Rounds::Known(list.len(), name.clone()),
                    _ => Rounds::Unknown,
                },
                Tree::Token(_) | Tree::Binder { .. } => Rounds::Unknown,
            };
            match (so_far, here) {
                (Rounds::Unknown, other) | (other, Rounds::Unknown) => other,
                (Rounds::Different(message), _) | (_, Rounds::Different(message)) => Rounds::Different(message),
                (Rounds::Known(a, x), Rounds::Known(b, _)) if a == b => Rounds::Known(a, x),
                (Rounds::Known(a, x), Rounds::Known(b, y)) => Rounds::Different(format!(
                    "meta-variable `{}` repeats {a} time{}, but `{}` repeats {b} time{}",
                    x.0,
                    if a == 1 { "" } else { "s" },
                    y.0,
                    if b == 1 { "" } else { "s" }
                )),
            }
        })
    }
}
