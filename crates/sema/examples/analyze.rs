//! Analyses files and prints what was found, a line an error: for trying the checker on many programs.
//! `--library` checks every body of the library instead.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for developers")]

use stair_sema::{Library, analyze_text};
use stair_source::{FileId, SourceFile, SourceMap};

fn main() {
    let library = Library::new();
    let show = |map: &SourceMap, d: &stair_source::Diagnostic, verbose: bool| {
        let at = map.line_col(d.span());
        println!("{} {}:{}:{} {}", d.code, map.file(d.span().file).name, at.line, at.col, d.message);
        if verbose {
            for label in &d.labels {
                println!("      [{}] {}", map.snippet(label.span), label.text);
            }
            for note in &d.notes {
                println!("      note: {note}");
            }
            for help in &d.help {
                println!("      help: {help}");
            }
            for s in &d.suggestions {
                println!("      suggest: {} {:?}", s.message, s.edits.iter().map(|e| &e.1).collect::<Vec<_>>());
            }
        }
    };
    let sources = |user: SourceFile| {
        let mut map = SourceMap::default();
        map.add(user);
        for file in stair_sema::library::FILES {
            map.add(SourceFile::new(file.path, file.text));
        }
        map
    };
    let mut verbose = false;
    for path in std::env::args().skip(1) {
        if path == "-v" {
            verbose = true;
            continue;
        }
        if path == "--library" {
            let map = sources(SourceFile::new("user", ""));
            for d in library.diagnostics.iter().chain(&library.check_all()) {
                show(&map, d, verbose);
            }
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let start = std::time::Instant::now();
        let analysis = analyze_text(&library, &text);
        let time = start.elapsed();
        let map = sources(SourceFile::new(path.as_str(), text.as_str()));
        for d in &analysis.diagnostics {
            show(&map, d, verbose);
        }
        println!(
            "# {path}: {} errors, {} instances, {time:?}",
            analysis.diagnostics.len(),
            analysis.program.instances().len()
        );
        let _ = FileId::USER;
    }
}
