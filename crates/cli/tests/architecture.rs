//! Checks what `ARCHITECTURE.md` promises: the direction of dependencies, the purity of the core, and that documents
//! speak of what there is.

#![allow(clippy::disallowed_methods, reason = "a test reads the project's own files")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each crate may depend on within the workspace, and the outside crates that only it and those listed may know.
const ALLOWED: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("syntax", &["source"]),
    ("sema", &["source", "syntax"]),
    ("borrowck", &["sema", "source"]),
    ("host", &[]),
    ("inspect", &[]),
    ("tree", &["host", "sema", "source"]),
    ("ir", &["source"]),
    ("lower", &["ir", "sema", "source"]),
    ("opt", &["ir", "source"]),
    ("bytecode", &["ir", "source"]),
    ("vm", &["bytecode", "host", "ir", "source"]),
    ("history", &["bytecode", "host", "source", "vm"]),
    ("debugger", &["bytecode", "history", "host", "inspect", "ir", "source", "syntax", "vm"]),
    ("wasm", &["ir", "source"]),
    (
        "stair",
        &[
            "borrowck", "bytecode", "debugger", "history", "host", "inspect", "ir", "lower", "opt", "sema", "source",
            "syntax", "tree", "vm", "wasm",
        ],
    ),
    ("embed", &["host"]),
    ("link", &[]),
    ("exercise", &["stair"]),
    ("live", &["embed", "stair"]),
    ("mdbook", &["embed", "live", "stair"]),
    ("protocol", &[]),
    ("cli", &["embed", "exercise", "host", "link", "live", "protocol", "stair"]),
    ("fuzz", &["cli", "host", "stair"]),
    ("web", &["debugger", "embed", "exercise", "link", "live", "protocol", "source", "stair", "syntax"]),
    ("xtask", &[]),
];

/// Outside crates that only these may depend on.
const RESERVED: &[(&[&str], &[&str])] = &[
    // A compiled program with its debug information is a file, of shapes, spans and what the debugger itself declares.
    (&["serde"], &["source", "inspect", "debugger", "exercise", "protocol", "cli", "web", "xtask", "fuzz"]),
    (&["serde_json"], &["protocol", "cli", "mdbook", "web", "xtask", "fuzz"]),
    (&["wasm-bindgen", "web-sys", "js-sys", "yew"], &["web"]),
    (&["clap"], &["cli", "mdbook", "xtask", "fuzz"]),
    (&["wasmtime"], &["cli", "xtask", "fuzz"]),
    // What mdBook is made of has a licence of its own (MPL-2.0): it stays in a program of its own.
    (&["mdbook-html", "mdbook-markdown", "mdbook-preprocessor", "mdbook-renderer", "toml_edit"], &["mdbook"]),
    (&["httparse"], &["cli"]),
    (&["toml", "pulldown-cmark"], &["exercise"]),
];

/// Crates that may do I/O, read clocks and start threads.
const OUTSIDE_THE_CORE: &[&str] = &["cli", "mdbook", "web", "xtask", "fuzz"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace exists")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What cargo knows of each package of the workspace.
fn metadata() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    metadata["packages"].as_array().expect("a list").clone()
}

/// Each package of the workspace: its folder's name and its dependencies, those of tests left out.
fn packages() -> BTreeMap<String, Vec<String>> {
    let folder = |path: &str| {
        Path::new(path).parent().and_then(Path::file_name).expect("a folder").to_string_lossy().into_owned()
    };
    let dependencies = |package: &Value| {
        let all = package["dependencies"].as_array().expect("a list");
        all.iter().filter(|d| d["kind"].as_str() != Some("dev")).map(|d| text(&d["name"])).collect()
    };
    metadata().iter().map(|p| (folder(&text(&p["manifest_path"])), dependencies(p))).collect()
}

#[test]
fn dependencies_point_one_way() {
    for (name, dependencies) in packages() {
        let allowed = ALLOWED.iter().find(|(n, _)| *n == name);
        let (_, allowed) =
            allowed.unwrap_or_else(|| panic!("`{name}` is not in the list of crates: say what it may use"));
        for dependency in &dependencies {
            let inner = if dependency == "stair" { Some("stair") } else { dependency.strip_prefix("stair-") };
            if let Some(inner) = inner {
                assert!(allowed.contains(&inner), "`{name}` must not depend on `{inner}`");
            }
            for (reserved, by) in RESERVED {
                let free = !reserved.contains(&dependency.as_str()) || by.contains(&name.as_str());
                assert!(free, "`{name}` must not depend on `{dependency}`");
            }
        }
    }
}

