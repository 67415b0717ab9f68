//! The IR pane: the text form, function by function, the user's first.

use super::{Doc, Line, types::Types};
use stair_ir::entities::{FuncId, InstId};
use stair_ir::function::Module;
use stair_ir::text::listing;
use stair_sema::ids::FnId;
use std::collections::BTreeMap;

/// The IR as lines, and which line each instruction is on.
pub struct Ir {
    /// The lines.
    pub doc: Doc,
    /// The line of each instruction of each function.
    pub line_of: BTreeMap<(FuncId, InstId), u32>,
}

/// The order in which panes show functions: the user's, then the library's, each in the order of the module.
pub(crate) fn order(module: &Module) -> Vec<usize> {
    let (mut user, library): (Vec<usize>, Vec<usize>) = (0..module.funcs.len()).partition(|&i| module.funcs[i].is_user);
    user.extend(library.into_iter().filter(|&i| !module.funcs[i].layout.is_empty()));
    user
}

/// The functions of a module, tied to the lines of the typed tree: `defs` has what each of them is of. Those of the library are listed if `library` says so.
#[must_use]
pub fn ir(defs: &[Option<FnId>], module: &Module, types: &Types, library: bool) -> Ir {
    let mut ir = Ir { doc: Doc::default(), line_of: BTreeMap::new() };
    for index in order(module) {
        let func = &module.funcs[index];
        if !func.is_user && !library {
            ir.doc.folded += 1;
            continue;
        }
        let start = ir.doc.lines.len();
        let definition = defs.get(index).copied().flatten();
        for row in listing(module, func) {
            if let Some(inst) = row.inst {
                ir.line_of.insert((FuncId(index as u32), inst), ir.doc.lines.len() as u32);
            }
            let expr = stair_sema::ids::ExprId(row.origin.item);
            let from = definition.and_then(|def| types.line_of.get(&(def, expr)).copied());
            let line = Line::new(usize::from(row.indented), row.text).at(row.origin.span).within(!func.is_user);
            ir.doc.lines.push(Line { from, ..line });
        }
        ir.doc.end_function(func.name.as_str(), start);
    }
    ir
}
