//! The bytecode virtual machine: runs verified bytecode fast, or one instruction at a time with everything visible.
//!
//! - [`Code`] is a program made ready: linked with the host's functions and translated to register instructions
//!   (`translate`, `ins`, `ops`), which `fast` runs.
//! - [`Vm`] is one run of it. [`Vm::run`] goes on for a number of instructions, [`Vm::step`] executes exactly one
//!   (`step`, `semantics`), [`Vm::run_to`] goes on to the next instruction of a set ([`Stops`]). All count the same
//!   instructions of the teaching bytecode and leave the same state, so they can be mixed freely.
//! - [`Snapshot`] is the state of a run at one moment.
//!
//! The frame of a function is a window of 64-bit cells: locals, then constants that only the fast loop reads, then the
//! operand stack. A callee's window begins at its arguments on the caller's operand stack.
//!
//! ```text
//! caller   │ locals │ constants │ operand stack … a b │
//! callee                                        │ a b other locals │ constants │ operand stack … │
//! ```

mod fast;
mod ins;
mod ops;
mod pages;
mod semantics;
mod snapshot;
mod step;
mod stops;
mod trace;
mod translate;

pub use snapshot::Snapshot;
pub use stops::{Ask, Stops};
pub use trace::{Event, Frame, LocalWrite, MemoryWrite, Step, TypedCell};

use fast::{Exit, Return, State, WINDOW};
use stair_bytecode::code::Instr;
use stair_bytecode::verify::Verified;
use stair_host::{Host, HostCall};
use stair_ir::inst::Type;
use std::fmt;
use std::sync::Arc;
use translate::{Site, Translated};

/// The most functions that can wait for their callees by default. A native program of 8 MiB of stack gets about as far
/// with frames of 32 bytes.
pub const MAX_DEPTH: usize = 1 << 18;
/// The most cells that all frames take together by default: 64 MiB.
pub const MAX_CELLS: usize = 1 << 23;
/// The most memory that a program can grow to by default, in pages of 64 KiB: 1 GiB.
pub const MAX_PAGES: u64 = 1 << 14;

/// What a run may use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// How many functions can wait for their callees. One more call is a stack overflow.
    pub max_depth: usize,
    /// How many 64-bit cells all frames take together. More is a stack overflow.
    pub max_cells: usize,
    /// How large memory can grow, in pages of 64 KiB. Growing further fails.
    pub max_pages: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_depth: MAX_DEPTH, max_cells: MAX_CELLS, max_pages: MAX_PAGES }
    }
}

/// Why a program cannot be made ready: it imports what the host does not have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkError {
    /// The import, as `module.name`.
    pub import: String,
    /// What is wrong with it.
    pub what: &'static str,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "import `{}`: {}", self.import, self.what)
    }
}

impl std::error::Error for LinkError {}

/// A program made ready to run, any number of times.
#[derive(Debug)]
pub struct Code {
    verified: Verified,
    translated: Translated,
    imports: Vec<HostCall>,
}

impl Code {
    /// Link and translate a program.
    ///
    /// # Errors
    /// Where it imports something that is not a [`HostCall`], or with another number of parameters.
    pub fn new(verified: Verified) -> Result<Arc<Self>, LinkError> {
        let mut imports = Vec::new();
        for import in &verified.program().imports {
            let fail = |what| LinkError { import: format!("{}.{}", import.module, import.name), what };
            let call = HostCall::parse(&import.name).filter(|_| import.module == HostCall::MODULE);
            let call = call.ok_or_else(|| fail("there is no such function"))?;
            if call.arity() != import.sig.params.len() {
                return Err(fail("it has another number of parameters"));
            }
            imports.push(call);
        }
        let translated = Translated::new(&verified);
        Ok(Arc::new(Self { verified, translated, imports }))
    }

    /// The program.
    #[must_use]
    pub fn verified(&self) -> &Verified {
        &self.verified
    }

    /// The function's register instructions as text, for people who work on the translator.
    #[must_use]
    pub fn register_listing(&self, func: u32) -> String {
        let funcs = &self.translated.funcs;
        let start = funcs.get(func as usize).map_or(0, |f| f.entry as usize);
        let end = funcs.get(func as usize + 1).map_or(self.translated.code.len(), |f| f.entry as usize);
        let lines = self.translated.code.get(start..end).unwrap_or(&[]).iter().enumerate();
        lines.map(|(i, ins)| format!("{:5}  {ins:?}\n", start + i)).collect()
    }

    /// The site of a bytecode instruction.
    fn site_of(&self, func: u32, pc: u32) -> Option<&Site> {
        let sites = &self.translated.funcs[func as usize].sites;
        let index = sites.binary_search_by_key(&pc, |s| s.0).ok()?;
        self.translated.sites.get(sites[index].1 as usize)
    }
}

/// How a run stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// It can go on.
    Paused,
    /// The program has ended with this exit code. Where it ended by an error of its own (stack overflow, memory access
    /// out of range), the message was written to stderr.
    Exited(i32),
}

