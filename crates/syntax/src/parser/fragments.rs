//! Fragments of macro calls: which tokens each specifier takes, and fragments as wholes where they stand in for syntax.

use super::{P, Parser, is_ident, is_path_keyword};
use crate::ast::{Attr, Expr, Item, Pat, Stmt, StmtKind, Ty, TyKind};
use crate::grammar::items::Place;
use crate::grammar::statements::Parsed;
use crate::token::{Delim, Fragment, Specifier, Token, TokenKind};
use stair_source::Span;
use std::rc::Rc;

/// Fragments that are, or begin, expressions.
pub(crate) const EXPRESSIONS: &[Specifier] =
    &[Specifier::Expr, Specifier::Expr2021, Specifier::Literal, Specifier::Block, Specifier::Path];

/// Fragments that are, or begin, types.
pub(crate) const TYPES: &[Specifier] = &[Specifier::Ty, Specifier::Path];

/// Fragments that are patterns.
pub(crate) const PATTERNS: &[Specifier] = &[Specifier::Pat, Specifier::PatParam];

/// Fragments that may be literals.
pub(crate) const LITERALS: &[Specifier] = &[Specifier::Literal, Specifier::Expr, Specifier::Expr2021];

impl Specifier {
    /// All of them, in the order in which messages list them, and their names.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::Ident, "ident"),
        (Self::Block, "block"),
        (Self::Stmt, "stmt"),
        (Self::Expr, "expr"),
        (Self::Pat, "pat"),
        (Self::Ty, "ty"),
        (Self::Lifetime, "lifetime"),
        (Self::Literal, "literal"),
        (Self::Path, "path"),
        (Self::Meta, "meta"),
        (Self::Tt, "tt"),
        (Self::Item, "item"),
        (Self::Vis, "vis"),
        (Self::Expr2021, "expr_2021"),
        (Self::PatParam, "pat_param"),
    ];

    /// The name behind the colon.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|&&(specifier, _)| specifier == self).map_or("", |&(_, name)| name)
    }

    /// Whether what it matches stays one whole that no other macro can look into.
    #[must_use]
    pub fn is_opaque(self) -> bool {
        !matches!(self, Self::Ident | Self::Lifetime | Self::Tt)
    }

    /// Whether a fragment of this kind may begin with the token: if not, no attempt is made to parse one.
    #[must_use]
    pub fn may_begin(self, token: &TokenKind) -> bool {
        if let TokenKind::Fragment(fragment) = token {
            return self.may_be(fragment);
        }
        match self {
            Self::Expr | Self::Expr2021 => {
                let word = if let TokenKind::Ident { name, raw: false } = token { name.as_str() } else { "" };
                match word {
                    "let" => false,
                    "_" | "const" => self == Self::Expr,
                    _ => super::can_begin_expression(token),
                }
            }
            Self::Ty => begins_type(token),
            Self::Ident => matches!(token, TokenKind::Ident { name, raw } if *raw || name != "_"),
            Self::Lifetime => matches!(token, TokenKind::Lifetime(_)),
            Self::Literal => match token {
                TokenKind::Ident { name, raw: false } => name == "true" || name == "false",
                _ => matches!(token, TokenKind::Literal { .. } | TokenKind::Punct("-")),
            },
            Self::Vis => matches!(token, TokenKind::Ident { .. } | TokenKind::Punct(",")) || begins_type(token),
            Self::Block => *token == TokenKind::Open(Delim::Brace),
            Self::Path | Self::Meta => matches!(token, TokenKind::Ident { .. } | TokenKind::Punct("::")),
            Self::Pat | Self::PatParam => match token {
                TokenKind::Ident { .. } | TokenKind::Literal { .. } => true,
                TokenKind::Open(delim) => *delim != Delim::Brace,
                TokenKind::Punct(p) => {
                    matches!(*p, "&" | "-" | "&&" | ".." | "..." | "::" | "<" | "<<") || *p == "|" && self == Self::Pat
                }
                _ => false,
            },
            Self::Item | Self::Stmt | Self::Tt => !matches!(token, TokenKind::Close(_) | TokenKind::Eof),
        }
    }

    /// [`Self::may_begin`] for a fragment that another macro matched. Where it may, but is something else all the same, no
    /// other rule is tried, as with any fragment.
    fn may_be(self, fragment: &Fragment) -> bool {
        let inner = fragment.specifier;
        match self {
            Self::Tt | Self::Item | Self::Stmt | Self::Vis => true,
            Self::Expr | Self::Expr2021 => EXPRESSIONS.contains(&inner),
            Self::Literal => fragment.is_literal(),
            Self::Ty => TYPES.contains(&inner),
            Self::Path | Self::Meta => !matches!(inner, Self::Item | Self::Block | Self::Vis),
            Self::Pat | Self::PatParam => {
                PATTERNS.contains(&inner) || LITERALS.contains(&inner) || TYPES.contains(&inner) || inner == Self::Meta
            }
            Self::Block => matches!(inner, Self::Block | Self::Stmt) || LITERALS.contains(&inner),
            Self::Ident | Self::Lifetime => false,
        }
    }
}

