//! From a Markdown file to an exercise.

use crate::exercise::{Block, Exercise, Named, span};
use crate::fields::read;
use crate::front::{Front, front};
use crate::markdown::{Parts, parts};
use crate::{DEFAULT_MAX_STEPS, MAX_FILE_BYTES, Problem};
use stair::source::SourceFile;
use std::ops::Range;
use std::rc::Rc;

/// Read an exercise. There always is one; where the file is wrong, it is as complete as it can be, and the problems say what is.
#[must_use]
pub fn parse(name: &str, text: &str) -> (Exercise, Vec<Problem>) {
    let mut problems = Vec::new();
    let text = if text.len() > MAX_FILE_BYTES {
        let message = format!("an exercise has at most {MAX_FILE_BYTES} bytes, not {}", text.len());
        problems.push(Problem::new(span(&(0..0)), message));
        ""
    } else {
        text
    };
    let Parts { front: front_text, statement, explanation, hints, blocks } = parts(text, &mut problems);
    let front_at: Range<usize>;
    let front = match &front_text {
        Some(front_text) => {
            front_at = front_text.range(0..front_text.text().trim_end().len());
            read(front_text, "an exercise", &mut problems, front)
        }
        None => {
            front_at = 0..text.lines().next().map_or(0, str::len);
            if problems.is_empty() {
                let problem = Problem::new(span(&front_at), "an exercise begins with front matter");
                problems.push(problem.help("write its title between two lines `+++` at the very top: `title = \"…\"`"));
            }
            Front { max_steps: DEFAULT_MAX_STEPS, ..Front::default() }
        }
    };
    let id = front.id.unwrap_or_else(|| Named { text: id_of(name), at: front_at });
    let mut exercise = Exercise {
        file: Rc::new(SourceFile::new(name, text)),
        id,
        title: front.title,
        profile: front.profile,
        engine: front.engine,
        max_steps: front.max_steps,
        starter_fails: front.starter_fails,
        starter_passes: front.starter_passes,
        statement,
        starter: None,
        tests: None,
        solution: None,
        explanation,
        programs: Vec::new(),
        hints,
        runs: front.runs,
        checks: front.checks,
        questions: front.questions,
    };
    for (part, block) in blocks {
        match part {
            "program" => {
                if let Some(other) = exercise.programs.iter().find(|program| program.name == block.name) {
                    let name =
                        if block.name.is_empty() { "without a name".into() } else { format!("`{}`", block.name) };
                    let problem = Problem::new(span(&block.at), format!("there are two programs {name}"));
                    problems.push(problem.label(span(&other.at), "the first is here"));
                } else {
                    exercise.programs.push(block);
                }
            }
            part => {
                let place = match part {
                    "starter" => &mut exercise.starter,
                    "tests" => &mut exercise.tests,
                    _ => &mut exercise.solution,
                };
                only(part, place, block, &mut problems);
            }
        }
    }
    problems.sort_by_key(|problem| problem.span());
    (exercise, problems)
}

/// Set a part that there is only one of.
fn only(part: &str, place: &mut Option<Block>, block: Block, problems: &mut Vec<Problem>) {
    if let Some(other) = place {
        let problem = Problem::new(span(&block.at), format!("there are two blocks `{part}`"));
        problems.push(problem.label(span(&other.at), "the first is here"));
        return;
    }
    if !block.name.is_empty() {
        problems.push(Problem::new(span(&block.at), format!("a block `{part}` has no name")));
    }
    *place = Some(block);
}

/// The id of a file that gives none: its name without folder, ending and leading number.
fn id_of(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let rest = stem.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['-', '_', ' ', '.']);
    let stem = if rest.is_empty() { stem } else { rest };
    stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
