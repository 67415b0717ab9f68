//! A fenced block of Rust: what its words ask for, and the program that it stands for.
//!
//! The words mean what they mean to rustdoc and mdBook; the program is the one that mdBook's own Run button would send away.

use crate::settings::{Blocks, Settings};
use stair_embed::{Error, Fence, LineRange, Options, shown_and_hidden};

/// The edition that programs are compiled in.
pub(crate) const EDITION: &str = "2024";

/// What is to become of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Plan {
    /// It stays as it is, for this reason.
    Leave(Reason),
    /// It is to be live.
    Live(Live),
}

/// Why a block stays as it is although it is Rust.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Reason {
    /// Only marked blocks are to be live.
    Unmarked,
    /// `ignore`.
    Ignored,
    /// `noplayground`.
    NoPlayground,
    /// `compile_fail`.
    CompileFail,
    /// `no_run`.
    NoRun,
    /// `test_harness`.
    TestHarness,
    /// Another edition than [`EDITION`].
    Edition,
    /// What it asks for means nothing.
    Mistake,
}

impl Reason {
    /// In words, for the author.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Unmarked => "not marked",
            Self::Ignored => "ignore",
            Self::NoPlayground => "noplayground",
            Self::CompileFail => "compile_fail",
            Self::NoRun => "no_run",
            Self::TestHarness => "test_harness",
            Self::Edition => "another edition",
            Self::Mistake => "mistakes",
        }
    }
}

/// How a block is to be live.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Live {
    /// The embed's options; lines are counted as in the block.
    pub(crate) options: Options,
    /// Whether it is marked with `staircase`: then it is a mistake if it cannot be live.
    pub(crate) is_marked: bool,
    /// Whether it is run when the book is built.
    pub(crate) runs: bool,
    /// Whether it is to panic.
    pub(crate) panics: bool,
}

/// The mark of a block that is to be live.
const MARK: &str = "staircase";

/// What the words of a block of Rust ask for.
///
/// # Errors
/// If an option has a value that means nothing, or there is no such option.
pub(crate) fn plan(fence: &Fence, settings: &Settings) -> Result<Plan, Error> {
    let is_marked = fence.has(MARK);
    let starts = |start: &str| fence.words.iter().any(|word| word.name.starts_with(start));
    let is_wanted = is_marked || fence.has("mdbook-runnable");
    let edition = fence.words.iter().filter_map(|word| word.name.strip_prefix("edition"));
    let other_edition = edition.into_iter().any(|edition| edition != EDITION);
    let reason = if fence.has("compile_fail") {
        Some(Reason::CompileFail)
    } else if settings.blocks == Blocks::Marked && !is_marked {
        Some(Reason::Unmarked)
    } else if other_edition {
        Some(Reason::Edition)
    } else if is_wanted {
        None
    } else if starts("ignore") {
        Some(Reason::Ignored)
    } else if fence.has("noplayground") || fence.has("noplaypen") {
        Some(Reason::NoPlayground)
    } else if fence.has("no_run") {
        Some(Reason::NoRun)
    } else {
        None
    };
    let reason = if fence.has("test_harness") { reason.or(Some(Reason::TestHarness)) } else { reason };
    if let Some(reason) = reason {
        return Ok(Plan::Leave(reason));
    }
    let mut options = settings.options.clone();
    for word in &fence.words {
        // A word without a value may be anybody's; one with a value is an option or a mistake.
        match &word.value {
            None if !matches!(word.name.as_str(), "editable" | "autorun") => {}
            value => options.set(&word.name, value.as_deref())?,
        }
    }
    Ok(Plan::Live(Live { options, is_marked, runs: !fence.has("no_run"), panics: fence.has("should_panic") }))
}

/// The program of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Program {
    /// The whole text, with the lines that are hidden and those that are not written.
    pub(crate) source: String,
    /// The lines that the reader does not see, counted from 1.
    pub(crate) hidden: Vec<LineRange>,
    /// How many lines at the front of the block come before what was put around the rest.
    header: u32,
    /// How many lines were put around the program: before the header, and before the rest.
    added: (u32, u32),
}

impl Program {
    /// The program that mdBook makes of a block: without the signs of hidden lines, and with a `main` if there is none.
    pub(crate) fn compose(text: &str) -> Self {
        let lines: Vec<(String, bool)> = text.lines().map(shown_and_hidden).collect();
        let hidden = |text: &str| (text.to_owned(), true);
        // mdBook looks for this very text.
        let has_main = text.contains("fn main") || text.contains("quick_main!");
        if has_main {
            return Self::new(lines, 0, (0, 0));
        }
        let header = header(&lines);
        // Of a body that ends with an `Ok(())` of a known type, rustdoc makes one that can fail.
        let is_fallible = lines.iter().rev().find(|(line, _)| !line.trim().is_empty());
        let is_fallible = is_fallible.is_some_and(|(line, _)| line.trim_end().ends_with("(())"));
        let (before, after) = if is_fallible {
            ("fn main() { fn _inner() -> core::result::Result<(), impl core::fmt::Debug> {", "} _inner().unwrap() }")
        } else {
            ("fn main() {", "}")
        };
        let mut all = vec![hidden("#![allow(unused)]")];
        all.extend_from_slice(&lines[..header]);
        all.push(hidden(before));
        all.extend_from_slice(&lines[header..]);
        all.push(hidden(after));
        Self::new(all, header as u32, (1, 1))
    }

