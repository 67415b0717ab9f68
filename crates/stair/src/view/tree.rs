//! The tree pane: one line for each node of the syntax tree.

use super::{Doc, Line};
use stair_syntax::ast::File;

/// The syntax tree as it was parsed, before macros are expanded.
#[must_use]
pub fn tree(file: &File) -> Doc {
    let lines = stair_syntax::dump(file);
    Doc {
        lines: lines.into_iter().map(|l| Line::new(l.depth as usize, l.label).at(l.span)).collect(),
        ..Doc::default()
    }
}
