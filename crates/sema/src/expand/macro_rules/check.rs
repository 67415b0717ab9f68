//! What a matcher must obey: names are bound once, repetitions take something, and behind a fragment stands only what
//! could not be a part of it in any later version of the language (RFC 550: FIRST, LAST and FOLLOW).

use super::{Repeat, Tree};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::spelling;
use stair_syntax::token::{Delim, Specifier, Token, TokenKind};

/// How many variables and repetitions a matcher may have.
const MAX_PARTS: usize = 2048;

/// Check a matcher.
pub(super) fn matcher(trees: &[Tree], errors: &mut Vec<Diagnostic>) {
    let mut binders = Vec::new();
    let before = errors.len();
    let mut parts = 0;
    no_empty_repetition(trees, &mut parts, errors);
    if parts > MAX_PARTS {
        let span = trees.first().map_or(Span::default(), Tree::span);
        errors.push(Diagnostic::new(Code::S0027, span, format!("this macro has more than {MAX_PARTS} variables")));
    }
    if errors.len() > before {
        return;
    }
    bound_once(trees, &mut binders, errors);
    check(trees, &Set { tokens: Vec::new(), may_be_empty: true }, errors);
}

/// Report repetitions that could go on without taking anything, and count what a matcher is made of.
fn no_empty_repetition(trees: &[Tree], parts: &mut usize, errors: &mut Vec<Diagnostic>) {
    for tree in trees {
        match tree {
            Tree::Group { trees, .. } => no_empty_repetition(trees, parts, errors),
            Tree::Repetition { trees, separator, span, .. } => {
                *parts += 1;
                let takes_nothing = |tree: &Tree| {
                    matches!(
                        tree,
                        Tree::Binder { specifier: Specifier::Vis, .. }
                            | Tree::Repetition { op: Repeat::Any | Repeat::Optional, .. }
                    )
                };
                if separator.is_none() && trees.iter().all(takes_nothing) {
                    errors.push(Diagnostic::new(Code::Syntax, *span, "repetition matches empty token tree"));
                    return;
                }
                no_empty_repetition(trees, parts, errors);
            }
            Tree::Binder { .. } => *parts += 1,
            Tree::Token(_) | Tree::Variable { .. } => {}
        }
    }
}

fn bound_once<'t>(trees: &'t [Tree], seen: &mut Vec<(&'t super::Name, Span)>, errors: &mut Vec<Diagnostic>) {
    for tree in trees {
        match tree {
            Tree::Group { trees, .. } | Tree::Repetition { trees, .. } => bound_once(trees, seen, errors),
            Tree::Binder { name, span, .. } => match seen.iter().find(|(other, _)| *other == name) {
                Some(&(_, before)) => errors.push(
                    Diagnostic::new(Code::Syntax, *span, "duplicate matcher binding")
                        .primary("duplicate binding")
                        .label(before, "previous binding"),
                ),
                None => seen.push((name, *span)),
            },
            Tree::Token(_) | Tree::Variable { .. } => {}
        }
    }
}

/// Something that can stand at a place.
#[derive(Clone, Copy)]
enum Part<'t> {
    Token(&'t Token),
    Binder { name: &'t super::Name, specifier: Specifier, span: Span },
}

impl Part<'_> {
    fn span(&self) -> Span {
        match self {
            Self::Token(token) => token.span,
            Self::Binder { span, .. } => *span,
        }
    }

    fn show(&self) -> String {
        match self {
            Self::Token(token) => spelling(&token.kind).to_string(),
            Self::Binder { name, specifier, .. } => format!("${}:{}", name.0, specifier.as_str()),
        }
    }
}

/// What can stand at a place, and whether that can be nothing at all.
#[derive(Clone)]
struct Set<'t> {
    tokens: Vec<Part<'t>>,
    may_be_empty: bool,
}

impl<'t> Set<'t> {
    fn add(&mut self, other: &Self) {
        self.tokens.extend(other.tokens.iter().copied());
        self.may_be_empty &= other.may_be_empty;
    }
}

fn part(tree: &Tree) -> Option<Part<'_>> {
    match tree {
        Tree::Token(token) | Tree::Group { open: token, .. } => Some(Part::Token(token)),
        Tree::Binder { name, specifier, span } => Some(Part::Binder { name, specifier: *specifier, span: *span }),
        Tree::Repetition { .. } | Tree::Variable { .. } => None,
    }
}

/// What trees can begin with.
fn first(trees: &[Tree]) -> Set<'_> {
    let mut set = Set { tokens: Vec::new(), may_be_empty: true };
    for tree in trees {
        if let Some(part) = part(tree) {
            set.tokens.push(part);
            set.may_be_empty = false;
        } else if let Tree::Repetition { trees, separator, op, .. } = tree {
            let inner = first(trees);
            if let (Some(separator), true) = (separator, inner.may_be_empty) {
                set.tokens.push(Part::Token(separator));
            }
            set.tokens.extend(inner.tokens);
            set.may_be_empty = inner.may_be_empty || *op != Repeat::Some;
        }
        if !set.may_be_empty {
            break;
        }
    }
    set
}

