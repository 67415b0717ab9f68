//! Fenced blocks of Markdown as mdBook and rustdoc understand them: the words behind the fence, and hidden lines.
//!
//! Two ways of writing options are read: ```` ```rust,staircase,pane=bytecode ````, and ```` ```rust {.staircase pane="bytecode ir"} ````, which
//! rustdoc reads too, so that `mdbook test` still runs the block.

use crate::error::Error;

/// The words behind a fence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fence {
    /// The language, as mdBook reads it.
    pub language: String,
    /// The other words, in order.
    pub words: Vec<Word>,
}

/// A word behind a fence: `ignore`, or `pane=bytecode`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// The name; without the dot that words in braces begin with.
    pub name: String,
    /// What stands behind `=`.
    pub value: Option<String>,
}

impl Fence {
    /// Reads the words, after Markdown's own escapes have been resolved.
    ///
    /// # Errors
    /// If a quoted value does not end, or has an escape that there is not.
    pub fn parse(info: &str) -> Result<Self, Error> {
        let info = info.trim_start_matches([' ', '\t', ',']);
        let end = info.find([' ', '\t', ',']).unwrap_or(info.len());
        let (language, mut rest) = info.split_at(end);
        let is_separator = |c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}');
        let mut words = Vec::new();
        loop {
            rest = rest.trim_start_matches(is_separator);
            if rest.is_empty() {
                return Ok(Self { language: language.to_owned(), words });
            }
            let end = rest.find(|c| is_separator(c) || c == '=').unwrap_or(rest.len());
            let name = rest[..end].trim_start_matches('.').to_owned();
            rest = &rest[end..];
            let value = match rest.strip_prefix('=') {
                None => None,
                Some(quoted) if quoted.starts_with('"') => {
                    let (value, behind) = unquote(&quoted[1..])?;
                    rest = behind;
                    Some(value)
                }
                Some(plain) => {
                    let end = plain.find(is_separator).unwrap_or(plain.len());
                    rest = &plain[end..];
                    Some(plain[..end].to_owned())
                }
            };
            words.push(Word { name, value });
        }
    }

    /// Whether a word stands there, with or without a value.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.words.iter().any(|word| word.name == name)
    }
}

/// A value up to its closing quote, and what is behind that. Escapes are `\n`, `\t`, `\r`, `\"`, `\\` and `\u{…}`.
fn unquote(text: &str) -> Result<(String, &str), Error> {
    const ESCAPES: Error = Error::Fence("there are the escapes \\n, \\t, \\r, \\\", \\\\ and \\u{…}");
    let mut value = String::new();
    let mut rest = text.chars();
    loop {
        match rest.next() {
            None => return Err(Error::Fence("a quoted value does not end")),
            Some('"') => return Ok((value, rest.as_str())),
            Some('\\') => value.push(match rest.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some(c @ ('"' | '\\')) => c,
                Some('u') => {
                    let behind = rest.as_str().strip_prefix('{').ok_or(ESCAPES)?;
                    let (digits, behind) = behind.split_once('}').ok_or(ESCAPES)?;
                    rest = behind.chars();
                    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).ok_or(ESCAPES)?
                }
                _ => return Err(ESCAPES),
            }),
            Some(c) => value.push(c),
        }
    }
}

/// A value that [`Fence::parse`] reads back, between quotes. It is left alone by Markdown, by mdBook's links and by rustdoc.
pub(crate) fn quote(value: &str) -> String {
    let mut quoted = String::from("\"");
    for c in value.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '"' | '\\' | '`' | '~' | '&' | '{' | '}' | '<' => quoted.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c if c.is_control() => quoted.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// A line of a Rust block as the reader is to see it, and whether it is hidden: `# text` and `#` are, `##` stands for `#`.
#[must_use]
pub fn shown_and_hidden(line: &str) -> (String, bool) {
    let trimmed = line.trim_start();
    let indent = &line[..line.len() - trimmed.len()];
    match trimmed.strip_prefix('#') {
        Some("") => (indent.to_owned(), true),
        Some(rest) if rest.starts_with('#') => (format!("{indent}{rest}"), false),
        Some(rest) if rest.starts_with(' ') => (format!("{indent}{}", &rest[1..]), true),
        _ => (line.to_owned(), false),
    }
}

/// Whether mdBook would hide or change a line that is meant as it stands.
pub(crate) fn looks_hidden(line: &str) -> bool {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    shown_and_hidden(line) != (line.to_owned(), false)
}
