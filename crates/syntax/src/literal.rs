//! The values of literals: escapes, digits, suffixes.
//!
//! The lexer asks for the [`errors`] of each literal's text once; the parser asks for its value and need not look at
//! errors again: where the text is wrong, the value is the best that can be made of it.

use crate::ast::Lit;
use crate::token::LitKind;
use smol_str::{SmolStr, SmolStrBuilder};
use std::ops::Range;

/// What is wrong with a literal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LiteralError {
    /// Bytes within the literal's text.
    pub(crate) range: Range<usize>,
    /// The headline.
    pub(crate) message: String,
    /// The primary label.
    pub(crate) label: &'static str,
    /// Advice.
    pub(crate) help: Option<String>,
}

impl LiteralError {
    fn new(range: Range<usize>, message: impl Into<String>, label: &'static str) -> Self {
        Self { range, message: message.into(), label, help: None }
    }
}

/// What is wrong with the escapes and characters of a literal whose quotes are sound; numbers have no such errors.
pub(crate) fn errors(kind: LitKind, text: &str) -> Vec<LiteralError> {
    let mut errors = Vec::new();
    let Some(body) = body(kind, text) else { return errors };
    let mut count = 0;
    unescape(kind, text, body.clone(), &mut |range, unit| {
        count += 1;
        if let Err(error) = unit {
            errors.push(error);
        } else if count == 1 && matches!(kind, LitKind::Char | LitKind::Byte) {
            let c = &text[range.clone()];
            let escaped = match c {
                "\n" => "\\n",
                "\t" => "\\t",
                "'" => "\\'",
                _ => return,
            };
            let what = if kind == LitKind::Char { "character" } else { "byte" };
            errors.push(LiteralError::new(
                range,
                format!("{what} constant must be escaped: `{}`", c.escape_default()),
                "",
            ));
            errors.last_mut().expect("just pushed").help = Some(format!("escape the character: `{escaped}`"));
        }
    });
    if errors.is_empty() {
        let whole = 0..text.len();
        match (kind, count) {
            (LitKind::Char, 0) => {
                errors.push(LiteralError::new(body, "empty character literal", "empty character literal"))
            }
            (LitKind::Byte, 0) => errors.push(LiteralError::new(body, "empty byte literal", "empty byte literal")),
            (LitKind::Char, 2..) => {
                let mut error = LiteralError::new(whole, "character literal may only contain one codepoint", "");
                error.help = Some("if you meant to write a string literal, use double quotes".into());
                errors.push(error);
            }
            (LitKind::Byte, 2..) => {
                let mut error = LiteralError::new(whole, "byte literal may only contain one byte", "");
                error.help = Some("if you meant to write a byte string literal, use double quotes".into());
                errors.push(error);
            }
            _ => {}
        }
    }
    errors
}

/// The bytes between the quotes; `None` for numbers.
pub(crate) fn body(kind: LitKind, text: &str) -> Option<Range<usize>> {
    let quote = match kind {
        LitKind::Int | LitKind::Float => return None,
        LitKind::Char | LitKind::Byte => '\'',
        _ => '"',
    };
    let start = text.find(quote)? + 1;
    let end = text.rfind(quote)?;
    (start <= end).then_some(start..end)
}

/// Whether the bytes between the quotes stand for themselves, so that offsets in the value are offsets in the text.
#[must_use]
pub fn is_verbatim(kind: LitKind, text: &str) -> bool {
    matches!(kind, LitKind::RawStr | LitKind::RawByteStr) || !text.contains(['\\', '\r'])
}

/// The value of a string literal, with where each of its bytes is written: the value's byte `i` begins at the text's
/// byte `map[i]`; one more entry marks the end.
#[must_use]
pub fn string_with_offsets(kind: LitKind, text: &str) -> (String, Vec<u32>) {
    let mut value = String::new();
    let mut map = Vec::new();
    let body = body(kind, text).unwrap_or(0..0);
    unescape(kind, text, body.clone(), &mut |range, unit| {
        if let Ok(unit) = unit {
            value.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
            map.resize(value.len(), range.start as u32);
        }
    });
    map.push(body.end as u32);
    (value, map)
}

