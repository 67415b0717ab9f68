//! The HTML of an embed.

use crate::embed::{Embed, Program};
use crate::error::Error;
use crate::fence::looks_hidden;
use crate::recorded::{Recorded, Stream};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The ways of writing an embed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `<pre><code data-staircase>`, the recorded output behind it.
    Code,
    /// `<stair-case>`, with program and recorded output in it.
    Element,
    /// As [`Form::Code`], for a chapter of a book: on a single line, so that it can stand wherever a block of Markdown can, with the classes
    /// that mdBook gives to hidden lines, and nothing in it that mdBook would take for its own.
    Chapter,
}

impl Embed {
    /// The HTML.
    ///
    /// # Errors
    /// If the source holds a NUL character, which HTML cannot, or if the address of the program has neither a dot nor a slash in it.
    pub fn to_html(&self, form: Form) -> Result<String, Error> {
        if self.source.contains('\0') {
            return Err(Error::Source("a program with a NUL character cannot be written in HTML"));
        }
        let attributes = self.attributes(if form == Form::Element { "" } else { "data-" })?;
        let source = self.source_html(form);
        let output = self.output.as_ref().map(|output| output_html(output, form)).unwrap_or_default();
        Ok(match form {
            Form::Code => {
                format!("<pre><code class=\"language-rust\" data-staircase{attributes}>{source}</code></pre>\n{output}")
            }
            Form::Element => format!(
                "<stair-case{attributes}>\n<pre><code class=\"language-rust\">{source}</code></pre>\n{output}</stair-case>\n"
            ),
            Form::Chapter => format!(
                "<pre><code class=\"language-rust noplayground\" data-staircase{attributes}>{source}</code></pre>{output}"
            ),
        })
    }

    fn attributes(&self, prefix: &str) -> Result<String, Error> {
        let program = match &self.program {
            None => None,
            Some(Program::Inline(bytes)) => Some(URL_SAFE_NO_PAD.encode(bytes)),
            Some(Program::At(address)) if address.contains(['.', '/']) => Some(address.clone()),
            Some(Program::At(_)) => {
                return Err(Error::Source("the address of a compiled program has a dot or a slash in it"));
            }
        };
        let program = program.map(|program| ("program", Some(program)));
        let pairs = self.options.to_pairs().into_iter().chain(program);
        let attribute = |(name, value): (&str, Option<String>)| match value {
            None => format!(" {prefix}{name}"),
            Some(value) => format!(" {prefix}{name}=\"{}\"", escape_attribute(&value)),
        };
        Ok(pairs.map(attribute).collect())
    }

    fn source_html(&self, form: Form) -> String {
        let mut html = String::new();
        let mut plain = String::new();
        for (line, text) in (1..).zip(self.source.split_inclusive('\n')) {
            let is_hidden = self.options.hide.iter().any(|range| range.contains(line));
            let tag = match form {
                Form::Chapter if is_hidden => "<span class=\"boring\">",
                // A line that begins with `# ` is hidden by mdBook unless an element surrounds it.
                Form::Chapter if looks_hidden(text) => "<span>",
                Form::Code | Form::Element if is_hidden => "<span hidden>",
                _ => {
                    plain.push_str(text);
                    continue;
                }
            };
            html.push_str(&escape(&plain, form));
            plain.clear();
            html.push_str(tag);
            html.push_str(&escape(text, form));
            html.push_str("</span>");
        }
        html + &escape(&plain, form)
    }
}

/// What was recorded; empty if there is nothing to show.
fn output_html(recorded: &Recorded, form: Form) -> String {
    if recorded.is_empty() {
        return String::new();
    }
    let pieces = recorded.pieces.iter().map(|piece| {
        // HTML has no NUL; the sign that Unicode has for one stands for it.
        let text = escape(&piece.text.replace('\0', "\u{2400}"), form);
        match piece.stream {
            Stream::Out => text,
            Stream::Err => format!("<span class=\"staircase-stderr\">{text}</span>"),
        }
    });
    let text: String = pieces.collect();
    let ends_line = recorded.pieces.last().is_none_or(|piece| piece.text.ends_with('\n'));
    let remark = recorded.remark().map(|remark| {
        let line_break = if ends_line { String::new() } else { escape("\n", form) };
        format!("{line_break}<em class=\"staircase-end\">{}</em>", escape(&remark, form))
    });
    let end = if form == Form::Chapter { "" } else { "\n" };
    format!("<pre class=\"staircase-output\"><samp>{text}</samp>{}</pre>{end}", remark.unwrap_or_default())
}

fn escape(text: &str, form: Form) -> String {
    let escaped = escape_text(text);
    if form == Form::Chapter { escaped.replace('\n', "&#10;") } else { escaped }
}

/// Text between tags.
#[must_use]
pub fn escape_text(text: &str) -> String {
    escape_with(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        // A parser makes a line break of a carriage return.
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// The value of an attribute, to be put between double quotes. It has no line break in it.
#[must_use]
pub fn escape_attribute(text: &str) -> String {
    escape_with(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\r' => Some("&#13;"),
        '\n' => Some("&#10;"),
        '\0' => Some("\u{2400}"),
        _ => None,
    })
}

fn escape_with(text: &str, special: impl Fn(char) -> Option<&'static str>) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match special(c) {
            Some(entity) => escaped.push_str(entity),
            None => escaped.push(c),
        }
    }
    escaped
}
