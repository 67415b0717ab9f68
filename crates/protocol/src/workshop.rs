//! The files of workshops, which are JSON: a workshop for the page, and what a learner hands in. `docs/exercises.md` describes them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What `format` says in a workshop's file.
pub const WORKSHOP_FORMAT: &str = "staircase-workshop";
/// What `format` says in a summary.
pub const SUMMARY_FORMAT: &str = "staircase-summary";
/// The version of both formats. A file of another version is refused.
pub const WORKSHOP_VERSION: u32 = 1;

/// A workshop for the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Workshop {
    /// [`WORKSHOP_FORMAT`].
    pub format: String,
    /// [`WORKSHOP_VERSION`].
    pub version: u32,
    /// Its title; may be empty.
    pub title: String,
    /// Its exercises in order.
    pub exercises: Vec<ExportedExercise>,
    /// What is wrong with it, while its author is at it: each as text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<String>,
}

/// An exercise of a workshop: what is shown at once, and all of it behind a veil.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExportedExercise {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The statement as HTML without scripts.
    pub statement: String,
    /// The program that the learner begins with, if there is one to write.
    pub starter: Option<String>,
    /// Its questions.
    pub questions: Vec<ExportedQuestion>,
    /// How many hints it has.
    pub hints: usize,
    /// The file's name.
    pub file: String,
    /// All of it as JSON, veiled: compressed and in base64. It holds the tests and the solution, and is no secret.
    pub veiled: String,
}

/// A question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExportedQuestion {
    /// Its id.
    pub id: String,
    /// What is asked, as HTML without scripts.
    pub text: String,
    /// Answers to choose from; empty for a free answer.
    pub choices: Vec<String>,
}

/// A learner's summary: what was handed in, and no claim of what holds of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    /// [`SUMMARY_FORMAT`].
    pub format: String,
    /// [`WORKSHOP_VERSION`].
    pub version: u32,
    /// The workshop's title.
    #[serde(default)]
    pub workshop: String,
    /// What was handed in, each exercise once.
    pub exercises: Vec<HandedInExercise>,
}

/// What was handed in for an exercise.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedInExercise {
    /// The exercise's id.
    pub id: String,
    /// The program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// Answers, by the question's id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
}

impl Workshop {
    /// Read a workshop's file.
    ///
    /// # Errors
    /// In words, if it is no JSON of this form, or of another format or version.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let workshop: Self = serde_json::from_str(text).map_err(|error| format!("it is no workshop: {error}"))?;
        versioned(&workshop.format, WORKSHOP_FORMAT, workshop.version)?;
        Ok(workshop)
    }

    /// The file.
    #[must_use]
    pub fn to_json(&self) -> String {
        json(self)
    }
}

/// A value of this module as a file.
fn json(value: &impl Serialize) -> String {
    match serde_json::to_string_pretty(value) {
        Ok(text) => text + "\n",
        Err(error) => unreachable!("these files always have an encoding: {error}"),
    }
}

/// See whether a file is of a format and version that is known.
fn versioned(format: &str, known: &str, version: u32) -> Result<(), String> {
    if format != known {
        return Err(format!("its `format` is `{format}`, not `{known}`"));
    }
    if version != WORKSHOP_VERSION {
        return Err(format!("its `version` is {version}; this program reads version {WORKSHOP_VERSION}"));
    }
    Ok(())
}

impl HandedIn {
    /// Read a summary's file.
    ///
    /// # Errors
    /// In words, if it is no JSON of this form, or as [`HandedIn::validate`] says.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let handed_in: Self = serde_json::from_str(text).map_err(|error| format!("it is no summary: {error}"))?;
        handed_in.validate()?;
        Ok(handed_in)
    }

    /// The file.
    #[must_use]
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// See whether this can be read as what it says it is.
    ///
    /// # Errors
    /// In words, if the format or the version is another, or if an exercise is there twice.
    pub fn validate(&self) -> Result<(), String> {
        versioned(&self.format, SUMMARY_FORMAT, self.version)?;
        for (index, exercise) in self.exercises.iter().enumerate() {
            if self.exercises[..index].iter().any(|other| other.id == exercise.id) {
                return Err(format!("the exercise `{}` is there twice", exercise.id));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_of_another_kind_is_refused() {
        let exercise = |id: &str| HandedInExercise { id: id.into(), ..HandedInExercise::default() };
        let good = HandedIn {
            format: SUMMARY_FORMAT.into(),
            version: WORKSHOP_VERSION,
            workshop: String::new(),
            exercises: vec![exercise("sum"), exercise("moves")],
        };
        assert_eq!(good.validate(), Ok(()));
        let wrong = |change: &dyn Fn(&mut HandedIn)| {
            let mut changed = good.clone();
            change(&mut changed);
            changed.validate().expect_err("refused")
        };
        assert_eq!(wrong(&|s| s.format = "x".into()), "its `format` is `x`, not `staircase-summary`");
        assert_eq!(wrong(&|s| s.version = 2), "its `version` is 2; this program reads version 1");
        assert_eq!(wrong(&|s| s.exercises[1].id = "sum".into()), "the exercise `sum` is there twice");
    }
}
