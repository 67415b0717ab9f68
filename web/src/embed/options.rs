//! What the author of a document asks of an embed: the attributes of its element, which `docs/embedding.md` describes.

use std::ops::RangeInclusive;

use stair_protocol::{Profile, Span, Stage};

use crate::state::Theme;

/// What a pane of an embed shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// What the program prints.
    Output,
    /// The variables, and what they own or refer to.
    Variables,
    /// The instruction that runs next, the operand stack, and the slots of the running function.
    Machine,
    /// A stage, with the lines that run marked.
    Stage(Stage),
}

impl Shows {
    /// Its name, as in the attribute.
    pub fn name(self) -> &'static str {
        match self {
            Shows::Output => "output",
            Shows::Variables => "variables",
            Shows::Machine => "machine",
            Shows::Stage(stage) => stage.name(),
        }
    }

    /// The pane of that name. The tree of syntax is also known as `tree`, and variables as `memory`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "output" => Some(Shows::Output),
            "variables" | "memory" => Some(Shows::Variables),
            "machine" => Some(Shows::Machine),
            "tree" => Some(Shows::Stage(Stage::Ast)),
            name => Stage::ALL.into_iter().find(|stage| stage.name() == name).map(Shows::Stage),
        }
    }
}

/// The moment at which an embed opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// When so many instructions have been executed.
    Step(u64),
    /// At the end of the run.
    End,
    /// At the panic that ended the run; at its end if none did.
    Panic,
}

/// A place that the author highlights. Lines and columns are counted from 1, columns in characters; the last ones belong to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Highlight {
    /// Whole lines.
    Lines(u32, u32),
    /// From a line and column to another.
    Text((u32, u32), (u32, u32)),
}

/// How an embed is shown, and what it does.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Options {
    /// The panes that the author named; `None`: those that fit what the reader does.
    pub panes: Option<Vec<Shows>>,
    /// The moment at which it opens; `None`: nothing is recorded until the reader asks for it.
    pub at: Option<At>,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the reader may edit the program.
    pub editable: bool,
    /// The lines that are not shown unless asked for, counted from 1.
    pub hide: Vec<RangeInclusive<u32>>,
    /// What is highlighted.
    pub highlights: Vec<Highlight>,
    /// Whether it runs without being asked.
    pub autorun: bool,
    /// How the program is compiled.
    pub profile: Profile,
    /// What the program reads from standard input.
    pub stdin: String,
    /// What the program printed when the document was written; it stands there until the reader runs the program.
    pub recorded: String,
    /// How it ended then, in words; empty if there is nothing to say of that.
    pub ended: String,
    /// Whether the author has given it a height; then what does not fit is scrolled to.
    pub fixed: bool,
}

