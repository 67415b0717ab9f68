//! The language of format strings, as `std::fmt` documents it: text, `{{`, `}}` and placeholders.
//!
//! ```text
//! placeholder := '{' [ argument ] [ ':' spec ] [ blank ]* '}'
//! argument    := integer | identifier
//! spec        := [[fill]align][sign]['#']['0'][width]['.' precision][type]
//! align       := '<' | '^' | '>'
//! sign        := '+' | '-'
//! width       := count
//! precision   := count | '*'
//! type        := '' | '?' | 'x?' | 'X?' | 'x' | 'X' | 'o' | 'b' | 'e' | 'E' | 'p'
//! count       := integer | argument '$'
//! ```
//! Nothing here knows of arguments: what a placeholder refers to is resolved in `format.rs`.

use std::ops::Range;

/// A stretch of a format string.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Segment {
    /// Text to be written as it is, with `{{` and `}}` undone.
    Text(String, Range<usize>),
    /// `{…}`.
    Placeholder(Box<Placeholder>),
}

/// `{…}`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Placeholder {
    /// From `{` to `}`.
    pub(super) range: Range<usize>,
    /// What is shown.
    pub(super) argument: Reference,
    /// The fill character.
    pub(super) fill: char,
    /// 0 left, 1 right, 2 centre, 3 not given.
    pub(super) align: u8,
    /// Bit 0 `+`, 1 `-`, 2 `#`, 3 `0`, 4 `x?`, 5 `X?`.
    pub(super) flags: u32,
    /// The least width.
    pub(super) width: Count,
    /// Digits behind the point, or the greatest length of a text.
    pub(super) precision: Count,
    /// What stands at the end: `""`, `?`, `x`, ….
    pub(super) kind: String,
    /// Where it stands.
    pub(super) kind_range: Range<usize>,
}

/// What a placeholder refers to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Reference {
    /// The next argument in turn.
    Next,
    /// An argument by its position.
    Index(usize, Range<usize>),
    /// An argument, or a variable in scope, by its name.
    Name(String, Range<usize>),
}

/// A width or precision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Count {
    /// Not given.
    None,
    /// A number.
    Number(u16),
    /// The value of an argument: `width$`, `0$`.
    Argument(Reference),
    /// The value of the next argument in turn: `.*`.
    Star(Range<usize>),
}

/// What is wrong with a format string.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct TemplateError {
    /// Where.
    pub(super) range: Range<usize>,
    /// What, behind "invalid format string: ".
    pub(super) message: String,
    /// The primary label, before "in format string".
    pub(super) label: String,
    /// An explanation.
    pub(super) note: Option<String>,
    /// A second place and what it has to do with the error.
    pub(super) other: Option<(Range<usize>, &'static str)>,
    /// What to write instead, where, and why.
    pub(super) suggestion: Option<(Range<usize>, String, String)>,
}

/// Parse a format string's value. Parsing ends at the first error.
pub(super) fn parse(text: &str) -> Result<Vec<Segment>, Box<TemplateError>> {
    let mut parser = TemplateParser { text, at: 0 };
    let mut segments = Vec::new();
    let mut literal = String::new();
    let mut start = 0;
    while let Some(c) = parser.peek() {
        let from = parser.at;
        parser.bump();
        match c {
            '{' | '}' if parser.peek() == Some(c) => {
                parser.bump();
                literal.push(c);
            }
            '{' => {
                if !literal.is_empty() {
                    segments.push(Segment::Text(std::mem::take(&mut literal), start..from));
                }
                segments.push(Segment::Placeholder(Box::new(parser.placeholder(from)?)));
                start = parser.at;
            }
            '}' => {
                return Err(Box::new(TemplateError {
                    range: from..from + 1,
                    message: "unmatched `}` found".into(),
                    label: "unmatched `}`".into(),
                    note: Some("if you intended to print `}`, you can escape it using `}}`".into()),
                    ..TemplateError::default()
                }));
            }
            _ => literal.push(c),
        }
    }
    if !literal.is_empty() {
        segments.push(Segment::Text(literal, start..text.len()));
    }
    Ok(segments)
}

