//! Where a run stops by itself.

use crate::condition::Condition;
use crate::variables::Variables;
use crate::{Debugger, MAX_FRAMES, line_of};
use stair_bytecode::code::Instr;
use stair_bytecode::op::Op;
use stair_bytecode::program::{Function, Program};
use stair_history::{Direction, Search, changes, writers, writes};
use stair_vm::{Stops, Vm};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;
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
    /// A variable changes, in any call of its function: the function's path and the variable's name.
    Variable(String, String),
}

/// A breakpoint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breakpoint {
    /// The place, or what is watched.
    pub at: BreakAt,
    /// What must hold there: an expression of the variables that can be seen; empty for nothing. Where it cannot be told
    /// whether it holds, as of a variable that was moved, it does not.
    pub condition: String,
    /// Whether it counts.
    pub enabled: bool,
}

/// What the breakpoints come to. How that is found out, only [`Debugger::set_breakpoints`] knows: a program that never calls it is
/// linked without the reader of conditions and all that goes with it.
pub(crate) struct Breakpoints {
    stops: Arc<Stops>,
    /// Whether to stop at one of these.
    ask: Rc<dyn Fn(&Vm) -> bool>,
}

#[derive(Debug, Default)]
struct Watched {
    /// Instructions at which to stop whatever they do, each if one of its conditions holds.
    places: BTreeMap<(u32, u32), Vec<Option<Rc<Condition>>>>,
    variables: Vec<(Variable, Option<Rc<Condition>>)>,
    memory: Vec<(Range<u64>, Option<Rc<Condition>>)>,
    /// What conditions are about.
    known: Option<Rc<Variables>>,
}

/// Where a variable is in each call of its function.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    func: u32,
    /// Locals of the bytecode that make it up.
    locals: Vec<u16>,
    /// Parts of the frame in memory: offset and size.
    slots: Vec<(u64, u64)>,
}

impl Variable {
    /// The variable of this name, of which a function may have several; `None` if it has none.
    pub(super) fn find(program: &Program, func: u32, name: &str) -> Option<Self> {
        let function = &program.funcs[func as usize];
        // A pointer with its length, and an integer of 128 bits, take two locals.
        let is_part =
            |local: &str| local.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let locals = function.locals.iter().zip(0..).filter(|(local, _)| is_part(&local.name));
        let slots = function.slots.iter().filter(|slot| slot.name == name);
        let variable = Self {
            func,
            locals: locals.map(|(_, index)| index).collect(),
            slots: slots.map(|slot| (slot.offset, slot.size)).collect(),
        };
        (!variable.locals.is_empty() || !variable.slots.is_empty()).then_some(variable)
    }

    /// The instructions that may change it.
    pub(super) fn writers(&self, index: u32, function: &Function) -> Vec<u32> {
        let stores =
            |instr: &Instr| index == self.func && instr.op == Op::StoreLocal && self.locals.contains(&(instr.a as u16));
        let mut pcs: BTreeSet<u32> = function.instrs().filter(|(_, instr)| stores(instr)).map(|(pc, _)| pc).collect();
        if !self.slots.is_empty() {
            pcs.extend(writers(function));
        }
        pcs.into_iter().collect()
    }

    /// Whether the next instruction changes it in a call for which `is_meant` holds, given how many functions run there.
    pub(super) fn changes_in(&self, vm: &Vm, is_meant: impl Fn(usize) -> bool) -> bool {
        let (func, pc) = vm.position();
        let program = vm.code().verified().program();
        if func == self.func
            && is_meant(vm.depth())
            && let Ok((instr, _)) = Instr::decode(&program.funcs[func as usize].code, pc as usize)
            && instr.op == Op::StoreLocal
            && self.locals.contains(&(instr.a as u16))
        {
            let frame = vm.frames(1).pop();
            return frame.is_some_and(|f| f.stack.last().map(|cell| &cell.bits) != f.locals.get(instr.a as usize));
        }
        let stack = program.memory.stack_low..program.memory.stack_high;
        if self.slots.is_empty() || !writes(vm, &stack) {
            return false;
        }
        let depth = vm.depth();
        let frames = vm.frames(MAX_FRAMES);
        let mut own = frames.iter().enumerate().filter(|(index, f)| f.func == self.func && is_meant(depth - index));
        own.any(|(_, frame)| {
            let range = |&(offset, size): &(u64, u64)| frame.address + offset..frame.address + offset + size;
            self.slots.iter().any(|slot| changes(vm, &range(slot)))
        })
    }
}

