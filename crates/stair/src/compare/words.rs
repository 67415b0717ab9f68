//! What a line says, apart from the numbers and names that a compiler or a person gave by chance.

use rustc_hash::FxHashMap;
use std::ops::Range;

/// How the lines of a stage are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// The program itself, or a tree of it: every word counts.
    Text,
    /// The IR's text form.
    Ir,
    /// The bytecode's listing.
    Bytecode,
    /// The text format of WebAssembly.
    Wat,
    /// The bytes of a WebAssembly module, with their meaning.
    Bytes,
}

/// A word, number or sign of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// Where it stands in the line's text, in bytes.
    pub(super) range: Range<usize>,
    /// What it is: words of the same sense say the same, but for a name, of which only the kind is known here.
    pub(super) sense: u32,
    /// Whether it names something that another program may call otherwise: a value, a block, a local.
    pub(super) is_name: bool,
}

/// A line as its words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Words {
    pub(super) words: Vec<Word>,
    /// The same for lines that are the same but for names.
    pub(super) key: u32,
    /// What the line does: its instruction, its first word. The same for lines that may stand beside each other though they differ; `None`
    /// for a line of mere signs.
    pub(super) operation: Option<u32>,
}

/// Reads lines; the numbers that it gives are the same for the same text in all that it reads.
pub(super) struct Reader {
    form: Form,
    numbers: FxHashMap<String, u32>,
}

impl Reader {
    pub(super) fn new(form: Form) -> Self {
        Self { form, numbers: FxHashMap::default() }
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// Reads a line of a function with these locals.
    pub(super) fn read(&mut self, text: &str, locals: &[String]) -> Words {
        let mut line = Words::default();
        let mut key = String::new();
        let mut operation = None;
        let mut before = "";
        for (index, range) in ranges(self.form, text).into_iter().enumerate() {
            let word = &text[range.clone()];
            let kind = self.kind_of_name(word, before, locals);
            let sense = kind.unwrap_or(word);
            if self.form != Form::Bytes || !is_byte(word) {
                let says = word.starts_with(|c: char| c.is_alphanumeric() || c == '_');
                if kind.is_none() && says && operation.is_none() {
                    operation = Some(self.operation(word).to_owned());
                } else if index == 0 && kind == Some("block") {
                    operation = Some("block".to_owned());
                }
            }
            key.push_str(sense);
            key.push('\n');
            let sense = self.number(sense);
            line.words.push(Word { range, sense, is_name: kind.is_some() });
            before = word;
        }
        line.operation = operation.map(|operation| self.number(&operation));
        line.key = self.number(&key);
        line
    }

    /// What kind of thing `word` names, if it is a name of the kind that another program may give otherwise.
    fn kind_of_name(&self, word: &str, before: &str, locals: &[String]) -> Option<&'static str> {
        let numbered = |prefix: &'static str| {
            let number = word.strip_prefix(prefix)?;
            (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(prefix)
        };
        let is_local = || locals.iter().any(|local| local == word).then_some("local");
        match self.form {
            Form::Text | Form::Bytes => None,
            Form::Ir => {
                const KINDS: [&str; 7] = ["v", "block", "var", "slot", "data", "fn", "import"];
                KINDS.into_iter().find_map(numbered).or_else(is_local)
            }
            Form::Bytecode => is_local().or_else(|| ["L", "k", "s", "t", "#"].into_iter().find_map(numbered)),
            Form::Wat => match before {
                "local.get" | "local.set" | "local.tee" | "local" | "param" => {
                    let is_named = word.starts_with('$') || word.bytes().all(|byte| byte.is_ascii_digit());
                    is_named.then_some("local")
                }
                "type" => word.bytes().all(|byte| byte.is_ascii_digit()).then_some("type"),
                _ => None,
            },
        }
    }

    /// What instructions have in common that differ in their types only.
    fn operation<'a>(&self, word: &'a str) -> &'a str {
        match self.form {
            Form::Text => word,
            Form::Ir => word.split('.').next().unwrap_or(word),
            Form::Bytecode => match word.rsplit_once('_') {
                Some((operation, ty)) if is_type(&ty.to_ascii_lowercase()) => operation,
                _ => word,
            },
            Form::Wat | Form::Bytes => match word.split_once('.') {
                Some((ty, operation)) if is_type(ty) => operation,
                _ => word,
            },
        }
    }
}

/// The name of the local or slot that a line of a function declares, if it does.
pub(super) fn declared(form: Form, text: &str) -> Option<&str> {
    match form {
        Form::Ir => {
            let rest = text.strip_prefix("var").or_else(|| text.strip_prefix("slot"))?;
            let (_, name) = rest.trim_start_matches(|c: char| c.is_ascii_digit()).split_once('"')?;
            name.split('"').next()
        }
        Form::Bytecode => {
            let rest = text.strip_prefix("local ").or_else(|| text.strip_prefix("slot "))?;
            rest.split_once(':').map(|(name, _)| name)
        }
        Form::Text | Form::Wat | Form::Bytes => None,
    }
}

