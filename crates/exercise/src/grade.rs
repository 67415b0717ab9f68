//! Grading: what holds of what a learner hands in.

use crate::checks::{Subject, own, sentence};
use crate::compose::{PROGRAM_NAME, Test, alone, redefined, tests};
use crate::exercise::{Exercise, Run};
use crate::questions::{answer, is_right};
use crate::run::{End, Panic, Ran, difference, run};
use crate::{MAX_PROGRAM_BYTES, Problem};
use stair::source::{Diagnostic, SourceFile, SourceMap, Span};
use stair::{Compiler, Failure, Profile, Session};
use std::collections::BTreeMap;

/// What a learner hands in for an exercise.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// The program.
    pub program: Option<String>,
    /// Answers to questions, by the question's id.
    pub questions: BTreeMap<String, String>,
}

/// What holds of an answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// What was looked at, in the order in which it is shown.
    pub items: Vec<Item>,
}

/// One thing that was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The test's or the run's name, the question's id; empty for others.
    pub name: String,
    /// What is asked for, as Markdown.
    pub asked: String,
    /// Whether it holds.
    pub passed: bool,
    /// What was found, in words; may be empty where it holds.
    pub found: String,
    /// Where, in the learner's program.
    pub place: Option<Place>,
}

/// What an item of a report is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ItemKind {
    /// The program compiles.
    Compiles,
    /// A test.
    Test,
    /// A run of the whole program.
    Run,
    /// A check.
    Check,
    /// A question.
    Question,
}

/// A place in the learner's program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// First byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
}

/// Grades and checks exercises; keeps the compiler from one to the next.
#[derive(Clone)]
pub struct Grader {
    pub(crate) compiler: Compiler,
    /// The compiler's errors as text.
    errors: fn(&[Diagnostic], &SourceMap) -> String,
}

impl Default for Grader {
    fn default() -> Self {
        Self { compiler: Compiler::default(), errors: |errors, sources| stair::source::render(errors, sources, false) }
    }
}

impl ItemKind {
    /// Its name in machine-readable output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Compiles => "compiles",
            Self::Test => "test",
            Self::Run => "run",
            Self::Check => "check",
            Self::Question => "question",
        }
    }
}

impl Report {
    /// Whether everything holds, and there is something that does.
    #[must_use]
    pub fn is_solved(&self) -> bool {
        !self.items.is_empty() && self.items.iter().all(|item| item.passed)
    }

    /// How many items hold.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.items.iter().filter(|item| item.passed).count()
    }
}

impl Item {
    fn new(kind: ItemKind, name: &str, asked: impl Into<String>) -> Self {
        let (asked, found) = (asked.into(), String::new());
        Self { kind, name: name.to_owned(), asked, passed: true, found, place: None }
    }

    fn failed(self, found: impl Into<String>) -> Self {
        Self { passed: false, found: found.into(), ..self }
    }
}

impl Grader {
    /// A grader with a compiler of its own.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A grader with this compiler that names the compiler's errors and leaves it to others to show the lines that they are about.
    #[must_use]
    pub fn brief(compiler: Compiler) -> Self {
        Self { compiler, errors: |errors, _| named(errors) }
    }

    /// Say what holds of an answer. Nothing that the answer claims is believed: everything is compiled and run.
    #[must_use]
    pub fn grade(&self, exercise: &Exercise, given: &Answer) -> Report {
        self.grade_each(exercise, given, &mut |_, _| {})
    }

