//! Colours for stages that are text: IR, bytecode, WAT. One small scanner serves them all, because they are written alike:
//! words, names behind a sigil, numbers, strings, remarks to the end of the line.

use stair_protocol::{Class, PaneBuilder};

/// Adds a line of text to the line that is being written, cut into classed pieces. `remark` starts a remark that goes on to the
/// end of the line: `;;`, `;` or `//`.
pub fn push_text(doc: &mut PaneBuilder, line: &str, remark: &str) {
    let mut rest = line;
    let mut first_word = true;
    while let Some(character) = rest.chars().next() {
        let (class, length) = if rest.starts_with(remark) {
            (Class::Comment, rest.len())
        } else if character == '"' {
            (Class::Text, quoted(rest))
        } else if character.is_ascii_digit() || (character == '-' && rest[1..].starts_with(|c: char| c.is_ascii_digit())) {
            (Class::Number, 1 + length_of(&rest[1..], is_number))
        } else if is_word(character) {
            let length = length_of(rest, is_word);
            let class = class_of_word(&rest[..length], first_word);
            first_word = false;
            (class, length)
        } else if matches!(character, '$' | '%' | '@' | '#') && rest[1..].starts_with(is_word) {
            (Class::Name, 1 + length_of(&rest[1..], is_word))
        } else if character == ' ' {
            (Class::Plain, length_of(rest, |c| c == ' '))
        } else {
            (Class::Punctuation, character.len_utf8())
        };
        doc.push(class, &rest[..length]);
        rest = &rest[length..];
    }
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '.' | '\'')
}

fn is_number(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '.')
}

fn class_of_word(word: &str, first: bool) -> Class {
    const TYPES: [&str; 22] = [
        "bool", "char", "str", "unit", "ptr", "func", "funcref", "memory", "i8", "i16", "i32", "i64", "isize", "u8", "u16",
        "u32", "u64", "usize", "f32", "f64", "v128", "table",
    ];
    if TYPES.contains(&word) {
        Class::Type
    } else if is_numbered(word, "block") || is_numbered(word, "bb") || word.starts_with('L') && is_numbered(word, "L") {
        Class::Place
    } else if is_numbered(word, "v") {
        Class::Plain
    } else if first || word.contains('.') || word.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit()) {
        Class::Keyword
    } else {
        Class::Name
    }
}

/// Whether the word is `prefix` and a number: `block3`.
fn is_numbered(word: &str, prefix: &str) -> bool {
    word.strip_prefix(prefix).is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The length of the string at the front, quotes included; to the end if it has no second quote.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (index, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(line: &str, remark: &str) -> Vec<(String, Class)> {
        let mut doc = PaneBuilder::new();
        push_text(&mut doc, line, remark);
        doc.end_line(0, None);
        let doc = doc.finish();
        let pieces = doc.line(0).into_iter().flat_map(|line| line.segments());
        pieces.filter(|piece| !piece.text.trim().is_empty()).map(|piece| (piece.text.to_owned(), piece.class)).collect()
    }

    #[test]
    fn lines_keep_their_text_whatever_is_in_them() {
        for line in ["", " ", "i32.const -1 ;; x", "v1 = add v0, \"a\\\"b\" ü→", "\"open", "$ % -", "-", "(func $a.b (;0;)"] {
            let mut doc = PaneBuilder::new();
            push_text(&mut doc, line, ";;");
            doc.end_line(0, None);
            assert_eq!(doc.finish().line(0).map(|line| line.text()).as_deref(), Some(line));
        }
    }

    #[test]
    fn pieces_are_told_apart() {
        let expected = [
            ("i64.const", Class::Keyword),
            ("-12", Class::Number),
            ("$name", Class::Name),
            ("block3", Class::Place),
            ("i32", Class::Type),
            ("\"a;;b\"", Class::Text),
            (";; why", Class::Comment),
        ];
        let line = "i64.const -12 $name block3 i32 \"a;;b\" ;; why";
        assert_eq!(classes(line, ";;"), expected.map(|(text, class)| (text.to_owned(), class)));
        assert_eq!(classes("LOAD_LOCAL a", ";")[0].1, Class::Keyword);
    }
}
