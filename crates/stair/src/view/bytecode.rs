//! The bytecode pane: a listing of each function, the user's first.

use super::{Doc, Ir, Line};
use stair_bytecode::disasm::listing;
use stair_bytecode::program::Program;
use stair_bytecode::scalar::type_name;
use stair_ir::entities::{FuncId, InstId};

/// The functions' code as lines, tied to the lines of the IR.
#[must_use]
pub fn bytecode(program: &Program, ir: &Ir) -> Doc {
    let mut doc = Doc::default();
    let (user, library): (Vec<usize>, Vec<usize>) = (0..program.funcs.len()).partition(|&i| program.funcs[i].is_user);
    for index in user.into_iter().chain(library) {
        let func = &program.funcs[index];
        let library = !func.is_user;
        doc.lines.push(Line { library, ..Line::new(0, format!("fn {}", func.name)).at(func.span) });
        for local in &func.locals {
            let text = format!("local {}: {}", local.name, type_name(local.ty));
            doc.lines.push(Line { library, ..Line::new(1, text).at(local.span) });
        }
        for slot in &func.slots {
            let text = format!("slot {}: {} ({} bytes)", slot.name, slot.type_name, slot.size);
            doc.lines.push(Line { library, ..Line::new(1, text).at(slot.span) });
        }
        for row in listing(program, index as u32) {
            if let Some(label) = &row.label {
                doc.lines.push(Line { library, ..Line::new(0, format!("{label}:")) });
            }
            let comment = if row.comment.is_empty() { String::new() } else { format!("  ; {}", row.comment) };
            let text = format!("{:>4}  {:<16} {}{comment}", row.pc, row.mnemonic, row.operands);
            let from = ir.line_of.get(&(FuncId(index as u32), InstId(row.origin.item))).copied();
            doc.lines.push(Line { library, from, ..Line::new(1, text.trim_end()).at(row.origin.span) });
        }
    }
    doc
}
