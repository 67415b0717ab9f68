//! Tokens, the parser and the syntax tree: never fails, returns a tree and errors.
//!
//! [`lex`] makes tokens of text, [`parse_file`] a tree of text; both report what is wrong beside their result. [`dump`]
//! shows a tree as lines, [`pretty`] as Rust.

pub mod ast;
mod delimiters;
pub mod dump;
mod grammar;
mod lexer;
mod literal;
mod parser;
pub mod pretty;
pub mod token;
pub mod visit;

pub use ast::NodeIds;
pub use dump::{TreeLine, dump};
pub use lexer::{Lexed, Piece, PieceClass, is_keyword, is_reserved_keyword, lex};
pub use literal::{is_verbatim, string_with_offsets};
pub use parser::{ItemPlace, MAX_NESTING, P, Parser, Reported, describe as describe_token, flattened, spelling};

use stair_source::{Diagnostic, FileId};

/// Parse a file. Where delimiters do not match, only that is reported: the rest would follow from it. What is wrong with
/// single literals is in [`ast::File::literal_errors`].
#[must_use]
pub fn parse_file(file: FileId, text: &str, ids: &mut NodeIds) -> (ast::File, Vec<Diagnostic>) {
    parse_lexed(&lex(file, text), text, ids)
}

/// Parse a file that is already in tokens; `text` is what they were made from.
#[must_use]
pub fn parse_lexed(lexed: &Lexed, text: &str, ids: &mut NodeIds) -> (ast::File, Vec<Diagnostic>) {
    let (end, tokens) = lexed.tokens.split_last().expect("the end is always there");
    let mut parser = Parser::new(tokens, end.span, text, ids);
    let mut tree = parser.file();
    tree.literal_errors = parser.take_literal_errors();
    let errors = parser.finish();
    let mut diagnostics = lexed.diagnostics.clone();
    if lexed.balanced {
        diagnostics.extend(errors);
    }
    diagnostics.sort_by_key(|d| d.span().lo);
    (tree, diagnostics)
}
