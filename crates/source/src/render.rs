//! Diagnostics as text, in the look of `rustc`.

use crate::{Code, Diagnostic, FileId, Kind, Label, Problem, SourceFile, SourceMap, Span, Suggestion};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use std::fmt::Write as _;
use std::ops::Range;

/// How many diagnostics are shown in full; the rest are counted.
pub const MAX_RENDERED: usize = 200;

/// How wide a line may be for its text to be quoted, in bytes; of wider ones only the position is shown.
const MAX_QUOTED_LINE: usize = 4_000;

/// Diagnostics as text, each followed by an empty line; with terminal colours if `color`.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &SourceMap, color: bool) -> String {
    render_all(diagnostics, color, |diagnostic, renderer| render_one(diagnostic, sources, renderer))
}

/// Problems as text, in the same look as diagnostics.
#[must_use]
pub fn render_problems(problems: &[Problem], sources: &SourceMap, color: bool) -> String {
    render_all(problems, color, |problem, renderer| {
        let title = Level::ERROR.primary_title(problem.message.as_str());
        let body = body(Group::with_title(title), &problem.labels, &problem.notes, &problem.help, sources);
        renderer.render(&[body])
    })
}

fn render_all<T>(all: &[T], color: bool, one: impl Fn(&T, &Renderer) -> String) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for error in all.iter().take(MAX_RENDERED) {
        out.push_str(&one(error, &renderer));
        out.push_str("\n\n");
    }
    if let Some(more @ 1..) = all.len().checked_sub(MAX_RENDERED) {
        let _ = writeln!(out, "error: {more} more errors are not shown\n");
    }
    out
}

fn render_one(diagnostic: &Diagnostic, sources: &SourceMap, renderer: &Renderer) -> String {
    let mut title = Level::ERROR.primary_title(diagnostic.message.as_str());
    if has_number(diagnostic.code) {
        title = title.id(diagnostic.code.as_str());
    }
    let Diagnostic { labels, notes, help, .. } = diagnostic;
    let mut main = body(Group::with_title(title), labels, notes, help, sources);
    if diagnostic.code.kind() == Kind::OutsideSubset {
        main = main.element(Level::NOTE.message("this is valid Rust, but outside the subset that Staircase runs"));
    }
    let mut groups = vec![main];
    groups.extend(diagnostic.suggestions.iter().filter_map(|s| suggestion_group(s, sources)));
    renderer.render(&groups)
}

/// A title with the places and the advice below it.
fn body<'a>(
    title: Group<'a>,
    all: &'a [Label],
    notes: &'a [String],
    help: &'a [String],
    sources: &'a SourceMap,
) -> Group<'a> {
    let mut main = title;
    for file in files_of(all) {
        let labels = || all.iter().enumerate().filter(|(_, l)| l.span.file == file);
        let source = sources.file(file);
        let window = Window::around(source, labels().map(|(_, l)| l.span));
        let mut snippet = window.snippet(source);
        for (i, label) in labels() {
            let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let text = (!label.text.is_empty()).then_some(label.text.as_str());
            let annotation: Annotation<'_> = kind.span(window.range(source, label.span)).label(text);
            snippet = snippet.annotation(annotation);
        }
        main = main.element(snippet);
    }
    for note in notes {
        main = main.element(Level::NOTE.message(note.as_str()));
    }
    for help in help {
        main = main.element(Level::HELP.message(help.as_str()));
    }
    main
}

/// Whether the code is shown in the title: `rustc` has no number for plain syntax errors and for lints.
fn has_number(code: Code) -> bool {
    let code = code.as_str().as_bytes();
    code.len() == 5 && code[1..].iter().all(u8::is_ascii_digit)
}

fn suggestion_group<'a>(suggestion: &'a Suggestion, sources: &'a SourceMap) -> Option<Group<'a>> {
    let file = suggestion.edits.first()?.0.file;
    let source = sources.file(file);
    let edits = || suggestion.edits.iter().filter(|(span, _)| span.file == file);
    let window = Window::around(source, edits().map(|&(span, _)| span));
    let mut snippet: Snippet<'a, Patch<'a>> = Snippet::source(&source.text[window.bytes.clone()]);
    snippet = snippet.path(source.name.as_str()).line_start(window.first_line).fold(true);
    for (span, replacement) in edits() {
        snippet = snippet.patch(Patch::new(window.range(source, *span), replacement.as_str()));
    }
    Some(Group::with_title(Level::HELP.secondary_title(suggestion.message.as_str())).element(snippet))
}

/// The files of the labels, the primary one's first.
fn files_of(labels: &[Label]) -> Vec<FileId> {
    let mut files = Vec::new();
    for label in labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

/// The lines of a file that a message needs: quoting only those keeps the work in proportion.
struct Window {
    bytes: Range<usize>,
    first_line: usize,
}

impl Window {
    fn around(source: &SourceFile, spans: impl Iterator<Item = Span>) -> Self {
        let text = source.text.as_str();
        let (mut lo, mut hi) = (text.len(), 0);
        for span in spans {
            lo = lo.min(floor(text, span.lo));
            hi = hi.max(floor(text, span.hi));
        }
        let lo = lo.min(hi);
        let start = text[..lo].rfind('\n').map_or(0, |i| i + 1);
        let end = text[hi..].find('\n').map_or(text.len(), |i| hi + i);
        let first_line = source.line_col(start as u32).line as usize;
        let bytes = if text[start..end].split('\n').any(|line| line.len() > MAX_QUOTED_LINE) {
            // One character's worth of a line that nobody could read.
            hi..hi
        } else {
            start..end
        };
        Self { bytes, first_line }
    }

    fn snippet<'a>(&self, source: &'a SourceFile) -> Snippet<'a, Annotation<'a>> {
        Snippet::source(&source.text[self.bytes.clone()]).path(source.name.as_str()).line_start(self.first_line)
    }

    /// A span as a range of the window's bytes.
    fn range(&self, source: &SourceFile, span: Span) -> Range<usize> {
        let place = |offset| floor(&source.text, offset).clamp(self.bytes.start, self.bytes.end) - self.bytes.start;
        place(span.lo)..place(span.hi)
    }
}

/// The nearest character boundary at or before an offset.
fn floor(text: &str, offset: u32) -> usize {
    let mut i = (offset as usize).min(text.len());
    while !text.is_char_boundary(i) {
        i -= 1;
    }
    i
}
