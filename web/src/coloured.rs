//! Colours for the program's own text: each token's class, by what the lexer makes of it.

use stair::syntax::{Lexed, PieceClass};
use stair_protocol::{Class, PaneBuilder, PaneDoc};

/// The lines of a program, coloured by its tokens; each knows which bytes of the text it is, its end left out.
pub fn source(text: &str, lexed: &Lexed) -> PaneDoc {
    let mut doc = PaneBuilder::new();
    let mut line_start = 0;
    for piece in &lexed.pieces {
        let (lo, hi) = (piece.span.lo, piece.span.hi);
        let written = text.get(lo as usize..hi as usize).unwrap_or("");
        let class = class_of(piece.class, written, text.get(hi as usize..).unwrap_or(""));
        let mut at = lo;
        for part in written.split_inclusive('\n') {
            let shown = part.trim_end_matches(['\n', '\r']);
            doc.push(class, shown);
            if part.ends_with('\n') {
                doc.end_line(0, Some((line_start, at + shown.len() as u32)));
                line_start = at + part.len() as u32;
            }
            at += part.len() as u32;
        }
    }
    if (line_start as usize) < text.len() {
        doc.end_line(0, Some((line_start, text.len() as u32)));
    }
    doc.finish()
}

/// The class of a token, which `rest` follows.
fn class_of(class: PieceClass, text: &str, rest: &str) -> Class {
    match class {
        PieceClass::Keyword => Class::Keyword,
        PieceClass::Identifier if text.starts_with(char::is_uppercase) || is_primitive(text) => Class::Type,
        PieceClass::Identifier if rest.starts_with(['(', '!']) => Class::Name,
        PieceClass::Lifetime => Class::Place,
        PieceClass::Comment | PieceClass::DocComment => Class::Comment,
        PieceClass::Punctuation | PieceClass::Delimiter => Class::Punctuation,
        PieceClass::Literal(_) if text.starts_with(|c: char| c.is_ascii_digit()) => Class::Number,
        PieceClass::Literal(_) => Class::Text,
        PieceClass::Identifier | PieceClass::Whitespace | PieceClass::Unknown => Class::Plain,
    }
}

fn is_primitive(name: &str) -> bool {
    const PRIMITIVES: [&str; 17] = [
        "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64", "bool",
        "char", "str",
    ];
    PRIMITIVES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use stair::source::FileId;

    #[test]
    fn every_line_keeps_its_text_and_its_place() {
        for text in
            ["", "fn main() {}", "fn f() {\n    /* a\n b */ \"x\ny\"\n}\n", "\n\nlet é = 'a';\r\n", "\"never ends\n"]
        {
            let doc = source(text, &stair::syntax::lex(FileId::USER, text));
            let lines: Vec<String> = doc.lines().map(|line| line.text()).collect();
            assert_eq!(lines, text.lines().map(str::to_owned).collect::<Vec<_>>(), "{text:?}");
            for line in doc.lines() {
                let (from, to) = line.span.expect("a line of the program has a place");
                assert_eq!(&text[from as usize..to as usize], line.text());
            }
        }
    }
}
