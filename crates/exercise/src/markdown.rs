//! The body of an exercise: from Markdown to its parts.
//!
//! Fenced blocks whose info string has a second word (```` ```rust starter ````) are parts; so are sections under the headings `Hint`,
//! `Solution` and `Tests`. All else is the statement. What is shown becomes HTML here, once, without anything that could run a script:
//! raw HTML is shown as the text that it is, and links go to `http`, `https`, `mailto` or a place in the same site.

use crate::exercise::{Block, Hint, span};
use crate::fields::list;
use crate::{Fragment, Problem};
use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd, html,
};
use std::ops::Range;

/// The words with which a fenced block says what it is.
const PARTS: [&str; 4] = ["starter", "tests", "solution", "program"];

/// The parts of a file.
#[derive(Default)]
pub(crate) struct Parts {
    /// The text between the `+++` lines.
    pub(crate) front: Option<Fragment>,
    pub(crate) statement: String,
    pub(crate) explanation: String,
    pub(crate) hints: Vec<Hint>,
    pub(crate) blocks: Vec<(&'static str, Block)>,
}

/// The section that the walk is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Statement,
    Hint,
    Solution,
    Tests,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// Take a file apart.
pub(crate) fn parts(text: &str, problems: &mut Vec<Problem>) -> Parts {
    let mut walk = Walk { parts: Parts::default(), section: (Section::Statement, HeadingLevel::H6), shown: Vec::new() };
    let mut events = Parser::new_ext(text, options()).into_offset_iter().peekable();
    let mut depth = 0_usize;
    while let Some((event, at)) = events.next() {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::PlusesStyle)) => {
                let code = block_text(&mut events, |end| matches!(end, TagEnd::MetadataBlock(_)));
                walk.parts.front.get_or_insert(code);
                continue;
            }
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                let mut inner = Vec::new();
                let mut words = String::new();
                for (event, _) in events.by_ref() {
                    match &event {
                        Event::End(TagEnd::Heading(_)) => break,
                        Event::Text(text) | Event::Code(text) => words.push_str(text),
                        _ => {}
                    }
                    inner.push(event);
                }
                if !walk.heading(words.trim(), level, &at) {
                    walk.shown.push(Event::Start(heading(level)));
                    walk.shown.extend(inner.into_iter().filter_map(harmless));
                    walk.shown.push(Event::End(TagEnd::Heading(level)));
                }
                continue;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let code = block_text(&mut events, |end| matches!(end, TagEnd::CodeBlock));
                walk.block(&info, code, at, problems);
                continue;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        walk.shown.extend(harmless(event));
    }
    walk.close();
    walk.parts
}

/// A heading without the attributes that it may have been given.
fn heading<'a>(level: HeadingLevel) -> Tag<'a> {
    Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }
}

/// The text up to the end of a block.
fn block_text<'a>(
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    is_end: impl Fn(TagEnd) -> bool,
) -> Fragment {
    let mut code = Fragment::default();
    for (event, at) in events {
        match event {
            Event::Text(text) => code.push(&text, at.start),
            Event::End(end) if is_end(end) => break,
            _ => {}
        }
    }
    code
}

struct Walk<'a> {
    parts: Parts,
    /// The section, and the level of the heading that began it.
    section: (Section, HeadingLevel),
    /// What the section shows.
    shown: Vec<Event<'a>>,
}

impl Walk<'_> {
    /// A heading at the top level; says whether it began a part and so is not shown.
    fn heading(&mut self, words: &str, level: HeadingLevel, at: &Range<usize>) -> bool {
        let words = words.to_lowercase();
        let is_numbered = |rest: &str| rest.trim().bytes().all(|byte| byte.is_ascii_digit());
        let section = match words.as_str() {
            "solution" => Section::Solution,
            "tests" => Section::Tests,
            _ if words.strip_prefix("hint").is_some_and(is_numbered) => Section::Hint,
            // A heading inside of a section belongs to it.
            _ if self.section.0 != Section::Statement && level > self.section.1 => return false,
            _ => Section::Statement,
        };
        if (section, self.section.0) == (Section::Statement, Section::Statement) {
            return false;
        }
        self.close();
        self.section = (section, level);
        if section == Section::Hint {
            self.parts.hints.push(Hint { html: String::new(), at: at.clone() });
        }
        section != Section::Statement
    }

    /// A fenced block: a part, or something to show.
    fn block(&mut self, info: &str, code: Fragment, at: Range<usize>, problems: &mut Vec<Problem>) {
        let mut words = info.split_whitespace();
        let (language, part, name) = (words.next().unwrap_or(""), words.next(), words.next().unwrap_or("").to_owned());
        let known = part.and_then(|part| PARTS.iter().copied().find(|known| *known == part));
        match (part, known) {
            (Some(part), None) if language == "rust" => {
                let problem = Problem::new(span(&at), format!("an exercise has no part `{part}`"));
                problems.push(problem.help(format!("there are {}", list(&PARTS))));
            }
            (Some(_), Some(part)) => {
                if language != "rust" {
                    let message = format!("a block `{part}` is Rust: its fence begins with ```rust {part}");
                    problems.push(Problem::new(span(&at), message));
                }
                // Questions are about programs, which are shown where they stand.
                if part == "program" {
                    self.show(language, &code);
                }
                self.parts.blocks.push((part, Block { name, code, at }));
                return;
            }
            _ => {}
        }
        // What a listing lists is its second word: `text bytecode main`.
        self.show(part.filter(|_| language == "text").unwrap_or(language), &code);
    }

    fn show(&mut self, language: &str, code: &Fragment) {
        let plain: String = language.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        self.shown.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(plain.into()))));
        self.shown.push(Event::Text(code.text().to_owned().into()));
        self.shown.push(Event::End(TagEnd::CodeBlock));
    }

    /// The section ends.
    fn close(&mut self) {
        let mut text = String::new();
        html::push_html(&mut text, self.shown.drain(..));
        match self.section.0 {
            Section::Statement => self.parts.statement.push_str(&text),
            Section::Solution => self.parts.explanation.push_str(&text),
            Section::Hint => {
                if let Some(hint) = self.parts.hints.last_mut() {
                    hint.html = text;
                }
            }
            Section::Tests => {}
        }
    }
}

/// Markdown as HTML without scripts, as the parts of an exercise are shown.
#[must_use]
pub fn to_html(text: &str) -> String {
    let mut out = String::new();
    let options = options() - Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    html::push_html(&mut out, Parser::new_ext(text, options).filter_map(harmless));
    out
}

/// What an event shows, without anything that could run a script or load from elsewhere than a person would expect.
fn harmless(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => return None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: harmless_url(dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: harmless_url(dest_url), title, id })
        }
        Event::Start(Tag::Heading { level, .. }) => Event::Start(heading(level)),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            let word: String = info.chars().take_while(char::is_ascii_alphanumeric).collect();
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(word.into())))
        }
        other => other,
    })
}

/// The address, or an empty one if following it could run something.
fn harmless_url(url: CowStr<'_>) -> CowStr<'_> {
    // Browsers pass over blanks and control characters in front of and within a scheme.
    let clean: String =
        url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
    let scheme = clean.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
    match scheme {
        None | Some("http" | "https" | "mailto") => url,
        Some(_) => CowStr::Borrowed(""),
    }
}
