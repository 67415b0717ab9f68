//! A generated program as a tree of lines and blocks: fine enough to delete parts of it, and no finer.

use std::fmt::Write as _;

/// A line of the program, or a block with its lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// A statement or a part of an item.
    Line {
        /// The text, without indentation.
        text: String,
        /// A simpler line that can stand in its place.
        simpler: Option<String>,
    },
    /// `head {`, the body, and `}` with what follows it.
    Block {
        /// What stands before the brace.
        head: String,
        /// What is inside.
        body: Vec<Node>,
        /// What follows the closing brace: `;` or nothing.
        tail: &'static str,
    },
}

impl Node {
    /// A line that has no simpler form.
    pub fn line(text: impl Into<String>) -> Self {
        Self::Line { text: text.into(), simpler: None }
    }

    /// A block.
    pub fn block(head: impl Into<String>, body: Vec<Node>) -> Self {
        Self::Block { head: head.into(), body, tail: "" }
    }
}

/// The program's text.
#[must_use]
pub fn print(nodes: &[Node]) -> String {
    let mut out = String::new();
    print_into(nodes, 0, &mut out);
    out
}

fn print_into(nodes: &[Node], depth: usize, out: &mut String) {
    let indent = "    ".repeat(depth);
    for node in nodes {
        match node {
            Node::Line { text, .. } => {
                let _ = writeln!(out, "{indent}{text}");
            }
            Node::Block { head, body, tail } => {
                let space = if head.is_empty() { "" } else { " " };
                let _ = writeln!(out, "{indent}{head}{space}{{");
                print_into(body, depth + 1, out);
                let _ = writeln!(out, "{indent}}}{tail}");
            }
        }
    }
}

/// The smallest program found from `nodes` for which `fails` still holds, by deleting parts, replacing blocks by their
/// bodies and lines by simpler ones, until nothing more can be done or `fails` was asked `budget` times.
pub fn shrink(nodes: Vec<Node>, budget: usize, fails: &mut dyn FnMut(&str) -> bool) -> Vec<Node> {
    let mut best = nodes;
    let mut left = budget;
    let mut try_it = |candidate: &[Node], left: &mut usize| {
        *left > 0 && {
            *left -= 1;
            fails(&print(candidate))
        }
    };
    loop {
        let mut progress = false;
        // Delete runs of siblings, large ones first.
        for len in [16, 8, 4, 2, 1] {
            for path in paths(&best).into_iter().rev() {
                if let Some(candidate) = without(&best, &path, len)
                    && try_it(&candidate, &mut left)
                {
                    best = candidate;
                    progress = true;
                }
            }
        }
        for path in paths(&best).into_iter().rev() {
            for candidate in replaced(&best, &path) {
                if try_it(&candidate, &mut left) {
                    best = candidate;
                    progress = true;
                    break;
                }
            }
        }
        if !progress || left == 0 {
            return best;
        }
    }
}

/// The path of every node, parents first.
fn paths(nodes: &[Node]) -> Vec<Vec<usize>> {
    fn walk(nodes: &[Node], at: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
        for (i, node) in nodes.iter().enumerate() {
            at.push(i);
            out.push(at.clone());
            if let Node::Block { body, .. } = node {
                walk(body, at, out);
            }
            at.pop();
        }
    }
    let mut out = Vec::new();
    walk(nodes, &mut Vec::new(), &mut out);
    out
}

/// The siblings among which a path ends, to change; `None` if the path leads nowhere (any more).
fn siblings<'a>(mut nodes: &'a mut Vec<Node>, path: &[usize]) -> Option<&'a mut Vec<Node>> {
    for &i in &path[..path.len() - 1] {
        match nodes.get_mut(i)? {
            Node::Block { body, .. } => nodes = body,
            Node::Line { .. } => return None,
        }
    }
    Some(nodes)
}

/// The program without `len` nodes from the path's on; `None` if there are not that many.
fn without(nodes: &[Node], path: &[usize], len: usize) -> Option<Vec<Node>> {
    let mut copy = nodes.to_vec();
    let list = siblings(&mut copy, path)?;
    let start = path[path.len() - 1];
    if start + len > list.len() {
        return None;
    }
    list.drain(start..start + len);
    Some(copy)
}

/// The programs with something simpler in the path's place.
fn replaced(nodes: &[Node], path: &[usize]) -> Vec<Vec<Node>> {
    let last = path[path.len() - 1];
    let mut copy = nodes.to_vec();
    let Some(list) = siblings(&mut copy, path) else { return Vec::new() };
    let new = match list.get(last) {
        Some(Node::Line { simpler: Some(simpler), .. }) => vec![Node::line(simpler.clone())],
        Some(Node::Block { body, .. }) => body.clone(),
        _ => return Vec::new(),
    };
    list.splice(last..=last, new);
    vec![copy]
}
