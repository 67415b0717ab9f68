//! Checks `docs/library.md`, whose tables are made from the files of `library/` (`BLESS=1` writes them anew), and
//! `docs/language.md`: it has every code of what is outside the subset, and the constants that it names are there.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

use stair::source::{Code, FileId, Kind};
use stair::syntax::ast::{Item, ItemKind, Visibility};
use stair::syntax::{NodeIds, parse_file, pretty};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const BEGIN: &str = "<!-- library: begin -->\n";
const END: &str = "<!-- library: end -->\n";

const SIGNED: [&str; 5] = ["i8", "i16", "i32", "i64", "isize"];
const UNSIGNED: [&str; 5] = ["u8", "u16", "u32", "u64", "usize"];
const FLOATS: [&str; 2] = ["f32", "f64"];

type Names = BTreeSet<String>;

/// The public names of the library.
#[derive(Default)]
struct Library {
    /// For each module its types, functions and constants.
    modules: BTreeMap<String, Names>,
    /// For each type, as `impl` writes it, behind the module it is in unless it is built in: its own methods, functions and
    /// constants.
    types: BTreeMap<String, Names>,
    /// For each module its traits' methods, `Clone::clone`, or a trait without methods.
    traits: BTreeMap<String, Names>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace exists")
}

/// A table of the names in Rust's own library: a key, a colon, names.
fn std_names(file: &str) -> BTreeMap<String, Names> {
    let text = fs::read_to_string(root().join("crates/sema/src/gate").join(file)).expect("a readable table");
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    lines.map(|(key, names)| (key.to_owned(), names.split(' ').map(str::to_owned).collect())).collect()
}

fn is_public(item: &Item) -> bool {
    matches!(item.vis, Visibility::Public(_))
}

/// The key of a type in the table of Rust's methods.
fn key(ty: &str) -> &str {
    match ty {
        _ if SIGNED.contains(&ty) || UNSIGNED.contains(&ty) => "int",
        "f32" | "f64" => "float",
        "[T]" => "slice",
        _ if ty.starts_with('[') => "array",
        _ => ty.split('<').next().unwrap_or(ty),
    }
}

/// Whether a type is the language's own.
fn is_built_in(ty: &str) -> bool {
    let name = key(ty);
    matches!(name, "int" | "float" | "slice" | "array" | "str" | "char" | "bool") || ty.starts_with(['*', '&', '('])
}

/// The module that Rust's library has the name in: this one or the nearest around it, which exports its names.
fn home<'a>(module: &'a str, name: &str, paths: &BTreeMap<String, Names>) -> Option<&'a str> {
    let mut module = module;
    while paths.get(module).is_none_or(|names| !names.contains(name)) {
        module = module.rsplit_once("::")?.0;
    }
    Some(module)
}

impl Library {
    /// Read `library/`, without what Rust's library lacks: such names are the library's own business.
    fn read() -> Self {
        let (paths, methods) = (std_names("std_paths.txt"), std_names("std_methods.txt"));
        let mut library = Self::default();
        for file in stair::sema::library::FILES {
            let module: Vec<&str> = file.module().collect();
            // Intrinsics have no bodies, which is an error anywhere else.
            let (parsed, _) = parse_file(FileId::USER, file.text, &mut NodeIds::default());
            library.items(&module.join("::"), &parsed.items, &paths, &methods);
        }
        library
    }