/// Check what follows the fragments in `trees`, behind which stands one of `follow`; what they can end with.
fn check<'t>(trees: &'t [Tree], follow: &Set<'t>, errors: &mut Vec<Diagnostic>) -> Set<'t> {
    let mut last = Set { tokens: Vec::new(), may_be_empty: true };
    for (i, tree) in trees.iter().enumerate() {
        let behind = || {
            let mut set = first(&trees[i + 1..]);
            if set.may_be_empty {
                set.add(follow);
            }
            set
        };
        match tree {
            Tree::Group { trees, close, .. } => {
                check(trees, &Set { tokens: vec![Part::Token(close)], may_be_empty: false }, errors);
                last = Set { tokens: Vec::new(), may_be_empty: false };
            }
            Tree::Repetition { trees, separator, .. } => {
                let mut behind = behind();
                behind.tokens.extend(separator.as_ref().map(Part::Token));
                let inner = check(trees, &behind, errors);
                if inner.may_be_empty {
                    last.tokens.extend(inner.tokens);
                } else {
                    last = inner;
                }
            }
            Tree::Binder { name, specifier, span } if !goes_with_all(*specifier) => {
                last = Set {
                    tokens: vec![Part::Binder { name, specifier: *specifier, span: *span }],
                    may_be_empty: false,
                };
                let behind = behind();
                for next in &behind.tokens {
                    if let Some(allowed) = not_allowed(next, *specifier) {
                        report(name, *specifier, next, behind.tokens.len() == 1, allowed, errors);
                    }
                }
            }
            Tree::Token(_) | Tree::Binder { .. } | Tree::Variable { .. } => {
                last = Set { tokens: Vec::new(), may_be_empty: false };
            }
        }
    }
    last
}

fn report(
    name: &super::Name,
    specifier: Specifier,
    next: &Part<'_>,
    is_sure: bool,
    allowed: &str,
    errors: &mut Vec<Diagnostic>,
) {
    let (kind, verb) = (specifier.as_str(), if is_sure { "is" } else { "may be" });
    let message = format!(
        "`${}:{kind}` {verb} followed by `{}`, which is not allowed for `{kind}` fragments",
        name.0,
        next.show()
    );
    errors.push(
        Diagnostic::new(Code::Syntax, next.span(), message)
            .primary(format!("not allowed after `{kind}` fragments"))
            .note(format!("allowed there are: {allowed}")),
    );
}

/// Whether anything may follow such a fragment.
fn goes_with_all(specifier: Specifier) -> bool {
    matches!(
        specifier,
        Specifier::Block
            | Specifier::Ident
            | Specifier::Item
            | Specifier::Lifetime
            | Specifier::Literal
            | Specifier::Meta
            | Specifier::Tt
    )
}

/// What may follow a fragment, if `next` may not.
fn not_allowed(next: &Part<'_>, specifier: Specifier) -> Option<&'static str> {
    let punct = match next {
        Part::Token(Token { kind: TokenKind::Close(_), .. }) => return None,
        Part::Token(Token { kind: TokenKind::Punct(punct), .. }) => *punct,
        _ => "",
    };
    let word = match next {
        Part::Token(Token { kind: TokenKind::Ident { name, raw: false }, .. }) => name.as_str(),
        _ => "",
    };
    let binder = match next {
        Part::Binder { specifier, .. } => Some(*specifier),
        Part::Token(_) => None,
    };
    let (is_allowed, allowed) = match specifier {
        Specifier::Stmt | Specifier::Expr | Specifier::Expr2021 => {
            (matches!(punct, "=>" | "," | ";"), "`=>`, `,` or `;`")
        }
        Specifier::Pat => {
            let fits = matches!(punct, "=>" | "," | "=") || matches!(word, "if" | "in");
            (fits, "`=>`, `,`, `=`, `if` or `in`")
        }
        Specifier::PatParam => {
            let fits = matches!(punct, "=>" | "," | "=" | "|") || matches!(word, "if" | "in");
            (fits, "`=>`, `,`, `=`, `|`, `if` or `in`")
        }
        Specifier::Path | Specifier::Ty => {
            let opens = matches!(next, Part::Token(Token { kind: TokenKind::Open(Delim::Brace | Delim::Bracket), .. }));
            let fits = opens
                || matches!(punct, "," | "=>" | ":" | "=" | ">" | ">>" | ";" | "|")
                || matches!(word, "as" | "where")
                || binder == Some(Specifier::Block);
            (fits, "`{`, `[`, `=>`, `,`, `>`, `=`, `:`, `;`, `|`, `as` or `where`")
        }
        Specifier::Vis => {
            let fits = match next {
                Part::Token(Token { kind: TokenKind::Ident { name, raw }, .. }) => *raw || name != "priv",
                Part::Token(token) => token.kind == TokenKind::Punct(",") || Specifier::Ty.may_begin(&token.kind),
                Part::Binder { specifier, .. } => {
                    matches!(specifier, Specifier::Ident | Specifier::Ty | Specifier::Path)
                }
            };
            (fits, "`,`, an ident or a type")
        }
        _ => return None,
    };
    (!is_allowed).then_some(allowed)
}