struct TemplateParser<'a> {
    text: &'a str,
    at: usize,
}

type Parsed<T> = Result<T, Box<TemplateError>>;

impl<'a> TemplateParser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.bump();
        }
        found
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.bump();
        }
    }

    /// A placeholder whose `{` stands at `open` and was taken.
    fn placeholder(&mut self, open: usize) -> Parsed<Placeholder> {
        let argument = self.argument(open)?;
        let mut found = Placeholder {
            range: open..open,
            argument,
            fill: ' ',
            align: 3,
            flags: 0,
            width: Count::None,
            precision: Count::None,
            kind: String::new(),
            kind_range: self.at..self.at,
        };
        self.blanks();
        let mut fill_brace = false;
        if self.eat(':') {
            fill_brace = self.spec(&mut found)?;
        }
        self.blanks();
        if !self.eat('}') {
            return Err(Box::new(self.not_closed(open, fill_brace, &found)));
        }
        found.range = open..self.at;
        Ok(found)
    }

    /// What is wrong where a `}` is due.
    fn not_closed(&self, open: usize, fill_brace: bool, found: &Placeholder) -> TemplateError {
        let here = self.at..self.at + self.peek().map_or(0, char::len_utf8);
        let mut error = TemplateError { range: here.clone(), ..TemplateError::default() };
        error.label = "expected `}`".into();
        error.message = match self.peek() {
            Some(c) => format!("expected `}}`, found `{}`", c.escape_debug()),
            None => "expected `}` but string was terminated".into(),
        };
        match self.peek() {
            Some('?')
                if matches!(found.argument, Reference::Name(..) | Reference::Index(..)) && found.kind.is_empty() =>
            {
                error.label = "expected `:` before `?` to format with `Debug`".into();
                error.note = Some("to print `{`, you can escape it using `{{`".into());
                error.suggestion = Some((here, ":?".into(), "add a colon before the format specifier".into()));
                return error;
            }
            Some('#') if found.kind == "?" => {
                error.label = "expected `'}'`".into();
                let both = found.kind_range.start..here.end;
                error.suggestion = Some((both, "#?".into(), "did you mean `#?`?".into()));
                return error;
            }
            Some(c @ ('<' | '^' | '>')) => {
                error.message = "expected alignment specifier after `:` in format string; example: `{:>?}`".into();
                error.label = format!("expected `{c}` to occur after `:`");
                return error;
            }
            _ => {}
        }
        error.other = Some((open..open + 1, "because of this opening brace"));
        error.note = Some(if fill_brace {
            "the character `}` is interpreted as a fill character because of the `:` that precedes it".into()
        } else {
            "if you intended to print `{`, you can escape it using `{{`".into()
        });
        error
    }

    fn argument(&mut self, open: usize) -> Parsed<Reference> {
        let start = self.at;
        if let Some(index) = self.integer()? {
            return Ok(Reference::Index(usize::from(index), start..self.at));
        }
        if self.rest().starts_with("r#") {
            let end = start + 2;
            return Err(Box::new(TemplateError {
                range: start..start + self.rest().find(['}', ':']).unwrap_or(end - start),
                message: "raw identifiers are not supported".into(),
                label: "raw identifier used here".into(),
                note: Some(
                    "identifiers in format strings can be keywords and don't need to be prefixed with `r#`".into(),
                ),
                suggestion: Some((start..end, String::new(), "remove the `r#`".into())),
                ..TemplateError::default()
            }));
        }
        let name = self.word();
        if name.is_empty() {
            return Ok(Reference::Next);
        }
        if name == "_" {
            return Err(Box::new(TemplateError {
                range: start..self.at,
                message: "invalid argument name `_`".into(),
                label: "invalid argument name".into(),
                note: Some("argument name cannot be a single underscore".into()),
                ..TemplateError::default()
            }));
        }
        if self.peek() == Some('.') && self.rest().find('}').is_some() {
            let end = self.at + self.rest().find([':', '}']).unwrap_or(0);
            let digits = self.second().is_some_and(|c| c.is_ascii_digit());
            let path = self.text[start..end].to_owned();
            let _ = open;
            return Err(Box::new(TemplateError {
                range: start..end,
                message: if digits { "tuple index access isn't supported" } else { "field access isn't supported" }
                    .into(),
                label: "not supported".into(),
                note: Some(format!(
                    "consider moving this expression to a local variable and then using the local here instead of `{path}`"
                )),
                ..TemplateError::default()
            }));
        }
        Ok(Reference::Name(name.to_owned(), start..self.at))
    }

    /// What stands behind the colon; whether `}` is the fill character.
    fn spec(&mut self, found: &mut Placeholder) -> Parsed<bool> {
        let align = |c| match c {
            Some('<') => Some(0),
            Some('>') => Some(1),
            Some('^') => Some(2),
            _ => None,
        };
        if let (Some(fill), Some(side)) = (self.peek(), align(self.second())) {
            found.fill = fill;
            found.align = side;
            self.bump();
            self.bump();
        } else if let Some(side) = align(self.peek()) {
            found.align = side;
            self.bump();
        }
        let fill_brace = found.align != 3 && found.fill == '}';
        for (bit, flag) in [(1, '+'), (2, '-'), (4, '#')] {
            // Only one of the signs can stand there.
            if (bit != 2 || found.flags & 1 == 0) && self.eat(flag) {
                found.flags |= bit;
            }
        }
        // `0$` is a width taken from the first argument, not the flag.
        if self.peek() == Some('0') && self.second() != Some('$') {
            self.bump();
            found.flags |= 8;
        }
        found.width = self.count()?;
        if self.peek() == Some('.') {
            let dot = self.at;
            self.bump();
            found.precision = if self.eat('*') { Count::Star(dot..self.at) } else { self.count()? };
        }
        found.kind_range = self.at..self.at;
        for (hex, bit) in [("x?", 16), ("X?", 32)] {
            if self.rest().starts_with(hex) {
                self.bump();
                found.flags |= bit;
            }
        }
        found.kind = if self.eat('?') { "?".to_owned() } else { self.word().to_owned() };
        found.kind_range.end = self.at;
        Ok(fill_brace)
    }

    fn count(&mut self) -> Parsed<Count> {
        let start = self.at;
        if let Some(number) = self.integer()? {
            if self.eat('$') {
                return Ok(Count::Argument(Reference::Index(usize::from(number), start..self.at)));
            }
            return Ok(Count::Number(number));
        }
        let name = self.word();
        if !name.is_empty() && self.eat('$') {
            return Ok(Count::Argument(Reference::Name(name.to_owned(), start..self.at - 1)));
        }
        self.at = start;
        Ok(Count::None)
    }

    fn integer(&mut self) -> Parsed<Option<u16>> {
        let len = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 {
            return Ok(None);
        }
        let digits = &self.rest()[..len];
        let start = self.at;
        self.at += len;
        match digits.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(Box::new(TemplateError {
                range: start..self.at,
                message: format!("integer `{digits}` does not fit into the type `u16` whose range is `0..=65535`"),
                label: "integer out of range for `u16`".into(),
                ..TemplateError::default()
            })),
        }
    }

    /// An identifier, or nothing.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let letter = |c: char| c == '_' || c.is_alphanumeric();
        if !rest.starts_with(|c: char| letter(c) && !c.is_numeric()) {
            return "";
        }
        let word = &rest[..rest.find(|c| !letter(c)).unwrap_or(rest.len())];
        self.at += word.len();
        word
    }
}
