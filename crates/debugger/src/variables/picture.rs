//! Reading the variables of frames: from what is known of them, and memory, to values.

use super::states::{DROPPED, ENDED, LIVE, MOVED, Set, States, UNSET};
use super::{Flag, Held, InFunction, Part, Picture, Place, State, Variable, VariableAt, Variables};
use smol_str::SmolStr;
use stair_bytecode::program::Program;
use stair_inspect::{Opened, Owned, Reader, ValueKind, owners, reachable};
use stair_source::Span;
use stair_vm::Frame;
use std::ops::Range;

/// What is said of a box whose content was moved out of it.
const HELD: &str = "what it holds was moved";
/// The same of a part.
const HELD_IN_PART: &str = "a part of what it holds was moved";
/// The same where it is not known.
const HELD_PERHAPS: &str = "what it holds was perhaps moved";

/// How a frame stands.
#[derive(Clone, Copy)]
struct Waits {
    /// It waits for a call.
    under_way: bool,
    /// The call is a panic that is dropping what is left.
    is_unwound: bool,
}

/// A frame that is read.
#[derive(Clone, Copy)]
struct Reading<'a> {
    frame: &'a Frame,
    waits: Waits,
    memory: &'a [u8],
    states: &'a States,
    /// What may be true of each part.
    now: &'a [Set],
}

impl Variables {
    fn function(&self, func: u32) -> Option<&InFunction> {
        self.functions.get(func as usize).and_then(Option::as_ref)
    }

    /// The names and declarations of the user's variables that can be seen at an instruction, in the order of their declarations.
    #[must_use]
    pub fn of_frame(&self, func: u32, pc: u32) -> Vec<(SmolStr, Span)> {
        let Some(function) = self.function(func) else { return Vec::new() };
        function.seen(pc).into_iter().map(|v| (v.name.clone(), v.span)).collect()
    }

    /// What the variables of the frames are, innermost first as [`stair_vm::Vm::frames`] has them, and what they lead to.
    #[must_use]
    pub fn picture(&self, frames: &[Frame], memory: &[u8]) -> Picture {
        self.picture_with(frames, memory, Opened::new())
    }

    /// [`Self::picture`], in which these elements are shown, too.
    #[must_use]
    pub fn picture_with(&self, frames: &[Frame], memory: &[u8], opened: Opened) -> Picture {
        let mut reader = Reader::new(&self.shapes, memory);
        reader.open(opened);
        let in_frames = frames.iter().enumerate();
        let mut is_unwound = false;
        let read = in_frames.map(|(i, frame)| {
            let variables = self.read(frame, Waits { under_way: i > 0, is_unwound }, memory, &mut reader);
            is_unwound |= self.unwind == Some(frame.func);
            variables
        });
        let frames = read.collect();
        Picture { frames, blocks: reachable(&mut reader, self.regions) }
    }

    /// What the bytes of a range of memory belong to, by ascending address and apart.
    #[must_use]
    pub fn owners(&self, range: Range<u64>, frames: &[Frame], picture: &Picture, program: &Program) -> Vec<Owned> {
        let mut regions: Vec<(Range<u64>, String)> = Vec::new();
        for data in &program.data {
            regions.push((data.address..data.address + data.bytes.len() as u64, format!("static {}", data.name)));
        }
        for frame in frames {
            let Some(code) = program.funcs.get(frame.func as usize) else { continue };
            regions.push((frame.address..frame.address + code.frame_size, format!("{}: frame", code.name)));
            for slot in &code.slots {
                let from = frame.address + slot.offset;
                let name = match slot.name.strip_prefix('$') {
                    Some("cleanup") => "what a panic has to drop",
                    Some(_) => "temporary",
                    None => &slot.name,
                };
                regions.push((from..from + slot.size, format!("{}: {name}", code.name)));
            }
        }
        let mut roots = Vec::new();
        for (frame, variables) in frames.iter().zip(&picture.frames) {
            let function = program.funcs.get(frame.func as usize).map_or("", |code| code.name.as_str());
            for variable in variables {
                let state = variable.state.as_str();
                let state = if state.is_empty() { String::new() } else { format!(" ({state})") };
                roots.push((format!("{function}: {}{state}", variable.name), &variable.value));
            }
        }
        owners(range, &regions, &roots, &picture.blocks.blocks)
    }