impl Options {
    /// Reads attributes by their names and values, and says of each value that means nothing what is wrong with it; such a value is
    /// passed over.
    pub fn read<'a>(attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<String>) {
        let mut options = Self::default();
        let mut wrong = Vec::new();
        for (name, value) in attributes {
            if let Err(reason) = options.set(name, value) {
                wrong.push(format!("{name}=\"{value}\": {reason}"));
            }
        }
        (options, wrong)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), &'static str> {
        let value = if name == "stdin" || name == "output" { value } else { value.trim() };
        match name {
            "pane" => {
                let panes: Vec<Shows> = value.split_whitespace().filter_map(Shows::from_name).collect();
                let known = panes.len() == value.split_whitespace().count();
                self.panes = Some(panes);
                return if known { Ok(()) } else { Err("there is no pane of that name") };
            }
            "layer" => {
                let panes = match value {
                    "1" => vec![Shows::Output, Shows::Variables],
                    "2" => vec![Shows::Stage(Stage::Bytecode), Shows::Variables, Shows::Output],
                    _ => return Err("a layer is 1 or 2"),
                };
                self.panes.get_or_insert(panes);
            }
            "step" => {
                self.at = Some(match value {
                    "end" => At::End,
                    "panic" => At::Panic,
                    number => At::Step(number.parse().map_err(|_| "a step is a number, `end` or `panic`")?),
                });
            }
            "theme" => {
                self.theme = match value {
                    "auto" | "" => Theme::System,
                    "light" => Theme::Light,
                    "dark" => Theme::Dark,
                    _ => return Err("a theme is `light`, `dark` or `auto`"),
                }
            }
            "profile" => {
                let known = Profile::ALL.into_iter().find(|profile| profile.name() == value);
                self.profile = known.ok_or("a profile is `debug` or `release`")?;
            }
            "hide" => self.hide = lines(value).ok_or("hidden lines are written as `1-3 9`")?,
            "highlight" => {
                self.highlights = highlights(value).ok_or("a highlight is written as `3`, `3-5` or `3:5-3:12`")?
            }
            "editable" => self.editable = value != "false",
            "autorun" => self.autorun = value != "false",
            "stdin" => self.stdin = value.to_owned(),
            "output" => self.recorded = value.to_owned(),
            "ended" => self.ended = value.to_owned(),
            "height" => {
                self.fixed = value
                    .parse()
                    .is_ok_and(|height: u32| height > 0)
                    .then_some(true)
                    .ok_or("a height is a number of pixels")?
            }
            // The program and the name of the frame are the script's business; names that are not known are those of a later version.
            _ => {}
        }
        Ok(())
    }

    /// What the panes show, before the reader does anything or while they step.
    pub fn panes(&self, is_stepping: bool) -> Vec<Shows> {
        match &self.panes {
            Some(panes) => panes.clone(),
            None if is_stepping => vec![Shows::Output, Shows::Variables],
            None => vec![Shows::Output],
        }
    }

    /// Whether a line, counted from 1, is one of those that are hidden.
    pub fn hides(&self, line: u32) -> bool {
        self.hide.iter().any(|range| range.contains(&line))
    }

    /// The bytes of `source` that are highlighted, and the lines that are highlighted whole, counted from 1.
    pub fn highlighted(&self, source: &str) -> (Vec<Span>, Vec<RangeInclusive<u32>>) {
        let mut spans = Vec::new();
        let mut whole = Vec::new();
        for highlight in &self.highlights {
            match *highlight {
                Highlight::Lines(from, to) => whole.push(from..=to),
                Highlight::Text(from, (line, column)) => {
                    if let (Some(from), Some(to)) = (offset(source, from), offset(source, (line, column + 1))) {
                        spans.push((from, to));
                    }
                }
            }
        }
        spans.retain(|(from, to)| from < to);
        (spans, whole)
    }
}

/// `1-3 9`
fn lines(value: &str) -> Option<Vec<RangeInclusive<u32>>> {
    let words = value.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    words.map(|word| range(word).map(|(from, to)| from..=to)).collect()
}

/// `3` or `3-5`
fn range(word: &str) -> Option<(u32, u32)> {
    let (from, to) = word.split_once('-').unwrap_or((word, word));
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (1 <= from && from <= to).then_some((from, to))
}

/// `3 3-5 3:5-3:12`
fn highlights(value: &str) -> Option<Vec<Highlight>> {
    let words = value.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    words
        .map(|word| {
            if !word.contains(':') {
                return range(word).map(|(from, to)| Highlight::Lines(from, to));
            }
            let (from, to) = word.split_once('-').unwrap_or((word, word));
            let (from, to) = (place(from)?, place(to)?);
            (from <= to).then_some(Highlight::Text(from, to))
        })
        .collect()
}

/// `3:5`
fn place(word: &str) -> Option<(u32, u32)> {
    let (line, column) = word.split_once(':')?;
    let place = (line.parse().ok()?, column.parse().ok()?);
    (place.0 >= 1 && place.1 >= 1 && place.1 < u32::MAX).then_some(place)
}