/// The value of a literal with this text and suffix; `Err` is a message for a number that has none.
pub(crate) fn value(kind: LitKind, text: &str, suffix: &str) -> Result<Lit, String> {
    let bytes = || {
        let mut out = Vec::new();
        unescape(kind, text, body(kind, text).unwrap_or(0..0), &mut |_, unit| {
            if let Ok(unit) = unit {
                match char::from_u32(unit) {
                    // `\xff` in a C string is a byte; a character stands for its UTF-8 bytes.
                    Some(c) if kind == LitKind::CStr && unit > 0xff => {
                        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                    }
                    _ => out.push(unit as u8),
                }
            }
        });
        out
    };
    Ok(match kind {
        LitKind::Int => return integer(text, suffix),
        LitKind::Float => {
            Lit::Float(text.chars().filter(|&c| c != '_').collect(), (!suffix.is_empty()).then(|| suffix.into()))
        }
        LitKind::Char => {
            let mut first = None;
            unescape(kind, text, body(kind, text).unwrap_or(0..0), &mut |_, unit| {
                first = first.or(unit.ok().and_then(char::from_u32));
            });
            Lit::Char(first.unwrap_or(' '))
        }
        LitKind::Byte => Lit::Byte(bytes().first().copied().unwrap_or(b' ')),
        LitKind::Str | LitKind::RawStr => {
            if is_verbatim(kind, text) && !text.contains('\r') {
                return Ok(Lit::Str(body(kind, text).map_or_else(SmolStr::default, |r| text[r].into())));
            }
            let mut out = SmolStrBuilder::new();
            unescape(kind, text, body(kind, text).unwrap_or(0..0), &mut |_, unit| {
                if let Some(c) = unit.ok().and_then(char::from_u32) {
                    out.push(c);
                }
            });
            Lit::Str(out.finish())
        }
        LitKind::ByteStr | LitKind::RawByteStr => Lit::ByteStr(bytes()),
        LitKind::CStr => Lit::CStr(bytes()),
    })
}

fn integer(text: &str, suffix: &str) -> Result<Lit, String> {
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (text, 10),
    };
    if matches!(suffix, "f16" | "f32" | "f64" | "f128") {
        return match radix {
            10 => Ok(Lit::Float(text.chars().filter(|&c| c != '_').collect(), Some(suffix.into()))),
            8 => Err("octal float literal is not supported".into()),
            2 => Err("binary float literal is not supported".into()),
            _ => Err("hexadecimal float literal is not supported".into()),
        };
    }
    let mut value: u128 = 0;
    for digit in digits.chars().filter_map(|c| c.to_digit(radix)) {
        value = value
            .checked_mul(radix.into())
            .and_then(|v| v.checked_add(digit.into()))
            .ok_or_else(|| "integer literal is too large".to_owned())?;
    }
    Ok(Lit::Int(value, (!suffix.is_empty()).then(|| suffix.into())))
}

type Unit = Result<u32, LiteralError>;

/// Call `each` for every character or byte that the literal stands for, with where it is written.
fn unescape(kind: LitKind, text: &str, body: Range<usize>, each: &mut dyn FnMut(Range<usize>, Unit)) {
    let is_raw =
        matches!(kind, LitKind::RawStr | LitKind::RawByteStr) || (kind == LitKind::CStr && text.starts_with("cr"));
    let bytes_only = matches!(kind, LitKind::Byte | LitKind::ByteStr | LitKind::RawByteStr);
    let single = matches!(kind, LitKind::Char | LitKind::Byte);
    let mut at = body.start;
    while at < body.end {
        let rest = &text[at..body.end];
        let Some(c) = rest.chars().next() else { break };
        let next = at + c.len_utf8();
        if c == '\r' {
            if !single && rest[1..].starts_with('\n') {
                // A line end is one `\n` however the file writes it.
                each(at..next + 1, Ok('\n'.into()));
                at = next + 1;
                continue;
            }
            let message = match (single, is_raw) {
                (true, _) => "character constant must be escaped: `\\r`",
                (false, true) => "bare CR not allowed in raw string",
                (false, false) => "bare CR not allowed in string, use `\\r` instead",
            };
            each(at..next, Err(LiteralError::new(at..next, message, "")));
            at = next;
        } else if c == '\\' && !is_raw {
            let (end, unit) = escape(kind, text, at, body.end);
            if let Some(unit) = unit {
                each(at..end, unit);
            }
            at = end;
        } else {
            let unit = if bytes_only && !c.is_ascii() {
                let what = match kind {
                    LitKind::Byte => "byte literal",
                    LitKind::ByteStr => "byte string literal",
                    _ => "raw byte string literal",
                };
                Err(LiteralError::new(at..next, format!("non-ASCII character in {what}"), "must be ASCII"))
            } else if kind == LitKind::CStr && c == '\0' {
                Err(LiteralError::new(at..next, "null characters in C string literals are not supported", ""))
            } else {
                Ok(c.into())
            };
            each(at..next, unit);
            at = next;
        }
    }
}