#[test]
fn the_core_is_pure() {
    let rules = fs::read_to_string(root().join("clippy.toml")).expect("clippy.toml");
    for forbidden in ["Instant::now", "SystemTime::now", "thread::spawn", "fs::read", "env::var", "HashMap", "HashSet"]
    {
        assert!(rules.contains(forbidden), "clippy.toml forbids {forbidden}");
    }
    for (name, _) in packages() {
        let folder =
            if name == "web" || name == "xtask" { root().join(&name) } else { root().join("crates").join(&name) };
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        assert!(manifest.contains("[lints]\nworkspace = true"), "`{name}` takes the workspace's lints");
        if OUTSIDE_THE_CORE.contains(&name.as_str()) {
            continue;
        }
        for (path, text) in sources(&folder.join("src")) {
            if path.ends_with("tests.rs") {
                continue;
            }
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for word in ["clippy::disallowed_methods", "clippy::disallowed_types", "unsafe_code"] {
                assert!(!text.contains(word), "{}: the core keeps the lint {word}", path.display());
            }
        }
    }
}

/// The Rust files below a folder.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            found.push((path, text));
        }
    }
    found
}

/// `test = false` and `doctest = false` spare the compiling of test programs that hold no tests. Tests that are written there
/// later would not run.
#[test]
fn no_test_is_left_out() {
    for package in metadata() {
        let targets = package["targets"].as_array().expect("a list");
        let folder = |target: &Value| Path::new(&text(&target["src_path"])).parent().expect("a folder").to_owned();
        let tested: Vec<PathBuf> = targets.iter().filter(|target| target["test"] == true).map(folder).collect();
        for target in targets {
            let is_library = target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "lib"));
            let path = PathBuf::from(text(&target["src_path"]));
            // Another target that has the same folder runs the tests of its modules.
            let files = if tested.contains(&folder(target)) {
                vec![(path.clone(), fs::read_to_string(&path).expect("a readable file"))]
            } else {
                sources(&folder(target))
            };
            for (path, text) in files {
                let has_tests = text.lines().any(|line| line.trim() == "#[test]");
                assert!(target["test"] == true || !has_tests, "{}: cargo does not run its tests", path.display());
            }
            for (path, text) in sources(&folder(target)) {
                let left_out = is_library && target["doctest"] == false;
                assert!(!left_out || !has_examples(&text), "{}: cargo does not run its examples", path.display());
            }
        }
    }
}

/// Whether a file's documentation has blocks of code that `rustdoc` would run.
fn has_examples(text: &str) -> bool {
    let documentation = text.lines().filter_map(|line| line.trim().strip_prefix("//"));
    let fences = documentation.filter_map(|line| line.trim_start_matches(['/', '!']).trim().strip_prefix("```"));
    fences.step_by(2).any(|kind| kind != "text")
}

#[test]
fn documents_speak_of_what_there_is() {
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for (name, _) in packages() {
        let heading = format!("**`{name}");
        assert!(architecture.contains(&heading), "ARCHITECTURE.md has no paragraph on `{name}`");
    }
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/language.md", "docs/library.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap_or_else(|_| panic!("{document} is missing"));
        for path in text.split('`').skip(1).step_by(2).filter(|word| is_path(word)) {
            let exists = root().join(path).exists() || root().join("crates").join(path).exists();
            assert!(exists, "{document} speaks of `{path}`, which does not exist");
        }
    }
    for howto in fs::read_dir(root().join("docs/howto")).expect("docs/howto") {
        let path = howto.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a readable file");
        for word in text.split('`').skip(1).step_by(2).filter(|word| is_path(word) && !word.contains("my_pass")) {
            assert!(root().join(word).exists(), "{} speaks of `{word}`, which does not exist", path.display());
        }
    }
}

/// Whether a word in backquotes is the path of a file or folder of the project.
fn is_path(word: &str) -> bool {
    let starts = ["crates/", "docs/", "tests/", "library/", "web/", "xtask/", ".ci/"];
    starts.iter().any(|start| word.starts_with(start)) && !word.contains(['*', ' ', 'N', 'C'])
}
