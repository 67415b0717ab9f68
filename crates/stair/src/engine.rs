//! The engines that run in this process: the tree walker and the bytecode VM.

use crate::{Failure, Session};
use stair_host::Host;
use stair_inspect::HeapLeft;
use stair_vm::{Code, Limits, Status, Vm};
use std::sync::Arc;

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// With this exit code.
    Exited(i32),
    /// The limit on steps was reached.
    OutOfSteps,
}

/// What a run on the VM took.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// How it ended.
    pub outcome: Outcome,
    /// How many instructions it executed, exactly.
    pub steps: u64,
    /// How often it allocated, and what it did not give back.
    pub heap: HeapLeft,
}

/// What a run may use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunLimits {
    /// Steps: bytecode instructions on the VM, calls and rounds of loops on the tree walker. `None` for no limit.
    pub max_steps: Option<u64>,
    /// How deeply the tree walker may nest; see [`stair_tree::Options::max_nesting`].
    pub max_nesting: u32,
}

impl Default for RunLimits {
    /// No limit on steps, and a nesting that fits a small stack.
    fn default() -> Self {
        Self { max_steps: None, max_nesting: stair_tree::Options::SMALL_STACK_NESTING }
    }
}

/// A program ready to run on the tree walker, any number of times.
pub struct TreeRunner {
    prepared: stair_tree::Prepared,
    overflow_checks: bool,
}

/// A program ready to run on the VM, any number of times.
#[derive(Clone, Debug)]
pub struct VmRunner {
    code: Arc<Code>,
    heap_counts: [Option<u64>; 3],
}

impl Session {
    /// Make the program ready for the tree walker.
    ///
    /// # Errors
    /// If it is rejected or exceeds a limit.
    pub fn tree_runner(&self) -> Result<TreeRunner, Failure> {
        if !self.diagnostics().is_empty() {
            return Err(Failure::Rejected);
        }
        let prepared = stair_tree::prepare(self.program(), self.sources())
            .map_err(|error| Failure::limit(error.span, error.message))?;
        Ok(TreeRunner { prepared, overflow_checks: self.profile() == crate::Profile::Debug })
    }

    /// Where in the memory of the VM and of the Wasm module the numbers are that [`HeapLeft`] is made of, eight bytes each: blocks
    /// handed out, blocks given back, bytes in the others. `None` for those that the program does not reach.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn heap_counts(&self) -> Result<[Option<u64>; 3], Failure> {
        let lowered = self.lowered_with_defs()?;
        Ok(lowered.heap_counts.map(|id| id.map(|id| lowered.module.data[id.index()].address)))
    }

    /// Make the program ready for the VM.
    ///
    /// # Errors
    /// If it is rejected or exceeds a limit.
    pub fn vm_runner(&self) -> Result<VmRunner, Failure> {
        let code = Code::new(self.bytecode()?.clone()).map_err(|e| Failure::internal("the VM's linker", e))?;
        Ok(VmRunner { code, heap_counts: self.heap_counts()? })
    }
}

impl TreeRunner {
    /// Run from a fresh start.
    ///
    /// # Errors
    /// If the tree walker finds an error in the checked program: an error of Staircase itself.
    pub fn run(&self, host: &mut dyn Host, limits: RunLimits) -> Result<Outcome, Failure> {
        Ok(self.run_to_heap(host, limits)?.0)
    }

    /// [`TreeRunner::run`], and what is on the heap after it.
    ///
    /// # Errors
    /// As for [`TreeRunner::run`].
    pub fn run_to_heap(&self, host: &mut dyn Host, limits: RunLimits) -> Result<(Outcome, HeapLeft), Failure> {
        let options = stair_tree::Options {
            overflow_checks: self.overflow_checks,
            max_nesting: limits.max_nesting,
            max_steps: limits.max_steps,
        };
        let (outcome, counts) = self.prepared.run(host, options);
        let outcome = match outcome {
            stair_tree::Outcome::Exit(code) => Outcome::Exited(code),
            stair_tree::Outcome::OutOfSteps => Outcome::OutOfSteps,
            stair_tree::Outcome::Fault(message) => return Err(Failure::internal("the tree walker", message)),
        };
        Ok((outcome, HeapLeft::of(counts)))
    }
}

impl VmRunner {
    /// The program, linked and translated.
    #[must_use]
    pub fn code(&self) -> &Arc<Code> {
        &self.code
    }

    /// Begin a run, to be driven with [`Vm::run`] and [`Vm::step`].
    ///
    /// # Errors
    /// If there is not enough memory.
    pub fn start(&self) -> Result<Vm, Failure> {
        Vm::new(Arc::clone(&self.code), Limits::default()).map_err(|e| Failure::internal("the VM", e))
    }

    /// Run from a fresh start.
    ///
    /// # Errors
    /// As for [`VmRunner::start`].
    pub fn run(&self, host: &mut dyn Host, limits: RunLimits) -> Result<Outcome, Failure> {
        Ok(self.run_to_heap(host, limits)?.0)
    }

    /// [`VmRunner::run`], and what is on the heap after it.
    ///
    /// # Errors
    /// As for [`VmRunner::start`].
    pub fn run_to_heap(&self, host: &mut dyn Host, limits: RunLimits) -> Result<(Outcome, HeapLeft), Failure> {
        let counted = self.run_counted(host, limits)?;
        Ok((counted.outcome, counted.heap))
    }

    /// [`VmRunner::run`], and what it took.
    ///
    /// # Errors
    /// As for [`VmRunner::start`].
    pub fn run_counted(&self, host: &mut dyn Host, limits: RunLimits) -> Result<Counted, Failure> {
        let mut vm = self.start()?;
        let outcome = match vm.run(host, limits.max_steps.unwrap_or(u64::MAX)) {
            Status::Exited(code) => Outcome::Exited(code),
            Status::Paused => Outcome::OutOfSteps,
        };
        Ok(Counted { outcome, steps: vm.steps(), heap: HeapLeft::read(self.heap_counts, vm.memory()) })
    }
}
