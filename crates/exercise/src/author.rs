//! Checking an exercise for its author: that it can be solved, that it is not solved before it begins, that its questions have answers.

use crate::compose::{PROGRAM_NAME, Test, alone, has_main, tests};
use crate::exercise::{Block, Exercise, Measure, Question, span};
use crate::grade::{Answer, Grader, Item, ItemKind, Report, misfits};
use crate::questions::{answer, is_right};
use crate::{MAX_PROGRAM_BYTES, Problem};
use stair::Session;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many errors of one program are reported.
const MAX_ERRORS: usize = 5;

impl Grader {
    /// What is wrong with an exercise that [`crate::parse`] had nothing to say about.
    #[must_use]
    pub fn check(&self, exercise: &Exercise) -> Vec<Problem> {
        let mut problems = Vec::new();
        structure(exercise, &mut problems);
        let all_tests = match exercise.tests.as_ref().map(|block| (block, tests(block.code.text()))) {
            None => Vec::new(),
            Some((_, Ok(all))) => all,
            Some((block, Err(wrong))) => {
                problems.extend(wrong.iter().map(|problem| in_markdown(block, problem)));
                return problems;
            }
        };
        for check in &exercise.checks {
            let named = check.test.as_ref();
            if let Some(name) = named.filter(|name| all_tests.iter().all(|test| test.name != name.text)) {
                problems.push(Problem::new(span(&name.at), format!("there is no test `{}`", name.text)));
            }
        }
        for question in &exercise.questions {
            self.question(exercise, question, &mut problems);
        }
        if problems.is_empty() {
            self.programs(exercise, &all_tests, &mut problems);
        }
        problems.sort_by_key(Problem::span);
        problems
    }

    fn question(&self, exercise: &Exercise, question: &Question, problems: &mut Vec<Problem>) {
        let right = match answer(&self.compiler, exercise, question) {
            Ok(right) => right,
            Err(error) => {
                let message = format!("the question `{}` has no answer: {error}", question.id.text);
                problems.push(Problem::new(span(&question.at), message));
                return;
            }
        };
        let shown = right.trim();
        if let Some(expect) = question.expect.as_ref().filter(|expect| !is_right(question, &right, &expect.text)) {
            let message = format!("the answer to `{}` is not `{}`", question.id.text, expect.text);
            problems.push(Problem::new(span(&expect.at), message).primary(format!("it is `{shown}`")));
        }
        let rights = question.choices.iter().filter(|choice| is_right(question, &right, &choice.text)).count();
        if let (Some(first), 0) = (question.choices.first(), rights) {
            let message = format!("the answer to `{}` is not among its choices", question.id.text);
            problems.push(Problem::new(span(&first.at), message).help(format!("the answer is `{shown}`")));
        }
        if rights > 1 {
            let message = format!("several choices of `{}` are the answer", question.id.text);
            problems.push(Problem::new(span(&question.at), message));
        }
    }

