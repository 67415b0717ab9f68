//! Matching a call against a rule, after `rustc`'s `TtParser`: all positions in the matcher that the tokens so far may have
//! led to are kept side by side. Where a fragment is due, there must be no other position left; it is parsed then, and
//! what it takes is never reconsidered.

use super::{Name, Repeat, Tree};
use smol_str::SmolStr;
use stair_source::{Diagnostic, Span};
use stair_syntax::ast::{MacroCall, NodeIds};
use stair_syntax::token::{Fragment, Specifier, Token, TokenKind};
use stair_syntax::{Parser, describe_token};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many positions are followed side by side, at most.
const MAX_POSITIONS: usize = 4096;

/// What a variable stands for.
#[derive(Clone, Debug)]
pub(super) enum Binding {
    /// Tokens, as many as the specifier takes.
    One(Vec<Token>, Specifier),
    /// One for each repetition.
    Many(Vec<Binding>),
}

/// The variables of a rule.
pub(super) type Bindings = BTreeMap<Name, Binding>;

/// Why a rule does not match.
pub(super) struct Failure {
    /// How far it got.
    pub(super) position: usize,
    /// The token that does not fit; `None` for the end.
    pub(super) found: Option<Token>,
    /// What would have fitted, and where the definition says so.
    pub(super) wanted: Option<(String, Span)>,
}

/// What matching led to.
pub(super) enum Outcome {
    Matched(Bindings),
    Failed(Failure),
    /// A fragment does not parse, which no other rule can mend.
    Broken(Vec<Diagnostic>),
    /// More than one way to go on.
    Ambiguous(Span, String),
}

/// A step of a matcher.
enum Step<'r> {
    Token(&'r Token),
    /// The start of a repetition: the variables in it, and the step behind it.
    Repetition {
        op: Repeat,
        first: usize,
        count: usize,
        depth: usize,
        behind: usize,
    },
    /// The end of a repetition without separator.
    Again {
        op: Repeat,
        start: usize,
    },
    /// The end of a repetition with separator; [`Step::AfterSeparator`] follows.
    Separator(&'r Token),
    AfterSeparator {
        start: usize,
    },
    Binder {
        name: &'r Name,
        specifier: Specifier,
        span: Span,
        index: usize,
        depth: usize,
    },
    End,
}

/// A place in the matcher, and what was bound on the way there.
#[derive(Clone)]
struct Position {
    step: usize,
    bound: Rc<Vec<Binding>>,
}

impl Position {
    fn bind(&mut self, index: usize, depth: usize, binding: Binding) {
        let bound = Rc::make_mut(&mut self.bound);
        if depth == 0 {
            bound.truncate(index);
            bound.push(binding);
            return;
        }
        let mut at = bound.get_mut(index);
        for _ in 1..depth {
            at = match at {
                Some(Binding::Many(list)) => list.last_mut(),
                _ => None,
            };
        }
        if let Some(Binding::Many(list)) = at {
            list.push(binding);
        }
    }
}

/// The steps of a matcher.
struct Steps<'r> {
    steps: Vec<Step<'r>>,
    names: Vec<&'r Name>,
}

impl<'r> Steps<'r> {
    fn of(matcher: &'r [Tree]) -> Self {
        let mut steps = Self { steps: Vec::new(), names: Vec::new() };
        steps.add(matcher, 0);
        steps.steps.push(Step::End);
        steps
    }

    fn add(&mut self, trees: &'r [Tree], depth: usize) {
        for tree in trees {
            match tree {
                Tree::Token(token) => self.steps.push(Step::Token(token)),
                Tree::Group { open, trees, close } => {
                    self.steps.push(Step::Token(open));
                    self.add(trees, depth);
                    self.steps.push(Step::Token(close));
                }
                Tree::Repetition { trees, separator, op, .. } => {
                    let at = self.steps.len();
                    let first = self.names.len();
                    self.steps.push(Step::End);
                    self.add(trees, depth + 1);
                    match separator {
                        Some(separator) => {
                            self.steps.push(Step::Separator(separator));
                            self.steps.push(Step::AfterSeparator { start: at + 1 });
                        }
                        None => self.steps.push(Step::Again { op: *op, start: at + 1 }),
                    }
                    let (count, behind) = (self.names.len() - first, self.steps.len());
                    self.steps[at] = Step::Repetition { op: *op, first, count, depth, behind };
                }
                Tree::Binder { name, specifier, span } => {
                    let index = self.names.len();
                    self.names.push(name);
                    self.steps.push(Step::Binder { name, specifier: *specifier, span: *span, index, depth });
                }
                Tree::Variable { .. } => {}
            }
        }
    }
}

