//! The user's variables at a moment of a run: which can be seen, whether they have their values, and the values.

use super::shapes::ShapeMaker;
use super::states::{DROPPED, Followed, LIVE, MOVED, Set, States, UNSET, block_at, is_within};
use crate::{Failure, Profile, Session};
use smol_str::SmolStr;
use stair_bytecode::compile::{CodeMap, code_map};
use stair_bytecode::program::Function;
use stair_inspect::shape::{ShapeId, Shapes};
use stair_inspect::{Blocks, Opened, Owned, Reader, Regions, Value, ValueKind, owners, reachable};
use stair_ir::entities::{FuncId, InstId};
use stair_lower::variables::{At, FlagAt, Variables as Watched};
use stair_sema::Program;
use stair_sema::defs::{ClosureKind, LangFn};
use stair_sema::drops::Step;
use stair_sema::ids::{FieldIdx, LocalId, VariantIdx};
use stair_sema::layout::Abi;
use stair_sema::ty::{Ty, TyKind};
use stair_source::{Origin, Span};
use stair_vm::Frame;
use std::ops::Range;

/// What is said of a box whose content was moved out of it.
const HELD: &str = "what it holds was moved";
/// The same of a part.
const HELD_IN_PART: &str = "a part of what it holds was moved";
/// The same where it is not known.
const HELD_PERHAPS: &str = "what it holds was perhaps moved";

/// Whether a variable has a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum State {
    /// It has.
    #[default]
    Live,
    /// It has not been given one yet.
    Uninitialised,
    /// Its value has been moved elsewhere.
    Moved,
    /// A part of its value has been moved elsewhere.
    PartlyMoved,
    /// Its value, if it was given one, may have been moved elsewhere: that depends on the way that the program took, and nothing in
    /// the program keeps it.
    MaybeMoved,
    /// It may not have been given a value: as for [`State::MaybeMoved`].
    MaybeUninitialised,
    /// Its value has been dropped, or is being dropped.
    Dropped,
    /// The optimiser has moved it to where it cannot be followed, or has removed it.
    OptimisedAway,
}

impl State {
    /// In words; empty for [`State::Live`].
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "",
            Self::Uninitialised => "not yet given a value",
            Self::Moved => "moved",
            Self::PartlyMoved => "partly moved",
            Self::MaybeMoved => "perhaps moved",
            Self::MaybeUninitialised => "perhaps not given a value",
            Self::Dropped => "dropped",
            Self::OptimisedAway => "optimised away",
        }
    }
}

/// A variable at a moment.
#[derive(Clone, PartialEq, Debug)]
pub struct VariableAt {
    /// Its name; of what a closure has captured, the place as it is written.
    pub name: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Whether it has a value.
    pub state: State,
    /// The value; without one, its type and place.
    pub value: Value,
}

/// What the variables of some frames are, and what they lead to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Picture {
    /// For each frame its variables, in the order of their declarations.
    pub frames: Vec<Vec<VariableAt>>,
    /// What lies outside of the frames.
    pub blocks: Blocks,
}

/// The variables of all functions of the user.
#[derive(Debug)]
pub struct Variables {
    shapes: Shapes,
    regions: Regions,
    /// The names of all functions.
    names: Vec<SmolStr>,
    /// By the function's number.
    functions: Vec<Option<InFunction>>,
    is_followed: bool,
    /// The function that drops what is left when the program panics.
    unwind: Option<u32>,
}

/// How a frame stands.
#[derive(Clone, Copy)]
struct Waits {
    /// It waits for a call.
    under_way: bool,
    /// The call is a panic that is dropping what is left.
    is_unwound: bool,
}

/// The variables of a function.
#[derive(Debug)]
struct InFunction {
    code: Function,
    map: CodeMap,
    watched: std::rc::Rc<Watched>,
    /// The number of instructions in each block, and the last one.
    last_insts: Vec<Option<InstId>>,
    /// `None` where the passes have left nothing as it was.
    states: Option<States>,
    variables: Vec<Variable>,
}