    /// As [`Grader::grade`]; hands out each item as soon as it is known, together with how many there will be in all.
    #[must_use]
    pub fn grade_each(&self, exercise: &Exercise, given: &Answer, each: &mut dyn FnMut(usize, &Item)) -> Report {
        let mut report = Report::default();
        let questions = exercise.questions.len();
        let mut push = |of: usize, item: Item| {
            each(of, &item);
            report.items.push(item);
        };
        let mut before = 0;
        if exercise.wants_program() {
            match &given.program {
                Some(program) => self.program(exercise, program, &mut |of, item| {
                    before = of;
                    push(of + questions, item);
                }),
                None => {
                    before = 1;
                    let item = Item::new(ItemKind::Compiles, "", "the program compiles");
                    push(before + questions, item.failed("there is no program"));
                }
            }
        }
        for question in &exercise.questions {
            let item = Item::new(ItemKind::Question, &question.id.text, question.text.clone());
            let item = match given.questions.get(&question.id.text) {
                None => item.failed("it is not answered"),
                Some(answered) => match answer(&self.compiler, exercise, question) {
                    Ok(right) if is_right(question, &right, answered) => item,
                    Ok(_) => item.failed(format!("`{}` is not the answer", answered.trim())),
                    Err(error) => item.failed(format!("the question has no answer: {error}")),
                },
            };
            push(before + questions, item);
        }
        report
    }

    /// The answer to a question of an exercise, by its id.
    ///
    /// # Errors
    /// In words, if there is no such question or no answer to it.
    pub fn answer(&self, exercise: &Exercise, id: &str) -> Result<String, String> {
        let question = exercise.questions.iter().find(|question| question.id.text == id);
        answer(&self.compiler, exercise, question.ok_or_else(|| format!("there is no question `{id}`"))?)
    }

    /// Hands out what holds of a program, item by item, each with how many there are.
    fn program(&self, exercise: &Exercise, text: &str, push: &mut dyn FnMut(usize, Item)) {
        let compiles = Item::new(ItemKind::Compiles, "", "the program compiles");
        if text.len() > MAX_PROGRAM_BYTES {
            return push(1, compiles.failed(format!("it is longer than {MAX_PROGRAM_BYTES} bytes")));
        }
        let tests = exercise.tests.as_ref().map_or(Ok(Vec::new()), |block| tests(block.code.text()));
        let no_tests = tests.is_err();
        let tests = tests.unwrap_or_default();
        let program = alone(text, exercise.tests.is_some());
        let session = Session::new(&self.compiler, PROGRAM_NAME, &program, exercise.profile);
        let subject = Subject { compiler: &self.compiler, exercise, text, program: &program, tests: &tests };
        let wrong = rejection(&session, self.errors);
        let compiled = match &wrong {
            None => compiles,
            Some((rendered, span)) => {
                let place = own(*span, text.len()).map(|span| place(text, span));
                Item { place, ..compiles.failed(rendered.clone()) }
            }
        };
        let of = 1 + tests.len() + usize::from(no_tests) + exercise.runs.len() + exercise.checks.len();
        let mut push = |item: Item| push(of, item);
        push(compiled);
        let judged = |item: Item, judge: &dyn Fn(Item) -> Item| match &wrong {
            Some(_) => item.failed("the program does not compile"),
            None => judge(item),
        };
        for test in &tests {
            let asked = match &test.should_panic {
                Some(message) if message.is_empty() => format!("test `{}` panics", test.name),
                Some(message) => format!("test `{}` panics with {message:?}", test.name),
                None => format!("test `{}` passes", test.name),
            };
            let item = Item::new(ItemKind::Test, &test.name, asked);
            push(judged(item, &|item| test_item(&subject, test, item)));
        }
        if no_tests {
            push(Item::new(ItemKind::Test, "", "the tests pass").failed("the tests of the exercise are no tests"));
        }
        for wanted in &exercise.runs {
            let item = Item::new(ItemKind::Run, &wanted.name.text, wanted.name.text.clone());
            push(judged(item, &|item| match run(&session, exercise.engine, &wanted.stdin, exercise.max_steps) {
                Ok(ran) => run_item(wanted, &ran, text, item),
                Err(failure) => item.failed(words(&failure)),
            }));
        }
        for check in &exercise.checks {
            let asked = if check.say.is_empty() { sentence(check) } else { check.say.clone() };
            let item = Item::new(ItemKind::Check, "", asked);
            push(judged(item, &|item| {
                let verdict = subject.verdict(check);
                let place = verdict.at.and_then(|span| own(span, text.len())).map(|span| place(text, span));
                Item { passed: verdict.passed, found: verdict.found, place, ..item }
            }));
        }
    }
}