    /// The variables of a frame.
    fn read(&self, frame: &Frame, waits: Waits, memory: &[u8], reader: &mut Reader<'_>) -> Vec<VariableAt> {
        let Some(function) = self.function(frame.func) else {
            return Vec::new();
        };
        let states = function.states.as_ref().and_then(|all| Some((all, all.at(frame.pc, waits.under_way)?)));
        let reading = states.as_ref().map(|(states, now)| Reading { frame, waits, memory, states, now });
        let mut found = Vec::new();
        for variable in function.seen(frame.pc) {
            if reading.is_some_and(|r| r.states.of_local(variable.local, r.now).any(|set| set & ENDED != 0)) {
                continue;
            }
            let root = format!("{}: {}", function.name, variable.name);
            let mut read = match reading {
                Some(reading) => variable.read(reading, &root, reader),
                None => VariableAt {
                    name: variable.name.clone(),
                    span: variable.span,
                    state: State::OptimisedAway,
                    value: reader.absent(variable.shape, &root, None, State::OptimisedAway.as_str()),
                },
            };
            read.value.label = variable.name.clone();
            found.push(read);
        }
        found
    }
}

impl InFunction {
    /// The variables that can be seen at an instruction, in the order of their declarations.
    fn seen(&self, pc: u32) -> Vec<&Variable> {
        if self.states.is_none() {
            return self.variables.iter().collect();
        }
        let index = self.scope_at.partition_point(|&(start, _)| start <= pc).checked_sub(1);
        let mut scope = index.and_then(|index| self.scope_at[index].1);
        let mut order = Vec::new();
        while let Some(inner) = scope.and_then(|index| Some((index, self.scopes.get(index as usize)?))) {
            order.push(inner.1.local);
            // The scope around one comes before it: this ends, whatever somebody wrote into a file.
            scope = inner.1.outer.filter(|&outer| outer < inner.0);
        }
        order.reverse();
        let mut found = Vec::new();
        for (index, local) in order.iter().enumerate() {
            // The environment of a closure stands for all that was captured.
            if !order[..index].contains(local) {
                found.extend(self.variables.iter().filter(|variable| variable.local == *local));
            }
        }
        found
    }
}

impl Variable {
    fn read(&self, reading: Reading<'_>, root: &str, reader: &mut Reader<'_>) -> VariableAt {
        let Reading { frame, memory, states, now, .. } = reading;
        let (mut state, parts) = self.state(reading);
        let mut place = &self.place;
        if state == State::Uninitialised
            && let Some(arrives) = &self.arrives
            && states.of_local(self.local, now).all(|set| set == UNSET)
        {
            // A parameter on its way to its place.
            (state, place) = (State::Live, arrives);
        }
        let address = place.address(frame, memory);
        let at = |state, value| VariableAt { name: self.name.clone(), span: self.span, state, value };
        if !matches!(state, State::Live | State::PartlyMoved) {
            return at(state, reader.absent(self.shape, root, address, state.as_str()));
        }
        let value = match (place, address) {
            // Nothing of a box can be gone but what it holds.
            _ if reader.kind(self.shape) == ValueKind::Owner && !parts.is_empty() => {
                reader.absent(self.shape, root, address, parts[0].1)
            }
            (Place::Locals(_), _) if !parts.is_empty() => {
                reader.absent(self.shape, root, None, State::PartlyMoved.as_str())
            }
            (Place::Locals(locals), _) => {
                let cells: Vec<u64> = locals.iter().filter_map(|&l| frame.locals.get(l as usize).copied()).collect();
                reader.read_cells(self.shape, root, &cells)
            }
            (_, Some(address)) => {
                let at = |offset: u64| address.saturating_add(offset);
                reader.set_gone(parts.iter().map(|(range, words)| (at(range.start)..at(range.end), *words)).collect());
                let value = reader.read(self.shape, root, address);
                reader.set_gone(Vec::new());
                value
            }
            (_, None) => reader.read_cells(self.shape, root, &[]),
        };
        at(state, value)
    }

