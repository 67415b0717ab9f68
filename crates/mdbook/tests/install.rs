//! `mdbook-staircase install`: what it puts into a book, and that it leaves alone what is not its own.

#![allow(clippy::disallowed_methods, reason = "a test starts the command and writes files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("install").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder in target");
    path
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
    fs::write(path, text).expect("a writable folder");
}

/// A book, and a site with this in its script.
fn book_and_site(name: &str, script: &str) -> (PathBuf, PathBuf) {
    let root = folder(name);
    let (book, site) = (root.join("book"), root.join("dist"));
    write(&book.join("book.toml"), "[book]\ntitle = \"T\" # kept\nsrc = \"text\"\n");
    write(&book.join("text/SUMMARY.md"), "# Summary\n");
    for (file, text) in
        [("embed.js", script), ("embed.js.br", "br"), ("embed.html", "<p>"), ("a/b.wasm", "w"), ("_headers", "h")]
    {
        write(&site.join(file), text);
    }
    (book, site)
}

fn install(book: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mdbook-staircase"));
    command.arg("install").args(args).arg(book).output().expect("the command starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn ok(book: &Path, args: &[&str]) -> String {
    let output = install(book, args);
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn a_site_is_copied_and_brought_up_to_date() {
    let (book, site) = book_and_site("copy", "one");
    ok(&book, &["--site", path(&site)]);
    let read = |file: &str| fs::read_to_string(book.join(file)).unwrap_or_default();
    let settings = read("book.toml");
    assert!(settings.starts_with("[book]\ntitle = \"T\" # kept\nsrc = \"text\"\n"), "{settings}");
    assert!(settings.contains("[preprocessor.staircase]\nsite = \"staircase\"\nafter = [\"links\"]\n"), "{settings}");
    assert!(read("mdbook-staircase.js").contains("const site = \"staircase/\";"));
    assert!(read("mdbook-staircase.css").contains(".staircase-output"));
    assert_eq!(read(".gitignore"), "staircase-programs/\n");
    assert_eq!((read("text/staircase/embed.js"), read("text/staircase/a/b.wasm")), ("one".to_owned(), "w".to_owned()));
    for left_out in ["embed.js.br", "_headers"] {
        assert!(!book.join("text/staircase").join(left_out).exists(), "{left_out}");
    }
    assert_eq!(ok(&book, &[]), "nothing to do: the book is up to date\n");

    write(&site.join("embed.js"), "two");
    fs::remove_file(site.join("a/b.wasm")).expect("was there");
    ok(&book, &["--site", path(&site)]);
    assert_eq!(read("text/staircase/embed.js"), "two");
    assert!(!book.join("text/staircase/a/b.wasm").exists(), "what the new site does not have is gone");
    assert_eq!(read("book.toml"), settings);
}

#[test]
fn a_site_elsewhere_needs_no_copy() {
    let (book, _) = book_and_site("url", "one");
    ok(&book, &["--url", "https://example.org/staircase"]);
    let read = |file: &str| fs::read_to_string(book.join(file)).unwrap_or_default();
    assert!(read("mdbook-staircase.js").contains("const site = \"https://example.org/staircase/\";"));
    assert!(read("book.toml").contains("site = \"https://example.org/staircase\""));
    assert!(!book.join("text/staircase").exists());
    assert_eq!(ok(&book, &[]), "nothing to do: the book is up to date\n");
    let (book, site) = book_and_site("url-after-copy", "one");
    ok(&book, &["--site", path(&site)]);
    assert!(ok(&book, &["--url", "https://example.org/staircase"]).contains("text/staircase any more"));
    assert!(book.join("text/staircase/embed.js").exists(), "what is the author's to remove is there");
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let (book, site) = book_and_site("refused", "one");
    let settings = fs::read_to_string(book.join("book.toml")).expect("was written");
    let refused = |args: &[&str], expected: &str| {
        let output = install(&book, args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(said(&output).contains(expected), "{args:?}: {}", said(&output));
        assert_eq!(fs::read_to_string(book.join("book.toml")).expect("is there"), settings, "{args:?}");
    };
    refused(&[], "there is no site in ");
    refused(&["--url", "example.org"], "is no address");
    refused(&["--site", path(&book)], "is no built site");
    write(&book.join("text/staircase/mine.md"), "# Mine");
    refused(&["--site", path(&site)], "is no copy of a site: it is left alone");
    assert!(book.join("text/staircase/mine.md").exists());
    let output = install(&site, &[]);
    assert!(said(&output).contains("cannot read "), "{}", said(&output));
}

#[test]
fn the_small_book_is_up_to_date() {
    let small_book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/book");
    assert_eq!(ok(&small_book, &[]), "nothing to do: the book is up to date\n");
}
