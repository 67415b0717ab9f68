//! The tree as Rust text again: shows what expansion made, and what `assert!` quotes.

mod expressions;
mod items;
mod tokens;
mod types;

pub use tokens::{raw_string, tokens};

use crate::ast::{Expr, File, Ident, Item, Pat, Path, Ty};
use crate::lexer::{is_keyword, is_reserved_keyword};
use crate::parser::is_path_keyword;
use crate::token::Token;

/// A file, with a line for each statement.
#[must_use]
pub fn file(file: &File) -> String {
    let mut p = Printer::default();
    for (i, item) in file.items.iter().enumerate() {
        if i > 0 {
            p.line();
        }
        p.item(item);
        p.line();
    }
    p.out
}

/// One item.
#[must_use]
pub fn item(item: &Item) -> String {
    let mut p = Printer::default();
    p.item(item);
    p.out
}

/// One expression, on one line.
#[must_use]
pub fn expr(expr: &Expr) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.expr(expr);
    p.out
}

/// One expression, with a line for each statement in it.
#[must_use]
pub fn expr_lines(expr: &Expr) -> String {
    let mut p = Printer::default();
    p.expr(expr);
    p.out
}

/// One expression as `rustc` quotes it: literals as they are written in `tokens`, from which it was parsed.
#[must_use]
pub fn expr_as_written(expr: &Expr, tokens: &[Token]) -> String {
    let mut written = Vec::new();
    tokens::literals(tokens, &mut written);
    let mut p = Printer { inline: true, written, ..Printer::default() };
    p.expr(expr);
    p.out
}

/// A type.
#[must_use]
pub fn ty(ty: &Ty) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.ty(ty);
    p.out
}

/// A pattern.
#[must_use]
pub fn pat(pat: &Pat) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.pat(pat);
    p.out
}

/// A path.
#[must_use]
pub fn path(path: &Path) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.path(path, true);
    p.out
}

#[derive(Default)]
struct Printer<'a> {
    out: String,
    indent: usize,
    /// Everything on one line.
    inline: bool,
    /// The literals among the tokens that the tree was parsed from, in order: they are printed as they stand there.
    written: Vec<&'a Token>,
    /// How many of those were printed.
    printed: usize,
}

impl Printer<'_> {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn line(&mut self) {
        if self.inline {
            self.out.push(' ');
        } else {
            self.out.push('\n');
            for _ in 0..self.indent {
                self.out.push_str("    ");
            }
        }
    }

    fn separated<T>(&mut self, items: &[T], separator: &str, mut each: impl FnMut(&mut Self, &T)) {
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.push(separator);
            }
            each(self, item);
        }
    }

    fn comma<T>(&mut self, items: &[T], each: impl FnMut(&mut Self, &T)) {
        self.separated(items, ", ", each);
    }

    /// `{`, each on its line, `}`.
    fn braced<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        if items.is_empty() {
            self.push("{}");
            return;
        }
        self.push("{");
        self.indent += 1;
        for item in items {
            self.line();
            each(self, item);
        }
        self.indent -= 1;
        self.line();
        self.push("}");
    }

    /// A name; with `r#` if it would be read as a keyword.
    fn name(&mut self, name: &str) {
        let keyword = is_keyword(name) && !is_path_keyword(name) || is_reserved_keyword(name);
        self.push(if keyword { "r#" } else { "" });
        self.push(tokens::written_name(name));
    }

    fn ident(&mut self, ident: &Ident) {
        self.name(&ident.name);
    }
}