    /// The solution passes, and the starter does what is said of it.
    fn programs(&self, exercise: &Exercise, all_tests: &[Test], problems: &mut Vec<Problem>) {
        let (Some(starter), Some(solution)) = (&exercise.starter, &exercise.solution) else { return };
        for (what, block) in [("starter", starter), ("solution", solution)] {
            if block.code.text().len() > MAX_PROGRAM_BYTES {
                let message = format!("the {what} is longer than {MAX_PROGRAM_BYTES} bytes");
                problems.push(Problem::new(span(&block.at), message));
                return;
            }
        }
        let before = problems.len();
        self.compiles(exercise, solution, "solution", problems);
        if problems.len() == before {
            problems.extend(misfits(&self.compiler, exercise, solution.code.text(), exercise.profile));
        }
        if problems.len() == before {
            let report = self.graded(exercise, solution);
            let failed = report.items.iter().filter(|item| !item.passed);
            problems.extend(failed.map(|item| failure(exercise, all_tests, &report, item)));
        }
        let starter_problems = problems.len();
        self.compiles(exercise, starter, "starter", problems);
        let fails = problems.len() > starter_problems;
        if exercise.starter_fails {
            problems.truncate(starter_problems);
            if !fails {
                let message = "the starter compiles, although `starter_fails = true` says that it does not";
                problems.push(Problem::new(span(&starter.at), message));
            }
        } else if fails {
            if let Some(first) = problems.get_mut(starter_problems) {
                first
                    .help
                    .push("if it is meant not to compile, write `starter_fails = true` in the front matter".into());
            }
            return;
        }
        let is_done = self.graded(exercise, starter).is_solved();
        if is_done && !exercise.starter_passes {
            let problem = Problem::new(span(&starter.at), "the starter passes everything: there is nothing to do");
            let help = "if that is meant, write `starter_passes = true` in the front matter";
            problems.push(problem.help(help));
        } else if !is_done && exercise.starter_passes {
            let message = "the starter does not pass everything, although `starter_passes = true` says so";
            problems.push(Problem::new(span(&starter.at), message));
        }
    }

    /// What is graded of a program alone.
    fn graded(&self, exercise: &Exercise, block: &Block) -> Report {
        let alone = Exercise { questions: Vec::new(), ..exercise.clone() };
        let program = Some(block.code.text().to_owned());
        self.grade(&alone, &Answer { program, questions: BTreeMap::new() })
    }

    /// The errors of a program, at their places in the Markdown.
    fn compiles(&self, exercise: &Exercise, block: &Block, what: &str, problems: &mut Vec<Problem>) {
        let text = alone(block.code.text(), exercise.tests.is_some());
        let session = Session::new(&self.compiler, PROGRAM_NAME, &text, exercise.profile);
        for error in session.diagnostics().iter().take(MAX_ERRORS) {
            let code = error.code.as_str();
            let problem = Problem {
                message: format!("the {what} does not compile: {} ({code})", error.message),
                labels: error.labels.clone(),
                notes: error.notes.clone(),
                help: error.help.clone(),
            };
            problems.push(in_markdown(block, &problem));
        }
    }
}

/// A problem of a block's text at its place in the Markdown.
fn in_markdown(block: &Block, problem: &Problem) -> Problem {
    let mut moved = problem.clone();
    let length = block.code.text().len();
    let is_own = |label: &stair::source::Label| label.span.is_user() && label.span.lo as usize <= length;
    moved.labels.retain(|label| is_own(label));
    for label in &mut moved.labels {
        label.span = span(&block.code.range(label.span.lo as usize..label.span.hi as usize));
    }
    if moved.labels.is_empty() {
        moved.labels.push(stair::source::Label { span: span(&block.at), text: String::new() });
    }
    moved
}

/// Why the solution does not pass.
fn failure(exercise: &Exercise, all_tests: &[Test], report: &Report, item: &Item) -> Problem {
    let of_kind = report.items.iter().filter(|other| other.kind == item.kind);
    let index = of_kind.take_while(|other| !std::ptr::eq(*other, item)).count();
    let whole = exercise.solution.as_ref().map_or(0..0, |block| block.at.clone());
    let at: Range<usize> = match item.kind {
        ItemKind::Test => exercise
            .tests
            .as_ref()
            .zip(all_tests.get(index))
            .map_or(whole, |(block, test)| block.code.range(test.span.lo as usize..test.span.hi as usize)),
        ItemKind::Run => exercise.runs.get(index).map_or(whole, |run| run.name.at.clone()),
        ItemKind::Check => exercise.checks.get(index).map_or(whole, |check| check.at.clone()),
        ItemKind::Compiles | ItemKind::Question => whole,
    };
    let what = match item.kind {
        ItemKind::Test => format!("the solution fails the test `{}`", item.name),
        ItemKind::Run => format!("the solution fails the run `{}`", item.name),
        ItemKind::Check => format!("the solution fails the check: {}", item.asked.trim().trim_end_matches('.')),
        ItemKind::Compiles | ItemKind::Question => "the solution does not compile".to_owned(),
    };
    let mut problem = Problem::new(span(&at), what);
    if let Some((block, place)) = exercise.solution.as_ref().zip(item.place) {
        let there = block.code.range(place.start as usize..place.end as usize);
        problem = problem.label(span(&there), "here");
    }
    problem.note(item.found.clone())
}