/// A variable, or a place that a closure has captured.
#[derive(Debug)]
struct Variable {
    name: SmolStr,
    span: Span,
    shape: ShapeId,
    ty: Ty,
    local: LocalId,
    /// The part of the variable that is meant: of the environment, what was captured.
    steps: Vec<Step>,
    place: Place,
    /// Where its value arrives, if it is a parameter.
    arrives: Option<Place>,
    /// Parts of it that are followed: where each is, from the variable's start.
    parts: Vec<(usize, Range<u64>)>,
    flags: Vec<(Vec<Step>, FlagAt)>,
    records: Vec<(Vec<Step>, FlagAt)>,
}

/// Where a variable is.
#[derive(Clone, Debug)]
enum Place {
    /// Nowhere: it takes no bytes.
    Nowhere,
    /// In bytecode locals.
    Locals(Vec<u32>),
    /// In the frame, so far from its start.
    Frame(u64),
    /// So far from the address in a bytecode local.
    At(u32, u64),
    /// So far from the address that is in the frame.
    Behind(u64, u64),
}

impl Session {
    /// The user's variables in the program's bytecode.
    ///
    /// # Errors
    /// As for [`Session::bytecode`].
    pub fn variables(&self) -> Result<Variables, Failure> {
        let lowered = self.lowered_with_defs()?;
        let optimised = self.optimised()?;
        let program = self.bytecode()?.program();
        let is_followed = self.profile() == Profile::Debug;
        let mut maker = Maker { program: self.program(), is_followed, shapes: ShapeMaker::new(self.program()) };
        let mut functions = Vec::new();
        for (index, code) in program.funcs.iter().enumerate() {
            let watched = lowered.variables.get(index).cloned().flatten();
            let function = match watched.filter(|_| !code.code.is_empty()) {
                None => None,
                Some(watched) => {
                    let map = code_map(optimised, FuncId(index as u32));
                    let map = map.map_err(|e| Failure::internal("the bytecode compiler", e))?;
                    // Two compilations of one function have the same code, but for numbers of shared things.
                    let is_same = map.function.lines == code.lines && map.function.code.len() == code.code.len();
                    let func = &optimised.funcs[index];
                    is_same.then(|| maker.function(code, map, func, watched))
                }
            };
            functions.push(function);
        }
        for &(data, ty) in &lowered.objects {
            maker.shapes.object(lowered.module.data[data.index()].address, ty);
        }
        let unwind = self.program().lang(LangFn::Unwind);
        let unwind = unwind.and_then(|id| lowered.defs.iter().position(|def| *def == Some(id)));
        let unwind = unwind.map(|index| index as u32);
        let names: Vec<SmolStr> = program.funcs.iter().map(|f| f.name.clone()).collect();
        let memory = program.memory;
        let regions = Regions {
            data_end: memory.data_end,
            stack_low: memory.stack_low,
            stack_high: memory.stack_high,
            heap_base: memory.heap_base,
        };
        Ok(Variables { shapes: maker.shapes.finish(names.clone()), regions, names, functions, is_followed, unwind })
    }
}

struct Maker<'p> {
    program: &'p Program,
    is_followed: bool,
    shapes: ShapeMaker<'p>,
}