    /// The state, and the parts that are gone where others are not.
    fn state(&self, reading: Reading<'_>) -> (State, Vec<(Range<u64>, &'static str)>) {
        let sets: Vec<(Set, &Part)> = self.parts.iter().map(|part| (part.set(reading), part)).collect();
        let whole = sets.iter().find(|(_, part)| part.is_whole).map_or(UNSET, |(set, _)| *set);
        let every = sets.iter().fold(0, |every, (set, _)| every | set);
        let state = match whole {
            _ if every & DROPPED != 0 && (whole & LIVE == 0 || whole == LIVE) => State::Dropped,
            LIVE if every == LIVE => State::Live,
            LIVE => State::PartlyMoved,
            UNSET => State::Uninitialised,
            MOVED => State::Moved,
            set if set == UNSET | LIVE => State::MaybeUninitialised,
            _ => State::MaybeMoved,
        };
        if state != State::PartlyMoved {
            return (state, Vec::new());
        }
        let gone = sets.iter().filter(|(set, _)| *set != LIVE).map(|&(set, part)| {
            let words = match (set, part.held) {
                (MOVED, Held::Whole) => HELD,
                (MOVED, Held::InPart) => HELD_IN_PART,
                (_, Held::Whole | Held::InPart) => HELD_PERHAPS,
                (MOVED, Held::No) => State::Moved.as_str(),
                (_, Held::No) => State::MaybeMoved.as_str(),
            };
            (part.range.clone(), words)
        });
        (state, gone.collect())
    }
}

impl Part {
    /// What it may be, once the flags have been asked.
    fn set(&self, reading: Reading<'_>) -> Set {
        let Reading { frame, waits, memory, now, .. } = reading;
        let is_there = |flag: Flag| match flag {
            Flag::Nowhere => false,
            Flag::Local(local) => frame.locals.get(local as usize).is_some_and(|&cell| cell != 0),
            Flag::Frame(at) => word(memory, frame.address.wrapping_add(at)).is_some_and(|count| count != 0),
        };
        let mut set = now.get(self.index as usize).copied().unwrap_or(UNSET);
        if set.count_ones() > 1 {
            let (there, all) = (self.flags.iter().filter(|(flag, _)| is_there(*flag)).count(), self.flags.len());
            let is_exact = self.flags.iter().any(|(_, is_exact)| *is_exact);
            match there {
                // It may have been there until the panic dropped it.
                0 if waits.is_unwound => {}
                _ if all == 0 || is_exact && all > 1 => {}
                0 if set & (LIVE | DROPPED) != 0 => set &= !(LIVE | DROPPED),
                there if there == all => set &= LIVE | DROPPED,
                _ => {}
            }
            // The value was dropped where the flag says that it is there.
            if set == LIVE | DROPPED {
                set = DROPPED;
            }
        }
        if waits.is_unwound && set == LIVE && self.records.iter().any(|&record| !is_there(record)) {
            set = DROPPED;
        }
        set
    }
}

impl Place {
    /// The address; `None` for what is not in memory.
    fn address(&self, frame: &Frame, memory: &[u8]) -> Option<u64> {
        match *self {
            Self::Nowhere | Self::Locals(_) => None,
            Self::Frame(offset) => Some(frame.address.wrapping_add(offset)),
            Self::At(local, offset) => frame.locals.get(local as usize).map(|a| a.wrapping_add(offset)),
            Self::Behind(at, offset) => word(memory, frame.address.wrapping_add(at)).map(|a| a.wrapping_add(offset)),
        }
    }
}

fn word(memory: &[u8], address: u64) -> Option<u64> {
    let from = usize::try_from(address).ok()?;
    let bytes = memory.get(from..from.checked_add(8)?)?;
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}
