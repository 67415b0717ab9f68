//! The preprocessor as mdBook starts it: the small book in `tests/book`, and books that are meant badly.
//!
//! `tests/book/mdbook.json` is what mdBook itself wrote to a preprocessor behind `links`, but for the path of the book.

#![allow(clippy::disallowed_methods, reason = "a test starts the command and reads files")]

use expect_test::{expect, expect_file};
use mdbook_html::HtmlHandlebars;
use mdbook_renderer::{RenderContext, Renderer as _};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn small_book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/book")
}

/// What mdBook writes: the context, and the book. The book's folder is one of this test's own.
fn recorded(test: &str) -> [Value; 2] {
    let text = std::fs::read_to_string(small_book().join("mdbook.json")).expect("is there");
    let mut input: [Value; 2] = serde_json::from_str(&text).expect("JSON");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("book").join(test);
    let _ = std::fs::remove_dir_all(&root);
    std::fs::create_dir_all(root.join("src")).expect("a folder in target");
    for file in ["mdbook-staircase.js", "mdbook-staircase.css"] {
        std::fs::copy(small_book().join(file), root.join(file)).expect("a writable folder");
    }
    input[0]["root"] = root.to_str().expect("UTF-8").into();
    input
}

fn start(args: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mdbook-staircase"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // Where the command reads nothing, the pipe is closed.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    child.wait_with_output().expect("the command ends")
}

/// The book that comes back, and what was said on standard error, without the time that it took.
fn process(input: &[Value; 2]) -> (Value, String) {
    let output = start(&[], &serde_json::to_string(input).expect("JSON"));
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(output.status.success(), "{said}");
    let said = said.lines().map(|line| match line.rfind(" (") {
        Some(time) if line.starts_with("staircase: ") => &line[..time],
        _ => line,
    });
    let said: Vec<&str> = said.collect();
    (serde_json::from_slice(&output.stdout).expect("a book"), said.join("\n"))
}

fn chapters(book: &Value) -> Vec<&Value> {
    let items = book["items"].as_array().expect("a list");
    items.iter().map(|item| &item["Chapter"]).filter(|chapter| chapter.is_object()).collect()
}

fn content(chapter: &Value) -> &str {
    chapter["content"].as_str().expect("text")
}

/// A chapter with its compiled programs, which change with the compiler, left out.
fn without_programs(text: &str) -> String {
    let mut parts = text.split(" data-program=\"");
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (program, rest) = part.split_once('"').expect("a closing quote");
        let is_address = program.contains("staircase-programs/") && program.ends_with(".stdb");
        assert!(
            is_address || program.len() > 100 && program.starts_with("U1REQg"),
            "a bundle begins with STDB: {program}"
        );
        short += " data-program=\"…\"";
        short += rest;
    }
    short
}

#[test]
fn the_recorded_book_is_that_of_the_folder() {
    for chapter in chapters(&recorded("the_recorded_book_is_that_of_the_folder")[1]) {
        let path = chapter["source_path"].as_str().expect("a path");
        let text = std::fs::read_to_string(small_book().join("src").join(path)).expect("the chapter is there");
        assert!(text.contains("{{#") || text == content(chapter), "{path} is not what was recorded");
    }
}

