//! A workshop: exercises in order.

use crate::exercise::{Exercise, span};
use crate::fields::read;
use crate::{Fragment, Grader, MAX_EXERCISES, Problem, parse};
use stair::source::SourceFile;
use std::rc::Rc;

/// The file that gives a workshop its title and order.
pub const SET_FILE: &str = "workshop.toml";
/// The file of a folder that is for its visitors, and no exercise.
const README: &str = "README.md";

/// A file of a workshop's folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Its name within the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A workshop.
#[derive(Clone, Debug, Default)]
pub struct Set {
    /// Its title; empty if the folder gives none.
    pub title: String,
    /// The exercises in order.
    pub exercises: Vec<Exercise>,
    /// What is wrong, each with the file that it is in.
    pub problems: Vec<(Rc<SourceFile>, Problem)>,
}

impl Set {
    /// Put a workshop together from the files of a folder: those that [`SET_FILE`] lists, else every `.md` file but the read-me, by
    /// name.
    #[must_use]
    pub fn new(files: &[File]) -> Self {
        let mut set = Self::default();
        let order = set.order(files);
        for name in order {
            let Some(file) = files.iter().find(|file| file.name == name) else { continue };
            let (exercise, problems) = parse(&file.name, &file.text);
            set.problems.extend(problems.into_iter().map(|problem| (Rc::clone(&exercise.file), problem)));
            if let Some(other) = set.exercises.iter().find(|other| other.id.text == exercise.id.text) {
                let message = format!("there are two exercises `{}`", exercise.id.text);
                let note = format!("the first is in {}", other.file.name);
                let help = "give one of them another `id` in its front matter";
                let problem = Problem::new(span(&exercise.id.at), message).note(note).help(help);
                set.problems.push((Rc::clone(&exercise.file), problem));
            }
            set.exercises.push(exercise);
        }
        set
    }

    /// The problems, and those of the exercises that are well-formed as [`Grader::check`] finds them.
    #[must_use]
    pub fn check(&self, grader: &Grader) -> Vec<(Rc<SourceFile>, Problem)> {
        let mut problems = self.problems.clone();
        for exercise in &self.exercises {
            let is_malformed = self.problems.iter().any(|(file, _)| file.name == exercise.file.name);
            if !is_malformed {
                let found = grader.check(exercise);
                problems.extend(found.into_iter().map(|problem| (Rc::clone(&exercise.file), problem)));
            }
        }
        problems
    }

    /// The exercise with this id.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id.text == id)
    }

    /// The names of the exercises' files, in order.
    fn order(&mut self, files: &[File]) -> Vec<String> {
        let mut all: Vec<String> =
            files.iter().map(|file| &file.name).filter(|name| is_exercise(name)).cloned().collect();
        all.sort();
        let Some(about) = files.iter().find(|file| file.name == SET_FILE) else {
            return self.at_most(all, SourceFile::new(SET_FILE, ""));
        };
        let mut text = Fragment::default();
        text.push(&about.text, 0);
        let mut problems = Vec::new();
        let (title, listed) = read(&text, "a workshop", &mut problems, |fields| {
            let title = fields.words("title").map(|title| title.text).unwrap_or_default();
            let listed = if fields.has("exercises") { Some(fields.texts("exercises")) } else { None };
            for (index, name) in listed.iter().flatten().enumerate() {
                if !all.contains(&name.text) {
                    fields.problem(&name.at, format!("the folder has no exercise `{}`", name.text));
                } else if listed.iter().flatten().take(index).any(|other| other.text == name.text) {
                    fields.problem(&name.at, format!("`{}` is listed twice", name.text));
                }
            }
            (title, listed)
        });
        let file = Rc::new(SourceFile::new(SET_FILE, about.text.clone()));
        self.title = title;
        self.problems.extend(problems.into_iter().map(|problem| (Rc::clone(&file), problem)));
        let order = match listed {
            None => all,
            Some(listed) => {
                let mut order: Vec<String> = Vec::new();
                for name in listed {
                    if !order.contains(&name.text) {
                        order.push(name.text);
                    }
                }
                order
            }
        };
        self.at_most(order, SourceFile::new(SET_FILE, about.text.clone()))
    }

    fn at_most(&mut self, mut order: Vec<String>, file: SourceFile) -> Vec<String> {
        if order.len() > MAX_EXERCISES {
            let message = format!("a workshop has at most {MAX_EXERCISES} exercises, not {}", order.len());
            self.problems.push((Rc::new(file), Problem::new(span(&(0..0)), message)));
            order.truncate(MAX_EXERCISES);
        }
        order
    }
}

/// Whether a file is an exercise, by its name.
fn is_exercise(name: &str) -> bool {
    name.ends_with(".md") && name != README
}