/// How a program ended.
#[derive(Clone, PartialEq, Eq, Debug)]
struct End {
    exit_code: i32,
    message: Option<String>,
}

/// One run of a program. Cloning it takes a snapshot.
#[derive(Clone, Debug)]
pub struct Vm {
    code: Arc<Code>,
    state: State,
    limits: Limits,
    /// The running function, its next instruction, and how many values are on its operand stack.
    func: u32,
    pc: u32,
    height: u16,
    steps: u64,
    /// Whether the entry has its frame.
    started: bool,
    end: Option<End>,
}

impl Vm {
    /// Begin a run.
    ///
    /// # Errors
    /// Where there is not enough memory for the program's.
    pub fn new(code: Arc<Code>, limits: Limits) -> Result<Self, OutOfMemory> {
        let program = code.verified.program();
        let size = usize::try_from(program.memory.heap_base).map_err(|_| OutOfMemory)?;
        let mut memory = Vec::new();
        memory.try_reserve_exact(size).map_err(|_| OutOfMemory)?;
        memory.resize(size, 0);
        for segment in &program.data {
            let start = segment.address as usize;
            memory[start..start + segment.bytes.len()].copy_from_slice(&segment.bytes);
        }
        let state = State {
            cells: vec![0; 2 * WINDOW],
            base: 0,
            returns: vec![Return { pc: Return::BOTTOM, base: 0 }; limits.max_depth.clamp(1, 64)],
            depth: 1,
            memory,
            sp: program.memory.stack_high,
        };
        let func = program.entry;
        Ok(Self { state, limits, func, pc: 0, height: 0, steps: 0, started: false, end: None, code })
    }

    /// Give the entry its frame, before anything else.
    fn start(&mut self, code: &Code, host: &mut dyn Host) {
        if !std::mem::replace(&mut self.started, true) {
            self.prepare(code, host);
        }
    }

    /// Give the function just entered its frame, or end the program.
    fn prepare(&mut self, code: &Code, host: &mut dyn Host) {
        let func = &code.translated.funcs[self.func as usize];
        let prepared = func.prepare_cells(&mut self.state.cells[self.state.base..])
            && func.prepare_frame(&mut self.state.sp, code.translated.stack_low);
        if !prepared {
            self.stop_with_overflow(host);
        }
    }

    /// Go on for exactly `budget` bytecode instructions, or until the program ends. Takes about as long as that many
    /// instructions take, so an endless program can be interrupted between two calls.
    pub fn run(&mut self, host: &mut dyn Host, budget: u64) -> Status {
        let code = Arc::clone(&self.code);
        self.start(&code, host);
        let goal = self.steps.saturating_add(budget);
        // The fast loop stops at the end of the block in which it exceeds its fuel, so it gets less than what is left.
        let margin = u64::from(code.translated.longest);
        while self.end.is_none() && self.steps < goal {
            let left = goal - self.steps;
            let start = code.translated.funcs[self.func as usize].resume_at(self.pc).filter(|_| left > margin);
            match start {
                Some(start) => self.run_fast(&code, None, host, start, left - margin),
                None => self.step_once(&code, host, None),
            }
        }
        self.status()
    }

    /// Execute one instruction and say what it did; `None` if the program has ended.
    pub fn step(&mut self, host: &mut dyn Host) -> Option<Step> {
        let code = Arc::clone(&self.code);
        self.start(&code, host);
        if self.end.is_some() {
            return None;
        }
        let mut step = Step::new(Instr::plain(stair_bytecode::op::Op::Unreachable));
        self.step_once(&code, host, Some(&mut step));
        Some(step)
    }

    /// The fast loop from a place in the register code, then back to the form that stepping works on. It stops where a
    /// segment of `stops` begins.
    pub(crate) fn run_fast(&mut self, code: &Code, stops: Option<&Stops>, host: &mut dyn Host, start: u32, fuel: u64) {
        let exit = self.run_loop(code, stops, start, fuel);
        self.settle_exit(code, stops, host, exit);
    }

    /// The fast loop alone: why it ended, and where in the register code.
    pub(crate) fn run_loop(&mut self, code: &Code, stops: Option<&Stops>, start: u32, fuel: u64) -> (Exit, usize) {
        let fuel = i64::try_from(fuel).unwrap_or(i64::MAX);
        let mut left = fuel;
        let ins = stops.map_or(code.translated.code.as_slice(), Stops::ins);
        let exit = fast::run(&code.translated, ins, &mut self.state, start as usize, &mut left);
        self.steps += (fuel - left) as u64;
        exit
    }

