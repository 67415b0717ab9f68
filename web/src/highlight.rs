//! Colours for the stages' lines. Tokens and trees have columns and words of their own; IR, bytecode and WAT are written
//! alike, and one small scanner serves them all: words, names behind a sigil, numbers, strings, remarks to the end.

use stair_protocol::{Class, PaneBuilder, Stage};

/// Adds the text of a stage's line, cut into classed pieces, to the line that is being written. The pieces together are the
/// text, whatever it is.
pub fn push_line(doc: &mut PaneBuilder, stage: Stage, text: &str) {
    match stage {
        Stage::Tokens => push_token(doc, text),
        Stage::Ast => push_node(doc, text),
        Stage::Types => push_typed_node(doc, text),
        Stage::Ownership => push_lanes(doc, text),
        Stage::Ir | Stage::Bytecode => push_text(doc, text, ";"),
        Stage::Wat => push_text(doc, text, ";;"),
        Stage::Wasm => push_bytes(doc, text),
    }
}

/// `2:5     keyword     let`
fn push_token(doc: &mut PaneBuilder, text: &str) {
    let (place, rest) = text.split_at(column_end(text));
    let kind_end = rest.find("  ").map_or(rest.len(), |blanks| blanks + length_of(&rest[blanks..], |c| c == ' '));
    let (kind, written) = rest.split_at(kind_end);
    let class = match kind.trim_end() {
        "keyword" => Class::Keyword,
        "identifier" => Class::Name,
        "lifetime" => Class::Place,
        "comment" | "doc comment" => Class::Comment,
        "punctuation" | "delimiter" => Class::Punctuation,
        literal if literal.contains("string") || literal.contains("char") => Class::Text,
        _ => Class::Number,
    };
    doc.push(Class::Place, place).push(Class::Plain, kind).push(class, written);
}

/// `  12  ● │  v initialised`
fn push_lanes(doc: &mut PaneBuilder, text: &str) {
    let number = length_of(text, |c| c == ' ' || c.is_ascii_digit());
    if !text[..number].contains(|c: char| c.is_ascii_digit()) {
        doc.push(Class::Comment, text);
        return;
    }
    let (place, rest) = text.split_at(number);
    let lanes = length_of(rest, |c| c == ' ' || !c.is_alphanumeric() && c != '_');
    let (lanes, words) = rest.split_at(lanes);
    doc.push(Class::Place, place).push(Class::Keyword, lanes).push(Class::Plain, words);
}

/// `Binary +`
fn push_node(doc: &mut PaneBuilder, text: &str) {
    let (kind, rest) = text.split_at(length_of(text, |c| c != ' '));
    doc.push(Class::Keyword, kind).push(Class::Name, rest);
}

/// `init: Binary + : i32`
fn push_typed_node(doc: &mut PaneBuilder, text: &str) {
    let (node, ty) = text.split_at(text.rfind(" : ").unwrap_or(text.len()));
    let (role, node) = node.split_at(node.find(": ").map_or(0, |colon| colon + 2));
    doc.push(Class::Comment, role);
    push_node(doc, node);
    doc.push(Class::Punctuation, ty.get(..3).unwrap_or("")).push(Class::Type, ty.get(3..).unwrap_or(""));
}

/// `00002a  20 00 41 05    local.get 0`
fn push_bytes(doc: &mut PaneBuilder, text: &str) {
    let (place, rest) = text.split_at(column_end(text));
    let bytes = rest
        .split_inclusive(' ')
        .take_while(|word| word.trim_end().len() == 2 && word.bytes().all(|b| b == b' ' || b.is_ascii_hexdigit()));
    let (bytes, meaning) = rest.split_at(bytes.map(str::len).sum());
    doc.push(Class::Place, place).push(Class::Number, bytes);
    push_text(doc, meaning, ";;");
}

/// The length of the first word and the blanks behind it.
fn column_end(text: &str) -> usize {
    let word = length_of(text, |c| c != ' ');
    word + length_of(&text[word..], |c| c == ' ')
}

