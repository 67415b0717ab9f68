//! The debug worker: compiles a program, records its run and shows any moment of it.

use stair::debugger::Debugger;
use stair::host::Host;
use stair::{Compiler, Failure};
use stair_protocol::{DebugAnswer, Debugged};
use stair_web::input::Input;
use stair_web::quiet::QuietHost;
use stair_web::recorder::{self, Refused, Worker};

use crate::compile::session;
use crate::interop::{WORLD, answer, later, now};

/// The worker: it has a compiler.
#[derive(Default)]
pub(crate) struct DebugWorker {
    compiler: Compiler,
}

impl Worker for DebugWorker {
    const IS_WHOLE: bool = true;

    fn debugger(&mut self, program: Debugged) -> Result<Debugger, Refused> {
        match program {
            Debugged::Source(program) => {
                session(&self.compiler, &program).debugger().map_err(|failure| match failure {
                    Failure::Rejected => Refused::Rejected,
                    failure => Refused::Failed(failure.to_string()),
                })
            }
            Debugged::Bundle(file) => recorder::load(&file),
        }
    }

    fn world(&self, input: Input) -> Box<dyn Host> {
        Box::new(QuietHost::new(WORLD, input))
    }

    fn answer(&self, told: &DebugAnswer) {
        answer(told);
    }

    fn later(&self) {
        later();
    }

    fn now(&self) -> f64 {
        now()
    }
}
