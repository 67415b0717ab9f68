//! `mdbook-staircase install`: what live programs need is put into a book, or brought up to date.

use crate::programs::FOLDER;
use crate::settings::{DEFAULT_SITE, is_address};
use crate::site::{SCRIPT, SITE_FILES, STYLE, STYLE_TEXT, script_text};
use std::fs;
use std::path::{Path, PathBuf};
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// Where the site comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// A built site, to be copied.
    Folder(PathBuf),
    /// A site elsewhere.
    Url(String),
    /// What the book's settings say already.
    AsItIs,
}

/// The endings of files that a site has for hosts that send compressed files as they are, and its files for hosts: a book's host has its own.
const NOT_COPIED: [&str; 4] = [".br", ".gz", "_headers", ".nojekyll"];

/// What git is to ignore in a book, and so what mdBook does not watch. Without it, mdBook would find the programs changed that it has just had
/// compiled, and build a book that it serves again.
const IGNORE: &str = ".gitignore";

/// Set up a book. The result says what was done, line by line; a second time, nothing changes.
///
/// # Errors
/// If a file cannot be read or written, or what is asked for makes no sense, in words.
pub(crate) fn install(book: &Path, source: &Source) -> Result<Vec<String>, String> {
    let path = book.join("book.toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let mut document: DocumentMut = text.parse().map_err(|error| format!("{}: {error}", path.display()))?;
    let said = |table: &str, key: &str| document.get(table)?.get(key)?.as_str().map(str::to_owned);
    let src = said("book", "src").unwrap_or_else(|| "src".to_owned());
    let before = document.get("preprocessor").and_then(|item| item.get("staircase")?.get("site")?.as_str());
    let before = before.map(str::to_owned);
    // Where a copy of the site is or would be.
    let own = before.clone().filter(|site| !is_address(site)).unwrap_or_else(|| DEFAULT_SITE.to_owned());
    let copy = book.join(&src).join(&own);
    let mut done = Vec::new();
    let site = match source {
        Source::Url(url) if is_address(url) => {
            if is_site(&copy) {
                let copy = copy.display();
                done.push(format!("the book does not need {copy} any more, the copy of a site: it can be removed"));
            }
            url.clone()
        }
        Source::Url(url) => return Err(format!("{url} is no address: it begins with https:// or with a slash")),
        Source::Folder(folder) => {
            copy_site(folder, &copy)?;
            done.push(format!("copied the site to {}", copy.display()));
            own
        }
        Source::AsItIs => {
            let site = before.unwrap_or_else(|| DEFAULT_SITE.to_owned());
            if !is_address(&site) && !is_site(&book.join(&src).join(&site)) {
                let folder = book.join(&src).join(&site);
                return Err(format!(
                    "there is no site in {}: say where one is with `--site DIST` or `--url https://…`",
                    folder.display()
                ));
            }
            site
        }
    };
    for (name, text) in [(SCRIPT, script_text(&site).as_str()), (STYLE, STYLE_TEXT)] {
        done.extend(write(&book.join(name), text)?);
    }
    let ignore = book.join(IGNORE);
    let ignored = match fs::read_to_string(&ignore) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        found => found.map_err(|error| format!("cannot read {}: {error}", ignore.display()))?,
    };
    done.extend(write(&ignore, &ignoring(&ignored))?);
    settings(&mut document, &site).map_err(|key| format!("{}: `{key}` is not what mdBook expects", path.display()))?;
    done.extend(write(&path, &document.to_string())?);
    if done.is_empty() {
        done.push("nothing to do: the book is up to date".to_owned());
    }
    Ok(done)
}

/// The lines of [`IGNORE`] with one for the compiled programs.
fn ignoring(text: &str) -> String {
    if text.lines().any(|line| line.trim().trim_matches('/').ends_with(FOLDER)) {
        return text.to_owned();
    }
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{end}{FOLDER}/\n")
}

/// Write a file unless it is there already; what is said of it.
fn write(path: &Path, text: &str) -> Result<Option<String>, String> {
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return Ok(None);
    }
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(Some(format!("wrote {}", path.display())))
}

fn is_site(folder: &Path) -> bool {
    SITE_FILES.iter().all(|file| folder.join(file).is_file())
}

/// Copy a built site; an older copy is replaced.
fn copy_site(from: &Path, into: &Path) -> Result<(), String> {
    if !is_site(from) {
        let files = SITE_FILES.join(" and ");
        return Err(format!("{} is no built site: there is no {files} in it", from.display()));
    }
    if let (Ok(from), Ok(into)) = (from.canonicalize(), into.canonicalize())
        && (from.starts_with(&into) || into.starts_with(&from))
    {
        return Err(format!("{} and {} lie within each other", from.display(), into.display()));
    }
    let is_empty = fs::read_dir(into).is_ok_and(|mut entries| entries.next().is_none());
    if into.exists() && !is_empty {
        if !is_site(into) {
            return Err(format!("{} is there, and is no copy of a site: it is left alone", into.display()));
        }
        fs::remove_dir_all(into).map_err(|error| format!("cannot remove {}: {error}", into.display()))?;
    }
    copy_folder(from, into)
}