/// Why a program is not accepted, with errors as `text` makes them, and where.
fn rejection(session: &Session, text: fn(&[Diagnostic], &SourceMap) -> String) -> Option<(String, Span)> {
    let text = |errors: &[Diagnostic]| text(errors, session.sources()).trim_end().to_owned();
    if let Some(first) = session.diagnostics().first() {
        return Some((text(session.diagnostics()), first.span()));
    }
    match session.optimised() {
        Ok(_) | Err(Failure::Rejected) => None,
        Err(Failure::Limit(diagnostic)) => Some((text(std::slice::from_ref(&*diagnostic)), diagnostic.span())),
        Err(failure) => Some((failure.to_string(), Span::default())),
    }
}

/// Errors by their codes and messages, one a line.
fn named(errors: &[Diagnostic]) -> String {
    errors.iter().map(|error| format!("{}: {}\n", error.code.as_str(), error.message)).collect()
}

fn words(failure: &Failure) -> String {
    match failure {
        Failure::Rejected => "the program does not compile".to_owned(),
        other => other.to_string(),
    }
}

fn test_item(subject: &Subject<'_>, test: &Test, item: Item) -> Item {
    let exercise = subject.exercise;
    if let Some(name) = redefined(subject.text) {
        return item.failed(format!("the program defines `{name}!` itself, and tests need that of std"));
    }
    let (session, composed) = match subject.test_session(test, exercise.profile) {
        Ok(made) => made,
        Err(error) => return item.failed(error),
    };
    let ran = match run(&session, exercise.engine, "", exercise.max_steps) {
        Ok(ran) => ran,
        Err(failure) => return item.failed(words(&failure)),
    };
    match (&ran.end, &test.should_panic) {
        (End::Exited(code), None) if *code == composed.passes_with => item,
        (End::Exited(code), Some(_)) if *code == composed.passes_with => item.failed("it did not panic"),
        (End::Panicked(panic), Some(message)) if panic.message.contains(message.as_str()) => item,
        (End::Panicked(panic), Some(message)) => located(item, panic, &composed.text, subject.text)
            .failed(format!("it panicked with {:?}, which does not contain {message:?}", panic.message)),
        (End::Panicked(panic), None) => {
            let tests = exercise.tests.as_ref().map_or("", |block| block.code.text());
            let found = panicked(panic, subject.text, |line| composed.line_of_test(tests, line));
            located(item, panic, &composed.text, subject.text).failed(found)
        }
        (End::Exited(1), _) if ran.stderr.starts_with("Error: ") => item.failed(ran.stderr.trim_end().to_owned()),
        (End::Exited(code), _) => {
            let said = ran.stderr.trim();
            let said = if said.is_empty() { String::new() } else { format!(": {said}") };
            item.failed(format!("the program exits with code {code} before the test has ended{said}"))
        }
        (End::OutOfSteps(steps), _) => item.failed(out_of_steps(*steps)),
    }
}

fn out_of_steps(steps: u64) -> String {
    format!("it did not end within {steps} steps")
}

/// How many lines a learner's program has.
fn own_lines(text: &str) -> u32 {
    u32::try_from(text.lines().count()).unwrap_or(u32::MAX)
}

/// A panic in words: with the learner's line, or with the line of the test that it happened on.
fn panicked(panic: &Panic, text: &str, line_of_test: impl FnOnce(u32) -> String) -> String {
    let message = &panic.message;
    match panic.at {
        Some((line, _)) if line <= own_lines(text) => format!("panicked on line {line}: {message}"),
        Some((line, _)) => format!("panicked in the test, at `{}`: {message}", line_of_test(line)),
        None => format!("panicked: {message}"),
    }
}

