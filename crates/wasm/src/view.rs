//! The module as text and as bytes, as plain data for panes: each line and each byte linked to where it comes from.

use crate::module::{WasmFunction, WasmOutput};
use rustc_hash::FxHashMap;
use stair_source::Origin;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use wasmparser::{BinaryReaderError, FromReader, Parser, Payload, SectionLimited};

/// A line of the WebAssembly text format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WatLine {
    /// The text, indented, without the newline.
    pub text: String,
    /// The bytes of the module that the line stands for; empty for lines that stand for none (`(module`, `)`).
    pub bytes: Range<u32>,
    /// The function that it is in, as a place in [`WasmOutput::functions`].
    pub function: Option<u32>,
    /// The piece of static data that it is, as a place in [`WasmOutput::data`].
    pub data: Option<u32>,
    /// Where it comes from.
    pub origin: Option<Origin>,
}

/// The module's bytes, each as part of a piece.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByteView {
    /// The pieces, in order; together they cover all bytes.
    pub pieces: Vec<BytePiece>,
}

/// Bytes that mean one thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BytePiece {
    /// The bytes.
    pub bytes: Range<u32>,
    /// The section that they are in: `type`, `code`; empty before the first.
    pub section: &'static str,
    /// What kind of thing they are.
    pub kind: PieceKind,
    /// What they are: `i32.add`, `length of the section: 42`, `import "fd_write"`.
    pub label: String,
    /// The function that they are in or that they declare, as a place in [`WasmOutput::functions`].
    pub function: Option<u32>,
    /// The piece of static data that they are, as a place in [`WasmOutput::data`].
    pub data: Option<u32>,
    /// Where they come from.
    pub origin: Option<Origin>,
}

/// The kinds of pieces.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PieceKind {
    /// The module's magic number and version.
    Preamble,
    /// A section's number and length.
    Header,
    /// How many items follow.
    Count,
    /// An item of a section other than code and data: a type, an import.
    Item,
    /// A function body's length.
    BodyLength,
    /// A function body's declaration of locals.
    Locals,
    /// An instruction.
    Instruction,
    /// The whole body of a function that is not opened.
    Folded,
    /// A piece of static data.
    Data,
    /// Names and other things that do not affect what the module does.
    Custom,
}

/// The bytes are not a module. Those that [`compile`](crate::compile) makes always are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ViewError(pub String);

impl fmt::Display for ViewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a WebAssembly module: {}", self.0)
    }
}

impl std::error::Error for ViewError {}

impl From<BinaryReaderError> for ViewError {
    fn from(error: BinaryReaderError) -> Self {
        Self(error.to_string())
    }
}

/// Says of each function whether its body is shown; of the others a text or byte view says only that they are there.
pub type Shows<'a> = &'a dyn Fn(&WasmFunction) -> bool;

/// The module in the text format.
///
/// # Errors
/// If the bytes are not a module.
pub fn wat_lines(output: &WasmOutput, shows: Shows<'_>) -> Result<Vec<WatLine>, ViewError> {
    let pieces = pieces(output, shows)?;
    let mut storage = String::new();
    let mut lines = Vec::new();
    for (offset, text) in print(output, &pieces, &mut storage)? {
        let piece = offset.and_then(|offset| pieces.get(piece_at(&pieces, offset)));
        lines.push(WatLine {
            text: text.trim_end_matches('\n').to_string(),
            bytes: piece.map_or(0..0, |piece| piece.bytes.clone()),
            function: piece.and_then(|piece| piece.function),
            data: piece.and_then(|piece| piece.data),
            origin: piece.and_then(|piece| piece.origin),
        });
    }
    Ok(lines)
}

/// The module's bytes with their meaning.
///
/// # Errors
/// If the bytes are not a module.
pub fn byte_view(output: &WasmOutput, shows: Shows<'_>) -> Result<ByteView, ViewError> {
    let mut pieces = pieces(output, shows)?;
    let mut storage = String::new();
    let texts: FxHashMap<u32, &str> = print(output, &pieces, &mut storage)?
        .into_iter()
        .filter_map(|(offset, text)| offset.map(|offset| (offset, text.trim())))
        .collect();
    for piece in &mut pieces {
        if piece.kind == PieceKind::Instruction
            && let Some(text) = texts.get(&piece.bytes.start)
        {
            piece.label = (*text).to_string();
        }
    }
    Ok(ByteView { pieces })
}

type Line<'a> = (Option<u32>, &'a str);

fn print<'a>(output: &WasmOutput, pieces: &[BytePiece], storage: &'a mut String) -> Result<Vec<Line<'a>>, ViewError> {
    let folded = Folded::new(output, pieces);
    let lines = wasmprinter::Config::new()
        .offsets_and_lines(&folded.bytes, storage)
        .map_err(|error| ViewError(error.to_string()))?;
    Ok(lines.map(|(offset, text)| (offset.map(|o| folded.offset_in_module(o as u32)), text)).collect())
}