/// What can be said of an exercise without running anything.
fn structure(exercise: &Exercise, problems: &mut Vec<Problem>) {
    let front = span(&exercise.id.at);
    let parts = [("tests", exercise.tests.as_ref()), ("solution", exercise.solution.as_ref())];
    match &exercise.starter {
        None => {
            for (part, block) in parts {
                if let Some(block) = block {
                    let problem = Problem::new(span(&block.at), format!("there is a block `{part}`, but no `starter`"));
                    problems.push(problem.help("a learner begins with the block ```rust starter"));
                }
            }
            for at in exercise.runs.iter().map(|run| &run.name.at).chain(exercise.checks.iter().map(|check| &check.at))
            {
                problems.push(Problem::new(span(at), "this is asked of a program, but there is no block `starter`"));
            }
            if exercise.questions.is_empty() && problems.is_empty() {
                let problem = Problem::new(front, "there is nothing to do in this exercise");
                problems.push(problem.help("give a block ```rust starter, or a question"));
            }
        }
        Some(starter) => {
            if exercise.solution.is_none() {
                let problem = Problem::new(span(&starter.at), "there is a starter, but no solution");
                problems.push(problem.help("the solution shows that the exercise can be solved: ```rust solution"));
            }
            let is_free = exercise.tests.is_none() && exercise.runs.is_empty() && exercise.checks.is_empty();
            if is_free && !exercise.starter_fails {
                let problem = Problem::new(span(&starter.at), "nothing is asked of the program");
                problems
                    .push(problem.help("give a block ```rust tests, or `[[run]]` or `[[check]]` in the front matter"));
            }
            let solution = exercise.solution.as_ref().filter(|block| !has_main(block.code.text()));
            if let Some(solution) = solution.filter(|_| exercise.tests.is_some()) {
                let runs = exercise.runs.iter().map(|run| &run.name.at);
                let needs_test = |measure: &Measure| !matches!(measure, Measure::Syntax { .. } | Measure::SizeOf(..));
                let checks = exercise.checks.iter().filter(|check| check.test.is_none() && needs_test(&check.measure));
                for at in runs.chain(checks.map(|check| &check.at)) {
                    let problem = Problem::new(span(at), "this needs a program that does something");
                    let problem = problem.label(span(&solution.at), "the solution has no `main`");
                    problems.push(problem.help("name the test whose run is meant: `test = \"…\"`, or write a `main`"));
                }
            }
        }
    }
    for hint in exercise.hints.iter().filter(|hint| hint.html.trim().is_empty()) {
        problems.push(Problem::new(span(&hint.at), "this hint is empty"));
    }
    for (index, question) in exercise.questions.iter().enumerate() {
        if let Some(other) = exercise.questions[..index].iter().find(|other| other.id.text == question.id.text) {
            let problem =
                Problem::new(span(&question.id.at), format!("there are two questions `{}`", question.id.text));
            problems.push(problem.label(span(&other.id.at), "the first is here"));
        }
    }
    for (index, run) in exercise.runs.iter().enumerate() {
        if let Some(other) = exercise.runs[..index].iter().find(|other| other.name.text == run.name.text) {
            let problem = Problem::new(span(&run.name.at), format!("there are two runs `{}`", run.name.text));
            problems.push(problem.label(span(&other.name.at), "the first is here"));
        }
    }
}
