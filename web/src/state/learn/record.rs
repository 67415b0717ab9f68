//! What is kept of a learner's work on an exercise, as a text: a line for each thing, an empty line, and what was written.
//!
//! | line | meaning |
//! | --- | --- |
//! | `edition 1a2b` | the exercise's edition that the next lines are about, in hexadecimal |
//! | `solved` | all of it held |
//! | `held 3 5` | how much held when it was checked last, and of how much |
//! | `hints 2` · `solution` | how many hints have been opened; the solution has been |
//! | `program 210` | behind the empty line come first the 210 bytes of the program |
//! | `listing 0 210` | then those of a program of the statement that was changed: which one, and how long it is |
//! | `answer 3 total` | then those of the answer to this question |
//!
//! A reader passes over lines that it does not know.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What is kept of an exercise.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    /// The edition of the exercise that what has been found and opened is about.
    pub edition: u64,
    /// Whether all of it held once.
    pub solved: bool,
    /// How much held when it was checked last, and of how much.
    pub held: Option<(u32, u32)>,
    /// How many hints have been opened.
    pub hints: usize,
    /// Whether the solution has been opened.
    pub solution: bool,
    /// The learner's program; `None` for the one that they began with.
    pub program: Option<String>,
    /// A program of the statement that was changed, and which one it is.
    pub listing: Option<(usize, String)>,
    /// Answers, by the question's id.
    pub answers: BTreeMap<String, String>,
}

impl Record {
    /// Whether the learner has written anything.
    pub fn is_begun(&self) -> bool {
        self.program.is_some() || !self.answers.is_empty()
    }

    /// The record for this edition of the exercise: what was found out about another one holds no more, what was written does.
    pub fn at_edition(self, edition: u64) -> Self {
        if self.edition == edition {
            return self;
        }
        let Self { program, answers, .. } = self;
        Self { edition, program, answers, ..Self::default() }
    }

    /// As text.
    pub fn write(&self) -> String {
        let mut out = format!("edition {:x}\n", self.edition);
        let mut texts = Vec::new();
        if self.solved {
            out.push_str("solved\n");
        }
        if let Some((held, of)) = self.held {
            let _ = writeln!(out, "held {held} {of}");
        }
        if self.hints > 0 {
            let _ = writeln!(out, "hints {}", self.hints);
        }
        if self.solution {
            out.push_str("solution\n");
        }
        if let Some(program) = &self.program {
            let _ = writeln!(out, "program {}", program.len());
            texts.push(program);
        }
        if let Some((index, text)) = &self.listing {
            let _ = writeln!(out, "listing {index} {}", text.len());
            texts.push(text);
        }
        for (id, answer) in &self.answers {
            let _ = writeln!(out, "answer {} {id}", answer.len());
            texts.push(answer);
        }
        out.push('\n');
        texts.into_iter().for_each(|text| out.push_str(text));
        out
    }

    /// From text; `None` if it is damaged.
    pub fn read(text: &str) -> Option<Self> {
        let mut record = Self::default();
        let (lines, mut rest) = text.split_once("\n\n")?;
        let mut take = |length: &str| {
            let (text, behind) = rest.split_at_checked(length.parse().ok()?)?;
            rest = behind;
            Some(text.to_owned())
        };
        for line in lines.lines() {
            let (key, value) = line.split_once(' ').unwrap_or((line, ""));
            match key {
                "edition" => record.edition = u64::from_str_radix(value, 16).ok()?,
                "solved" => record.solved = true,
                "held" => {
                    let (held, of) = value.split_once(' ')?;
                    record.held = Some((held.parse().ok()?, of.parse().ok()?));
                }
                "hints" => record.hints = value.parse().ok()?,
                "solution" => record.solution = true,
                "program" => record.program = Some(take(value)?),
                "listing" => {
                    let (index, length) = value.split_once(' ')?;
                    record.listing = Some((index.parse().ok()?, take(length)?));
                }
                "answer" => {
                    let (length, id) = value.split_once(' ')?;
                    record.answers.insert(id.to_owned(), take(length)?);
                }
                _ => {}
            }
        }
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Record {
        Record {
            edition: u64::MAX,
            solved: true,
            held: Some((3, 5)),
            hints: 2,
            solution: true,
            program: Some("fn main() {}\n\nsolved\n".into()),
            listing: Some((1, "→ 🦀\n\n".into())),
            answers: [("a".to_owned(), "1\n\n".to_owned()), ("b".to_owned(), String::new())].into(),
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        for record in [full(), Record::default()] {
            assert_eq!(Record::read(&record.write()), Some(record));
        }
        assert_eq!(Record::read("edition 0\nlater thing\nsolved\n\n").map(|record| record.solved), Some(true));
    }

    #[test]
    fn damage_is_seen_and_never_panics() {
        let text = full().write();
        for length in 0..text.len() {
            let cut: String = text.chars().take(length).collect();
            let _ = Record::read(&cut);
        }
        for damaged in
            ["", "solved", "program x\n\n", "program 9\n\nabc", "listing 1\n\n", "answer 1\n\na", "program 1\n\né"]
        {
            assert_eq!(Record::read(damaged), None, "{damaged:?}");
        }
    }

    #[test]
    fn what_was_found_of_another_edition_holds_no_more() {
        let other = full().at_edition(7);
        assert_eq!((other.solved, other.held, other.hints, other.solution), (false, None, 0, false));
        assert_eq!(other.program, full().program);
        assert_eq!(full().at_edition(u64::MAX), full());
    }
}
