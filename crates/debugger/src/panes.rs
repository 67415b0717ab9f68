//! Which lines of the panes belong to an instruction, and which instructions to a line.

use crate::doc::Doc;
use crate::info::DebugInfo;
use crate::{Debugger, MAX_FRAMES};
use serde::{Deserialize, Serialize};
use stair_vm::Frame;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// A layer of which a pane shows a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Layer {
    /// The tokens.
    Tokens,
    /// The syntax tree.
    Tree,
    /// The typed tree.
    Types,
    /// What becomes of the variables.
    Ownership,
    /// The IR after all passes.
    Ir,
    /// The bytecode.
    Bytecode,
    /// The Wasm module as text.
    Wat,
    /// The Wasm module as bytes.
    Wasm,
}

/// A pane.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Pane {
    /// What it shows.
    pub layer: Layer,
    /// Whether the library's part is among the lines.
    pub library: bool,
}

/// Lines of a pane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaneLines {
    /// The pane.
    pub pane: Pane,
    /// The lines, ascending, counted from 0.
    pub lines: Vec<u32>,
}

/// How the lines of the panes hang together, without the library's part and with it; made when first asked for.
#[derive(Debug, Default)]
pub(crate) struct Panes {
    ties: [OnceCell<Option<Ties>>; 2],
}

/// How the lines of the lower panes hang together.
#[derive(Debug)]
pub(super) struct Ties {
    /// The line of each instruction: of function and `pc`.
    bytecode: BTreeMap<(u32, u32), u32>,
    /// For each line of the bytecode that of the IR, for each line of the IR that of the typed tree.
    ir_of_bytecode: Vec<Option<u32>>,
    types_of_ir: Vec<Option<u32>>,
    /// For each line of the Wasm module, as text and as bytes, that of the IR; made when first asked for, which takes longer than
    /// all the rest.
    ir_of_wat: OnceCell<Vec<Option<u32>>>,
    ir_of_wasm: OnceCell<Vec<Option<u32>>>,
}

/// For each line of a document that of the layer above.
fn lines_above(doc: &Doc) -> Vec<Option<u32>> {
    doc.lines.iter().map(|line| line.from).collect()
}

impl Ties {
    fn new(info: &dyn DebugInfo, library: bool) -> Option<Self> {
        let bytecode = info.listing(library)?;
        let ir = info.doc(Pane { layer: Layer::Ir, library });
        Some(Self {
            ir_of_bytecode: lines_above(&bytecode.doc),
            bytecode: bytecode.line_of,
            types_of_ir: ir.map(|doc| lines_above(&doc)).unwrap_or_default(),
            ir_of_wat: OnceCell::new(),
            ir_of_wasm: OnceCell::new(),
        })
    }

    fn ir_line(&self, place: (u32, u32)) -> Option<u32> {
        self.ir_of_bytecode.get(*self.bytecode.get(&place)? as usize).copied().flatten()
    }

    fn types_line(&self, place: (u32, u32)) -> Option<u32> {
        self.types_of_ir.get(self.ir_line(place)? as usize).copied().flatten()
    }

    /// All instructions that have a line.
    pub(super) fn places(&self) -> impl Iterator<Item = &(u32, u32)> {
        self.bytecode.keys()
    }

    /// The lines of an instruction in the panes down to the bytecode.
    pub(super) fn lines_of(&self, place: (u32, u32)) -> impl Iterator<Item = (Layer, u32)> {
        let types = self.types_line(place).map(|line| (Layer::Types, line));
        let ir = self.ir_line(place).map(|line| (Layer::Ir, line));
        let bytecode = self.bytecode.get(&place).map(|&line| (Layer::Bytecode, line));
        types.into_iter().chain(ir).chain(bytecode)
    }
}

impl Debugger {
    pub(super) fn ties(&self, library: bool) -> Option<&Ties> {
        let make = || Ties::new(&*self.info, library);
        self.panes.ties[usize::from(library)].get_or_init(make).as_ref()
    }

    /// For each line of the Wasm module, as text or as bytes, that of the IR; none where the module cannot be made.
    fn ir_of_module<'t>(&self, ties: &'t Ties, pane: Pane) -> &'t [Option<u32>] {
        let made = if pane.layer == Layer::Wat { &ties.ir_of_wat } else { &ties.ir_of_wasm };
        made.get_or_init(|| self.info.doc(pane).map(|doc| lines_above(&doc)).unwrap_or_default())
    }

    /// The lines of these panes that belong to the instruction that runs next at the moment that is looked at; where the library
    /// is folded, to the place in the innermost of the user's own functions. Nothing of the panes that show the text's own
    /// structure: there it is the moment's span that counts.
    pub fn lines(&mut self, panes: &[Pane]) -> Vec<PaneLines> {
        if self.is_over() {
            return Vec::new();
        }
        self.history.seek(self.at);
        let frames = self.history.vm().frames(MAX_FRAMES);
        let place = |frame: &Frame| (frame.func, frame.pc);
        let inner = frames.first().map(place);
        let own = frames.iter().find(|frame| self.program().funcs[frame.func as usize].is_user).map(place);
        let lines = panes.iter().filter_map(|&pane| {
            let place = if pane.library { inner } else { own }?;
            let ties = self.ties(pane.library)?;
            let ir = ties.ir_line(place);
            let lines = match pane.layer {
                Layer::Types => ties.types_line(place).into_iter().collect(),
                Layer::Ir => ir.into_iter().collect(),
                Layer::Bytecode => ties.bytecode.get(&place).copied().into_iter().collect(),
                Layer::Wat | Layer::Wasm => {
                    let made = self.ir_of_module(ties, pane).iter().zip(0..);
                    made.filter(|(from, _)| from.is_some() && **from == ir).map(|(_, line)| line).collect()
                }
                Layer::Tokens | Layer::Tree | Layer::Ownership => return None,
            };
            Some(PaneLines { pane, lines })
        });
        lines.collect()
    }

    /// The instructions that belong to a line of a pane: of function and `pc`.
    pub(super) fn instructions_of(&self, pane: Pane, line: u32) -> BTreeSet<(u32, u32)> {
        let Some(ties) = self.ties(pane.library) else { return BTreeSet::new() };
        let all = ties.bytecode.keys().copied();
        let from = |lines: &[Option<u32>]| lines.get(line as usize).copied().flatten();
        let by_ir = |wanted: Option<u32>| {
            all.clone().filter(|&place| wanted.is_some() && ties.ir_line(place) == wanted).collect()
        };
        match pane.layer {
            Layer::Bytecode => all.filter(|place| ties.bytecode.get(place) == Some(&line)).collect(),
            Layer::Ir => by_ir(Some(line)),
            Layer::Wat | Layer::Wasm => by_ir(from(self.ir_of_module(ties, pane))),
            Layer::Types => all.filter(|&place| ties.types_line(place) == Some(line)).collect(),
            Layer::Tokens | Layer::Tree | Layer::Ownership => {
                let doc = self.info.doc(pane);
                let Some(span) = doc.and_then(|doc| doc.lines.get(line as usize)?.span) else {
                    return BTreeSet::new();
                };
                let program = self.program();
                all.filter(|&(func, pc)| {
                    let origin = program.funcs[func as usize].origin(pc).span;
                    origin.is_user() && !origin.is_empty() && span.contains(origin)
                })
                .collect()
            }
        }
    }
}
