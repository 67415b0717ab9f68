//! What there is to see of a moment.

use crate::{Debugger, line_of, narrate};
use stair_bytecode::code::Instr;
use stair_bytecode::disasm::Lister;
use stair_bytecode::op::{Effect, Operand};
use stair_bytecode::scalar::type_name;
use stair_source::Span;
use stair_vm::{Frame, Step, TypedCell, Vm};

/// How many frames a moment shows at most: the innermost.
pub const MAX_FRAMES: usize = 64;

/// A moment: the state of the machine, and the instruction that runs next.
#[derive(Clone, PartialEq, Debug)]
pub struct Moment {
    /// Its number: how many instructions have run.
    pub step: u64,
    /// How many bytes have been printed to standard output and to standard error.
    pub printed: [u64; 2],
    /// How many bytes of standard input the program has been given.
    pub read: u64,
    /// The running function and its callers, innermost first, at most [`MAX_FRAMES`].
    pub frames: Vec<Frame>,
    /// How many functions are running.
    pub depth: usize,
    /// The running expression in the user's text; in a library function that of the call that led there.
    pub span: Option<Span>,
    /// The line that it begins on, counted from 1.
    pub line: Option<u32>,
    /// The instruction that runs next and what it will do; `None` at the end.
    pub next: Option<Next>,
    /// One plain sentence about that, or about the end.
    pub narration: String,
}

/// An instruction that is about to run.
#[derive(Clone, PartialEq, Debug)]
pub struct Next {
    /// What it will do.
    pub step: Step,
    /// As the bytecode pane spells it.
    pub text: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The operand stack before it, bottom first.
    pub before: Vec<TypedCell>,
    /// The operand stack after it, bottom first: the same function's; after a return, that of the caller.
    pub after: Vec<TypedCell>,
    /// How many values at the top of `before` it pops.
    pub pops: usize,
    /// How many values at the top of `after` it pushed.
    pub pushes: usize,
    /// What its bytes mean, part by part: a name and a meaning.
    pub decoded: Vec<(String, String)>,
}

impl Debugger {
    /// Show the machine, and the innermost [`MAX_FRAMES`] frames, as they are at a moment. Does not change which one is looked at.
    pub fn look<T>(&mut self, step: u64, look: impl FnOnce(&Self, &Vm, &[Frame]) -> T) -> T {
        self.history.seek(step);
        let vm = self.history.vm();
        look(self, vm, &vm.frames(MAX_FRAMES))
    }

    /// What there is to see at the moment that is looked at.
    pub fn moment(&mut self) -> Moment {
        self.history.seek(self.at);
        let vm = self.history.vm();
        let frames = vm.frames(MAX_FRAMES);
        let (depth, printed, read) = (vm.depth(), self.history.printed(), self.history.read());
        let own = frames.iter().find(|frame| self.program().funcs[frame.func as usize].is_user);
        let span = own.and_then(|frame| {
            let span = self.program().funcs[frame.func as usize].origin(frame.pc).span;
            (span.is_user() && !span.is_empty()).then_some(span)
        });
        let next = if self.is_over() { None } else { self.next(&frames, depth) };
        let narration = match &next {
            Some(next) => narrate::sentence(self.program(), next, &frames),
            None => self.end_sentence(),
        };
        let line = span.and_then(|span| line_of(self.source(), span));
        Moment { step: self.at, printed, read, frames, depth, span, line, next, narration }
    }

    /// Whether the moment that is looked at is the one behind the last instruction of a program that has ended.
    pub(super) fn is_over(&self) -> bool {
        self.at >= self.history.last() && self.history.recorded().exit_code.is_some()
    }

    /// Run the next instruction to see what it does.
    fn next(&mut self, frames: &[Frame], depth: usize) -> Option<Next> {
        let step = self.history.step()?;
        let vm = self.history.vm();
        let before = frames.first().map(|frame| frame.stack.clone()).unwrap_or_default();
        let inner = (vm.depth() + 1).saturating_sub(depth).max(1);
        let after = vm.frames(inner).pop().map(|frame| frame.stack).unwrap_or_default();
        let has_returned = vm.depth() < depth;
        let pushes = if has_returned { step.popped.len() } else { step.pushed.len() };
        if !self.rows.contains_key(&step.func) {
            let rows = Lister::new(self.program()).rows(step.func);
            self.rows.insert(step.func, rows);
        }
        let rows = self.rows.get(&step.func).map_or(&[][..], Vec::as_slice);
        let row = rows.binary_search_by_key(&step.pc, |row| row.pc).ok().map(|index| &rows[index]);
        let func = &self.program().funcs[step.func as usize];
        let text = row.map_or_else(
            || step.instr.mnemonic().to_string(),
            |row| format!("{} {}", row.mnemonic, row.operands).trim_end().to_owned(),
        );
        let bytes = func.code.get(step.pc as usize..step.pc as usize + step.instr.encoded_len());
        let bytes = bytes.map(<[u8]>::to_vec).unwrap_or_default();
        let names = row.map_or("", |row| row.operands.as_str());
        let decoded = decoded(&step, &bytes, names, row.map_or("", |row| row.comment.as_str()));
        let (pops, pushes) = (step.popped.len().min(before.len()), pushes.min(after.len()));
        Some(Next { step, text, bytes, before, after, pops, pushes, decoded })
    }

    fn end_sentence(&self) -> String {
        match (self.history.recorded().exit_code, self.history.vm().error()) {
            (Some(code), None) => format!("The program has ended with exit code {code}."),
            (Some(code), Some(error)) => format!("The program has ended with exit code {code}: {error}"),
            (None, _) => "The recording is paused here.".to_owned(),
        }
    }
}

/// What an instruction's bytes mean: fetched from where, the opcode's row of the table, the operands, the effect.
fn decoded(step: &Step, bytes: &[u8], names: &str, comment: &str) -> Vec<(String, String)> {
    let Instr { op, ty, a, b } = step.instr;
    let info = op.info();
    let end = step.pc as usize + bytes.len();
    let mut parts = vec![
        ("program counter".to_owned(), format!("{}: fetch {}, the next is at {end}", step.pc, bytes_text(bytes))),
        (format!("opcode {:02X}", op as u8), format!("{}: {}", info.mnemonic, info.doc)),
    ];
    if let Some(ty) = ty {
        parts.push((format!("type {:02X}", ty as u8), ty.name().to_owned()));
    }
    let values = [a, b];
    for (index, operand) in info.operands.iter().enumerate() {
        let value = values.get(index).copied().unwrap_or(0);
        let value = match operand {
            Operand::Short => i64::from(value as u16 as i16),
            _ => i64::from(value),
        };
        let meaning =
            if index == 0 && !names.is_empty() { format!("{value}, that is {names}") } else { value.to_string() };
        let meaning = if comment.is_empty() || index > 0 { meaning } else { format!("{meaning} ({comment})") };
        parts.push((format!("operand {}", operand.name()), meaning));
    }
    let effect = match info.effect {
        Effect::Words(words) => words.to_owned(),
        Effect::Fixed(..) => {
            let types = |cells: &[TypedCell]| {
                let names: Vec<&str> = cells.iter().map(|cell| type_name(cell.ty)).collect();
                if names.is_empty() { "nothing".to_owned() } else { names.join(" ") }
            };
            format!("pops {}, pushes {}", types(&step.popped), types(&step.pushed))
        }
    };
    parts.push(("effect on the operand stack".to_owned(), effect));
    parts
}

fn bytes_text(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    bytes.join(" ")
}
