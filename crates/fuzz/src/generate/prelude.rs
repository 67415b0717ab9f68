//! Leaves out the items of the prelude that a program does not use: they would be most of what is compiled for it.

use crate::tree::Node;
use std::collections::BTreeSet;

/// An item of the prelude: its lines, with those of its attributes.
struct Item<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Item<'a> {
    /// The words by any of which the item is used: its own name, and those of a trait's methods. None for an implementation.
    fn names(&self) -> Vec<&'a str> {
        let Some(head) = self.head() else { return Vec::new() };
        let defines = |line: &'a str| {
            let mut words = words(line).skip_while(|w| ["pub", "const"].contains(w));
            let keyword = words.next()?;
            let named = ["fn", "struct", "enum", "trait", "static", "macro_rules"].contains(&keyword);
            if named { words.next() } else { line.starts_with("const ").then_some(keyword) }
        };
        let mut names: Vec<&str> = defines(head).into_iter().collect();
        if head.starts_with("trait ") {
            let text = self.lines.iter().flat_map(|line| line.split("fn ").skip(1));
            names.extend(text.filter_map(|after| words(after).next()));
        }
        names
    }

    /// The line with its name.
    fn head(&self) -> Option<&'a str> {
        self.lines.iter().copied().find(|line| !line.starts_with("#["))
    }

    /// Whether it is an implementation, which is of use if all that it is about is.
    fn is_impl(&self) -> bool {
        self.head().is_some_and(|head| head.starts_with("impl"))
    }
}

/// The words of a text: identifiers, keywords and numbers.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Lines in items: each begins at the left margin, with its attributes.
fn items(lines: &[String]) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut goes_on = false;
    for line in lines.iter().map(String::as_str).filter(|line| !line.is_empty()) {
        let is_inside = line.starts_with([' ', '}']);
        match items.last_mut() {
            Some(item) if is_inside || goes_on => item.lines.push(line),
            _ => items.push(Item { lines: vec![line] }),
        }
        goes_on = line.starts_with("#[");
    }
    items
}

/// The lines of the prelude's items that a program uses, itself or through other items, for each part of the prelude. What is
/// neither named nor an implementation stays, such as a `use`.
pub(super) fn used<const PARTS: usize>(prelude: [&[String]; PARTS], program: &str) -> [Vec<Node>; PARTS] {
    let parts = prelude.map(items);
    let items: Vec<&Item<'_>> = parts.iter().flatten().collect();
    let names: Vec<Vec<&str>> = items.iter().map(|item| item.names()).collect();
    let known: BTreeSet<&str> = names.iter().flatten().copied().collect();
    let mut spoken: BTreeSet<&str> = words(program).collect();
    let mut kept = vec![false; items.len()];
    loop {
        let mut grows = false;
        for ((item, names), kept) in items.iter().zip(&names).zip(&mut kept) {
            let is_used = if item.is_impl() {
                let header = item.head().unwrap_or_default().split('{').next().unwrap_or_default();
                words(header).filter(|word| known.contains(word)).all(|word| spoken.contains(word))
            } else {
                names.is_empty() || names.iter().any(|name| spoken.contains(name))
            };
            if is_used && !*kept {
                *kept = true;
                grows = true;
                spoken.extend(names);
                spoken.extend(item.lines.iter().flat_map(|line| words(line)));
            }
        }
        if !grows {
            break;
        }
    }
    let mut kept = kept.into_iter();
    parts.each_ref().map(|part| {
        let kept = part.iter().zip(&mut kept).filter(|(_, kept)| *kept);
        kept.flat_map(|(item, _)| item.lines.iter().map(|line| Node::line(*line))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::print;

    #[test]
    fn what_is_used_stays() {
        let prelude = "
#[derive(Debug)]
struct A(B);
struct B;
impl A {
    fn new() -> A { A(B) }
}
trait Sized { fn size(&self) -> u32; }
impl Sized for A { fn size(&self) -> u32 { helper() } }
impl Sized for u8 { fn size(&self) -> u32 { 1 } }
fn helper() -> u32 { 7 }
struct Unused;
impl Sized for Unused { fn size(&self) -> u32 { 2 } }
fn also_unused() {}
use std::fmt;
const LIMIT: u8 = 3;";
        let lines: Vec<String> = prelude.lines().map(str::to_owned).collect();
        let of = |program: &str| used([&lines[..], &[]], program).map(|part| print(&part)).concat();
        let all = of("fn main() { A::new().size(); }");
        assert!(!all.contains("Unused") && !all.contains("also_unused") && !all.contains("LIMIT"), "{all}");
        for part in ["#[derive(Debug)]\nstruct A(B);\nstruct B;", "for A", "for u8", "fn helper", "use std::fmt;"] {
            assert!(all.contains(part), "{part} is missing in\n{all}");
        }
        let none = of("fn main() { println!(\"{}\", LIMIT); }");
        assert_eq!(none, "use std::fmt;\nconst LIMIT: u8 = 3;\n");
    }
}