/// The byte of a text at which a line and a column are; the end of the line if it has not so many columns.
fn offset(text: &str, (line, column): (u32, u32)) -> Option<u32> {
    let mut start = 0;
    for (index, written) in text.split_inclusive('\n').enumerate() {
        if index + 1 == line as usize {
            let shown = written.trim_end_matches(['\n', '\r']);
            let within = shown.char_indices().nth(column as usize - 1).map_or(shown.len(), |(at, _)| at);
            return Some((start + within) as u32);
        }
        start += written.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> Options {
        let (options, wrong) = Options::read(attributes.iter().copied());
        assert_eq!(wrong, Vec::<String>::new());
        options
    }

    #[test]
    fn every_attribute_is_understood() {
        let options = read(&[
            ("pane", "bytecode  variables tree"),
            ("layer", "1"),
            ("step", "12"),
            ("theme", "dark"),
            ("height", "300"),
            ("editable", ""),
            ("hide", "1-3 9"),
            ("highlight", "3, 4-5 3:5-3:12 7:1"),
            ("autorun", ""),
            ("profile", "release"),
            ("stdin", " 1\n"),
            ("output", "hi\n"),
            ("title", "A sum"),
            ("of-a-later-version", "?"),
        ]);
        let panes = [Shows::Stage(Stage::Bytecode), Shows::Variables, Shows::Stage(Stage::Ast)];
        assert_eq!(options.panes.as_deref(), Some(&panes[..]), "what is named goes before the layer's");
        assert_eq!((options.at, options.theme), (Some(At::Step(12)), Theme::Dark));
        assert!(options.fixed);
        assert!(options.editable && options.autorun);
        assert_eq!(options.hide, [1..=3, 9..=9]);
        let expected = [
            Highlight::Lines(3, 3),
            Highlight::Lines(4, 5),
            Highlight::Text((3, 5), (3, 12)),
            Highlight::Text((7, 1), (7, 1)),
        ];
        assert_eq!(options.highlights, expected);
        assert_eq!((options.profile, options.stdin.as_str()), (Profile::Release, " 1\n"));
        assert_eq!(options.recorded, "hi\n");
        assert_eq!(read(&[("step", "panic")]).at, Some(At::Panic));
        assert_eq!(read(&[("step", "end")]).at, Some(At::End));
        assert_eq!(read(&[("layer", "2")]).panes(false).len(), 3);
    }

    #[test]
    fn what_means_nothing_is_named_and_passed_over() {
        let wrong_ones = [
            ("pane", "output cellar"),
            ("layer", "6"),
            ("step", "soon"),
            ("theme", "sepia"),
            ("height", "tall"),
            ("hide", "3-1"),
            ("highlight", "3:5-2:1"),
            ("highlight", "0"),
            ("profile", "fast"),
        ];
        for (name, value) in wrong_ones {
            let (options, wrong) = Options::read([(name, value)]);
            assert_eq!(wrong.len(), 1, "{name}={value}");
            assert!(wrong[0].starts_with(&format!("{name}=\"{value}\": ")), "{}", wrong[0]);
            if name == "pane" {
                assert_eq!(options.panes(false), [Shows::Output], "what is known stays");
            } else {
                assert_eq!(options, Options::default());
            }
        }
    }

    #[test]
    fn names_of_panes_are_read_as_they_are_written() {
        let stages = Stage::ALL.into_iter().map(Shows::Stage);
        for shows in [Shows::Output, Shows::Variables, Shows::Machine].into_iter().chain(stages) {
            assert_eq!(Shows::from_name(shows.name()), Some(shows));
        }
    }

    #[test]
    fn highlights_are_bytes_of_the_text() {
        let source = "fn é() {\r\n    a + ü;\n}";
        let of = |value: &str| read(&[("highlight", value)]).highlighted(source);
        assert_eq!(of("1:4-1:4"), (vec![(3, 5)], vec![]));
        assert_eq!(of("2:5-2:9"), (vec![(15, 21)], vec![]), "{}", &source[15..21]);
        assert_eq!(of("2:5-99:1"), (vec![], vec![]), "a line that is not there");
        assert_eq!(of("3:1-3:80"), (vec![(23, 24)], vec![]), "to the end of the line");
        assert_eq!(of("2"), (vec![], vec![2..=2]));
    }
}
