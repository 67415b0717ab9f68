//! A whole book: its settings, its chapters, and what is told of them.

use crate::block::{self, EDITION, Plan, Program};
use crate::chapter::{self, Block, Change};
use crate::program::{Made, Maker, Refusal};
use crate::programs::ProgramFiles;
use crate::report::Report;
use crate::settings::{Programs, Settings, TABLE};
use crate::site;
use mdbook_markdown::MarkdownOptions;
use mdbook_preprocessor::book::{Book, Chapter};
use mdbook_preprocessor::{MDBOOK_VERSION, PreprocessorContext};
use serde_json::{Map, Value};
use stair_embed::{Embed, End, Fence, Form, LineRange, Program as Bundled, escape_attribute, escape_text};
use std::path::Path;
use std::time::Instant;

/// The renderer whose books are changed.
pub(crate) const RENDERER: &str = "html";

/// What mdBook replaces before blocks are looked at.
const INCLUDES: [&str; 3] = ["{{#include ", "{{#rustdoc_include ", "{{#playground "];

/// The exit code of a program that panicked.
const PANIC_EXIT_CODE: i32 = 101;

/// Where a block is: the chapter's file and the line in it, counted from 1 after includes.
#[derive(Clone, Copy)]
struct Place<'a> {
    chapter: &'a str,
    line: usize,
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.chapter, self.line)
    }
}

/// What is done to the chapters of a book.
struct Work {
    settings: Settings,
    markdown: MarkdownOptions,
    maker: Maker,
    files: ProgramFiles,
    report: Report,
}

/// Make the programs of a book live. What is to be known of it is printed on standard error.
///
/// # Errors
/// If the settings mean nothing, in words.
pub(crate) fn process(context: &PreprocessorContext, book: &mut Book) -> Result<(), String> {
    if context.renderer != RENDERER {
        return Ok(());
    }
    let start = Instant::now();
    let table: Option<Map<String, Value>> =
        context.config.get(TABLE).map_err(|error| format!("[{TABLE}]: {error:#}"))?;
    let settings = Settings::read(&table.unwrap_or_default())?;
    let html = context.config.html_config().unwrap_or_default();
    let warn = |message: &str| eprintln!("warning: staircase: {message}");
    let release = |version: &str| version.splitn(3, '.').take(2).map(str::to_owned).collect::<Vec<_>>();
    if release(&context.mdbook_version) != release(MDBOOK_VERSION) {
        let version = &context.mdbook_version;
        warn(&format!("this is mdBook {version}; mdbook-staircase was made for {MDBOOK_VERSION}"));
    }
    let additional: Vec<&Path> = html.additional_js.iter().chain(&html.additional_css).map(AsRef::as_ref).collect();
    for problem in site::problems(&settings, &context.root, &context.config.book.src, &additional) {
        warn(&problem);
    }
    let edition: Option<String> = context.config.get("rust.edition").ok().flatten();
    if let Some(edition) = edition.filter(|edition| edition != EDITION) {
        warn(&format!("the book's edition is {edition}; live programs are compiled in edition {EDITION}"));
    }
    let mut markdown = MarkdownOptions::default();
    markdown.smart_punctuation = html.smart_punctuation;
    markdown.definition_lists = html.definition_lists;
    markdown.admonitions = html.admonitions;
    let maker = Maker::new(settings.max_steps);
    let mut work = Work { settings, markdown, maker, files: ProgramFiles::default(), report: Report::default() };
    book.for_each_chapter_mut(|chapter| work.chapter(chapter));
    work.files.write(&context.root.join(&context.config.book.src))?;
    eprintln!("staircase: {} ({:.1} s)", work.report, start.elapsed().as_secs_f64());
    Ok(())
}

impl Work {
    fn chapter(&mut self, chapter: &mut Chapter) {
        self.report.chapters += 1;
        let path = chapter.source_path.as_ref().or(chapter.path.as_ref());
        let name = path.map_or_else(|| chapter.name.clone(), |path| path.display().to_string());
        let mut changes = Vec::new();
        for found in chapter::blocks(&chapter.content, &self.markdown) {
            let place = Place { chapter: &name, line: chapter::line_at(&chapter.content, found.range.start) };
            let depth =
                chapter.path.as_ref().and_then(|path| path.parent()).map_or(0, |folder| folder.components().count());
            let change = self.block(&found, place, depth);
            changes.extend(change.map(|change| (found.range, change)));
        }
        chapter.content = chapter::changed(&chapter.content, &changes);
    }