/// Whether a type may begin with the token.
fn begins_type(token: &TokenKind) -> bool {
    match token {
        TokenKind::Ident { name, raw: false } => {
            is_ident(token)
                || is_path_keyword(name)
                || matches!(name.as_str(), "_" | "for" | "impl" | "fn" | "unsafe" | "extern" | "typeof" | "dyn")
        }
        TokenKind::Ident { .. } | TokenKind::Lifetime(_) => true,
        TokenKind::Open(delim) => *delim != Delim::Brace,
        TokenKind::Punct(p) => matches!(*p, "!" | "*" | "&" | "&&" | "?" | "<" | "<<" | "::"),
        _ => false,
    }
}

impl Fragment {
    /// A fragment of these tokens.
    #[must_use]
    pub fn new(specifier: Specifier, tokens: Vec<Token>) -> Self {
        let weight = tokens.iter().map(Token::weight).sum();
        Self { specifier, tokens, weight }
    }

    /// Whether it is an expression that is a literal, which may have a `-`.
    fn is_literal(&self) -> bool {
        let is_one = |token: &Token| match &token.kind {
            TokenKind::Literal { .. } => true,
            TokenKind::Ident { name, raw: false } => name == "true" || name == "false",
            _ => false,
        };
        match &self.tokens[..] {
            [Token { kind: TokenKind::Fragment(inner), .. }] => inner.is_literal(),
            [token] => is_one(token),
            [Token { kind: TokenKind::Punct("-"), .. }, Token { kind: TokenKind::Fragment(inner), .. }] => {
                inner.tokens.len() == 1 && inner.is_literal()
            }
            [Token { kind: TokenKind::Punct("-"), .. }, token] => is_one(token),
            _ => false,
        }
    }
}

impl Token {
    /// How many tokens it stands for.
    #[must_use]
    pub fn weight(&self) -> usize {
        match &self.kind {
            TokenKind::Fragment(fragment) => fragment.weight.max(1),
            _ => 1,
        }
    }
}

/// The tokens with those of the fragments among them in their place: for what is read token by token.
#[must_use]
pub fn flattened(tokens: &[Token]) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len());
    for token in tokens {
        match &token.kind {
            TokenKind::Fragment(fragment) => out.extend(flattened(&fragment.tokens)),
            _ => out.push(token.clone()),
        }
    }
    out
}

impl<'a> Parser<'a> {
    /// Whether a fragment of one of these kinds stands here.
    pub(crate) fn at_fragment(&self, specifiers: &[Specifier]) -> bool {
        matches!(&self.token().kind, TokenKind::Fragment(f) if specifiers.contains(&f.specifier))
    }

    /// Parse what the fragment here is made of.
    pub(crate) fn in_fragment<T>(&mut self, production: impl FnOnce(&mut Self) -> P<T>) -> P<T> {
        let tokens: &'a [Token] = self.tokens;
        let Some(TokenKind::Fragment(fragment)) = tokens.get(self.pos).map(|t| &t.kind) else {
            return Err(self.unexpected());
        };
        let fragment: &'a Rc<Fragment> = fragment;
        let span = self.span();
        let pos = std::mem::replace(&mut self.pos, 0);
        self.behind_fragment = 0;
        self.tokens = &fragment.tokens;
        let restrict = std::mem::take(&mut self.restrict);
        self.expected.clear();
        let mut result = self.nest(production);
        if result.is_ok() && !self.at_end() {
            result = Err(self.unexpected());
        }
        self.restrict = restrict;
        self.split = None;
        self.tokens = tokens;
        self.pos = if self.gave_up { tokens.len() } else { pos + 1 };
        self.expected.clear();
        self.prev = span;
        self.behind_fragment = self.pos;
        result
    }

    /// Whether the token taken last was a fragment.
    pub(crate) fn is_behind_fragment(&self) -> bool {
        self.behind_fragment == self.pos && self.pos > 0
    }