/// One escape that begins at `at`: where it ends and what it stands for; nothing for a continued line.
fn escape(kind: LitKind, text: &str, at: usize, end: usize) -> (usize, Option<Unit>) {
    let is_byte = matches!(kind, LitKind::Byte | LitKind::ByteStr);
    let single = matches!(kind, LitKind::Char | LitKind::Byte);
    let fail = |range: Range<usize>, message: String, label| {
        let end = range.end;
        (end, Some(Err(LiteralError::new(range, message, label))))
    };
    let Some(c) = text[at + 1..end].chars().next() else {
        return fail(at..end, "invalid trailing slash in literal".into(), "invalid trailing slash in literal");
    };
    let next = at + 1 + c.len_utf8();
    let simple = |c: char| (next, Some(Ok(u32::from(c))));
    match c {
        'n' => simple('\n'),
        'r' => simple('\r'),
        't' => simple('\t'),
        '\\' => simple('\\'),
        '\'' => simple('\''),
        '"' => simple('"'),
        '0' => simple('\0'),
        'x' => {
            let digits: Vec<char> = text[next..end].chars().take(2).collect();
            if let Some(i) = digits.iter().position(|d| !d.is_ascii_hexdigit()) {
                let from = next + i;
                let to = from + digits[i].len_utf8();
                let label = "invalid character in numeric character escape";
                return fail(from..to, format!("{label}: `{}`", digits[i].escape_default()), label);
            }
            if digits.len() < 2 {
                return fail(at..next + digits.len(), "numeric character escape is too short".into(), "");
            }
            let value = digits.iter().fold(0, |v, d| v * 16 + d.to_digit(16).unwrap_or(0));
            if value > 0x7f && matches!(kind, LitKind::Char | LitKind::Str) {
                return fail(
                    at..next + 2,
                    "out of range hex escape".into(),
                    "must be a character in the range [\\x00-\\x7f]",
                );
            }
            (next + 2, Some(Ok(value)))
        }
        'u' => unicode_escape(text, at, next, end, is_byte),
        '\n' | '\r' if !single => {
            let rest = &text[next..end];
            let skipped = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            (next + skipped, None)
        }
        _ => {
            let what = if is_byte { "byte" } else { "character" };
            let label = if is_byte { "unknown byte escape" } else { "unknown character escape" };
            let mut error =
                LiteralError::new(at + 1..next, format!("unknown {what} escape: `{}`", c.escape_default()), label);
            error.help =
                Some("for more information, visit <https://doc.rust-lang.org/reference/tokens.html#literals>".into());
            (next, Some(Err(error)))
        }
    }
}

/// `\u{…}`: `next` is behind the `u`.
fn unicode_escape(text: &str, at: usize, next: usize, end: usize, is_byte: bool) -> (usize, Option<Unit>) {
    let fail = |range: Range<usize>, message: &str, label: &'static str| {
        let end = range.end;
        (end, Some(Err(LiteralError::new(range, message, label))))
    };
    if !text[next..end].starts_with('{') {
        return fail(at..next, "incorrect unicode escape sequence", "incorrect unicode escape sequence");
    }
    let Some(len) = text[next..end].find('}') else {
        return fail(at..end, "unterminated unicode escape", "missing a closing `}`");
    };
    let close = next + len;
    let digits = &text[next + 1..close];
    if let Some((i, c)) = digits.char_indices().find(|&(i, c)| !(c.is_ascii_hexdigit() || (c == '_' && i > 0))) {
        let from = next + 1 + i;
        let message = if c == '_' {
            "invalid start of unicode escape: `_`".to_owned()
        } else {
            format!("invalid character in unicode escape: `{}`", c.escape_default())
        };
        let label = if c == '_' { "invalid start of unicode escape" } else { "invalid character in unicode escape" };
        let error = LiteralError::new(from..from + c.len_utf8(), message, label);
        return (close + 1, Some(Err(error)));
    }
    let hex: String = digits.chars().filter(|&c| c != '_').collect();
    let range = at..close + 1;
    if hex.is_empty() {
        return fail(range, "empty unicode escape", "this escape must have at least 1 hex digit");
    }
    if hex.len() > 6 {
        return fail(range, "overlong unicode escape", "must have at most 6 hex digits");
    }
    let value = u32::from_str_radix(&hex, 16).unwrap_or(u32::MAX);
    if is_byte {
        let label = "unicode escape in byte string";
        return fail(range, "unicode escape in byte string", label);
    }
    if char::from_u32(value).is_none() {
        let label = if value > 0x0010_FFFF { "must be at most 10FFFF" } else { "must not be a surrogate" };
        return fail(range, "invalid unicode character escape", label);
    }
    (close + 1, Some(Ok(value)))
}
