//! An exercise as data that is read without a reader of Markdown: what a page needs to show it and to grade answers.
//!
//! The types of an exercise say themselves how they are written. Places in the Markdown are left out, and what an author wrote in
//! Markdown is HTML.

use crate::checks::sentence;
use crate::exercise::{self, Exercise, Named};
use crate::markdown::to_html;
use crate::syntax::KEYWORDS;
use crate::{Fragment, MAX_PARTS, MAX_STEPS};
use serde::{Deserialize, Serialize};
use stair::source::SourceFile;
use std::rc::Rc;

impl Exercise {
    /// The exercise as it is exported: every text that is shown is HTML. [`crate::Grader`] grades it as it does the original.
    #[must_use]
    pub fn packed(&self) -> Self {
        let mut packed = self.clone();
        for question in &mut packed.questions {
            question.text = to_html(&question.text);
            question.explain = to_html(&question.explain);
            question.expect = None;
        }
        for check in &mut packed.checks {
            check.say = to_html(&if check.say.is_empty() { sentence(check) } else { check.say.clone() });
        }
        packed
    }

    /// The exercise that was read from an export, for the file of this name: within the bounds that hold for files of authors.
    #[must_use]
    pub fn unpacked(mut self, file: &str) -> Self {
        self.file = Rc::new(SourceFile::new(file, ""));
        self.max_steps = self.max_steps.min(MAX_STEPS);
        self.runs.truncate(MAX_PARTS);
        self.checks.truncate(MAX_PARTS);
        self.questions.truncate(MAX_PARTS);
        self
    }
}

/// No file.
pub(crate) fn no_file() -> Rc<SourceFile> {
    Rc::new(SourceFile::new("", ""))
}

impl From<String> for Named {
    fn from(text: String) -> Self {
        Self { text, at: 0..0 }
    }
}

impl From<Named> for String {
    fn from(named: Named) -> Self {
        named.text
    }
}

impl From<String> for Fragment {
    fn from(text: String) -> Self {
        let mut fragment = Self::default();
        fragment.push(&text, 0);
        fragment
    }
}

impl From<Fragment> for String {
    fn from(fragment: Fragment) -> Self {
        fragment.text().to_owned()
    }
}

/// A profile as the word for it.
pub(crate) mod profile {
    use serde::{Deserialize, Deserializer, Serializer};
    use stair::Profile;

    pub(crate) fn serialize<S: Serializer>(profile: &Profile, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        })
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Profile, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "debug" => Ok(Profile::Debug),
            "release" => Ok(Profile::Release),
            other => Err(serde::de::Error::custom(format!("there is no profile `{other}`"))),
        }
    }
}

/// A construct as it is written.
#[derive(Serialize, Deserialize)]
pub(crate) enum Construct {
    Keyword(String),
    Method(String),
    Macro(String),
    Path(String),
}

impl From<exercise::Construct> for Construct {
    fn from(construct: exercise::Construct) -> Self {
        match construct {
            exercise::Construct::Keyword(word) => Self::Keyword(word.to_owned()),
            exercise::Construct::Method(name) => Self::Method(name),
            exercise::Construct::Macro(name) => Self::Macro(name),
            exercise::Construct::Path(name) => Self::Path(name),
        }
    }
}

impl TryFrom<Construct> for exercise::Construct {
    type Error = String;

    fn try_from(construct: Construct) -> Result<Self, String> {
        Ok(match construct {
            Construct::Keyword(word) => {
                let known = KEYWORDS.into_iter().find(|known| *known == word);
                Self::Keyword(known.ok_or_else(|| format!("there is no construct `{word}`"))?)
            }
            Construct::Method(name) => Self::Method(name),
            Construct::Macro(name) => Self::Macro(name),
            Construct::Path(name) => Self::Path(name),
        })
    }
}

impl<'de> Deserialize<'de> for exercise::Construct {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Construct::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}
