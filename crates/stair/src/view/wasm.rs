//! The Wasm panes: the text format, and the bytes with their meaning.

use super::{Doc, Ir, Line, Listed};
use stair_ir::entities::InstId;
use stair_ir::function::Module;
use stair_source::Origin;
use stair_wasm::{ViewError, WasmFunction, WasmOutput};
use std::fmt::Write as _;

/// The module in the text format, tied to the lines of the IR; the library's functions are listed if `library` says so.
///
/// # Errors
/// If the bytes are not a module, which those of the compiler always are.
pub fn wat(output: &WasmOutput, module: &Module, ir: &Ir, library: bool) -> Result<Doc, ViewError> {
    let is_shown = |function: &WasmFunction| library || !is_library(function, module);
    let lines = stair_wasm::wat_lines(output, &is_shown)?;
    let is_open = |function: Option<u32>| {
        let function = function.and_then(|function| output.functions.get(function as usize));
        function.is_none_or(is_shown)
    };
    let folds = |data: Option<u32>| !library && is_library_data(data, output, module);
    let folded_data = lines.iter().filter(|line| folds(line.data)).count();
    let folded = output.functions.iter().filter(|function| !is_shown(function)).count();
    let mut doc = Doc { folded_data, folded, ..Doc::default() };
    let mut owners = Vec::new();
    for line in lines.into_iter().filter(|line| is_open(line.function) && !folds(line.data)) {
        let depth = (line.text.len() - line.text.trim_start().len()) / 2;
        let is_library = is_library_data(line.data, output, module);
        let text = Line::new(depth, line.text.trim_start()).within(is_library);
        owners.push(line.function);
        doc.lines.push(tie(text, output, module, ir, line.function, line.origin));
    }
    list_functions(&mut doc, &owners, output);
    Ok(doc)
}

/// Says which lines are a function's: those that follow each other and belong to the same one.
fn list_functions(doc: &mut Doc, owners: &[Option<u32>], output: &WasmOutput) {
    let mut start = 0_u32;
    for lines in owners.chunk_by(|a, b| a == b) {
        let end = start + lines.len() as u32;
        if let Some(function) = lines[0].and_then(|index| output.functions.get(index as usize)) {
            doc.functions.push(Listed { name: function.name.clone(), lines: start..end });
        }
        start = end;
    }
}

/// Whether a piece of static data is of the library: its messages, and the places in it that panics name.
fn is_library_data(data: Option<u32>, output: &WasmOutput, module: &Module) -> bool {
    let id = data.and_then(|data| output.data.get(data as usize));
    id.is_some_and(|id| id.is_none_or(|id| !module.data[id.index()].span.is_user()))
}

fn is_library(function: &WasmFunction, module: &Module) -> bool {
    function.func.is_none_or(|id| !module.funcs[id.index()].is_user)
}

/// The module's bytes, a line for each instruction, declaration or other piece that means one thing.
///
/// # Errors
/// As for [`wat`].
pub fn bytes(output: &WasmOutput, module: &Module, ir: &Ir, library: bool) -> Result<Doc, ViewError> {
    let is_shown = |function: &WasmFunction| library || !is_library(function, module);
    let view = stair_wasm::byte_view(output, &is_shown)?;
    let mut doc =
        Doc { folded: output.functions.iter().filter(|function| !is_shown(function)).count(), ..Doc::default() };
    let mut owners = Vec::new();
    for piece in &view.pieces {
        let function = piece.function.and_then(|function| output.functions.get(function as usize));
        if function.is_some_and(|function| !is_shown(function)) {
            continue;
        }
        let is_library = is_library_data(piece.data, output, module);
        if is_library && !library {
            doc.folded_data += 1;
            continue;
        }
        let range = piece.bytes.start as usize..piece.bytes.end as usize;
        let bytes = output.bytes.get(range).unwrap_or(&[]);
        for (i, row) in bytes.chunks(BYTES_PER_LINE).enumerate() {
            let mut text = format!("{:06x}  ", piece.bytes.start as usize + i * BYTES_PER_LINE);
            for byte in row {
                let _ = write!(text, "{byte:02x} ");
            }
            if i == 0 {
                let width = 8 + BYTES_PER_LINE * 3;
                let _ = write!(text, "{:pad$}  {}", "", piece.label, pad = width.saturating_sub(text.len()));
            }
            owners.push(piece.function);
            let line = Line::new(0, text.trim_end()).within(is_library);
            doc.lines.push(tie(line, output, module, ir, piece.function, piece.origin));
        }
    }
    list_functions(&mut doc, &owners, output);
    Ok(doc)
}

/// How many bytes a line shows; a longer piece takes several.
const BYTES_PER_LINE: usize = 8;

fn tie(
    line: Line,
    output: &WasmOutput,
    module: &Module,
    ir: &Ir,
    function: Option<u32>,
    origin: Option<Origin>,
) -> Line {
    let func = function.and_then(|f| output.functions.get(f as usize)).map(|f| f.func);
    let library = function.and_then(|f| output.functions.get(f as usize)).is_some_and(|f| is_library(f, module));
    let line = line.within(library);
    let Some(origin) = origin else { return line };
    let from = func.flatten().and_then(|id| ir.line_of.get(&(id, InstId(origin.item))).copied());
    Line { from, ..line.at(origin.span) }
}
