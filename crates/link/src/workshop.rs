//! The text that a link of version 3 carries, a workshop: a line `title From loops to machines`, a line `exercise 1234 01-sum.md` for
//! each exercise, an empty line, and the exercises as JSON, each as many bytes as its line says. A reader passes over lines that it
//! does not know.

use crate::Broken;
use std::fmt::Write as _;

/// A workshop.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Workshop {
    /// Its title; may be empty.
    pub title: String,
    /// Its exercises in order.
    pub exercises: Vec<Exercise>,
}

/// An exercise of a workshop.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Exercise {
    /// The name of the file that it was written in.
    pub file: String,
    /// What it is, as JSON.
    pub json: String,
}

/// As text.
#[must_use]
pub fn write(workshop: &Workshop) -> String {
    let line = |text: &str| text.replace(['\n', '\r'], " ");
    let mut out = String::new();
    if !workshop.title.is_empty() {
        let _ = writeln!(out, "title {}", line(&workshop.title));
    }
    for Exercise { file, json } in &workshop.exercises {
        let _ = writeln!(out, "exercise {} {}", json.len(), line(file));
    }
    out.push('\n');
    workshop.exercises.iter().for_each(|exercise| out.push_str(&exercise.json));
    out
}

/// From text.
///
/// # Errors
/// If a line says what it cannot say, or a part is missing or too much.
pub fn read(text: &str) -> Result<Workshop, Broken> {
    let mut workshop = Workshop::default();
    let mut files = Vec::new();
    let mut rest = text;
    loop {
        let (line, behind) = rest.split_once('\n').ok_or(Broken::Damaged)?;
        rest = behind;
        if line.is_empty() {
            break;
        }
        match line.split_once(' ').unwrap_or((line, "")) {
            ("title", title) => title.clone_into(&mut workshop.title),
            ("exercise", value) => {
                let (length, file) = value.split_once(' ').ok_or(Broken::Damaged)?;
                files.push((file, length.parse::<usize>().map_err(|_| Broken::Damaged)?));
            }
            _ => {}
        }
    }
    for (file, length) in files {
        let (json, behind) = rest.split_at_checked(length).ok_or(Broken::Damaged)?;
        rest = behind;
        workshop.exercises.push(Exercise { file: file.to_owned(), json: json.to_owned() });
    }
    if rest.is_empty() { Ok(workshop) } else { Err(Broken::Damaged) }
}