    /// Whether the tokens are those of a macro rather than of a file.
    pub(crate) fn in_macro(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the parser only looks for the end of a fragment.
    pub(crate) fn is_matching(&self) -> bool {
        self.matching.is_some()
    }

    /// Whether that is one of a `$name:meta`, which ends before the tokens do.
    pub(crate) fn is_matching_meta(&self) -> bool {
        self.matching == Some(Specifier::Meta)
    }

    /// Read one fragment of this kind, for its extent.
    ///
    /// # Errors
    /// What stands here is none, which was reported.
    pub fn fragment(&mut self, specifier: Specifier) -> P<()> {
        self.matching = Some(specifier);
        match specifier {
            Specifier::Expr | Specifier::Expr2021 => self.expr().map(drop),
            Specifier::Ty => {
                let ty = self.ty()?;
                // A trait object without `dyn`: an error where it is used.
                if matches!(ty.kind, TyKind::Path(_)) && self.eat("+") {
                    self.bounds()?;
                }
                Ok(())
            }
            Specifier::Ident | Specifier::Lifetime => {
                self.bump();
                Ok(())
            }
            Specifier::Literal => self.literal_maybe_minus().map(drop),
            Specifier::Vis => self.visibility(false).map(drop),
            Specifier::Block => self.block().map(drop),
            Specifier::Path => self.type_path().map(drop),
            Specifier::Meta => self.meta().map(drop),
            Specifier::Pat => self.pat().map(drop),
            Specifier::PatParam => self.pat_no_alternatives().map(drop),
            Specifier::Item => {
                let attrs = self.outer_attributes();
                self.item(attrs, Place::Module).map(drop)
            }
            Specifier::Stmt => self.statement_without_semicolon().map(drop),
            Specifier::Tt => {
                self.bump_tree();
                Ok(())
            }
        }
    }

    /// How many tokens were taken, and what is left of the next one if only its first part was.
    #[must_use]
    pub fn taken(&self) -> (usize, Option<&Token>) {
        (self.pos, self.split.as_ref())
    }

    /// The attributes behind the predicate of a `cfg_attr` at `span`, separated by commas.
    pub fn conditional_attributes(&mut self, span: Span) -> Vec<Attr> {
        let mut attrs = Vec::new();
        while !self.at_end() {
            self.matching = Some(Specifier::Meta);
            let start = self.taken().0;
            if self.meta().is_err() {
                break;
            }
            let end = self.taken().0;
            // A value is an expression, which ends at a comma; read anew, it is kept as tokens.
            let end_span = span.shrink_to_hi();
            let part: Vec<Token> = self.tokens.get(start..end).unwrap_or_default().to_vec();
            let mut inner = Parser::new(&part, end_span, "", self.ids);
            if let Ok((path, tokens, input)) = inner.meta() {
                attrs.push(Attr { span, path, tokens, input, is_doc: false });
            }
            if !self.eat(",") {
                if !self.at_end() {
                    self.unexpected();
                }
                break;
            }
        }
        attrs
    }

    // What macros expand to.

    /// Items up to the end.
    ///
    /// # Errors
    /// Never: what is wrong is left out, and reported.
    pub fn expanded_items(&mut self, place: ItemPlace) -> P<Vec<Item>> {
        let place = match place {
            ItemPlace::Module => Place::Module,
            ItemPlace::Impl => Place::Impl,
            ItemPlace::Trait => Place::Trait,
        };
        let mut items = Vec::new();
        self.items(place, &mut items);
        Ok(items)
    }

    /// Statements up to the end; an expression behind the last without `;` is a statement too.
    ///
    /// # Errors
    /// One was reported.
    pub fn expanded_statements(&mut self) -> P<Vec<Stmt>> {
        let mut stmts = Vec::new();
        while !self.at_end() {
            if matches!(self.token().kind, TokenKind::Close(_)) {
                return Err(self.unexpected());
            }
            match self.statement()? {
                Parsed::Statement(stmt) => stmts.push(stmt),
                Parsed::Tail(expr) => {
                    let (id, span) = (self.fresh(), expr.span);
                    stmts.push(Stmt { id, span, attrs: Vec::new(), kind: StmtKind::Expr { expr, semi: false } });
                    break;
                }
            }
        }
        Ok(stmts)
    }

    /// An expression, and whether `;` stands behind it.
    ///
    /// # Errors
    /// One was reported.
    pub fn expanded_expr(&mut self) -> P<(Expr, bool)> {
        let expr = self.expr()?;
        Ok((expr, self.eat(";")))
    }

    /// A pattern.
    ///
    /// # Errors
    /// One was reported.
    pub fn expanded_pat(&mut self) -> P<Pat> {
        self.pat()
    }

    /// A type.
    ///
    /// # Errors
    /// One was reported.
    pub fn expanded_ty(&mut self) -> P<Ty> {
        self.ty()
    }
}

/// Where the items that a macro makes stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ItemPlace {
    /// In a module, or among statements.
    Module,
    /// In an `impl`.
    Impl,
    /// In a `trait`.
    Trait,
}
