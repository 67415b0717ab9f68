//! What records runs and shows their moments. Which worker that is, only this module knows.

use stair_protocol::{DebugAnswer, DebugRequest};
use stair_web::embed::{Action, Opening, ToStepper};
use stair_web::workers::Worker;
use yew::Callback;

/// A worker that steps. Dropping it ends it.
pub(crate) struct Stepper {
    worker: Worker,
}

impl Stepper {
    /// Starts one. It answers [`DebugAnswer::Ready`] once it can be asked.
    pub(crate) fn start(act: &Callback<Action>) -> Self {
        let (answered, lost) = (act.clone(), act.clone());
        let worker = Worker::start(
            "debug",
            move |answer: DebugAnswer| answered.emit(Action::Stepped(answer)),
            move |reason| lost.emit(Action::StepperLost(reason)),
        );
        Self { worker }
    }

    pub(crate) fn send(&self, request: ToStepper) {
        self.worker.send(&match request {
            ToStepper::Ask(request) => request,
            ToStepper::Open(opening) => {
                let Opening { id, program, stdin, budget, at, view, .. } = *opening;
                DebugRequest::Open { id, program, stdin, budget, at, view }
            }
        });
    }
}
