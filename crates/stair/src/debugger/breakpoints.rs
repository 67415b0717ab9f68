//! Where a run stops by itself.

use super::{Debugger, line_of};
use stair_bytecode::code::Instr;
use stair_bytecode::op::Op;
use stair_history::{Direction, Search, changes, starts, writers};
use stair_vm::{Code, Stops, Vm};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Where a run stops, or what must change for it to stop.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BreakAt {
    /// Where a line of the source, counted from 1, begins.
    Line(u32),
    /// Where a function, by its path, begins.
    Function(String),
    /// An instruction: the function's path and the instruction's place in its code.
    Instruction(String, u32),
    /// A part of memory changes: its first address and its length.
    Memory(u64, u64),
    /// A local of the bytecode changes: the function's path and the local's name.
    Local(String, String),
}

/// A breakpoint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breakpoint {
    /// The place, or what is watched.
    pub at: BreakAt,
    /// Whether it counts.
    pub enabled: bool,
}

/// What the breakpoints come to.
#[derive(Debug)]
pub(crate) struct Breakpoints {
    stops: Arc<Stops>,
    /// What is watched: instructions that write are among the stops then.
    watched: Arc<Watched>,
    any: bool,
}

#[derive(Debug, Default)]
struct Watched {
    /// Instructions at which to stop whatever they do.
    places: BTreeSet<(u32, u32)>,
    /// A function's local, with the instructions that store to it.
    locals: BTreeSet<(u32, u16)>,
    memory: Vec<Range<u64>>,
}

impl Breakpoints {
    pub(crate) fn new(code: &Arc<Code>) -> Self {
        let stops = Arc::new(Stops::new(code, |_| Some(Vec::new())));
        Self { stops, watched: Arc::default(), any: false }
    }

    /// A search for the next of them, or the last; `None` if there are none.
    pub(super) fn search(&self, from: u64, direction: Direction) -> Option<Search> {
        let watched = Arc::clone(&self.watched);
        let ask = Box::new(move |vm: &Vm| watched.stops_at(vm));
        self.any.then(|| Search::new(from, direction, Arc::clone(&self.stops), usize::MAX, ask))
    }
}

impl Watched {
    fn stops_at(&self, vm: &Vm) -> bool {
        let (func, pc) = vm.position();
        if self.places.contains(&(func, pc)) {
            return true;
        }
        if !self.locals.is_empty()
            && let Some(frame) = vm.frames(1).pop()
            && let Ok((instr, _)) =
                Instr::decode(&vm.code().verified().program().funcs[func as usize].code, pc as usize)
            && instr.op == Op::StoreLocal
            && self.locals.contains(&(func, instr.a as u16))
        {
            let old = frame.locals.get(instr.a as usize);
            return frame.stack.last().map(|cell| &cell.bits) != old;
        }
        self.memory.iter().any(|range| changes(vm, range))
    }
}

impl Debugger {
    /// Replace all breakpoints. For each of the new ones the lines that it stops at (none for what is not on a line), or
    /// why it cannot stop anywhere.
    pub fn set_breakpoints(&mut self, breakpoints: &[Breakpoint]) -> Vec<Result<Vec<u32>, String>> {
        let mut watched = Watched::default();
        let states = breakpoints.iter().map(|breakpoint| self.take_breakpoint(breakpoint, &mut watched)).collect();
        let code = self.history.vm().code();
        let program = code.verified().program();
        let wanted = |index: u32| {
            let func = &program.funcs[index as usize];
            let mut wanted: BTreeSet<u32> =
                watched.places.range((index, 0)..=(index, u32::MAX)).map(|&(_, pc)| pc).collect();
            if !watched.memory.is_empty() {
                wanted.extend(writers(func));
            }
            let stores =
                |instr: &Instr| instr.op == Op::StoreLocal && watched.locals.contains(&(index, instr.a as u16));
            if watched.locals.range((index, 0)..=(index, u16::MAX)).next().is_some() {
                wanted.extend(func.instrs().filter(|(_, instr)| stores(instr)).map(|(pc, _)| pc));
            }
            Some(wanted.into_iter().collect())
        };
        let any = breakpoints.iter().any(|breakpoint| breakpoint.enabled);
        self.breakpoints = Breakpoints { stops: Arc::new(Stops::new(code, wanted)), watched: Arc::new(watched), any };
        states
    }

