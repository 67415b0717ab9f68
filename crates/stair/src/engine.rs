//! The engines that run in this process: the tree walker and the bytecode VM.

use crate::{Failure, Session};
use stair_host::Host;
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

    /// Make the program ready for the VM.
    ///
    /// # Errors
    /// If it is rejected or exceeds a limit.
    pub fn vm_runner(&self) -> Result<VmRunner, Failure> {
        let code = Code::new(self.bytecode()?.clone()).map_err(|e| Failure::internal("the VM's linker", e))?;
        Ok(VmRunner { code })
    }
}

impl TreeRunner {
    /// Run from a fresh start.
    ///
    /// # Errors
    /// If the tree walker finds an error in the checked program: an error of Staircase itself.
    pub fn run(&self, host: &mut dyn Host, limits: RunLimits) -> Result<Outcome, Failure> {
        let options = stair_tree::Options {
            overflow_checks: self.overflow_checks,
            max_nesting: limits.max_nesting,
            max_steps: limits.max_steps,
        };
        match self.prepared.run(host, options) {
            stair_tree::Outcome::Exit(code) => Ok(Outcome::Exited(code)),
            stair_tree::Outcome::OutOfSteps => Ok(Outcome::OutOfSteps),
            stair_tree::Outcome::Fault(message) => Err(Failure::internal("the tree walker", message)),
        }
    }
}

impl VmRunner {
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
        let mut vm = self.start()?;
        Ok(match vm.run(host, limits.max_steps.unwrap_or(u64::MAX)) {
            Status::Exited(code) => Outcome::Exited(code),
            Status::Paused => Outcome::OutOfSteps,
        })
    }
}