    /// From where the fast loop left to the form that stepping works on; what the loop left for stepping is done.
    pub(crate) fn settle_exit(
        &mut self,
        code: &Code,
        stops: Option<&Stops>,
        host: &mut dyn Host,
        (exit, at): (Exit, usize),
    ) {
        // Places beyond the code are those that only a return leads to.
        let at = at as u32;
        let unit = &code.translated;
        match exit {
            Exit::Returned => self.stop_after_return(at, host),
            Exit::Budget if at as usize >= unit.code.len() => self.stop_after_return(at, host),
            Exit::Budget => self.settle_at_point(code, at, host),
            Exit::Site if stops.is_some_and(|stops| stops.replaces(at)) => self.settle_at_point(code, at, host),
            Exit::FrameOverflow => {
                (self.func, self.pc, self.height) = (unit.func_of(at), 0, 0);
                self.stop_with_overflow(host);
            }
            Exit::Site | Exit::NeedRoom => {
                self.func = unit.func_of(at);
                if let Some(site) = unit.site(at) {
                    (self.pc, self.height) = (site.pc, site.height);
                    self.steps += u64::from(site.steps);
                    self.settle(code, self.func, site, site.height);
                }
                self.step_once(code, host, None);
            }
        }
    }

    /// From a place in the register code where a segment or a function begins, or to which a call has returned.
    fn settle_at_point(&mut self, code: &Code, at: u32, host: &mut dyn Host) {
        let unit = &code.translated;
        self.func = unit.func_of(at);
        if let Some(point) = unit.point(at) {
            if let Some(site) = unit.site(at.wrapping_sub(1)).filter(|_| point.after_call) {
                self.settle_after_call(code, self.func, site);
            }
            (self.pc, self.height) = (point.pc, point.height);
        } else {
            // A function that was called and has not prepared its frame yet.
            (self.pc, self.height) = (0, 0);
            self.prepare(code, host);
        }
    }

    /// How the run stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.end.as_ref().map_or(Status::Paused, |end| Status::Exited(end.exit_code))
    }

    /// The message of the error that ended the program, if one did that is not a panic of its own.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.end.as_ref()?.message.as_deref().map(str::trim)
    }

    /// How many bytecode instructions have run.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The program's memory.
    #[must_use]
    pub fn memory(&self) -> &[u8] {
        &self.state.memory
    }

    /// The running function and its next instruction; the entry's first after it returned.
    #[must_use]
    pub fn position(&self) -> (u32, u32) {
        (self.func, self.pc)
    }

    /// How many functions are running: 1 in the entry.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.state.depth
    }

    /// The program.
    #[must_use]
    pub fn code(&self) -> &Arc<Code> {
        &self.code
    }

    /// The running function and its callers, innermost first, at most `limit` of them. After the program's end, as they
    /// were then; none if it ended by returning from its entry.
    #[must_use]
    pub fn frames(&self, limit: usize) -> Vec<Frame> {
        let unit = &self.code.translated;
        let mut out = Vec::new();
        let (mut func, mut pc, mut base, mut sp) = (self.func, self.pc, self.state.base, self.state.sp);
        let mut site: Option<&Site> = None;
        for ret in self.state.returns[..self.state.depth].iter().rev().take(limit) {
            out.push(self.frame(func, pc, base, sp, site));
            sp = sp.wrapping_add(unit.funcs[func as usize].frame_size);
            let at = if ret.pc & Return::HANDLER != 0 { ret.pc & !Return::HANDLER } else { ret.pc.wrapping_sub(1) };
            site = unit.site(at);
            let Some(caller) = site else { break };
            (func, pc, base) = (unit.func_of(at), caller.pc, ret.base as usize);
        }
        out
    }

    /// One frame; `site` is that of the call for all but the innermost.
    fn frame(&self, func: u32, pc: u32, base: usize, sp: u64, site: Option<&Site>) -> Frame {
        let program = self.code.verified.program();
        let f = &program.funcs[func as usize];
        let layout = &self.code.translated.funcs[func as usize];
        let cells = &self.state.cells[base..];
        let mut types = self.code.verified.stack_types(func, pc).unwrap_or_default();
        let mut described: &[(u16, translate::Source)] = &[];
        if let Some(site) = site {
            described = self.code.translated.pending(site);
            if let Ok((instr, _)) = Instr::decode(&f.code, pc as usize) {
                types.truncate(types.len().saturating_sub(step::pop_count(&self.code, func, instr)));
            }
        }
        let cell = |(pos, ty): (usize, Type)| {
            let own = cells[usize::from(layout.first_stack()) + pos];
            let source = described.iter().find(|d| usize::from(d.0) == pos).map(|d| d.1);
            TypedCell { ty, bits: source.and_then(|s| s.value(cells, sp)).unwrap_or(own) }
        };
        Frame {
            func,
            pc,
            locals: cells[..f.locals.len()].to_vec(),
            stack: types.into_iter().enumerate().map(cell).collect(),
            address: sp,
        }
    }
}

/// There is not enough memory to begin a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

impl fmt::Display for OutOfMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is not enough memory to run the program")
    }
}

impl std::error::Error for OutOfMemory {}