impl Maker<'_> {
    fn function(
        &mut self,
        code: &Function,
        map: CodeMap,
        func: &stair_ir::function::Function,
        watched: std::rc::Rc<Watched>,
    ) -> InFunction {
        let program = self.program;
        let instance = watched.instance;
        let mut variables = Vec::new();
        let mut more = Vec::new();
        let locals = program.body(instance.def).map_or(&[][..], |body| &body.locals);
        let definition = program.fn_def(instance.def);
        let closure = definition.closure.as_ref().filter(|closure| !closure.captures.is_empty());
        for (index, (local, place)) in locals.iter().zip(&watched.places).enumerate() {
            let id = LocalId(index as u32);
            let ty = program.subst(local.ty, instance.args);
            let place_in = place_of(code, &map, place.at);
            let abi = program.layout(ty).map_or(Abi::Zero, |l| l.abi);
            let arrives = place.arrives.map(|first| match abi {
                Abi::Zero => Place::Nowhere,
                Abi::Scalar(_) => Place::Locals(vec![first]),
                Abi::Pair(..) => Place::Locals(vec![first, first + 1]),
                Abi::Memory => Place::At(first, 0),
            });
            if let Some(closure) = closure.filter(|_| index == 0) {
                for (i, capture) in closure.captures.iter().enumerate().filter(|(_, c)| !c.name.starts_with('$')) {
                    let environment = program.pointee(ty).filter(|_| closure.kind != ClosureKind::FnOnce).unwrap_or(ty);
                    let layout = program.layout(environment).ok();
                    let Some(offset) = layout.and_then(|l| l.field(FieldIdx(i as u32))) else { continue };
                    let place = match (&place_in, environment == ty) {
                        (Place::Locals(locals), false) => Place::At(locals[0], offset),
                        (Place::Frame(at), true) => Place::Frame(at + offset),
                        (Place::Frame(at), false) => Place::Behind(*at, offset),
                        (Place::At(local, at), true) => Place::At(*local, at + offset),
                        _ => Place::Nowhere,
                    };
                    let steps = match environment == ty {
                        true => vec![Step::Field(None, FieldIdx(i as u32))],
                        false => Vec::new(),
                    };
                    let ty = program.subst(capture.ty, instance.args);
                    if !steps.is_empty() {
                        more.push(Followed { local: id, steps: steps.clone() });
                    }
                    variables.push(Variable {
                        name: capture.name.clone(),
                        span: capture.declared,
                        shape: self.shapes.shape(ty),
                        ty,
                        local: id,
                        steps,
                        place,
                        arrives: None,
                        parts: Vec::new(),
                        flags: Vec::new(),
                        records: Vec::new(),
                    });
                }
                continue;
            }
            if local.name.starts_with('$') {
                continue;
            }
            variables.push(Variable {
                name: local.name.clone(),
                span: local.span,
                shape: self.shapes.shape(ty),
                ty,
                local: id,
                steps: Vec::new(),
                place: place_in,
                arrives,
                parts: Vec::new(),
                flags: Vec::new(),
                records: Vec::new(),
            });
        }
        let states = self.is_followed.then(|| States::new(func, &map, &watched, more));
        for variable in &mut variables {
            let parts = states.iter().flat_map(|states| &states.flow.parts);
            for (index, part) in parts.enumerate().filter(|(_, part)| part.local == variable.local) {
                if is_within(&part.steps, &variable.steps) {
                    let range = self.extent(variable.ty, &part.steps[variable.steps.len()..]);
                    variable.parts.push((index, range));
                }
            }
            let own = watched.flags.iter().filter(|f| f.local == variable.local);
            variable.flags = own.map(|f| (f.steps.clone(), f.flag)).collect();
            let own = watched.records.iter().filter(|f| f.local == variable.local);
            variable.records = own.map(|f| (f.steps.clone(), f.flag)).collect();
        }
        let last_insts = func.blocks.iter().map(|block| block.insts.last().copied()).collect();
        InFunction { code: code.clone(), map, watched, last_insts, states, variables }
    }

    /// Where a part of a value lies; the pointer for what a box holds.
    fn extent(&self, mut ty: Ty, steps: &[Step]) -> Range<u64> {
        let program = self.program;
        let mut offset = 0;
        for step in steps {
            let next = match (*step, program.types.kind(ty)) {
                (Step::Field(variant, field), TyKind::Adt(adt, args)) => {
                    let index = variant.unwrap_or(VariantIdx(0));
                    let definition = program.adt_def(adt);
                    let of = definition.variants.get(index.0 as usize).and_then(|v| v.fields.get(field.index()));
                    let at = program.layout(ty).ok().and_then(|l| l.variant_field(index, field));
                    of.map(|f| program.subst(f.ty, args)).zip(at)
                }
                (Step::Field(_, field), TyKind::Tuple(list)) => {
                    let of = program.types.list(list).get(field.index()).copied();
                    of.zip(program.layout(ty).ok().and_then(|l| l.field(field)))
                }
                (Step::Field(_, field), TyKind::Closure(..)) => {
                    let of = program.closure_captures(ty).and_then(|c| c.get(field.index()).copied());
                    of.zip(program.layout(ty).ok().and_then(|l| l.field(field)))
                }
                (Step::Element(i), TyKind::Array(element, _)) => {
                    program.layout(element).ok().map(|l| (element, i.saturating_mul(l.size)))
                }
                _ => None,
            };
            let Some((part, at)) = next else { break };
            (ty, offset) = (part, offset + at);
        }
        offset..offset + program.layout(ty).map_or(0, |l| l.size)
    }
}

