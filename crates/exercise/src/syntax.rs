//! What stands in a program's text: constructs, calls of methods and macros, paths.
//!
//! The arguments of a macro are looked at as the expressions that they are, where they are that; else as tokens.

use crate::exercise::Construct;
use stair::source::{FileId, Span};
use stair::syntax::NodeIds;
use stair::syntax::ast::{Expr, ExprKind, File, Item, ItemKind, MacroCall, Path};
use stair::syntax::token::{Token, TokenKind};
use stair::syntax::visit::{MutVisitor, walk_expr, walk_file, walk_item, walk_path};

/// The constructs that a check can name.
pub(crate) const KEYWORDS: [&str; 11] =
    ["for", "while", "loop", "if", "match", "closure", "return", "unsafe", "?", "index", "cast"];

/// How deeply macros are looked into.
const MAX_MACRO_NESTING: u32 = 16;

/// The tree of a text, with its errors counted.
pub(crate) fn parse(text: &str) -> (File, usize) {
    let (file, errors) = stair::syntax::parse_file(FileId::USER, text, &mut NodeIds::default());
    (file, errors.len())
}

/// A function's item, by its path within the program: `area`, `shapes::area`, `Point::new`.
pub(crate) fn find_function<'a>(text: &str, items: &'a [Item], path: &str) -> Option<&'a Item> {
    for item in items {
        let inner = match &item.kind {
            ItemKind::Fn(_) if item.name.name == path => return Some(item),
            ItemKind::Mod(Some(inner)) => {
                // The compiler names a method by its type alone, wherever that is.
                let is_method = path.contains("::") && !path.starts_with(&format!("{}::", item.name.name));
                if let Some(found) = is_method.then(|| find_function(text, inner, path)).flatten() {
                    return Some(found);
                }
                Some((item.name.name.to_string(), inner))
            }
            ItemKind::Trait(inner) => Some((item.name.name.to_string(), &inner.items)),
            ItemKind::Impl(inner) => {
                let ty = text.get(inner.self_ty.span.lo as usize..inner.self_ty.span.hi as usize).unwrap_or("");
                Some((ty.split('<').next().unwrap_or("").trim().to_owned(), &inner.items))
            }
            _ => None,
        };
        if let Some((name, items)) = inner
            && let Some(rest) = path.strip_prefix(&name).and_then(|rest| rest.strip_prefix("::"))
            && let Some(found) = find_function(text, items, rest)
        {
            return Some(found);
        }
    }
    None
}

/// The first place where a construct stands, in the whole text or in one item.
pub(crate) fn find(text: &str, file: &File, within: Option<&Item>, construct: &Construct) -> Option<Span> {
    let mut finder = Finder { text, construct, found: None, nesting: 0 };
    match within {
        Some(item) => finder.item(&mut item.clone()),
        None => walk_file(&mut finder, &mut file.clone()),
    }
    finder.found
}

struct Finder<'a> {
    text: &'a str,
    construct: &'a Construct,
    found: Option<Span>,
    nesting: u32,
}

impl Finder<'_> {
    fn found(&mut self, span: Span) {
        if self.found.is_none_or(|found| span.lo < found.lo) {
            self.found = Some(span);
        }
    }

    fn keyword(&mut self, keyword: &str, span: Span) {
        if matches!(self.construct, Construct::Keyword(wanted) if *wanted == keyword) {
            self.found(span);
        }
    }

    fn macro_call(&mut self, call: &MacroCall) {
        if let (Construct::Macro(wanted), Some(name)) = (self.construct, call.path.segments.last())
            && name.name.name == *wanted
        {
            self.found(call.span);
        }
        let (Some(first), Some(last)) = (call.tokens.first(), call.tokens.last()) else { return };
        let (lo, hi) = (first.span.lo, last.span.hi);
        let inner = self.text.get(lo as usize..hi as usize).unwrap_or("");
        if self.nesting >= MAX_MACRO_NESTING {
            return self.tokens(&call.tokens);
        }
        // A list of expressions, or `x; n`.
        let before = "fn f() { [";
        let whole = format!("{before}{inner}] }}");
        let (mut file, errors) = parse(&whole);
        if errors > 0 {
            return self.tokens(&call.tokens);
        }
        let mut inside = Finder { text: &whole, construct: self.construct, found: None, nesting: self.nesting + 1 };
        walk_file(&mut inside, &mut file);
        if let Some(found) = inside.found {
            let place = |offset: u32| (offset + lo).saturating_sub(before.len() as u32);
            self.found(Span { file: FileId::USER, lo: place(found.lo), hi: place(found.hi) });
        }
    }

    /// What can be told of tokens alone.
    fn tokens(&mut self, tokens: &[Token]) {
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| tokens.get(index)).map(|token| &token.kind);
            let after = tokens.get(index + 1).map(|token| &token.kind);
            let is_found = match (&token.kind, self.construct) {
                (TokenKind::Ident { name, raw: false }, Construct::Keyword(wanted)) => name == wanted,
                (TokenKind::Punct(text), Construct::Keyword(wanted)) => text == wanted,
                (TokenKind::Ident { name, .. }, Construct::Method(wanted)) => {
                    name == wanted && matches!(before, Some(TokenKind::Punct(".")))
                }
                (TokenKind::Ident { name, .. }, Construct::Macro(wanted)) => {
                    name == wanted && matches!(after, Some(TokenKind::Punct("!")))
                }
                (TokenKind::Ident { name, .. }, Construct::Path(wanted)) => name == wanted,
                _ => false,
            };
            if is_found {
                self.found(token.span);
            }
        }
    }
}