/// Match the tokens of a call, `depth` levels deep in the tree.
pub(super) fn matches(matcher: &[Tree], tokens: &[Token], call: &MacroCall, depth: u32, ids: &mut NodeIds) -> Outcome {
    let steps = Steps::of(matcher);
    let mut matching = Matching {
        steps: &steps.steps,
        current: vec![Position { step: 0, bound: Rc::new(Vec::new()) }],
        next: Vec::new(),
        fragments: Vec::new(),
        wanted: None,
    };
    let mut tokens = tokens.to_vec();
    let mut at = 0;
    loop {
        let ended = matching.advance(tokens.get(at));
        if at >= tokens.len() {
            return match <[Rc<Vec<Binding>>; 1]>::try_from(ended) {
                Ok([bound]) => {
                    let names = steps.names.iter().map(|&n| n.clone());
                    Outcome::Matched(names.zip(Rc::unwrap_or_clone(bound)).collect())
                }
                Err(ended) if ended.is_empty() => matching.failed(at, None),
                Err(_) => Outcome::Ambiguous(call.span, "multiple successful parses".to_owned()),
            };
        }
        if matching.next.len() + matching.fragments.len() > MAX_POSITIONS {
            return Outcome::Ambiguous(tokens[at].span, "too many parsing options".to_owned());
        }
        match (matching.next.len(), matching.fragments.len()) {
            (0, 0) => return matching.failed(at, tokens.get(at)),
            (_, 0) => {
                std::mem::swap(&mut matching.current, &mut matching.next);
                at += 1;
            }
            (0, 1) => {
                let Some(mut position) = matching.fragments.pop() else { continue };
                let Step::Binder { specifier, span, index, depth: level, .. } = &steps.steps[position.step] else {
                    continue;
                };
                match take_fragment(*specifier, &mut tokens, at, call, depth, ids) {
                    Ok((fragment, behind)) => {
                        position.bind(*index, *level, Binding::One(fragment, *specifier));
                        position.step += 1;
                        at = behind;
                        matching.current.push(position);
                    }
                    Err(errors) => {
                        let name = specifier.as_str();
                        let label = format!("while parsing argument for this `{name}` macro fragment");
                        return Outcome::Broken(errors.into_iter().map(|e| e.label(*span, label.clone())).collect());
                    }
                }
            }
            _ => return matching.ambiguous(tokens[at].span),
        }
    }
}

/// Take a fragment at a place among the tokens. Where only a part of a token is taken, what is left of it stays.
fn take_fragment(
    specifier: Specifier,
    tokens: &mut [Token],
    at: usize,
    call: &MacroCall,
    depth: u32,
    ids: &mut NodeIds,
) -> Result<(Vec<Token>, usize), Vec<Diagnostic>> {
    if matches!(specifier, Specifier::Ident | Specifier::Lifetime) {
        return Ok((vec![Token { joint: false, ..tokens[at].clone() }], at + 1));
    }
    if specifier == Specifier::Tt {
        let len = super::definition::group_len(&tokens[at..]).unwrap_or(1);
        return Ok((tokens[at..at + len].to_vec(), at + len));
    }
    let end = Span { lo: call.span.hi.saturating_sub(1).max(call.span.lo), ..call.span };
    let mut parser = Parser::new(&tokens[at..], end, "", ids).at_depth(depth);
    let result = parser.fragment(specifier);
    let (count, left) = parser.taken();
    let left = left.cloned();
    let errors = parser.finish();
    if result.is_err() || !errors.is_empty() {
        return Err(errors);
    }
    let mut taken = tokens[at..at + count].to_vec();
    if let (Some(left), Some(split)) = (left, tokens.get_mut(at + count)) {
        if let (TokenKind::Punct(whole), TokenKind::Punct(rest)) = (&split.kind, &left.kind)
            && let Some(first) = whole.strip_suffix(rest)
        {
            taken.push(Token { kind: TokenKind::Punct(first), joint: false, ..split.clone() });
        }
        *split = left;
    }
    let is_same = matches!(&taken[..], [Token { kind: TokenKind::Fragment(f), .. }] if f.specifier == specifier);
    if !is_same {
        let place = taken.first().map_or(end, |t| t.span).to(taken.last().map_or(end, |t| t.span));
        taken = vec![Token::new(TokenKind::Fragment(Rc::new(Fragment::new(specifier, taken))), place)];
    }
    Ok((taken, at + count))
}