fn copy_folder(from: &Path, into: &Path) -> Result<(), String> {
    let failed = |path: &Path, error: std::io::Error| format!("cannot copy {}: {error}", path.display());
    fs::create_dir_all(into).map_err(|error| failed(into, error))?;
    for entry in fs::read_dir(from).map_err(|error| failed(from, error))? {
        let path = entry.map_err(|error| failed(from, error))?.path();
        let Some(name) = path.file_name() else { continue };
        if NOT_COPIED.iter().any(|ending| name.to_string_lossy().ends_with(ending)) {
            continue;
        }
        if path.is_dir() {
            copy_folder(&path, &into.join(name))?;
        } else {
            fs::copy(&path, into.join(name)).map_err(|error| failed(&path, error))?;
        }
    }
    Ok(())
}

/// Put what is needed into the settings; everything else stays as it is. The error is the key that is something else than a table or a list.
fn settings(document: &mut DocumentMut, site: &str) -> Result<(), &'static str> {
    let preprocessors = table(document.as_table_mut(), "preprocessor", true).ok_or("preprocessor")?;
    let staircase = table(preprocessors, "staircase", false).ok_or("preprocessor.staircase")?;
    if staircase.get("site").and_then(Item::as_str) != Some(site) {
        staircase["site"] = toml_edit::value(site);
    }
    add(staircase, "after", "links").ok_or("preprocessor.staircase.after")?;
    let outputs = table(document.as_table_mut(), "output", true).ok_or("output")?;
    let html = table(outputs, "html", false).ok_or("output.html")?;
    add(html, "additional-css", STYLE).ok_or("output.html.additional-css")?;
    add(html, "additional-js", SCRIPT).ok_or("output.html.additional-js")
}

/// The table of this name, made if there is none; `None` if it is something else. An `implicit` one has no heading of its own.
fn table<'a>(parent: &'a mut Table, name: &str, implicit: bool) -> Option<&'a mut Table> {
    if !parent.contains_key(name) {
        let mut table = Table::new();
        table.set_implicit(implicit);
        parent.insert(name, Item::Table(table));
    }
    parent.get_mut(name)?.as_table_mut()
}

/// Put a text into a list, unless it is in it; a path may be spelled `./path`.
fn add(table: &mut Table, key: &str, text: &str) -> Option<()> {
    let item = table.entry(key).or_insert(toml_edit::value(Array::new()));
    let list = item.as_array_mut()?;
    let is_there = list.iter().filter_map(Value::as_str).any(|found| found.trim_start_matches("./") == text);
    if !is_there {
        list.push(text);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{ignoring, settings};
    use expect_test::{Expect, expect};
    use toml_edit::DocumentMut;

    fn check(text: &str, expected: &Expect) {
        let mut document: DocumentMut = text.parse().expect("TOML");
        settings(&mut document, "staircase").expect("tables and lists");
        let once = document.to_string();
        expected.assert_eq(&once);
        let mut document: DocumentMut = once.parse().expect("TOML");
        settings(&mut document, "staircase").expect("tables and lists");
        assert_eq!(document.to_string(), once, "a second time changes nothing");
    }

    #[test]
    fn settings_are_added_and_the_rest_is_kept() {
        check(
            "[book]\ntitle = \"A book\" # mine\n",
            &expect![[r#"
            [book]
            title = "A book" # mine

            [preprocessor.staircase]
            site = "staircase"
            after = ["links"]

            [output.html]
            additional-css = ["mdbook-staircase.css"]
            additional-js = ["mdbook-staircase.js"]
        "#]],
        );
        check(
            "[preprocessor.other]\n\n[output.html]\nadditional-js = [\"a.js\", # first\n]\nadditional-css = [\"./mdbook-staircase.css\"]\n",
            &expect![[r#"
                [preprocessor.other]

                [preprocessor.staircase]
                site = "staircase"
                after = ["links"]

                [output.html]
                additional-js = ["a.js", "mdbook-staircase.js", # first
                ]
                additional-css = ["./mdbook-staircase.css"]
            "#]],
        );
        check(
            "[preprocessor.staircase]\nsite = \"https://example.org\"\nafter = [\"x\"]\npane = \"ir\"\n",
            &expect![[r#"
                [preprocessor.staircase]
                site = "staircase"
                after = ["x", "links"]
                pane = "ir"

                [output.html]
                additional-css = ["mdbook-staircase.css"]
                additional-js = ["mdbook-staircase.js"]
            "#]],
        );
    }

    #[test]
    fn compiled_programs_are_ignored_once() {
        assert_eq!(ignoring(""), "staircase-programs/\n");
        assert_eq!(ignoring("book"), "book\nstaircase-programs/\n");
        for text in ["book\nstaircase-programs/\n", "/text/staircase-programs\nbook"] {
            assert_eq!(ignoring(text), text);
        }
    }

    #[test]
    fn what_is_no_table_is_left_alone() {
        for (text, key) in [
            ("preprocessor = 1", "preprocessor"),
            ("output.html = \"x\"", "output.html"),
            ("[output.html]\nadditional-js = \"a.js\"", "output.html.additional-js"),
        ] {
            let mut document: DocumentMut = text.parse().expect("TOML");
            assert_eq!(settings(&mut document, "staircase"), Err(key));
        }
    }
}
