//! Colours for the program's own text. A small scanner is enough for that, and does without the compiler: what is not Rust gets some
//! colour, too. It never fails, and a test compares it with the compiler's lexer.

use stair_protocol::{Class, PaneBuilder, PaneDoc};

/// The lines of a program, coloured; each knows which bytes of the text it is, its end left out.
pub fn source(text: &str) -> PaneDoc {
    let mut doc = PaneBuilder::new();
    let (mut at, mut line_start) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let (class, length) = token(rest);
        for part in rest[..length].split_inclusive('\n') {
            let shown = part.trim_end_matches(['\n', '\r']);
            doc.push(class, shown);
            if part.ends_with('\n') {
                doc.end_line(0, Some((line_start as u32, (at + shown.len()) as u32)));
                line_start = at + part.len();
            }
            at += part.len();
        }
    }
    if line_start < text.len() {
        doc.end_line(0, Some((line_start as u32, text.len() as u32)));
    }
    doc.finish()
}

/// The class of the token at the front of a text that is not empty, and its length in bytes, which is never 0.
fn token(text: &str) -> (Class, usize) {
    let first = text.chars().next().unwrap_or_default();
    if first.is_whitespace() {
        return (Class::Plain, length_of(text, char::is_whitespace));
    }
    if text.starts_with("//") {
        return (Class::Comment, text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return (Class::Comment, block_comment(text));
    }
    if let Some(length) = string(text) {
        return (Class::Text, length);
    }
    if first == '\'' {
        return quote(text);
    }
    if let Some((Class::Text, length)) = text.strip_prefix('b').filter(|rest| rest.starts_with('\'')).map(quote) {
        return (Class::Text, 1 + length);
    }
    if first.is_ascii_digit() {
        return (Class::Number, number(text));
    }
    if is_word(first) {
        let raw = if text.starts_with("r#") && text[2..].starts_with(is_word) { 2 } else { 0 };
        let length = raw + length_of(&text[raw..], is_word);
        return (class_of(&text[..length], &text[length..]), length);
    }
    (Class::Punctuation, first.len_utf8())
}

/// The class of a word, which `rest` follows.
fn class_of(word: &str, rest: &str) -> Class {
    const KEYWORDS: &str = " as async await break const continue crate dyn else enum extern false fn for gen if impl in let loop \
        match mod move mut pub ref return self Self static struct super trait true type unsafe use where while abstract become box do \
        final macro override priv try typeof unsized virtual yield ";
    const PRIMITIVES: &str = " i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char str ";
    let is_in = |list: &str| list.split(' ').any(|known| known == word);
    if is_in(KEYWORDS) {
        Class::Keyword
    } else if word.starts_with(char::is_uppercase) || is_in(PRIMITIVES) {
        Class::Type
    } else if rest.starts_with(['(', '!']) {
        Class::Name
    } else {
        Class::Plain
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}

/// The length of a comment that may hold others; to the end of the text if it has no end.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = text[at..].find(['/', '*']) {
        at += found;
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// The length of the string at the front, of any kind; `None` if there is none.
fn string(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            let hashes = if prefix.ends_with('r') { length_of(rest, |c| c == '#') } else { 0 };
            rest[hashes..].starts_with('"')
        })
    })?;
    if !prefix.ends_with('r') {
        return Some(prefix.len() + quoted(&text[prefix.len()..], '"'));
    }
    let rest = &text[prefix.len()..];
    let hashes = length_of(rest, |c| c == '#');
    let end = format!("\"{}", &rest[..hashes]);
    let inside = &rest[hashes + 1..];
    let length = inside.find(&end).map_or(inside.len(), |found| found + end.len());
    Some(prefix.len() + hashes + 1 + length)
}

/// The length of what stands between two of these quotes, with them; to the end of the text if there is no second one.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// A character or a lifetime.
fn quote(text: &str) -> (Class, usize) {
    let inside = &text[1..];
    let word = length_of(inside, is_word);
    let is_lifetime = word > 0 && !inside[word..].starts_with('\'');
    if is_lifetime {
        return (Class::Place, 1 + word);
    }
    // A character that has no end is only a quote.
    let line = text.find('\n').unwrap_or(text.len());
    match quoted(&text[..line], '\'') {
        length if length > 1 && text[..length].ends_with('\'') => (Class::Text, length),
        _ => (Class::Punctuation, 1),
    }
}

