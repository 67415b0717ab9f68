//! The Wasm panes: the text format, and the bytes with their meaning.

use super::{Doc, Ir, Line};
use stair_ir::entities::InstId;
use stair_ir::function::Module;
use stair_source::Origin;
use stair_wasm::{ViewError, WasmOutput};
use std::fmt::Write as _;

/// The module in the text format, tied to the lines of the IR.
///
/// # Errors
/// If the bytes are not a module, which those of the compiler always are.
pub fn wat(output: &WasmOutput, module: &Module, ir: &Ir) -> Result<Doc, ViewError> {
    let lines = stair_wasm::wat_lines(output)?;
    let lines = lines.into_iter().map(|line| {
        let depth = (line.text.len() - line.text.trim_start().len()) / 2;
        tie(Line::new(depth, line.text.trim_start()), output, module, ir, line.function, line.origin)
    });
    Ok(Doc { lines: lines.collect() })
}

/// The module's bytes, a line for each instruction, declaration or other piece that means one thing.
///
/// # Errors
/// As for [`wat`].
pub fn bytes(output: &WasmOutput, module: &Module, ir: &Ir) -> Result<Doc, ViewError> {
    let view = stair_wasm::byte_view(output)?;
    let mut doc = Doc::default();
    for piece in &view.pieces {
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
            let line = Line::new(0, text.trim_end());
            doc.lines.push(tie(line, output, module, ir, piece.function, piece.origin));
        }
    }
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
    let library = func.is_some_and(|func| func.is_none_or(|id| !module.funcs[id.index()].is_user));
    let Some(origin) = origin else { return Line { library, ..line } };
    let from = func.flatten().and_then(|id| ir.line_of.get(&(id, InstId(origin.item))).copied());
    Line { library, from, ..line.at(origin.span) }
}