    fn items(
        &mut self,
        module: &str,
        items: &[Item],
        paths: &BTreeMap<String, Names>,
        methods: &BTreeMap<String, Names>,
    ) {
        for item in items {
            let name = item.name.name.as_str();
            let home = home(module, name, paths);
            match &item.kind {
                ItemKind::Mod(Some(inner)) if is_public(item) => {
                    let inside = if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
                    self.items(&inside, inner, paths, methods);
                }
                ItemKind::Impl(block) if block.of_trait.is_none() => {
                    let mut ty = pretty::ty(&block.self_ty);
                    // Lifetimes say nothing here.
                    if ty.contains("<'") {
                        ty = key(&ty).to_owned();
                    }
                    let std = methods.get(key(&ty));
                    if !is_built_in(&ty) {
                        // A type that Rust's library lacks is the library's own business.
                        let Some(home) = self::home(module, key(&ty), paths) else { continue };
                        ty = format!("std::{home}::{ty}");
                    }
                    let named = block.items.iter().filter(|i| is_public(i)).map(|i| i.name.name.to_string());
                    let kept: Vec<String> = named.filter(|n| std.is_none_or(|names| names.contains(n))).collect();
                    if !kept.is_empty() {
                        self.types.entry(ty).or_default().extend(kept);
                    }
                }
                ItemKind::Trait(tr) if is_public(item) && home.is_some() => {
                    let functions = tr.items.iter().filter(|i| matches!(i.kind, ItemKind::Fn(_)));
                    let shown: Vec<String> = functions
                        .map(|i| i.name.name.to_string())
                        .filter(|n| !n.starts_with("assert_") && !n.starts_with("__"))
                        .map(|n| format!("{name}::{n}"))
                        .collect();
                    let traits = self.traits.entry(home.unwrap_or_default().to_owned()).or_default();
                    traits.extend(if shown.is_empty() { vec![name.to_owned()] } else { shown });
                }
                ItemKind::Fn(_) | ItemKind::Struct(..) | ItemKind::Enum(..) | ItemKind::Const(..)
                    if is_public(item) =>
                {
                    self.add(home, name);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, module: Option<&str>, name: &str) {
        if let Some(module) = module {
            self.modules.entry(module.to_owned()).or_default().insert(name.to_owned());
        }
    }

    /// Take the names that all of some types have out of their lists.
    fn common(&mut self, types: &[&str]) -> Names {
        let mut lists = types.iter().map(|ty| self.types.get(*ty).cloned().unwrap_or_default());
        let first = lists.next().unwrap_or_default();
        let all = lists.fold(first, |all, names| &all & &names);
        for ty in types {
            if let Some(names) = self.types.get_mut(*ty) {
                names.retain(|n| !all.contains(n));
            }
        }
        all
    }

    /// The tables.
    fn print(mut self) -> String {
        let mut rows = vec![("all integers".to_owned(), self.common(&[SIGNED, UNSIGNED].concat()))];
        rows.push(("signed integers also".to_owned(), self.common(&SIGNED)));
        rows.push(("unsigned integers also".to_owned(), self.common(&UNSIGNED)));
        rows.push(("`f32`, `f64`".to_owned(), self.common(&FLOATS)));
        let left = std::mem::take(&mut self.types);
        rows.extend(left.into_iter().map(|(ty, names)| (format!("`{ty}`"), names)));
        let mut text = String::from("| type | its own methods, functions and constants |\n| --- | --- |\n");
        table(&mut text, rows);
        text.push_str("\n| module | its traits, with their methods |\n| --- | --- |\n");
        table(&mut text, self.traits.into_iter().map(|(name, names)| (format!("`std::{name}`"), names)));
        text.push_str("\n| module | its types, functions and constants |\n| --- | --- |\n");
        table(&mut text, self.modules.into_iter().map(|(name, names)| (format!("`std::{name}`"), names)));
        text
    }
}

fn table(text: &mut String, rows: impl IntoIterator<Item = (String, Names)>) {
    for (head, names) in rows {
        let names: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
        if !names.is_empty() {
            let _ = writeln!(text, "| {head} | {} |", names.join(" "));
        }
    }
}

#[test]
fn the_description_lists_the_library() {
    let path = root().join("docs/library.md");
    let document = fs::read_to_string(&path).expect("docs/library.md");
    let (before, rest) = document.split_once(BEGIN).expect("the mark where the tables begin");
    let (recorded, after) = rest.split_once(END).expect("the mark where the tables end");
    let now = Library::read().print();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}\n{now}\n{END}{after}")).expect("a writable document");
    } else {
        // One line says enough: the whole is long.
        let differing = recorded.trim().lines().zip(now.trim().lines()).find(|(recorded, now)| recorded != now);
        assert_eq!(differing, None, "docs/library.md differs from library/ (BLESS=1 writes it)");
        assert_eq!(recorded.trim().lines().count(), now.trim().lines().count(), "BLESS=1 writes docs/library.md");
    }
}

#[test]
fn the_description_has_each_refusal_and_each_limit() {
    let document = fs::read_to_string(root().join("docs/language.md")).expect("docs/language.md");
    for code in Code::ALL.iter().filter(|code| code.kind() == Kind::OutsideSubset) {
        assert!(document.contains(code.as_str()), "docs/language.md does not mention {code}");
    }
    let mut limits = 0;
    for line in document.lines() {
        let Some((before, after)) = line.split_once("` in `") else { continue };
        let (Some((_, name)), Some((path, _))) = (before.rsplit_once('`'), after.split_once('`')) else { continue };
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|_| panic!("{path} is not there"));
        assert!(text.contains(&format!("const {name}: ")), "{path} has no constant {name}");
        limits += 1;
    }
    assert!(limits > 0, "there are limits");
}
