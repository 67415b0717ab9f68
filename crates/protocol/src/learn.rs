//! What the page shows of a workshop, and how it has answers graded.
//!
//! HTML in these messages has been vetted by the worker: whatever stands in the file that a workshop came in, it runs no script.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::{HandedInExercise, Profile, Span};

/// What a workshop is read from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum WorkshopSource {
    /// An exported workshop, as JSON.
    Exported(String),
    /// What a link carries: its title, and the file and the JSON of each exercise.
    Parts(String, Vec<(String, String)>),
}

/// A workshop as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Course {
    /// Its title; may be empty.
    pub title: String,
    /// Its exercises in order.
    pub tasks: Vec<Task>,
    /// What is wrong with it, for its author.
    pub problems: Vec<String>,
}

/// An exercise as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Task {
    /// What tells it apart.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file and what is in it, veiled: for [`LearnRequest::Unveil`] and [`crate::RunRequest::Grade`].
    pub sealed: Sealed,
    /// A number that is another one when its text is another one.
    pub edition: u64,
    /// The statement as HTML without scripts. Elements with `data-listing` name a program of [`Task::listings`].
    pub statement: String,
    /// The whole programs in the statement.
    pub listings: Vec<String>,
    /// The program that the learner begins with, if there is one to write.
    pub starter: Option<String>,
    /// Whether the learner's program may do without `main`: a check brings one of its own.
    pub may_lack_main: bool,
    /// How it is compiled.
    pub profile: Profile,
    /// Its questions.
    pub questions: Vec<AskedQuestion>,
    /// How many hints it has.
    pub hints: usize,
    /// Whether it has a program as its solution.
    pub has_solution: bool,
}

/// A question as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct AskedQuestion {
    /// Its id.
    pub id: String,
    /// What is asked, as HTML without scripts.
    pub text: String,
    /// Answers to choose from; empty for a free answer.
    pub choices: Vec<String>,
}

/// A file of a workshop.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Sealed {
    /// Its name.
    pub file: String,
    /// What is in it, veiled.
    pub veiled: String,
}

/// What a learner is not shown at once.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Unveiled {
    /// The hints in order, as HTML without scripts.
    pub hints: Vec<String>,
    /// The author's program, if there is one.
    pub solution: Option<String>,
    /// The same as HTML.
    pub listing: String,
    /// What is said of it, as HTML without scripts; may be empty.
    pub explanation: String,
}

/// What a learner wrote for an exercise.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Given {
    /// The exercise's id.
    pub id: String,
    /// The program.
    pub program: Option<String>,
    /// Answers, by the question's id.
    pub answers: BTreeMap<String, String>,
}

impl From<Given> for HandedInExercise {
    fn from(Given { id, program, answers }: Given) -> Self {
        Self { id, program, answers }
    }
}

impl From<HandedInExercise> for Given {
    fn from(HandedInExercise { id, program, answers }: HandedInExercise) -> Self {
        Self { id, program, answers }
    }
}

/// Something about workshops that is quickly done, for the compile worker.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LearnRequest {
    /// Read a workshop. Answered by [`LearnAnswer::Opened`].
    Open(WorkshopSource),
    /// Show what is behind the veil. Answered by [`LearnAnswer::Unveiled`].
    Unveil(Sealed),
    /// Write a summary: the workshop's title, and what was written. Answered by [`LearnAnswer::Written`].
    Write(String, Vec<Given>),
    /// Read a summary. Answered by [`LearnAnswer::Read`].
    Read(String),
}

/// What came of a [`LearnRequest`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LearnAnswer {
    /// The workshop, or why it cannot be read.
    Opened(Result<Course, String>),
    /// What is behind the veil, or why it cannot be seen.
    Unveiled(Result<Unveiled, String>),
    /// The summary as a file.
    Written(Vec<u8>),
    /// A summary's workshop and what was written, or why it cannot be read.
    Read(Result<(String, Vec<Given>), String>),
}

/// One thing that was looked at when an answer was graded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Judgement {
    /// The id of the question that it is about; `None` for what is about the program.
    pub question: Option<String>,
    /// What is asked for, in words with code between backticks; or as HTML without scripts, if that is not empty.
    pub asked: String,
    /// What is asked for, where an author wrote it.
    pub html: String,
    /// Whether it holds.
    pub passed: bool,
    /// What was found, in words; may be empty where it holds.
    pub found: String,
    /// Where in the learner's program: its bytes, and its line counted from 1.
    pub place: Option<(Span, u32)>,
    /// What is said of a question that has been answered, as HTML without scripts; may be empty.
    pub explain: String,
    /// The answer, where it was asked for.
    pub answer: Option<String>,
}
