//! One live program, as data.

use crate::html::escape_attribute;
use crate::options::Options;
use crate::recorded::Recorded;

/// One live program of a document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Embed {
    /// The program's text.
    pub source: String,
    /// What it printed when the document was written: what the reader sees where nothing is live.
    pub output: Option<Recorded>,
    /// The compiled program; without it, it is compiled in the reader's browser.
    pub program: Option<Program>,
    /// How it is shown, and what it does.
    pub options: Options,
}

/// A compiled program: a bundle, whose bytes mean something to the site alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Program {
    /// The bytes themselves.
    Inline(Vec<u8>),
    /// The address of the bytes, relative to the document; it has a dot or a slash in it.
    At(String),
}

impl Embed {
    /// A live program that is shown as it is by default.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), ..Self::default() }
    }
}

/// The element that loads the script of a site, once for each document. `site` is the site's address with or without a slash at its end.
#[must_use]
pub fn script(site: &str) -> String {
    let slash = if site.is_empty() || site.ends_with('/') { "" } else { "/" };
    format!("<script type=\"module\" src=\"{}\"></script>", escape_attribute(&format!("{site}{slash}embed.js")))
}