/// The item with the place of a panic, if that is in the learner's text.
fn located(item: Item, panic: &Panic, composed: &str, text: &str) -> Item {
    let Some((line, column)) = panic.at.filter(|(line, _)| *line <= own_lines(text)) else { return item };
    let mut start = 0;
    for whole in composed.split_inclusive('\n').take(line.saturating_sub(1) as usize) {
        start += whole.len();
    }
    let rest = composed.get(start..).unwrap_or("");
    // The column that a panic prints counts tabs as four, so it is only a hint; the line is what counts.
    let offset = rest.char_indices().nth(column.saturating_sub(1) as usize).map_or(0, |(at, _)| at);
    let end = rest.find('\n').unwrap_or(rest.len()).max(offset);
    let (lo, hi) = ((start + offset).min(text.len()), (start + end).min(text.len()));
    let span = Span::new(stair::source::FileId::USER, lo as u32, hi as u32);
    Item { place: Some(place(text, span)), ..item }
}

fn run_item(wanted: &Run, ran: &Ran, text: &str, item: Item) -> Item {
    match (&ran.end, &wanted.panic) {
        (End::OutOfSteps(steps), _) => return item.failed(out_of_steps(*steps)),
        (End::Panicked(panic), Some(message)) if !panic.message.contains(message.as_str()) => {
            let found = format!("it panicked with {:?}, which does not contain {message:?}", panic.message);
            return located(item, panic, text, text).failed(found);
        }
        (End::Panicked(_), Some(_)) => {}
        (End::Exited(code), Some(_)) => {
            return item.failed(format!("it did not panic, but ended with exit code {code}"));
        }
        // Whoever asks for the exit code of a panic, or for its report, gets them.
        (End::Panicked(panic), None) if wanted.exit.is_none() && wanted.stderr.is_none() => {
            let found = panicked(panic, text, |_| String::new());
            return located(item, panic, text, text).failed(found);
        }
        _ => {}
    }
    let code = match ran.end {
        End::Exited(code) => code,
        _ => 101,
    };
    let exit = wanted.exit.or_else(|| (wanted.panic.is_none() && wanted.stderr.is_none()).then_some(0));
    if let Some(exit) = exit.filter(|&exit| exit != code) {
        return item.failed(format!("it ended with exit code {code}, and {exit} is asked for"));
    }
    for (stream, found, asked) in
        [("standard output", &ran.stdout, &wanted.stdout), ("standard error", &ran.stderr, &wanted.stderr)]
    {
        if let Some(asked) = asked.as_ref().filter(|asked| *asked != found) {
            return item.failed(format!("in {stream}, {}", difference(found, asked)));
        }
    }
    item
}

/// A span as a place.
fn place(text: &str, span: Span) -> Place {
    let at = SourceFile::new(PROGRAM_NAME, text).line_col(span.lo);
    Place { start: span.lo, end: span.hi, line: at.line, column: at.col }
}

/// What is wrong with the tests of an exercise when they are put behind its solution, at their places in the Markdown.
pub(crate) fn misfits(compiler: &Compiler, exercise: &Exercise, program: &str, profile: Profile) -> Vec<Problem> {
    let Some(block) = &exercise.tests else { return Vec::new() };
    let Ok(all) = tests(block.code.text()) else { return Vec::new() };
    let Some(test) = all.first() else { return Vec::new() };
    let composed = match crate::compose::with_test(program, block, test) {
        Ok(composed) => composed,
        Err(error) => return vec![Problem::new(crate::exercise::span(&block.at), error)],
    };
    let session = Session::new(compiler, PROGRAM_NAME, &composed.text, profile);
    let to_markdown = |span: Span| {
        let inside = |offset: u32| (offset as usize).saturating_sub(composed.own);
        let range = composed.rest.range(inside(span.lo)..inside(span.hi));
        crate::exercise::span(&block.code.range(range))
    };
    let errors = session.diagnostics().iter();
    errors
        .map(|error| {
            Problem::new(to_markdown(error.span()), format!("the tests do not fit the solution: {}", error.message))
        })
        .collect()
}