    fn new(lines: Vec<(String, bool)>, header: u32, added: (u32, u32)) -> Self {
        let hidden = LineRange::of((1..).zip(&lines).filter(|(_, (_, hidden))| *hidden).map(|(number, _)| number));
        let texts: Vec<String> = lines.into_iter().map(|(text, _)| text).collect();
        Self { source: texts.join("\n"), hidden, header, added }
    }

    /// The line of the program that is this line of the block, both counted from 1.
    pub(crate) fn line_of(&self, line: u32) -> u32 {
        let added = if line <= self.header { self.added.0 } else { self.added.0 + self.added.1 };
        line.saturating_add(added)
    }

    /// The line of the block that is this line of the program, both counted from 1; the one before where it is in neither.
    pub(crate) fn line_in_block(&self, line: u32) -> u32 {
        let (first, second) = self.added;
        let added = if line <= self.header + first { first } else { first + second };
        line.saturating_sub(added)
    }
}

/// How many lines at the front are attributes of the whole program, and what is between them.
fn header(lines: &[(String, bool)]) -> usize {
    let is_attribute = |line: &str| line.trim_start().starts_with("#![");
    let front = lines.iter().take_while(|(line, _)| line.trim().is_empty() || is_attribute(line)).count();
    if lines[..front].iter().any(|(line, _)| is_attribute(line)) { front } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{Plan, Program, Reason, plan};
    use crate::settings::{Blocks, Settings};
    use stair_embed::Fence;

    fn reason(info: &str, blocks: Blocks) -> Option<Reason> {
        let settings = Settings { blocks, ..Settings::default() };
        match plan(&Fence::parse(info).expect("can be read"), &settings).expect("means something") {
            Plan::Leave(reason) => Some(reason),
            Plan::Live(_) => None,
        }
    }

    #[test]
    fn words_mean_what_they_mean_to_rustdoc_and_mdbook() {
        let all = |info| reason(info, Blocks::All);
        for (info, expected) in [
            ("rust", None),
            ("rust,should_panic", None),
            ("rust,edition2024", None),
            ("rust,some_class", None),
            ("rust,ignore", Some(Reason::Ignored)),
            ("rust,ignore-windows", Some(Reason::Ignored)),
            ("rust,ignore,mdbook-runnable", None),
            ("rust,ignore,staircase", None),
            ("rust,noplayground", Some(Reason::NoPlayground)),
            ("rust,noplaypen,staircase", None),
            ("rust,no_run", Some(Reason::NoRun)),
            ("rust,no_run,staircase", None),
            ("rust,compile_fail,E0382", Some(Reason::CompileFail)),
            ("rust,compile_fail,staircase", Some(Reason::CompileFail)),
            ("rust,edition2018", Some(Reason::Edition)),
            ("rust,test_harness,staircase", Some(Reason::TestHarness)),
        ] {
            assert_eq!(all(info), expected, "{info}");
        }
        assert_eq!(reason("rust", Blocks::Marked), Some(Reason::Unmarked));
        assert_eq!(reason("rust {.staircase pane=ir}", Blocks::Marked), None);
    }

    #[test]
    fn options_come_from_the_words_and_the_book() {
        let mut settings = Settings::default();
        settings.options.set("theme", Some("dark")).expect("a theme");
        let live = |info: &str| match plan(&Fence::parse(info).expect("can be read"), &settings) {
            Ok(Plan::Live(live)) => Ok(live),
            Ok(Plan::Leave(reason)) => panic!("{reason:?}"),
            Err(error) => Err(error.to_string()),
        };
        let pairs = |info| live(info).map(|live| live.options.to_pairs().len());
        assert_eq!(pairs("rust"), Ok(1));
        assert_eq!(pairs("rust,editable,pane=ir+wat,theme=light"), Ok(3));
        assert!(live("rust,no_run,staircase").is_ok_and(|live| !live.runs && live.is_marked));
        assert!(live("rust,should_panic").is_ok_and(|live| live.panics && !live.is_marked));
        assert_eq!(pairs("rust,pain=ir"), Err("there is no option `pain`".to_owned()));
    }

    #[test]
    fn programs_are_composed_as_mdbook_does() {
        let program = Program::compose("# use std::fmt;\nfn main() {}\n## shown\n#\n    # hidden\n");
        assert_eq!(program.source, "use std::fmt;\nfn main() {}\n# shown\n\n    hidden");
        let ranges = |program: &Program| program.hidden.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(ranges(&program), ["1", "4-5"]);
        assert_eq!(program.line_of(2), 2);

        let program = Program::compose("let x = 1;\n# drop(x);\n");
        assert_eq!(program.source, "#![allow(unused)]\nfn main() {\nlet x = 1;\ndrop(x);\n}");
        assert_eq!(ranges(&program), ["1-2", "4-5"]);
        assert_eq!(program.line_of(1), 3);

        let program = Program::compose("\n#![allow(dead_code)]\n\nlet x = 1;");
        assert_eq!(program.source, "#![allow(unused)]\n\n#![allow(dead_code)]\n\nfn main() {\nlet x = 1;\n}");
        assert_eq!(ranges(&program), ["1", "5", "7"]);
        assert_eq!((program.line_of(2), program.line_of(4)), (3, 6));
        assert_eq!((1..=4).map(|line| program.line_in_block(program.line_of(line))).collect::<Vec<_>>(), [1, 2, 3, 4]);

        let program = Program::compose("\"3\".parse::<i32>()?;\n# Ok::<(), std::num::ParseIntError>(())\n");
        assert!(program.source.ends_with("(())\n} _inner().unwrap() }"), "{}", program.source);
        assert_eq!(Program::compose("").source, "#![allow(unused)]\nfn main() {\n}");
    }
}
