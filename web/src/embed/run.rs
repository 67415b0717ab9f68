//! A recorded run, and the moment of it that is shown.

use std::collections::VecDeque;
use std::rc::Rc;

use stair_protocol::{Moment, Recording, RequestId, Start, Travel};

use crate::state::Console;

/// A run.
#[derive(Debug, Default)]
pub struct Run {
    /// What has been recorded.
    pub recording: Recording,
    /// What the recorded run prints, from its start to its end.
    pub output: Rc<Console>,
    /// The moment that is shown; `None` until there is one.
    pub moment: Option<Rc<Moment>>,
    /// Whether the reader walks through it, and does not only want to see what it prints.
    pub is_stepping: bool,
    /// What a screen reader says of what happened last.
    pub spoken: String,
    /// What is to be said of the way to the moment.
    pub remark: String,
    /// What the worker is at.
    pub task: Option<Task>,
    /// The moment with which it is shown first.
    pub(super) at: Start,
    /// Whether what runs is what the document brought, compiled.
    pub(super) is_brought: bool,
    /// The number that was asked for, until its moment is there.
    pub(super) aim: Option<u64>,
    /// Where to go when the worker has done what it is at.
    pub(super) waiting: VecDeque<Travel>,
}

/// What the worker is at.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Task {
    /// The request.
    pub id: RequestId,
    /// What it does.
    pub work: Work,
    /// Whether it has taken long enough to speak of.
    pub is_late: bool,
    /// How far it is, in percent; `None` while that is not known.
    pub part: Option<u32>,
}

/// What the worker can be at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// Compiling the program.
    Compile,
    /// Recording a run.
    Record,
    /// Looking for a moment.
    Travel,
}

impl Run {
    /// The number of the moment that is shown, or that will be.
    pub fn step(&self) -> u64 {
        self.aim.or(self.moment.as_ref().map(|moment| moment.step)).unwrap_or(0)
    }

    /// The number of the last moment: of a program that has not ended, the one before the last recorded instruction.
    pub fn last(&self) -> u64 {
        self.recording.steps.saturating_sub(u64::from(self.recording.exit_code.is_none()))
    }

    /// Whether there is no recording yet, or it grows.
    pub fn is_recording(&self) -> bool {
        self.task.is_some_and(|task| task.work != Work::Travel)
    }

    /// Whether the recording has reached its budget, and the program not its end.
    pub fn is_paused(&self) -> bool {
        self.moment.is_some() && self.recording.exit_code.is_none() && !self.is_recording()
    }

    /// Takes a moment, and what is to be said of it.
    pub(super) fn show(&mut self, moment: Moment, remark: String) {
        self.recording = moment.recording.clone();
        self.spoken = match self.recording.exit_code {
            Some(code) if !self.is_stepping => format!("The program has ended with exit code {code}."),
            _ => {
                let line_before = self.moment.as_ref().and_then(|before| before.line);
                let place = moment.line.filter(|_| moment.line != line_before).map(|line| format!("Line {line}."));
                let parts = [remark.as_str(), place.as_deref().unwrap_or_default(), moment.narration.as_str()];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").replace('`', "")
            }
        };
        self.remark = remark;
        self.moment = Some(Rc::new(moment));
    }
}