impl Breakpoints {
    /// A search for the next of them, or the last.
    pub(crate) fn search(&self, from: u64, direction: Direction) -> Search {
        let ask = Rc::clone(&self.ask);
        Search::new(from, direction, Arc::clone(&self.stops), usize::MAX, Box::new(move |vm| ask(vm)))
    }
}

impl Watched {
    fn stops_at(&self, vm: &Vm) -> bool {
        let holds = |condition: &Option<Rc<Condition>>| self.holds(condition.as_deref(), vm);
        self.places.get(&vm.position()).is_some_and(|conditions| conditions.iter().any(holds))
            || self.variables.iter().any(|(variable, condition)| variable.changes_in(vm, |_| true) && holds(condition))
            || self.memory.iter().any(|(range, condition)| changes(vm, range) && holds(condition))
    }

    fn holds(&self, condition: Option<&Condition>, vm: &Vm) -> bool {
        let Some(condition) = condition else { return true };
        let known = self.known.as_ref();
        let picture = known.map(|variables| variables.picture(&vm.frames(MAX_FRAMES), vm.memory()));
        picture.and_then(|picture| condition.holds(&picture)).unwrap_or(false)
    }
}

impl Debugger {
    /// Replace all breakpoints. For each of the new ones the lines that it stops at (none for what is not on a line), or
    /// why it cannot stop anywhere.
    pub fn set_breakpoints(&mut self, breakpoints: &[Breakpoint]) -> Vec<Result<Vec<u32>, String>> {
        let needs_variables = breakpoints.iter().any(|breakpoint| !breakpoint.condition.is_empty());
        let known = if needs_variables { self.variables().cloned() } else { None };
        let mut watched = Watched { known, ..Watched::default() };
        let states = breakpoints.iter().map(|breakpoint| self.take_breakpoint(breakpoint, &mut watched)).collect();
        let code = self.history.vm().code();
        let program = code.verified().program();
        let wanted = |index: u32| {
            let func = &program.funcs[index as usize];
            let mut wanted: BTreeSet<u32> =
                watched.places.range((index, 0)..=(index, u32::MAX)).map(|(&(_, pc), _)| pc).collect();
            if !watched.memory.is_empty() {
                wanted.extend(writers(func));
            }
            wanted.extend(watched.variables.iter().flat_map(|(variable, _)| variable.writers(index, func)));
            Some(wanted.into_iter().collect())
        };
        let stops = Arc::new(Stops::new(code, wanted));
        let any = breakpoints.iter().any(|breakpoint| breakpoint.enabled);
        self.breakpoints = any.then(|| Breakpoints { stops, ask: Rc::new(move |vm| watched.stops_at(vm)) });
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
        let condition = match breakpoint.condition.trim() {
            "" => None,
            text => Some(Rc::new(Condition::parse(text)?)),
        };
        let mut places = BTreeSet::new();
        match &breakpoint.at {
            BreakAt::Line(line) => {
                let Some(line) = self.next_line_with_code(*line) else {
                    return Err(format!("no code begins on line {line} or below"));
                };
                for (func, index) in funcs().filter(|(func, _)| func.is_user) {
                    places.extend(self.line_starts(func, line).into_iter().map(|pc| (index, pc)));
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
                    watched.memory.push((*address..address.saturating_add(*len), condition));
                }
                return Ok(Vec::new());
            }
            BreakAt::Variable(name, variable) => {
                let found: Vec<Variable> = named(name)?
                    .into_iter()
                    .filter_map(|func| Variable::find(self.program(), func, variable))
                    .collect();
                if found.is_empty() {
                    return Err(format!("`{name}` has no variable `{variable}` when it runs"));
                }
                if breakpoint.enabled {
                    watched.variables.extend(found.into_iter().map(|variable| (variable, condition.clone())));
                }
                return Ok(Vec::new());
            }
        }
        let line = |&(func, pc): &(u32, u32)| {
            let func = &self.program().funcs[func as usize];
            line_of(self.source(), func.origin(pc).span).or_else(|| line_of(self.source(), func.span))
        };
        let lines: BTreeSet<u32> = places.iter().filter_map(line).collect();
        if let (Some(condition), Some(known)) = (&condition, &watched.known) {
            let seen =
                |name: &str| places.iter().any(|&(func, pc)| known.of_frame(func, pc).iter().any(|(n, _)| n == name));
            if let Some(unknown) = condition.names.iter().find(|name| !seen(name)) {
                return Err(format!("no variable `{unknown}` can be seen there"));
            }
        }
        if breakpoint.enabled {
            for place in places {
                watched.places.entry(place).or_default().push(condition.clone());
            }
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
            Some(firsts)
        };
        Ok(Stops::new(self.history.vm().code(), first))
    }
}