/// The module for the printer: with an empty body for each function that is not shown, which are most of the module and
/// would be printed to be thrown away.
struct Folded<'a> {
    bytes: Cow<'a, [u8]>,
    /// Where a stretch of these bytes starts, and where it starts in the module.
    starts: Vec<(u32, u32)>,
}

impl<'a> Folded<'a> {
    fn new(output: &'a WasmOutput, pieces: &[BytePiece]) -> Self {
        let module = &output.bytes;
        let header = pieces.iter().position(|piece| piece.section == "code");
        let is_folded = pieces.iter().any(|piece| piece.kind == PieceKind::Folded);
        let (Some(header), true) = (header, is_folded) else {
            return Self { bytes: Cow::Borrowed(module), starts: Vec::new() };
        };
        // The section's id, its length, and the count of bodies are the first three pieces.
        let contents = pieces[header..].iter().take_while(|piece| piece.section == "code").skip(2);
        let mut code = Vec::new();
        let mut starts = Vec::new();
        let mut end = pieces[header].bytes.start;
        for piece in contents {
            if piece.kind == PieceKind::Folded {
                starts.push((code.len() as u32, piece.bytes.start));
                code.extend(EMPTY_BODY);
            } else {
                if end != piece.bytes.start || starts.is_empty() || piece.kind == PieceKind::BodyLength {
                    starts.push((code.len() as u32, piece.bytes.start));
                }
                code.extend(&module[piece.bytes.start as usize..piece.bytes.end as usize]);
            }
            end = piece.bytes.end;
        }
        let id = pieces[header].bytes.start as usize;
        let mut bytes = module[..=id].to_vec();
        let mut length = code.len();
        while length >= 0x80 {
            bytes.push(length as u8 | 0x80);
            length >>= 7;
        }
        bytes.push(length as u8);
        for (start, _) in &mut starts {
            *start += bytes.len() as u32;
        }
        bytes.extend(code);
        starts.push((bytes.len() as u32, end));
        bytes.extend(&module[end as usize..]);
        Self { bytes: Cow::Owned(bytes), starts }
    }

    fn offset_in_module(&self, offset: u32) -> u32 {
        let place = self.starts.partition_point(|&(start, _)| start <= offset);
        match place.checked_sub(1).and_then(|place| self.starts.get(place)) {
            Some((start, in_module)) => in_module + (offset - start),
            None => offset,
        }
    }
}

/// A function body with its length: no variables, and nothing but the end.
const EMPTY_BODY: [u8; 3] = [2, 0, 0x0b];

fn piece_at(pieces: &[BytePiece], offset: u32) -> usize {
    pieces.partition_point(|piece| piece.bytes.end <= offset)
}

/// Cuts the module into pieces.
struct Cutter<'a> {
    output: &'a WasmOutput,
    pieces: Vec<BytePiece>,
    section: &'static str,
    /// How far the pieces reach.
    end: u32,
}

