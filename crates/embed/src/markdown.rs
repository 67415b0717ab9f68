//! The fenced block that stands for an embed in a chapter of a book.

use crate::embed::Embed;
use crate::error::Error;
use crate::fence::{looks_hidden, quote};

/// The fewest characters of a fence.
const FENCE: usize = 3;

impl Embed {
    /// The block, for a chapter of an mdBook whose preprocessor is `mdbook-staircase`. It holds the program and the options; the output and
    /// the compiled program are made when the book is built. Line breaks at the end of the source are lost.
    ///
    /// # Errors
    /// If the source holds characters that Markdown changes (NUL and carriage returns), or what mdBook would take for an include and cannot
    /// be told otherwise.
    pub fn to_markdown(&self) -> Result<String, Error> {
        if self.source.contains(['\0', '\r']) {
            return Err(Error::Source(
                "a program with NUL characters or carriage returns cannot be written in Markdown",
            ));
        }
        let mut lines = Vec::new();
        for (number, line) in (1..).zip(self.source.trim_end_matches('\n').split('\n')) {
            let line = without_includes(line)?;
            let is_hidden = self.options.hide.iter().any(|range| range.contains(number));
            lines.push(match is_hidden {
                true if line.is_empty() => "#".to_owned(),
                true => format!("# {line}"),
                false if looks_hidden(&line) => line.replacen('#', "##", 1),
                false => line,
            });
        }
        let backquotes = |line: &String| line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let longest = lines.iter().map(backquotes).max().unwrap_or(0);
        let fence = "`".repeat(FENCE.max(longest + 1));
        Ok(format!("{fence}{}\n{}\n{fence}\n", self.words(), lines.join("\n")))
    }

    /// The words behind the fence.
    fn words(&self) -> String {
        let pairs = self.options.to_pairs();
        let words = pairs.into_iter().filter(|(name, _)| *name != "hide").map(|(name, value)| match value {
            None => format!(" .{name}"),
            Some(value) if is_plain(&value) => format!(" {name}={value}"),
            Some(value) => format!(" {name}={}", quote(&value)),
        });
        let words: String = words.collect();
        if words.is_empty() { "rust,staircase".to_owned() } else { format!("rust {{.staircase{words}}}") }
    }
}

/// Whether a value needs no quotes.
fn is_plain(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':'))
}

/// A line in which mdBook finds no include: `{{#include …}}` gets a backslash, which mdBook takes away.
fn without_includes(line: &str) -> Result<String, Error> {
    let opens = |from: usize| line[from..].find("{{").map(|at| from + at);
    let mut at = opens(0);
    while let Some(open) = at {
        let behind = line[open..].trim_start_matches('{');
        if let Some(rest) = behind.trim_start().strip_prefix('#')
            && rest.contains("}}")
        {
            // The backslash is taken away where no space is between the braces and the sign only.
            return if behind.starts_with('#') && !line[..open].ends_with('\\') {
                let at = line.len() - behind.len() - "{{".len();
                Ok(format!("{}\\{}", &line[..at], &line[at..]))
            } else {
                Err(Error::Source("mdBook would take a part of the program for an include"))
            };
        }
        at = opens(open + 1);
    }
    Ok(line.to_owned())
}