fn is_type(word: &str) -> bool {
    matches!(word, "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "f32" | "f64")
}

/// Two hexadecimal digits.
fn is_byte(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Where the words of a line stand, without blanks, addresses and the remarks that only number things.
fn ranges(form: Form, text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = match form {
        // The address that an instruction or a byte has.
        Form::Bytecode => length_of(text, |c| c == ' ' || c.is_ascii_digit()),
        Form::Bytes => length_of(text, |c| c != ' '),
        Form::Text | Form::Ir | Form::Wat => 0,
    };
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if form == Form::Wat && rest.starts_with("(;") {
            at += rest.find(";)").map_or(rest.len(), |end| end + 2);
            continue;
        } else if first == ' ' {
            at += 1;
            continue;
        } else if first == '"' && form != Form::Ir {
            quoted(rest)
        } else if is_word(first) {
            length_of(rest, is_word)
        } else {
            first.len_utf8()
        };
        words.push(at..at + length);
        at += length;
    }
    words
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '.' | '$' | '#')
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
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

    fn same(form: Form, left: &str, right: &str) -> (bool, bool) {
        let mut reader = Reader::new(form);
        let locals = ["total".to_owned(), "sum".to_owned()];
        let (left, right) = (reader.read(left, &locals), reader.read(right, &locals));
        (left.key == right.key, left.operation.is_some() && left.operation == right.operation)
    }

    #[test]
    fn names_do_not_count() {
        assert_eq!(same(Form::Ir, "v3 = add.i32 v1, v2", "v8 = add.i32 v7, v7"), (true, true));
        assert_eq!(same(Form::Ir, "v3 = add.i32 v1, v2", "v8 = add.i64 v7, v7"), (false, true));
        assert_eq!(same(Form::Ir, "v3 = add.i32 v1, v2", "v8 = sub.i32 v7, v7"), (false, false));
        assert_eq!(same(Form::Ir, "get var0  ; total", "get var1  ; sum"), (true, true));
        assert_eq!(same(Form::Ir, "block1(v7: i64):", "block3(v9: i64, v10: i32):"), (false, true));
        assert_eq!(same(Form::Bytecode, "   7  LOAD_LOCAL  total", "  12  LOAD_LOCAL  sum"), (true, true));
        assert_eq!(same(Form::Bytecode, "   7  LOAD_LOCAL  total", "  12  LOAD_LOCAL  x"), (false, true));
        assert_eq!(same(Form::Bytecode, "   7  CONST  k1 ; 5", "   7  CONST  k0 ; 5"), (true, true));
        assert_eq!(same(Form::Bytecode, "   7  CONST  k1 ; 5", "   7  CONST  k0 ; 6"), (false, true));
        assert_eq!(same(Form::Bytecode, "   7  ADD_I32", "   7  ADD_I64"), (false, true));
        assert_eq!(same(Form::Wat, "local.get 3", "local.get $x"), (true, true));
        assert_eq!(same(Form::Wat, "local.get 3", "local.set 3"), (false, false));
        assert_eq!(same(Form::Wat, "i32.const 3", "i64.const 3"), (false, true));
        assert_eq!(same(Form::Wat, "(func $f (;3;) (type 2)", "(func $f (;4;) (type 9)"), (true, true));
        assert_eq!(same(Form::Bytes, "00002a  20 00  local.get 0", "00003a  20 01  local.get 1"), (false, true));
        assert_eq!(same(Form::Text, "}", "}"), (true, false));
        assert_eq!(same(Form::Text, "let x = 1;", "let y = 1;"), (false, true));
    }

    #[test]
    fn words_are_within_the_line_whatever_it_is() {
        for text in ["", " ", "\"open", "é→", "(; open", "(;;)", "12", "v", "  7  ", "\"a\\\"b\" ü", "$", "00002a"]
        {
            for form in [Form::Text, Form::Ir, Form::Bytecode, Form::Wat, Form::Bytes] {
                let _ = declared(form, text);
                for word in Reader::new(form).read(text, &[]).words {
                    assert!(text.get(word.range.clone()).is_some_and(|word| !word.is_empty()), "{form:?} {text:?}");
                }
            }
        }
    }

    #[test]
    fn locals_are_declared() {
        assert_eq!(declared(Form::Ir, "var0 \"total\" i32 param 0"), Some("total"));
        assert_eq!(declared(Form::Ir, "slot3 \"v\" \"Vec<i32>\" size 24 align 8"), Some("v"));
        assert_eq!(declared(Form::Ir, "v3 = add.i32 v1, v2"), None);
        assert_eq!(declared(Form::Bytecode, "local total: i32"), Some("total"));
        assert_eq!(declared(Form::Bytecode, "   0  LOAD_LOCAL  total"), None);
    }
}