fn number(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let exponent = |digits: &str, rest: &str| {
        let has = digits.ends_with(['e', 'E']) && !digits.starts_with("0x") && rest.starts_with(['+', '-']);
        if has { 1 + length_of(&rest[1..], is_part) } else { 0 }
    };
    let mut length = length_of(text, is_part);
    length += exponent(&text[..length], &text[length..]);
    let fraction = text[length..]
        .strip_prefix('.')
        .filter(|rest| !rest.starts_with(|c: char| c == '.' || is_word(c) && !c.is_ascii_digit()));
    if let Some(rest) = fraction {
        let digits = length_of(rest, is_part);
        length += 1 + digits + exponent(&rest[..digits], &rest[digits..]);
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::EXAMPLES;
    use stair::source::FileId;
    use stair::syntax::PieceClass;

    #[test]
    fn every_line_keeps_its_text_and_its_place() {
        let texts = [
            "",
            "fn main() {}",
            "fn f() {\n    /* a\n b */ \"x\ny\"\n}\n",
            "\n\nlet é = 'a';\r\n",
            "\"never ends\n",
            "'",
            "'\\",
            "r#\"",
            "r#",
            "b'",
            "/* /* */",
            "0.",
            "1.e",
            "1e+",
            "\u{feff}fn",
            "'é'x'",
            "1..2",
            "日本('語')",
            "r##\"a\"#\"##b",
            "0x1e+2",
        ];
        for text in texts {
            let doc = source(text);
            let lines: Vec<String> = doc.lines().map(|line| line.text()).collect();
            assert_eq!(lines, text.lines().map(str::to_owned).collect::<Vec<_>>(), "{text:?}");
            for line in doc.lines() {
                let (from, to) = line.span.expect("a line of the program has a place");
                assert_eq!(&text[from as usize..to as usize], line.text());
            }
        }
    }

    /// The class of each byte, by what the compiler's lexer says.
    fn by_the_lexer(text: &str) -> Vec<Class> {
        let lexed = stair::syntax::lex(FileId::USER, text);
        let class = |piece: &stair::syntax::Piece| {
            let (lo, hi) = (piece.span.lo as usize, piece.span.hi as usize);
            let class = match piece.class {
                PieceClass::Whitespace | PieceClass::Unknown => Class::Plain,
                PieceClass::Comment | PieceClass::DocComment => Class::Comment,
                PieceClass::Keyword => Class::Keyword,
                PieceClass::Identifier => class_of(&text[lo..hi], &text[hi..]),
                PieceClass::Lifetime => Class::Place,
                PieceClass::Literal(_) if text[lo..].starts_with(|c: char| c.is_ascii_digit()) => Class::Number,
                PieceClass::Literal(_) => Class::Text,
                PieceClass::Punctuation | PieceClass::Delimiter => Class::Punctuation,
            };
            std::iter::repeat_n(class, hi - lo)
        };
        lexed.pieces.iter().flat_map(class).collect()
    }

    #[test]
    fn colours_are_those_of_the_compilers_lexer() {
        let hard = "fn f<'a>(x: &'a str) -> u8 { let c = ['a', '\\'', '\\u{41}', b'x']; r#\"a \"b\" \\\"#; b\"\\\"\"; r#fn(1.5e-3, 2., 0xfe, 1_000u64, 3.max(4), 0..5, x.0.1); /* a /* b */ c */ loop { break 'a; } }\n/// doc\n//! x\n";
        for text in EXAMPLES.iter().map(|example| example.source).chain([hard]) {
            let expected = by_the_lexer(text);
            let mut at = 0;
            while at < text.len() {
                let (class, length) = token(&text[at..]);
                let before = &text[text.floor_char_boundary(at.saturating_sub(20))..at];
                let told = expected[at..at + length].iter().all(|expected| *expected == class);
                assert!(told, "{class:?}, not {:?}: {:?} after {before:?}", expected[at], &text[at..at + length]);
                at += length;
            }
        }
    }
}