fn place_of(code: &Function, map: &CodeMap, at: At) -> Place {
    let local = |var: stair_ir::entities::Var| map.locals.get(var.index()).copied();
    let place = match at {
        At::Nowhere => None,
        At::Var(var) => local(var).map(|l| Place::Locals(vec![l])),
        At::Vars(first, second) => local(first).zip(local(second)).map(|(a, b)| Place::Locals(vec![a, b])),
        At::Slot(slot) => code.slots.get(slot.index()).map(|s| Place::Frame(s.offset)),
        At::Address(var) => local(var).map(|l| Place::At(l, 0)),
    };
    place.unwrap_or(Place::Nowhere)
}

impl Variables {
    /// The shapes of the types of the variables and of what they lead to.
    #[must_use]
    pub fn shapes(&self) -> &Shapes {
        &self.shapes
    }

    /// The names and declarations of the user's variables that can be seen at an instruction, in the order of their declarations.
    #[must_use]
    pub fn of_frame(&self, func: u32, pc: u32) -> Vec<(SmolStr, Span)> {
        let Some(function) = self.functions.get(func as usize).and_then(Option::as_ref) else { return Vec::new() };
        self.seen(function, pc).map(|v| (v.name.clone(), v.span)).collect()
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
    pub fn owners(
        &self,
        range: Range<u64>,
        frames: &[Frame],
        picture: &Picture,
        program: &stair_bytecode::program::Program,
    ) -> Vec<Owned> {
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
            let function = self.names.get(frame.func as usize).map_or("", SmolStr::as_str);
            for variable in variables {
                let state = variable.state.as_str();
                let state = if state.is_empty() { String::new() } else { format!(" ({state})") };
                roots.push((format!("{function}: {}{state}", variable.name), &variable.value));
            }
        }
        owners(range, &regions, &roots, &picture.blocks.blocks)
    }