    fn take_breakpoint(&self, breakpoint: &Breakpoint, watched: &mut Watched) -> Result<Vec<u32>, String> {
        let funcs = || self.program().funcs.iter().zip(0u32..);
        let named = |name: &str| {
            let found: Vec<u32> = funcs().filter(|(func, _)| func.name == name).map(|(_, index)| index).collect();
            if found.is_empty() {
                Err(format!("there is no function `{name}` in the running program"))
            } else {
                Ok(found)
            }
        };
        let mut places = BTreeSet::new();
        match &breakpoint.at {
            BreakAt::Line(line) => {
                let Some(line) = self.next_line_with_code(*line) else {
                    return Err(format!("no code begins on line {line} or below"));
                };
                for (func, index) in funcs().filter(|(func, _)| func.is_user) {
                    let starts = starts(func, |origin| self.line_of(origin));
                    let on_line = starts.into_iter().filter(|&pc| self.line_of(func.origin(pc)) == Some(line));
                    places.extend(on_line.map(|pc| (index, pc)));
                }
            }
            BreakAt::Function(name) => places.extend(named(name)?.into_iter().map(|func| (func, 0))),
            BreakAt::Instruction(name, pc) => {
                for func in named(name)? {
                    if !self.program().funcs[func as usize].instrs().any(|(at, _)| at == *pc) {
                        return Err(format!("no instruction of `{name}` begins at {pc}"));
                    }
                    places.insert((func, *pc));
                }
            }
            BreakAt::Memory(address, len) => {
                if breakpoint.enabled {
                    watched.memory.push(*address..address.saturating_add(*len));
                }
                return Ok(Vec::new());
            }
            BreakAt::Local(name, local) => {
                let mut found = false;
                for func in named(name)? {
                    let locals = &self.program().funcs[func as usize].locals;
                    for index in (0..locals.len()).filter(|&index| locals[index].name == *local) {
                        found = true;
                        if breakpoint.enabled {
                            watched.locals.insert((func, index as u16));
                        }
                    }
                }
                return if found { Ok(Vec::new()) } else { Err(format!("`{name}` has no local `{local}`")) };
            }
        }
        let line = |&(func, pc): &(u32, u32)| {
            let func = &self.program().funcs[func as usize];
            line_of(&self.session, func.origin(pc).span).or_else(|| line_of(&self.session, func.span))
        };
        let lines: BTreeSet<u32> = places.iter().filter_map(line).collect();
        if breakpoint.enabled {
            watched.places.extend(places);
        }
        Ok(lines.into_iter().collect())
    }

    /// The first line from this one on that code begins on.
    fn next_line_with_code(&self, line: u32) -> Option<u32> {
        let user = self.program().funcs.iter().filter(|func| func.is_user);
        let lines = user.flat_map(|func| func.lines.iter().filter_map(|entry| self.line_of(entry.origin)));
        lines.filter(|&other| other >= line).min()
    }

    /// The instructions with which something on a line of a pane begins to run.
    pub(super) fn pane_line_stops(&mut self, pane: super::Pane, line: u32) -> Result<Stops, String> {
        let places = self.instructions_of(pane, line);
        if places.is_empty() {
            return Err("Nothing that runs was made from that line.".to_owned());
        }
        let program = self.program();
        // Of instructions in a row the first.
        let first = |index: u32| {
            let (mut firsts, mut before) = (Vec::new(), false);
            for (pc, _) in program.funcs[index as usize].instrs() {
                let is_one = places.contains(&(index, pc));
                if is_one && !before {
                    firsts.push(pc);
                }
                before = is_one;
            }
            firsts
        };
        let firsts: Vec<Vec<u32>> = (0..program.funcs.len() as u32).map(first).collect();
        Ok(Stops::new(self.history.vm().code(), |func| Some(firsts[func as usize].clone())))
    }
}