#[test]
fn the_small_book() {
    let (book, said) = process(&recorded("the_small_book"));
    for chapter in chapters(&book) {
        let name = chapter["path"].as_str().expect("a path").replace('/', "-");
        let expected = small_book().join("expected").join(name);
        expect_file![expected].assert_eq(&without_programs(content(chapter)));
    }
    expect![[r#"
        warning: more/as-it-is.md:47: `pane` is "asm": there are output, variables, machine, tokens, tree, types, ownership, ir, bytecode, wat and wasm; the block stays as it is
        warning: more/as-it-is.md:52: not live: E0308: It does not compile: mismatched types.
        warning: more/as-it-is.md:57: the program was stopped after 100000 instructions (`max-steps`)
        warning: more/as-it-is.md:62: the program is to panic, and ends with exit code 0
        staircase: 25 blocks of Rust in 3 chapters: 16 live; 3 refused (E0308 1, S0005 1, S0009 1); 6 left as they are (ignore 1, noplayground 1, compile_fail 1, no_run 1, another edition 1, mistakes 1)"#]].assert_eq(&said);
    let input = recorded("the_small_book");
    assert_eq!(process(&input), (book.clone(), said), "the same book, the same pages");
    // Each page names its compiled programs by the way from itself.
    let root = Path::new(input[0]["root"].as_str().expect("a path")).join("src");
    let mut programs = 0;
    for chapter in chapters(&book) {
        let page = root.join(chapter["path"].as_str().expect("a path"));
        let folder = page.parent().expect("a folder");
        std::fs::create_dir_all(folder).expect("a writable folder");
        for part in content(chapter).split(" data-program=\"").skip(1) {
            let address = part.split('"').next().expect("an address");
            let file = folder.join(address);
            let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            assert!(bytes.starts_with(b"STDB"), "{}", file.display());
            programs += 1;
        }
    }
    assert_eq!(programs, 16);
}

/// mdBook's own renderer writes the book's pages, below `target/tmp/book/rendered`; the browser tests open them there.
#[test]
fn rendered() {
    let input = recorded("rendered");
    let (book, _) = process(&input);
    let root = Path::new(input[0]["root"].as_str().expect("a path"));
    for chapter in chapters(&book) {
        let source = Path::new("src").join(chapter["source_path"].as_str().expect("a path"));
        let copy = root.join(&source);
        std::fs::create_dir_all(copy.parent().expect("a folder")).expect("a writable folder");
        std::fs::copy(small_book().join(&source), copy).expect("the chapter is there");
    }
    let pages = root.join("book");
    let read = "what mdBook wrote";
    let context = RenderContext::new(
        root,
        serde_json::from_value(book.clone()).expect(read),
        serde_json::from_value(input[0]["config"].clone()).expect(read),
        &pages,
    );
    HtmlHandlebars::new().render(&context).unwrap_or_else(|error| panic!("{error:?}"));
    for chapter in chapters(&book) {
        let page = pages.join(chapter["path"].as_str().expect("a path")).with_extension("html");
        let html = std::fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        let live = content(chapter).matches(" data-staircase").count();
        assert_eq!(html.matches(" data-staircase").count(), live, "{}", page.display());
        assert!(html.contains("/mdbook-staircase-") || html.contains("\"mdbook-staircase-"), "{}", page.display());
    }
}

#[test]
fn other_renderers_see_the_book_as_it_is() {
    assert_eq!(start(&["supports", "html"], "").status.code(), Some(0));
    assert_eq!(start(&["supports", "epub"], "").status.code(), Some(1));
    let mut input = recorded("other_renderers_see_the_book_as_it_is");
    input[0]["renderer"] = "markdown".into();
    let (book, said) = process(&input);
    assert_eq!((&book, said.as_str()), (&input[1], ""));
}

#[test]
fn settings_that_mean_nothing_stop_the_build() {
    let mut input = recorded("settings_that_mean_nothing_stop_the_build");
    input[0]["config"]["preprocessor"]["staircase"] = json!({"pain": "ir"});
    let output = start(&[], &serde_json::to_string(&input).expect("JSON"));
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.starts_with("error: there is no key `pain` in [preprocessor.staircase]; there are site, "), "{said}");
    let output = start(&[], "no JSON");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("mdBook starts this command"));
}

#[test]
fn settings_of_the_book_reach_its_blocks() {
    let mut input = recorded("settings_of_the_book_reach_its_blocks");
    input[0]["config"]["preprocessor"]["staircase"] = json!({"blocks": "marked", "theme": "dark", "programs": "inline", "output": false, "notes": false,
        "max-steps": 100_000});
    let (book, said) = process(&input);
    let all: String = chapters(&book).into_iter().map(content).collect();
    assert_eq!(all.matches("data-staircase").count(), 4, "{said}");
    assert_eq!(all.matches("data-theme=\"dark\"").count(), 4);
    assert_eq!(all.matches(" data-program=\"U1REQg").count(), 4, "a bundle begins with STDB");
    assert!(!all.contains("staircase-output") && !all.contains("staircase-note"));
    assert!(said.contains("more/as-it-is.md:52: not live: E0308: "), "{said}");
}

#[test]
fn no_chapter_makes_it_panic() {
    const PARTS: &[&str] = &[
        "```rust\n",
        "```\n",
        "~~~~rust,staircase\n",
        "~~~~\n",
        "> ",
        "- ",
        "  ",
        "\t",
        "1. ",
        "\n",
        "\r\n",
        "fn main() {",
        "}\n",
        "# ",
        "##",
        "{{#include x}}",
        "<pre>",
        "</pre>",
        "<!--",
        "-->",
        "\"",
        "rust {.staircase pane=\"",
        "title=\"\\u{",
        "`",
        "é",
        "\0",
        "[^1]: ",
        "| a |\n|-|\n",
        "println!(\"<b>\");\n",
        "loop {}\n",
        "panic!();\n",
        "let x = (((((",
        "#![",
        ": ",
    ];
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let mut chapter = || {
        let count = next() % 40;
        (0..count).map(|_| PARTS[next() % PARTS.len()]).collect::<String>()
    };
    let mut input = recorded("no_chapter_makes_it_panic");
    input[0]["config"]["preprocessor"]["staircase"] = json!({"max-steps": 10_000});
    let one = chapters(&input[1])[0].clone();
    let items: Vec<Value> = (0..300)
        .map(|_| {
            let mut one = one.clone();
            one["content"] = chapter().into();
            json!({ "Chapter": one })
        })
        .collect();
    input[1]["items"] = items.into();
    let (book, said) = process(&input);
    assert_eq!(chapters(&book).len(), 300);
    assert!(said.contains(" in 300 chapters: "), "{said}");
}
