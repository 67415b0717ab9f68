//! Reading a TOML table key by key: what is of another type, missing or unknown becomes a problem with its place.

use crate::exercise::{Named, span};
use crate::{Fragment, Problem};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table that is being read.
pub(crate) struct Fields<'a> {
    table: &'a DeTable<'a>,
    /// What the table is, for messages: `a check`.
    what: &'static str,
    /// The table in the Markdown.
    pub(crate) at: Range<usize>,
    text: &'a Fragment,
    known: Vec<&'static str>,
    /// Whether nothing is said of keys that nobody asked for.
    forgives: bool,
    problems: &'a mut Vec<Problem>,
}

/// Parse a TOML text, and read its table with `read`.
pub(crate) fn read<T: Default>(
    text: &Fragment,
    what: &'static str,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    let (table, errors) = DeTable::parse_recoverable(text.text());
    if let Some(error) = errors.first() {
        let at = text.range(error.span().unwrap_or(0..0));
        let message = error.message().lines().next().unwrap_or_default();
        problems.push(Problem::new(span(&at), format!("this is not TOML: {message}")));
        return T::default();
    }
    let at = text.range(0..text.text().trim_end().len());
    let mut fields = Fields { table: table.get_ref(), what, at, text, known: Vec::new(), forgives: false, problems };
    let value = read(&mut fields);
    fields.finish();
    value
}

impl<'a> Fields<'a> {
    /// Report a problem.
    pub(crate) fn problem(&mut self, at: &Range<usize>, message: impl Into<String>) {
        self.problems.push(Problem::new(span(at), message));
    }

    /// Report a problem with advice.
    pub(crate) fn problem_with_help(&mut self, at: &Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(span(at), message).help(help));
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let at = self.text.range(value.span());
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a point",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.problem(&at, format!("`{key}` is {wanted}, not {found}"));
    }

    /// Where a key's value is; where the table is if it has no such key.
    pub(crate) fn place(&self, key: &str) -> Range<usize> {
        let value = self.table.iter().find(|(name, _)| name.get_ref() == key);
        value.map_or_else(|| self.at.clone(), |(_, value)| self.text.range(value.span()))
    }

    /// Whether a key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(name, _)| name.get_ref() == key)
    }

    /// A text.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Named> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(Named { text: text.to_owned(), at: self.text.range(value.span()) }),
            None => {
                self.wrong_type(key, value, "a text");
                None
            }
        }
    }

    /// A text that must not be empty, without blanks around it.
    pub(crate) fn words(&mut self, key: &'static str) -> Option<Named> {
        let named = self.text(key)?;
        if named.text.trim().is_empty() {
            self.problem(&named.at, format!("`{key}` is empty"));
            return None;
        }
        Some(Named { text: named.text.trim().to_owned(), at: named.at })
    }

    /// A text that must be there.
    pub(crate) fn required(&mut self, key: &'static str) -> Option<Named> {
        if !self.has(key) {
            self.known.push(key);
            let at = self.at.clone();
            self.problem(&at, format!("{} needs `{key}`", self.what));
            return None;
        }
        self.words(key)
    }

    /// A number of at least 0.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<u64> {
        let value = self.get(key)?;
        let number =
            value.get_ref().as_integer().and_then(|number| u64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong_number(key, value);
        }
        number
    }

    /// An exit code.
    pub(crate) fn exit_code(&mut self, key: &'static str) -> Option<i32> {
        let value = self.get(key)?;
        let number =
            value.get_ref().as_integer().and_then(|number| i32::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong_number(key, value);
        }
        number
    }

    fn wrong_number(&mut self, key: &str, value: &Spanned<DeValue<'_>>) {
        if value.get_ref().is_integer() {
            let at = self.text.range(value.span());
            self.problem(&at, format!("`{key}` is out of range"));
        } else {
            self.wrong_type(key, value, "a whole number");
        }
    }

    /// `true` or `false`; `false` if it is not there.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        match value.get_ref().as_bool() {
            Some(flag) => flag,
            None => {
                self.wrong_type(key, value, "true or false");
                false
            }
        }
    }

    /// One of some words.
    pub(crate) fn choice<T: Copy>(&mut self, key: &'static str, all: &[(&str, T)]) -> Option<T> {
        let word = self.text(key)?;
        let found = all.iter().find(|(name, _)| *name == word.text).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            self.problem_with_help(
                &word.at,
                format!("there is no {key} `{}`", word.text),
                format!("there {} {}", if names.len() == 1 { "is" } else { "are" }, list(&names)),
            );
        }
        found
    }

    /// A list of texts, or of numbers as they are written.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<Named> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(values) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in values {
            match plain(value.get_ref()) {
                Some(text) => texts.push(Named { text, at: self.text.range(value.span()) }),
                None => self.wrong_type(key, value, "a list of texts"),
            }
        }
        texts
    }

    /// A text, or a number or truth value as it is written.
    pub(crate) fn plain(&mut self, key: &'static str) -> Option<Named> {
        let value = self.get(key)?;
        match plain(value.get_ref()) {
            Some(text) => Some(Named { text, at: self.text.range(value.span()) }),
            None => {
                self.wrong_type(key, value, "a text or a number");
                None
            }
        }
    }

    /// The tables of an array of tables, at most `most`, each read with `read`.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        most: usize,
        mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(values) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &format!("a list of tables, each under `[[{key}]]`"));
            return Vec::new();
        };
        let mut all = Vec::new();
        if values.len() > most {
            let at = self.at.clone();
            self.problem(&at, format!("there are {} tables `[[{key}]]`; at most {most} are read", values.len()));
        }
        for value in values.iter().take(most) {
            let Some(table) = value.get_ref().as_table() else {
                self.wrong_type(key, value, &format!("a list of tables, each under `[[{key}]]`"));
                continue;
            };
            let at = self.text.range(value.span());
            let mut fields = Fields {
                table,
                what,
                at,
                text: self.text,
                known: Vec::new(),
                forgives: false,
                problems: &mut *self.problems,
            };
            let read = read(&mut fields);
            fields.finish();
            all.extend(read);
        }
        all
    }

    /// Say nothing of keys that nobody has asked for.
    pub(crate) fn forgive(&mut self) {
        self.forgives = true;
    }

    /// Report the keys that nobody asked for.
    fn finish(self) {
        if self.forgives {
            return;
        }
        let unknown = self.table.iter().filter(|(name, _)| !self.known.contains(&name.get_ref().as_ref()));
        for (name, _) in unknown {
            let at = self.text.range(name.span());
            let problem = Problem::new(span(&at), format!("{} has no key `{}` here", self.what, name.get_ref()));
            self.problems.push(problem.help(format!("there are {}", list(&self.known))));
        }
    }
}

/// A value as plain text, if it is no table, list or date.
fn plain(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// `a`, `a and b`, `a, b and c`, each in backquotes.
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        [front @ .., last] => format!("{} and {last}", front.join(", ")),
    }
}