    /// What becomes of a block; `None`: it stays as it is. `depth` is how many folders below the book's root the chapter is.
    fn block(&mut self, found: &Block, place: Place<'_>, depth: usize) -> Option<Change> {
        let warn = |message: &str| eprintln!("warning: {place}: {message}");
        let plan = match Fence::parse(&found.info) {
            Ok(fence) if fence.language != "rust" => return None,
            Ok(fence) => block::plan(&fence, &self.settings),
            Err(_) if !found.info.trim_start().starts_with("rust") => return None,
            Err(error) => Err(error),
        };
        let live = match plan {
            Ok(Plan::Live(live)) => live,
            Ok(Plan::Leave(reason)) => {
                *self.report.left.entry(reason).or_default() += 1;
                return None;
            }
            Err(error) => {
                warn(&format!("{error}; the block stays as it is"));
                *self.report.left.entry(block::Reason::Mistake).or_default() += 1;
                return None;
            }
        };
        if INCLUDES.iter().any(|include| found.text.contains(include)) {
            warn(&format!("there is an include in the block: [{TABLE}] needs `after = [\"links\"]`"));
        }
        let program = Program::compose(&found.text);
        let (recorded, bundle) = match self.maker.make(&program.source, &live.options, live.runs) {
            Made::Live(recorded, bundle) => (recorded, bundle),
            Made::Refused(refusal) => {
                let line = refusal.line.map_or(0, |line| program.line_in_block(line));
                let place = Place { line: place.line + line as usize, ..place };
                return self.refuse(&refusal, live.is_marked, place);
            }
        };
        if let Some(recorded) = &recorded {
            match recorded.end {
                End::Stopped(steps) => {
                    warn(&format!("the program was stopped after {steps} instructions (`max-steps`)"))
                }
                End::Exited(code) if live.panics && code != PANIC_EXIT_CODE => {
                    warn(&format!("the program is to panic, and ends with exit code {code}"));
                }
                End::Exited(_) => {}
            }
        }
        let mut options = live.options;
        let moved = |line| program.line_of(line);
        let hide: Vec<LineRange> = options.hide.iter().map(|range| range.map_lines(moved)).collect();
        let lines = 1..=program.source.split('\n').count() as u32;
        let is_hidden = |line: &u32| program.hidden.iter().chain(&hide).any(|range| range.contains(*line));
        options.hide = LineRange::of(lines.filter(is_hidden));
        options.highlight = options.highlight.iter().map(|highlight| highlight.map_lines(moved)).collect();
        let output = recorded.filter(|_| self.settings.output);
        let program_bytes = match self.settings.programs {
            Programs::Files => Some(Bundled::At(self.files.add(bundle, depth))),
            Programs::Inline => Some(Bundled::Inline(bundle)),
            Programs::None => None,
        };
        let embed = Embed { source: program.source, output, program: program_bytes, options };
        match embed.to_html(Form::Chapter) {
            Ok(html) => {
                self.report.live += 1;
                Some(Change::Replace(html))
            }
            Err(error) => {
                warn(&format!("{error}; the block stays as it is"));
                *self.report.left.entry(block::Reason::Mistake).or_default() += 1;
                None
            }
        }
    }

    fn refuse(&mut self, refusal: &Refusal, is_marked: bool, place: Place<'_>) -> Option<Change> {
        *self.report.refused.entry(refusal.code).or_default() += 1;
        if is_marked || self.settings.list || refusal.code.is_empty() {
            eprintln!("warning: {place}: not live: {}: {}", refusal.code, refusal.sentence);
        }
        self.settings.notes.then(|| Change::Append(note(refusal)))
    }
}

/// What stands behind a block that cannot be live: closed, a short line; open, the reason. It needs no script, and is there for whoever
/// uses a keyboard, touches or listens. It is HTML on one line, which begins and ends a block of Markdown by its comment.
fn note(refusal: &Refusal) -> String {
    let code = if refusal.code.is_empty() { String::new() } else { format!(" ({})", refusal.code) };
    let why = escape_attribute(&refusal.sentence);
    let mut sentence = String::new();
    for (index, part) in refusal.sentence.replace('\n', " ").split('`').enumerate() {
        let part = escape_text(part);
        sentence += &if index % 2 == 1 { format!("<code>{part}</code>") } else { part };
    }
    format!(
        "<!-- staircase --><details class=\"staircase-note\"><summary data-why=\"{why}\">Not live{code}</summary>\
         <p>{sentence}</p></details>"
    )
}
