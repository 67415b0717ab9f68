//! The step debugger: a recorded run of a compiled program, one moment of it at a time, told in the terms of every layer.
//!
//! [`Debugger::record`] runs the program once. [`Debugger::go`] begins a journey to another moment, which
//! [`Debugger::advance`] carries on in spells, so that whoever drives it can show progress and give up. [`Debugger::moment`]
//! is what there is to see where it has come to.
//!
//! It needs verified bytecode and what a compiler says of it ([`DebugInfo`]), and no compiler: a [`Bundle`] is both as a file.

mod breakpoints;
mod bundle;
mod condition;
pub mod doc;
mod info;
mod listing;
mod moment;
mod narrate;
mod panes;
mod profile;
mod stops;
mod travel;
pub mod variables;
mod watch;

pub use breakpoints::{BreakAt, Breakpoint};
pub use bundle::{Bundle, BundleError, MAX_BUNDLE_BYTES};
pub use info::DebugInfo;
pub use listing::{Bytecode, bytecode};
pub use moment::{MAX_FRAMES, Moment, Next};
pub use panes::{Layer, Pane, PaneLines};
pub use profile::{Executed, HotFunction, MAX_HEAP_SAMPLES};
pub use travel::{Calls, Progress, Travel, Unit};
pub use variables::Variables;

pub use stair_bytecode as bytecode;
pub use stair_history as history;
pub use stair_host as host;
pub use stair_inspect as inspect;
pub use stair_source as source;
pub use stair_vm as vm;

use breakpoints::Breakpoints;
use panes::Panes;
use stair_bytecode::disasm::Row;
use stair_bytecode::program::Program;
use stair_history::{History, Profile, Recorded};
use stair_host::Host;
use stair_inspect::HeapLeft;
use stair_source::{FileId, Origin, SourceFile, Span};
use stair_vm::{Code, Limits, OutOfMemory, Status};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use stops::KeptStops;
use travel::Journey;

/// A recorded run, and the moment of it that is looked at.
pub struct Debugger {
    info: Box<dyn DebugInfo>,
    history: History,
    /// The moment that is looked at. The history's own machine may be elsewhere, as searching moves it.
    at: u64,
    journey: Option<Journey>,
    stops: KeptStops,
    /// `None` where there are none.
    breakpoints: Option<Breakpoints>,
    panes: Panes,
    variables: OnceCell<Option<Rc<Variables>>>,
    /// The listings of the functions in which somebody has looked: listing one looks at the names of all.
    rows: BTreeMap<u32, Vec<Row>>,
    profile: Option<Profile>,
    /// What was on the heap at moments of the recording.
    heap: Vec<(u64, HeapLeft)>,
    /// How many functions are running where the user's first one begins; 0 while nobody has asked.
    own_depth: usize,
}

impl Debugger {
    /// Make ready to record a run of a program.
    ///
    /// # Errors
    /// If there is not enough memory.
    pub fn new(code: &Arc<Code>, info: Box<dyn DebugInfo>) -> Result<Self, OutOfMemory> {
        let history = History::new(Arc::clone(code), Limits::default())?;
        let stops = KeptStops::default();
        Ok(Self {
            info,
            history,
            at: 0,
            journey: None,
            stops,
            breakpoints: None,
            panes: Panes::default(),
            variables: OnceCell::new(),
            rows: BTreeMap::new(),
            profile: None,
            heap: Vec::new(),
            own_depth: 0,
        })
    }

    /// Record the run further, for `steps` instructions at most. Does not change which moment is looked at.
    pub fn record(&mut self, world: &mut dyn Host, steps: u64) -> Recorded {
        let before = self.history.recorded().steps;
        let recorded = self.history.record(world, steps);
        self.sample_heap(before);
        recorded
    }

    /// The recorded run.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What is known of the program besides its bytecode.
    #[must_use]
    pub fn info(&self) -> &dyn DebugInfo {
        &*self.info
    }

    /// The user's text.
    #[must_use]
    pub fn source(&self) -> &SourceFile {
        self.info.source()
    }

    /// The user's variables; `None` if they are too many to be told.
    #[must_use]
    pub fn variables(&self) -> Option<&Rc<Variables>> {
        self.variables.get_or_init(|| self.info.variables()).as_ref()
    }

    /// Memory as it was at a moment, from an address on; fewer bytes than `len` where memory ends.
    pub fn memory_at(&mut self, step: u64, address: u64, len: usize) -> Vec<u8> {
        self.history.seek(step);
        let memory = self.history.vm().memory();
        let start = usize::try_from(address).map_or(memory.len(), |start| start.min(memory.len()));
        memory[start..memory.len().min(start.saturating_add(len))].to_vec()
    }

    /// The number of the moment that is looked at.
    #[must_use]
    pub fn at(&self) -> u64 {
        self.at
    }

    /// Whether the recorded run ended by a panic.
    pub fn panicked(&mut self) -> bool {
        self.panic_frame().is_some()
    }

    /// Where a panic that ended the run happened in the user's code: the function, the instruction, and how many functions
    /// were running.
    fn panic_frame(&mut self) -> Option<(u32, u32, usize)> {
        let recorded = self.history.recorded();
        recorded.exit_code.filter(|&code| code == PANIC_EXIT_CODE)?;
        self.history.seek(recorded.steps);
        let vm = self.history.vm();
        if !matches!(vm.status(), Status::Exited(_)) {
            return None;
        }
        let frames = vm.frames(usize::MAX);
        let funcs = &self.program().funcs;
        let is_library = |func: u32| !funcs[func as usize].is_user;
        let own = frames.iter().position(|frame| !is_library(frame.func))?;
        // A program that ends itself with the same code calls another function.
        let panics = frames[..own].iter().any(|frame| self.info.handles_panics(frame.func)) || vm.error().is_some();
        panics.then(|| (frames[own].func, frames[own].pc, frames.len() - own))
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.history.vm().code().verified().program()
    }

    /// The line of an instruction's origin in the user's text, counted from 1.
    fn line_of(&self, origin: Origin) -> Option<u32> {
        line_of(self.source(), origin.span)
    }
}

/// The exit code of a program that panicked.
const PANIC_EXIT_CODE: i32 = 101;

/// The line on which a span of the user's text begins, counted from 1.
fn line_of(source: &SourceFile, span: Span) -> Option<u32> {
    (span.file == FileId::USER && !span.is_empty()).then(|| source.line_col(span.lo).line)
}