/// Adds a line of text to the line that is being written, cut into classed pieces. `remark` starts a remark that goes on to the
/// end of the line: `;;`, `;` or `//`.
fn push_text(doc: &mut PaneBuilder, line: &str, remark: &str) {
    let mut rest = line;
    let mut first_word = true;
    while let Some(character) = rest.chars().next() {
        let (class, length) = if rest.starts_with(remark) {
            (Class::Comment, rest.len())
        } else if character == '"' {
            (Class::Text, quoted(rest))
        } else if character.is_ascii_digit()
            || (character == '-' && rest[1..].starts_with(|c: char| c.is_ascii_digit()))
        {
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
            // `v1 = add v0, v2`: the instruction comes first or behind the sign.
            first_word |= character == '=';
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
        "bool", "char", "str", "unit", "ptr", "func", "funcref", "memory", "i8", "i16", "i32", "i64", "isize", "u8",
        "u16", "u32", "u64", "usize", "f32", "f64", "v128", "table",
    ];
    if TYPES.contains(&word) {
        Class::Type
    } else if is_numbered(word, "block") || is_numbered(word, "bb") || word.starts_with('L') && is_numbered(word, "L") {
        Class::Place
    } else if is_numbered(word, "v") {
        Class::Plain
    } else if first
        || word.contains('.')
        || word.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit())
    {
        Class::Keyword
    } else {
        Class::Name
    }
}

/// Whether the word is `prefix` and a number: `block3`.
fn is_numbered(word: &str, prefix: &str) -> bool {
    word.strip_prefix(prefix)
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
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

    fn classes(stage: Stage, line: &str) -> Vec<(String, Class)> {
        let mut doc = PaneBuilder::new();
        push_line(&mut doc, stage, line);
        doc.end_line(0, None);
        let doc = doc.finish();
        let pieces = doc.line(0).into_iter().flat_map(|line| line.segments());
        pieces.map(|piece| (piece.text.trim().to_owned(), piece.class)).filter(|(text, _)| !text.is_empty()).collect()
    }

    #[test]
    fn lines_keep_their_text_whatever_is_in_them() {
        let texts = [
            "",
            " ",
            "i32.const -1 ;; x",
            "v1 = add v0, \"a\\\"b\" ü→",
            "\"open",
            "$ % -",
            "-",
            "(func $a.b (;0;)",
            "é",
            " : ",
            ": ",
            "a: b : c",
            "00002a  20 00 é1",
            "12:3    keyword     let",
        ];
        for (stage, text) in Stage::ALL.into_iter().flat_map(|stage| texts.map(|text| (stage, text))) {
            let mut doc = PaneBuilder::new();
            push_line(&mut doc, stage, text);
            doc.end_line(0, None);
            assert_eq!(doc.finish().line(0).map(|line| line.text()).as_deref(), Some(text), "{stage:?}");
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
        assert_eq!(classes(Stage::Wat, line), expected.map(|(text, class)| (text.to_owned(), class)));
        assert_eq!(classes(Stage::Bytecode, "LOAD_LOCAL a")[0].1, Class::Keyword);
        let expected = [("2:5", Class::Place), ("integer literal", Class::Plain), ("42", Class::Number)];
        let line = "2:5     integer literal  42";
        assert_eq!(classes(Stage::Tokens, line), expected.map(|(text, class)| (text.to_owned(), class)));
        let expected = [
            ("init:", Class::Comment),
            ("Binary", Class::Keyword),
            ("+", Class::Name),
            (":", Class::Punctuation),
            ("i32", Class::Type),
        ];
        assert_eq!(
            classes(Stage::Types, "init: Binary + : i32"),
            expected.map(|(text, class)| (text.to_owned(), class))
        );
        let expected =
            [("00002a", Class::Place), ("20 00", Class::Number), ("local.get", Class::Keyword), ("0", Class::Number)];
        assert_eq!(
            classes(Stage::Wasm, "00002a  20 00    local.get 0"),
            expected.map(|(text, class)| (text.to_owned(), class))
        );
    }
}