impl MutVisitor for Finder<'_> {
    fn item(&mut self, item: &mut Item) {
        if let ItemKind::MacroCall(call) = &item.kind {
            self.macro_call(call);
        }
        if let ItemKind::MacroRules(tokens) = &item.kind {
            self.tokens(tokens);
        }
        walk_item(self, item);
    }

    fn expr(&mut self, expr: &mut Expr) {
        let keyword = match &expr.kind {
            ExprKind::For { .. } => "for",
            ExprKind::While { .. } => "while",
            ExprKind::Loop(..) => "loop",
            ExprKind::If { .. } => "if",
            ExprKind::Match { .. } => "match",
            ExprKind::Closure(_) => "closure",
            ExprKind::Return(_) => "return",
            ExprKind::Unsafe(_) => "unsafe",
            ExprKind::Try(_) => "?",
            ExprKind::Index(..) => "index",
            ExprKind::Cast(..) => "cast",
            _ => "",
        };
        self.keyword(keyword, expr.span);
        match &expr.kind {
            ExprKind::MethodCall { method, .. } => {
                if matches!(self.construct, Construct::Method(wanted) if method.name.name == *wanted) {
                    self.found(method.name.span);
                }
            }
            ExprKind::Macro(call) => self.macro_call(call),
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn path(&mut self, path: &mut Path) {
        if let Construct::Path(wanted) = self.construct
            && let Some(segment) = path.segments.iter().find(|segment| segment.name.name == *wanted)
        {
            self.found(segment.name.span);
        }
        walk_path(self, path);
    }
}

#[cfg(test)]
mod tests {
    use super::{Construct, find, find_function, parse};

    /// The line and the text of what is found.
    fn check(text: &str, function: Option<&str>, construct: Construct, expected: Option<&str>) {
        let (file, errors) = parse(text);
        assert_eq!(errors, 0);
        let within = function.map(|path| find_function(text, &file.items, path).expect("the function"));
        let found = find(text, &file, within, &construct).map(|span| &text[span.lo as usize..span.hi as usize]);
        assert_eq!(found, expected, "{construct:?}");
    }

    const TEXT: &str = r#"use std::collections::HashMap;
        struct P { x: Vec<u8> }
        impl P { fn new(v: &[u8]) -> P { P { x: v.to_vec() } } }
        mod inner { pub fn f(x: Option<u8>) -> Option<u8> { for _ in 0..2 {} Some(x? as u8) } }
        fn main() {
            let p = P::new(&[1]);
            println!("{} {:?}", p.x.clone()[0], inner::f(None).map(|x| x + 1));
            let all = vec![p.x.len(); 2];
            assert!(matches!(all.first(), Some(n) if *n > 0), "{}", "a".to_owned());
        }"#;

    #[test]
    fn constructs_are_found_where_they_stand() {
        check(TEXT, None, Construct::Keyword("for"), Some("for _ in 0..2 {}"));
        check(TEXT, Some("inner::f"), Construct::Keyword("?"), Some("x?"));
        check(TEXT, Some("inner::f"), Construct::Keyword("cast"), Some("x? as u8"));
        check(TEXT, Some("main"), Construct::Keyword("for"), None);
        check(TEXT, None, Construct::Keyword("while"), None);
        check(TEXT, Some("P::new"), Construct::Method("to_vec".into()), Some("to_vec"));
    }

    #[test]
    fn the_arguments_of_macros_are_looked_at() {
        check(TEXT, None, Construct::Method("clone".into()), Some("clone"));
        check(TEXT, None, Construct::Method("len".into()), Some("len"));
        check(TEXT, None, Construct::Keyword("closure"), Some("|x| x + 1"));
        check(TEXT, None, Construct::Keyword("index"), Some("p.x.clone()[0]"));
        check(TEXT, None, Construct::Macro("vec".into()), Some("vec![p.x.len(); 2]"));
        // A pattern with a guard is no list of expressions.
        check(TEXT, None, Construct::Macro("matches".into()), Some("matches!(all.first(), Some(n) if *n > 0)"));
        check(TEXT, None, Construct::Method("first".into()), Some("first"));
        check(TEXT, None, Construct::Method("to_owned".into()), Some("to_owned"));
    }

    #[test]
    fn paths_are_found_in_imports_and_types() {
        check(TEXT, None, Construct::Path("HashMap".into()), Some("HashMap"));
        check(TEXT, None, Construct::Path("Vec".into()), Some("Vec"));
        check(TEXT, None, Construct::Path("BTreeMap".into()), None);
    }
}