fn pieces(output: &WasmOutput, shows: Shows<'_>) -> Result<Vec<BytePiece>, ViewError> {
    let mut cutter = Cutter { output, pieces: Vec::new(), section: "", end: 0 };
    let mut function = output.functions.iter().take_while(|f| f.body.is_empty()).count() as u32;
    for payload in Parser::new(0).parse_all(&output.bytes) {
        match payload? {
            Payload::Version { range, .. } => {
                cutter.cut(range.start as u32 + 4, PieceKind::Preamble, "magic number: \\0asm");
                cutter.cut(range.end as u32, PieceKind::Preamble, "version 1");
            }
            Payload::TypeSection(reader) => cutter.items("type", reader, |i, _| format!("type {i}"))?,
            Payload::ImportSection(reader) => {
                cutter.header("import", range(reader.range()));
                cutter.count(reader.count());
                let end = reader.range().end as u32;
                let mut last: Option<String> = None;
                for import in reader.into_imports_with_offsets() {
                    let (at, import) = import?;
                    if let Some(label) = last.replace(format!("import \"{}\" \"{}\"", import.module, import.name)) {
                        cutter.cut(at as u32, PieceKind::Item, label);
                    } else {
                        cutter.count_until(at as u32);
                    }
                }
                cutter.cut(end, PieceKind::Item, last.unwrap_or_default());
            }
            Payload::FunctionSection(reader) => {
                let first = function;
                let mark = cutter.pieces.len();
                cutter.items("function", reader, |i, ty| {
                    let name = output.functions.get((first + i) as usize).map_or("", |f| f.name.as_str());
                    format!("{name} has type {ty}")
                })?;
                let declarations = cutter.pieces[mark..].iter_mut().filter(|piece| piece.kind == PieceKind::Item);
                for (piece, function) in declarations.zip(first..) {
                    piece.function = Some(function);
                }
            }
            Payload::TableSection(reader) => cutter.items("table", reader, |i, _| format!("table {i}"))?,
            Payload::MemorySection(reader) => {
                cutter.items("memory", reader, |_, ty| format!("memory of at least {} pages of 64 KiB", ty.initial))?;
            }
            Payload::GlobalSection(reader) => cutter.items("global", reader, |i, _| format!("global {i}"))?,
            Payload::ExportSection(reader) => {
                cutter.items("export", reader, |_, export| format!("export \"{}\"", export.name))?;
            }
            Payload::ElementSection(reader) => {
                cutter.items("element", reader, |_, _| "functions in the table".to_string())?;
            }
            Payload::DataCountSection { range: whole, count } => {
                cutter.header("data count", range(whole.clone()));
                cutter.cut(whole.end as u32, PieceKind::Count, format!("{count} pieces of data"));
            }
            Payload::DataSection(reader) => {
                let mark = cutter.pieces.len();
                cutter.items("data", reader, |i, data| format!("piece {i}, {} bytes", data.data.len()))?;
                let data = cutter.pieces[mark..].iter_mut().filter(|piece| piece.kind == PieceKind::Data);
                for (piece, place) in data.zip(0..) {
                    piece.data = Some(place);
                }
            }
            Payload::CodeSectionStart { range: whole, count, .. } => {
                cutter.header("code", range(whole));
                // The count's length shows at the first body.
                cutter.pieces.push(BytePiece {
                    bytes: cutter.end..cutter.end,
                    section: "code",
                    kind: PieceKind::Count,
                    label: format!("{count} functions"),
                    function: None,
                    data: None,
                    origin: None,
                });
            }
            Payload::CodeSectionEntry(body) => {
                let known = output.functions.get(function as usize);
                let start = known.map_or(body.range().start as u32, |f| f.body.start);
                cutter.count_until(start);
                let mark = cutter.pieces.len();
                let whole = range(body.range());
                if known.is_some_and(|known| !shows(known)) {
                    cutter.cut(whole.end, PieceKind::Folded, format!("body of {} bytes", whole.len()));
                } else {
                    cutter.cut(whole.start, PieceKind::BodyLength, format!("length of the body: {}", whole.len()));
                    let mut operators = body.get_operators_reader()?;
                    cutter.cut(operators.original_position() as u32, PieceKind::Locals, "local variables");
                    while !operators.eof() {
                        operators.read()?;
                        cutter.cut(operators.original_position() as u32, PieceKind::Instruction, "");
                    }
                    cutter.cut(whole.end, PieceKind::Instruction, "");
                }
                for piece in &mut cutter.pieces[mark..] {
                    piece.function = Some(function);
                    piece.origin = output
                        .entry_at(piece.bytes.start)
                        .filter(|entry| entry.bytes.start == piece.bytes.start)
                        .map(|entry| entry.origin);
                }
                function += 1;
            }
            Payload::CustomSection(reader) => {
                let whole = range(reader.range());
                cutter.header("custom", whole.clone());
                cutter.cut(reader.data_offset() as u32, PieceKind::Custom, format!("section \"{}\"", reader.name()));
                cutter.cut(whole.end, PieceKind::Custom, format!("contents of \"{}\"", reader.name()));
            }
            _ => {}
        }
    }
    let end = output.bytes.len() as u32;
    cutter.cut(end, PieceKind::Custom, "");
    cutter.pieces.retain(|piece| !piece.bytes.is_empty());
    Ok(cutter.pieces)
}

fn range(range: Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

impl Cutter<'_> {
    /// The bytes from the last piece's end to `end` are a piece.
    fn cut(&mut self, end: u32, kind: PieceKind, label: impl Into<String>) {
        let end = end.max(self.end).min(self.output.bytes.len() as u32);
        self.pieces.push(BytePiece {
            bytes: self.end..end,
            section: self.section,
            kind,
            label: label.into(),
            function: None,
            data: None,
            origin: None,
        });
        self.end = end;
    }

    fn header(&mut self, section: &'static str, contents: Range<u32>) {
        self.section = section;
        self.cut(self.end + 1, PieceKind::Header, format!("{section} section"));
        self.cut(contents.start, PieceKind::Header, format!("length of the section: {}", contents.len()));
    }

    fn count(&mut self, count: u32) {
        let at = self.end;
        self.cut(at, PieceKind::Count, format!("{count} items"));
    }

    /// The count that was cut last reaches to here.
    fn count_until(&mut self, end: u32) {
        if let Some(piece) = self.pieces.last_mut().filter(|piece| piece.kind == PieceKind::Count) {
            piece.bytes.end = end;
            self.end = end;
        }
    }

    fn items<'a, T: FromReader<'a>>(
        &mut self,
        section: &'static str,
        reader: SectionLimited<'a, T>,
        label: impl Fn(u32, &T) -> String,
    ) -> Result<(), ViewError> {
        let whole = range(reader.range());
        self.header(section, whole.clone());
        self.count(reader.count());
        let kind = if section == "data" { PieceKind::Data } else { PieceKind::Item };
        let mut last: Option<String> = None;
        for (i, item) in reader.into_iter_with_offsets().enumerate() {
            let (at, item) = item?;
            if let Some(text) = last.replace(label(i as u32, &item)) {
                self.cut(at as u32, kind, text);
            } else {
                self.count_until(at as u32);
            }
        }
        self.cut(whole.end, kind, last.unwrap_or_default());
        Ok(())
    }
}
