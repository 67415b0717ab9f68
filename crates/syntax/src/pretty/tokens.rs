//! Tokens as text, spaced as `rustc` does it.

use crate::ast::OWN_CRATE;
use crate::lexer::{is_keyword, is_reserved_keyword};
use crate::parser::{is_path_keyword, spelling};
use crate::token::{Delim, Token, TokenKind};

/// Tokens, spaced as they are written where that is known, and as `rustc` spaces them otherwise: what `stringify!` makes.
#[must_use]
pub fn tokens(tokens: &[Token]) -> String {
    let mut out = String::new();
    print(tokens, &mut out);
    out
}

/// All literals among the tokens, those within fragments included, in order.
pub(super) fn literals<'a>(tokens: &'a [Token], out: &mut Vec<&'a Token>) {
    for token in tokens {
        match &token.kind {
            TokenKind::Literal { .. } => out.push(token),
            TokenKind::Fragment(fragment) => literals(&fragment.tokens, out),
            _ => {}
        }
    }
}

fn print(mut rest: &[Token], out: &mut String) {
    while let Some(first) = rest.first() {
        let len = tree_len(rest);
        let tree = &rest[..len];
        print_tree(tree, out);
        rest = &rest[len..];
        let is_fragment = matches!(first.kind, TokenKind::Fragment(_));
        let joint = !is_fragment && tree.last().is_some_and(|t| t.joint);
        if let Some(next) = rest.first()
            && !joint
            && space_between(first, next)
        {
            out.push(' ');
        }
    }
}

/// How many tokens the first token, or the group that it opens, takes.
fn tree_len(tokens: &[Token]) -> usize {
    let mut depth = 0u32;
    for (i, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return i + 1;
        }
    }
    tokens.len()
}

fn print_tree(tree: &[Token], out: &mut String) {
    match (&tree[0].kind, tree.len()) {
        (TokenKind::Open(delim), len) if len > 1 => {
            out.push_str(delim.open());
            let blank = if *delim == Delim::Brace && len > 2 && !tree[0].joint { " " } else { "" };
            out.push_str(blank);
            print(&tree[1..len - 1], out);
            out.push_str(blank);
            out.push_str(delim.close());
        }
        // Written out as the comment that it is, it would swallow the rest of the line.
        (TokenKind::Doc { text, .. }, _) => out.push_str(&format!("#[doc = {}]", raw_string(text))),
        (TokenKind::Fragment(fragment), _) => print(&fragment.tokens, out),
        (kind, _) => out.push_str(&spelling(kind)),
    }
}

/// A raw string literal of this value.
#[must_use]
pub fn raw_string(text: &str) -> String {
    let mut hashes = String::new();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}")
}

/// Whether two neighbours that were not written without space between are shown with a space: all but a few.
fn space_between(before: &Token, after: &Token) -> bool {
    let is_punct = |token: &Token| matches!(token.kind, TokenKind::Punct(_));
    match (&before.kind, &after.kind) {
        (TokenKind::Punct("."), _) => is_punct(after),
        (TokenKind::Punct("$"), TokenKind::Ident { .. }) => false,
        (_, TokenKind::Punct("," | ";" | ".")) => is_punct(before),
        (TokenKind::Ident { name, raw }, TokenKind::Open(Delim::Paren)) => {
            let is_reserved = is_keyword(name) || is_reserved_keyword(name) || is_path_keyword(name) || name == "_";
            !raw && is_reserved && !matches!(name.as_str(), "fn" | "Self" | "pub")
        }
        (TokenKind::Punct("#"), TokenKind::Open(Delim::Bracket)) => false,
        _ => true,
    }
}

/// How a name of the tree is written.
pub(super) fn written_name(name: &str) -> &str {
    if name == OWN_CRATE { "$crate" } else { name }
}
