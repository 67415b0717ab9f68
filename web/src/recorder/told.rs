//! From what the debugger hands out to what the page shows, and back.

use stair_debugger::bytecode::{scalar::type_name, value_text};
use stair_debugger::history::Direction as Way;
use stair_debugger::inspect::{self, Opened};
use stair_debugger::variables::{Picture, State, VariableAt};
use stair_debugger::vm::{self, TypedCell};
use stair_debugger::{self as debugger, BreakAt, Debugger, Layer, Pane};
use stair_protocol::{
    Block, Breakpoint, Calls, Cells, Direction, Frame, Gap, Instruction, Moment, Operand, PaneLines, Recording, Stage,
    Stream, Stretch, Travel, Unit, Value, ValueKind, Variable, VariableState, View,
};

use crate::panes::user_span;

/// The elements that are to be shown though they are not among the first of their array.
pub(super) fn opened(view: &View) -> Opened {
    let mut opened = Opened::new();
    for Stretch { way, from, to } in &view.stretches {
        opened.entry(way.clone()).or_default().push(*from..*to);
    }
    opened
}

/// The values of a moment, and with them its frames and blocks.
pub(super) fn values(
    debugger: &Debugger,
    vm: &vm::Vm,
    frames: &[vm::Frame],
    opened: Opened,
) -> (Picture, Vec<Frame>, Vec<Block>) {
    let variables = debugger.variables();
    let picture = variables.map(|v| v.picture_with(frames, vm.memory(), opened)).unwrap_or_default();
    let mut variables = picture.frames.iter();
    let with_variables = |f: &vm::Frame| {
        let variables = variables.next().map_or(&[][..], Vec::as_slice).iter();
        Frame { variables: variables.map(variable).collect(), ..frame(debugger, f) }
    };
    let frames = frames.iter().map(with_variables).collect();
    let block = |block: &inspect::Block| Block {
        address: block.address,
        size: block.size,
        heap: block.heap,
        value: value(&block.value),
    };
    let blocks = picture.blocks.blocks.iter().map(block).collect();
    (picture, frames, blocks)
}

fn variable(found: &VariableAt) -> Variable {
    let state = match found.state {
        State::Live => VariableState::Live,
        State::Uninitialised => VariableState::Uninitialised,
        State::Moved => VariableState::Moved,
        State::PartlyMoved => VariableState::PartlyMoved,
        State::MaybeMoved => VariableState::MaybeMoved,
        State::MaybeUninitialised => VariableState::MaybeUninitialised,
        State::Dropped => VariableState::Dropped,
        State::OptimisedAway => VariableState::OptimisedAway,
    };
    Variable { name: found.name.to_string(), span: user_span(found.span), state, value: value(&found.value) }
}

fn kind(found: inspect::ValueKind) -> ValueKind {
    match found {
        inspect::ValueKind::Scalar => ValueKind::Scalar,
        inspect::ValueKind::Struct => ValueKind::Struct,
        inspect::ValueKind::Enum => ValueKind::Enum,
        inspect::ValueKind::Array => ValueKind::Array,
        inspect::ValueKind::Reference => ValueKind::Reference,
        inspect::ValueKind::MutReference => ValueKind::MutReference,
        inspect::ValueKind::Owner => ValueKind::Owner,
        inspect::ValueKind::SharedOwner => ValueKind::SharedOwner,
        inspect::ValueKind::Address => ValueKind::Address,
    }
}

fn value(found: &inspect::Value) -> Value {
    Value {
        label: found.label.to_string(),
        ty: found.ty.to_string(),
        text: found.text.clone(),
        address: found.address,
        size: found.size,
        kind: kind(found.kind),
        target: found.target,
        parts: found.parts.iter().map(value).collect(),
        cells: found.cells.iter().map(cells).collect(),
        gaps: found.gaps.iter().map(gap).collect(),
        way: found.way.clone(),
        changed: false,
    }
}

fn cells(found: &inspect::Cells) -> Cells {
    Cells {
        from: found.from,
        address: found.address,
        size: found.size,
        ty: found.ty.to_string(),
        kind: kind(found.kind),
        texts: found.texts.clone(),
        ends: found.ends.clone(),
        changed: Vec::new(),
    }
}

fn gap(found: &inspect::Gap) -> Gap {
    Gap { before: found.before as u32, from: found.from, to: found.to }
}

pub(super) fn way(direction: Direction) -> Way {
    match direction {
        Direction::Forward => Way::Forward,
        Direction::Back => Way::Back,
    }
}

