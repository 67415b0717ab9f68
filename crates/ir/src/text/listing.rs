//! A function's text line by line, each line tied to what it shows.

use super::print_function;
use crate::entities::InstId;
use crate::function::{Function, Module};
use stair_source::{Origin, Span};

/// A line of a function's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The text, without indentation.
    pub text: String,
    /// Whether the line is indented: all but the function's head and end and the blocks' heads.
    pub indented: bool,
    /// The instruction that it shows.
    pub inst: Option<InstId>,
    /// Where what it shows comes from.
    pub origin: Origin,
}

/// The lines of [`print_function`].
#[must_use]
pub fn listing(module: &Module, func: &Function) -> Vec<Row> {
    let mut ties = vec![(None, Origin::of_span(func.span))];
    ties.extend(func.vars.iter().map(|var| (None, Origin::of_span(var.span))));
    ties.extend(func.slots.iter().map(|slot| (None, Origin::of_span(slot.span))));
    for &block in &func.layout {
        let data = func.block(block);
        ties.push((None, Origin::of_span(Span::default())));
        ties.extend(data.insts.iter().map(|&inst| (Some(inst), func.inst(inst).origin)));
        ties.push((None, data.origin));
    }
    ties.push((None, Origin::of_span(Span::default())));
    let text = print_function(module, func);
    let rows = text.lines().zip(ties).map(|(line, (inst, origin))| Row {
        text: line.trim_start().to_owned(),
        indented: line.starts_with(' '),
        inst,
        origin,
    });
    rows.collect()
}
