//! The text that a link of version 3 carries, a workshop: a line `file 1234 01-sum.md` for each of its files, an empty line, and
//! the files' texts, each as many bytes as its line says. A reader passes over lines that it does not know.

use crate::Broken;
use std::fmt::Write as _;

/// A file of a workshop's folder.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct File {
    /// Its name within the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// As text.
#[must_use]
pub fn write(files: &[File]) -> String {
    let mut out = String::new();
    for File { name, text } in files {
        let _ = writeln!(out, "file {} {}", text.len(), name.replace(['\n', '\r'], " "));
    }
    out.push('\n');
    files.iter().for_each(|file| out.push_str(&file.text));
    out
}

/// From text.
///
/// # Errors
/// If a line says what it cannot say, or a part is missing or too much.
pub fn read(text: &str) -> Result<Vec<File>, Broken> {
    let mut files = Vec::new();
    let mut rest = text;
    loop {
        let (line, behind) = rest.split_once('\n').ok_or(Broken::Damaged)?;
        rest = behind;
        if line.is_empty() {
            break;
        }
        let Some(file) = line.strip_prefix("file ") else { continue };
        let (length, name) = file.split_once(' ').ok_or(Broken::Damaged)?;
        files.push((name, length.parse::<usize>().map_err(|_| Broken::Damaged)?));
    }
    let mut read = Vec::new();
    for (name, length) in files {
        let (text, behind) = rest.split_at_checked(length).ok_or(Broken::Damaged)?;
        rest = behind;
        read.push(File { name: name.to_owned(), text: text.to_owned() });
    }
    if rest.is_empty() { Ok(read) } else { Err(Broken::Damaged) }
}