/// A journey in the debugger's words; `None` for those that look for who changes memory or a variable.
pub(super) fn travel(to: &Travel) -> Option<debugger::Travel> {
    Some(match to {
        Travel::To(step) => debugger::Travel::To(*step),
        Travel::Step { unit, calls, direction } => {
            let unit = match unit {
                Unit::Expression => debugger::Unit::Expression,
                Unit::Line => debugger::Unit::Line,
                Unit::Instruction => debugger::Unit::Instruction,
                Unit::Call => debugger::Unit::Call,
            };
            let calls = match calls {
                Calls::Into => debugger::Calls::Into,
                Calls::Over => debugger::Calls::Over,
                Calls::Out => debugger::Calls::Out,
            };
            debugger::Travel::Step(unit, calls, way(*direction))
        }
        Travel::Run(direction) => debugger::Travel::Run(way(*direction)),
        Travel::ToLine(line, direction) => debugger::Travel::ToLine(*line, way(*direction)),
        Travel::ToPaneLine { stage, library, line, direction } => {
            debugger::Travel::ToPaneLine(pane(*stage, *library), *line, way(*direction))
        }
        Travel::ToOutput(stream, index) => debugger::Travel::ToOutput(usize::from(*stream == Stream::Stderr), *index),
        Travel::ToPanic => debugger::Travel::ToPanic,
        Travel::ToWrite { .. } | Travel::ToChange { .. } => return None,
    })
}

pub(super) fn breakpoint(wanted: &Breakpoint) -> debugger::Breakpoint {
    let at = match &wanted.at {
        stair_protocol::BreakAt::Line(line) => BreakAt::Line(*line),
        stair_protocol::BreakAt::Function(name) => BreakAt::Function(name.clone()),
        stair_protocol::BreakAt::Instruction(name, pc) => BreakAt::Instruction(name.clone(), *pc),
        stair_protocol::BreakAt::Memory { address, len } => BreakAt::Memory(*address, *len),
        stair_protocol::BreakAt::Variable(function, name) => BreakAt::Variable(function.clone(), name.clone()),
    };
    debugger::Breakpoint { at, condition: wanted.condition.clone(), enabled: wanted.enabled }
}

pub(super) fn pane(stage: Stage, library: bool) -> Pane {
    Pane { layer: layer(stage), library }
}

/// The debugger's word for a stage.
pub fn layer(stage: Stage) -> Layer {
    match stage {
        Stage::Tokens => Layer::Tokens,
        Stage::Ast => Layer::Tree,
        Stage::Types => Layer::Types,
        Stage::Ownership => Layer::Ownership,
        Stage::Ir => Layer::Ir,
        Stage::Bytecode => Layer::Bytecode,
        Stage::Wat => Layer::Wat,
        Stage::Wasm => Layer::Wasm,
    }
}

pub(super) fn stage(layer: Layer) -> Stage {
    match layer {
        Layer::Tokens => Stage::Tokens,
        Layer::Tree => Stage::Ast,
        Layer::Types => Stage::Types,
        Layer::Ownership => Stage::Ownership,
        Layer::Ir => Stage::Ir,
        Layer::Bytecode => Stage::Bytecode,
        Layer::Wat => Stage::Wat,
        Layer::Wasm => Stage::Wasm,
    }
}

fn operand(cell: TypedCell) -> Operand {
    Operand { ty: type_name(cell.ty).to_owned(), text: value_text(cell.ty, cell.bits) }
}

fn frame(debugger: &Debugger, frame: &vm::Frame) -> Frame {
    let program = debugger.program();
    let func = &program.funcs[frame.func as usize];
    let span = user_span(func.origin(frame.pc).span).filter(|(start, end)| start < end && func.is_user);
    let slots = func.locals.iter().zip(&frame.locals);
    Frame {
        function: func.name.to_string(),
        is_user: func.is_user,
        span,
        line: span.map(|_| debugger.source().line_col(func.origin(frame.pc).span.lo).line),
        pc: frame.pc,
        memory: (frame.address, func.frame_size),
        operands: frame.stack.iter().copied().map(operand).collect(),
        slots: slots.map(|(l, &bits)| (l.name.to_string(), operand(TypedCell { ty: l.ty, bits }))).collect(),
        variables: Vec::new(),
    }
}

pub(super) fn moment(
    debugger: &Debugger,
    found: debugger::Moment,
    lines: Vec<debugger::PaneLines>,
    recording: Recording,
) -> Moment {
    let program = debugger.program();
    let instruction = found.next.map(|next| {
        let func = &program.funcs[next.step.func as usize];
        Instruction {
            function: func.name.to_string(),
            is_user: func.is_user,
            pc: next.step.pc,
            bytes: next.bytes,
            text: next.text,
            before: next.before.into_iter().map(operand).collect(),
            after: next.after.into_iter().map(operand).collect(),
            pops: next.pops as u32,
            pushes: next.pushes as u32,
            decoded: next.decoded,
        }
    });
    Moment {
        step: found.step,
        recording,
        narration: found.narration,
        span: found.span.and_then(user_span),
        line: found.line,
        lines: lines
            .into_iter()
            .map(|l| PaneLines { stage: stage(l.pane.layer), library: l.pane.library, lines: l.lines })
            .collect(),
        instruction,
        frames: Vec::new(),
        depth: found.depth as u32,
        printed: (found.printed[0], found.printed[1]),
        read: found.read,
        blocks: Vec::new(),
    }
}
