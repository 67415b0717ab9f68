//! The bytecode as lines: a listing of each function, the user's first.

use crate::doc::{Doc, Line};
use stair_bytecode::disasm::Lister;
use stair_bytecode::program::Program;
use stair_bytecode::scalar::type_name;
use std::collections::BTreeMap;

/// The bytecode as lines, and which line each instruction is on.
#[derive(Clone, Debug, Default)]
pub struct Bytecode {
    /// The lines.
    pub doc: Doc,
    /// The line of each instruction: of a function and a place in its code.
    pub line_of: BTreeMap<(u32, u32), u32>,
}

/// The functions' code as lines; the library's are listed if `library` says so. `ir_line` says which line of the IR pane, if any, an
/// instruction of the IR is on: function and number.
#[must_use]
pub fn bytecode(program: &Program, ir_line: impl Fn(u32, u32) -> Option<u32>, library: bool) -> Bytecode {
    let Bytecode { mut doc, mut line_of } = Bytecode::default();
    let lister = Lister::new(program);
    let (user, others): (Vec<usize>, Vec<usize>) = (0..program.funcs.len()).partition(|&i| program.funcs[i].is_user);
    let others = if library {
        others
    } else {
        doc.folded = others.len();
        Vec::new()
    };
    for index in user.into_iter().chain(others) {
        let func = &program.funcs[index];
        let library = !func.is_user;
        let start = doc.lines.len();
        doc.lines.push(Line::new(0, format!("fn {}", func.name)).at(func.span).within(library));
        for local in &func.locals {
            let text = format!("local {}: {}", local.name, type_name(local.ty));
            doc.lines.push(Line::new(1, text).at(local.span).within(library));
        }
        for slot in &func.slots {
            let text = format!("slot {}: {} ({} bytes)", slot.name, slot.type_name, slot.size);
            doc.lines.push(Line::new(1, text).at(slot.span).within(library));
        }
        for row in lister.rows(index as u32) {
            if let Some(label) = &row.label {
                doc.lines.push(Line::new(0, format!("{label}:")).within(library));
            }
            let comment = if row.comment.is_empty() { String::new() } else { format!("  ; {}", row.comment) };
            line_of.insert((index as u32, row.pc), doc.lines.len() as u32);
            let text = format!("{:>4}  {:<16} {}{comment}", row.pc, row.mnemonic, row.operands);
            let from = ir_line(index as u32, row.origin.item);
            doc.lines.push(Line { from, ..Line::new(1, text.trim_end()).at(row.origin.span).within(library) });
        }
        doc.end_function(func.name.as_str(), start);
    }
    Bytecode { doc, line_of }
}