    /// The variables that can be seen at an instruction.
    fn seen<'a>(&self, function: &'a InFunction, pc: u32) -> impl Iterator<Item = &'a Variable> {
        let scopes = &function.watched.scopes;
        let scope = match function.code.origin(pc).item {
            Origin::NO_ITEM => {
                let block = block_at(&function.map, pc).unwrap_or(stair_ir::entities::Block(0));
                let last = function.last_insts.get(block.index()).copied().flatten();
                last.map_or_else(|| scopes.blocks.get(&block).copied().flatten(), |inst| scopes.of_inst(inst))
            }
            item => scopes.of_inst(InstId(item)),
        };
        let order: Vec<LocalId> = match self.is_followed {
            true => scopes.variables(scope),
            false => function.variables.iter().map(|v| v.local).collect(),
        };
        // The environment of a closure stands for all that was captured.
        let is_seen = |v: &&Variable| order.contains(&v.local);
        let mut found: Vec<&Variable> = function.variables.iter().filter(is_seen).collect();
        found.sort_by_key(|v| order.iter().position(|&local| local == v.local));
        found.into_iter()
    }

    /// The variables of a frame.
    fn read(&self, frame: &Frame, waits: Waits, memory: &[u8], reader: &mut Reader<'_>) -> Vec<VariableAt> {
        let Some(function) = self.functions.get(frame.func as usize).and_then(Option::as_ref) else {
            return Vec::new();
        };
        let states = function.states.as_ref().and_then(|all| Some((all, all.at(frame.pc, waits.under_way)?)));
        let mut found = Vec::new();
        for variable in self.seen(function, frame.pc) {
            if states.as_ref().is_some_and(|(all, now)| all.flow.has_ended(variable.local, now)) {
                continue;
            }
            let root = format!("{}: {}", function.code.name, variable.name);
            let mut read = match &states {
                Some((all, now)) => variable.read(frame, waits, (all, now), function, memory, &root, reader),
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

impl Variable {
    fn read(
        &self,
        frame: &Frame,
        waits: Waits,
        (all, states): (&States, &[Set]),
        function: &InFunction,
        memory: &[u8],
        root: &str,
        reader: &mut Reader<'_>,
    ) -> VariableAt {
        let (mut state, parts) = self.state(frame, waits, (all, states), function, memory);
        let mut place = &self.place;
        let is_unset = |(set, part): (&Set, &Followed)| part.local != self.local || *set == UNSET;
        if state == State::Uninitialised
            && let Some(arrives) = &self.arrives
            && states.iter().zip(&all.flow.parts).all(is_unset)
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
                let gone = parts.iter().map(|(range, words)| (address + range.start..address + range.end, *words));
                reader.set_gone(gone.collect());
                let value = reader.read(self.shape, root, address);
                reader.set_gone(Vec::new());
                value
            }
            (_, None) => reader.read_cells(self.shape, root, &[]),
        };
        at(state, value)
    }

    /// The state, and the parts that are gone where others are not.
    fn state(
        &self,
        frame: &Frame,
        waits: Waits,
        (all, states): (&States, &[Set]),
        function: &InFunction,
        memory: &[u8],
    ) -> (State, Vec<(Range<u64>, &'static str)>) {
        let is_there = |(_, flag): &&(Vec<Step>, FlagAt)| match *flag {
            FlagAt::Var(var) => {
                let local = function.map.locals.get(var.index());
                local.and_then(|&l| frame.locals.get(l as usize)).is_some_and(|&cell| cell != 0)
            }
            FlagAt::Slot(slot, offset) => {
                let slot = function.code.slots.get(slot.index());
                let at = slot.map(|s| frame.address + s.offset + u64::from(offset));
                at.and_then(|at| word(memory, at)).is_some_and(|count| count != 0)
            }
        };
        // What each part may be, once the flags have been asked.
        let mut sets: Vec<(Set, &Range<u64>, &[Step])> = Vec::new();
        for (index, range) in &self.parts {
            let part = &all.flow.parts[*index];
            let mut set = states[*index];
            let flags = || self.flags.iter().filter(|(steps, _)| is_within(steps, &part.steps));
            if set.count_ones() > 1 {
                let (there, all) = (flags().filter(is_there).count(), flags().count());
                let is_exact = flags().any(|(steps, _)| steps.len() == part.steps.len());
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
            let mut records = self.records.iter().filter(|(steps, _)| is_within(steps, &part.steps));
            if waits.is_unwound && set == LIVE && records.any(|record| !is_there(&record)) {
                set = DROPPED;
            }
            sets.push((set, range, &part.steps));
        }
        let whole = sets.iter().find(|(_, _, steps)| steps.len() == self.steps.len()).map_or(UNSET, |(set, ..)| *set);
        let every = sets.iter().fold(0, |every, (set, ..)| every | set);
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
        let gone = sets.iter().filter(|(set, ..)| *set != LIVE);
        let gone = gone.map(|&(set, range, steps)| {
            let is_held = steps[self.steps.len()..].contains(&Step::Deref);
            let words = match (set, steps.last()) {
                (MOVED, Some(Step::Deref)) => HELD,
                (MOVED, _) if is_held => HELD_IN_PART,
                (_, _) if is_held => HELD_PERHAPS,
                (MOVED, _) => State::Moved.as_str(),
                _ => State::MaybeMoved.as_str(),
            };
            (range.clone(), words)
        });
        (state, gone.collect())
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