struct Matching<'s, 'r> {
    steps: &'s [Step<'r>],
    /// Positions before the current token that are still to be looked at.
    current: Vec<Position>,
    /// Positions behind the current token.
    next: Vec<Position>,
    /// Positions at which a fragment may begin with the current token.
    fragments: Vec<Position>,
    /// What was tried last, for messages.
    wanted: Option<(String, Span)>,
}

impl Matching<'_, '_> {
    /// Look at the current token from all positions; what was bound where the end of the matcher was met at the end.
    fn advance(&mut self, token: Option<&Token>) -> Vec<Rc<Vec<Binding>>> {
        let mut ended = Vec::new();
        while let Some(mut position) = self.current.pop() {
            self.note_wanted(position.step);
            match &self.steps[position.step] {
                Step::Token(wanted) => {
                    if token.is_some_and(|token| is_same(wanted, token)) {
                        position.step += 1;
                        self.next.push(position);
                    }
                }
                Step::Repetition { op, first, count, depth, behind } => {
                    for index in *first..first + count {
                        position.bind(index, *depth, Binding::Many(Vec::new()));
                    }
                    if *op != Repeat::Some {
                        self.current.push(Position { step: *behind, bound: Rc::clone(&position.bound) });
                    }
                    position.step += 1;
                    self.current.push(position);
                }
                Step::Again { op, start } => {
                    self.current.push(Position { step: position.step + 1, bound: Rc::clone(&position.bound) });
                    if *op != Repeat::Optional {
                        position.step = *start;
                        self.current.push(position);
                    }
                }
                Step::Separator(separator) => {
                    self.current.push(Position { step: position.step + 2, bound: Rc::clone(&position.bound) });
                    if token.is_some_and(|token| is_same(separator, token)) {
                        position.step += 1;
                        self.next.push(position);
                    }
                }
                Step::AfterSeparator { start } => {
                    position.step = *start;
                    self.current.push(position);
                }
                Step::Binder { specifier, .. } => {
                    if token.is_some_and(|token| specifier.may_begin(&token.kind)) {
                        self.fragments.push(position);
                    }
                }
                Step::End => {
                    if token.is_none() {
                        ended.push(position.bound);
                    }
                }
            }
            if self.current.len() > MAX_POSITIONS {
                self.current.clear();
            }
        }
        ended
    }

    fn note_wanted(&mut self, step: usize) {
        if self.wanted.is_some() && !self.current.is_empty() {
            return;
        }
        self.wanted = match &self.steps[step] {
            Step::Token(token) | Step::Separator(token) => Some((describe_token(&token.kind), token.span)),
            Step::Binder { name, specifier, span, .. } => {
                Some((format!("meta-variable `${}:{}`", name.0, specifier.as_str()), *span))
            }
            _ => return,
        };
    }

    fn failed(&self, position: usize, found: Option<&Token>) -> Outcome {
        Outcome::Failed(Failure { position, found: found.cloned(), wanted: self.wanted.clone() })
    }

    fn ambiguous(&self, span: Span) -> Outcome {
        let names: Vec<SmolStr> = self
            .fragments
            .iter()
            .filter_map(|position| match &self.steps[position.step] {
                Step::Binder { name, specifier, .. } => {
                    Some(smol_str::format_smolstr!("{} ('{}')", specifier.as_str(), name.0))
                }
                _ => None,
            })
            .collect();
        let names = names.join(" or ");
        let others = match self.next.len() {
            0 => String::new(),
            1 => " or 1 other option".to_owned(),
            n => format!(" or {n} other options"),
        };
        Outcome::Ambiguous(span, format!("multiple parsing options: built-in NTs {names}{others}."))
    }
}

/// Whether a token of a call is the one that a matcher asks for.
fn is_same(wanted: &Token, found: &Token) -> bool {
    wanted.kind == found.kind
}
