//! Checks: what the run worker is asked, and what came of it.

use stair_protocol::{CompileRequest, Given, Judgement, LearnRequest, RequestId, RunRequest};

use super::{Desk, Learn};
use crate::state::{Activity, Effect, Mark, Notice, Origin, State};

/// A check that is going on.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Grading {
    pub(super) id: RequestId,
    /// The exercise.
    pub(super) task: usize,
    /// How many things have been looked at, how many of them hold, and how many there are; 0 as long as that is not known.
    pub(super) done: usize,
    held: u32,
    pub(super) of: u32,
}

/// What came of a check.
#[derive(Clone, PartialEq, Debug)]
pub struct Results {
    /// What was looked at, in order.
    pub items: Vec<Judgement>,
    /// How many things there are to look at; 0 as long as that is not known.
    pub of: u32,
    /// How it ended; `None` while it goes on.
    pub ended: Option<Ended>,
    /// What was checked.
    given: Given,
}

/// How a check ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ended {
    /// All of it holds.
    Solved,
    /// Not all of it holds.
    NotSolved,
    /// The learner stopped it.
    Stopped,
    /// It could not be done.
    Failed(String),
}

impl Learn {
    /// What the learner has written for an exercise.
    pub(super) fn given(&self, task: usize) -> Given {
        let (Some(task), Some(record)) = (self.course.tasks.get(task), self.records.get(task)) else {
            return Given::default();
        };
        let program = task.starter.as_ref().map(|starter| record.program.clone().unwrap_or_else(|| starter.clone()));
        Given { id: task.id.clone(), program, answers: record.answers.clone() }
    }

    /// Whether what was checked is not what the learner has written now.
    pub fn are_results_old(&self) -> bool {
        self.results.as_ref().is_some_and(|results| results.given != self.given(self.at))
    }

    /// What came of a question of the exercise that is shown, unless its answer has changed since.
    pub fn judgement(&self, question: usize) -> Option<&Judgement> {
        let id = &self.task()?.questions.get(question)?.id;
        let results = self.results.as_ref()?;
        let is_same = results.given.answers.get(id) == self.record()?.answers.get(id);
        results.items.iter().find(|item| is_same && item.question.as_ref() == Some(id))
    }

    /// The check that goes on ends like this.
    pub(super) fn end_grading(&mut self, ended: Ended) -> Option<Grading> {
        let grading = self.grading.take()?;
        if grading.task == self.at
            && let Some(results) = self.results.as_mut().filter(|results| results.ended.is_none())
        {
            results.ended = Some(ended);
        }
        Some(grading)
    }
}

impl State {
    pub(super) fn check(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        learn.queue.clear();
        learn.asking = None;
        let at = learn.at;
        self.grade(at, effects);
    }

    /// Checks every exercise that the learner has written something for.
    pub(super) fn check_all(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        learn.queue = (0..learn.records.len()).filter(|&task| learn.records[task].is_begun()).collect();
        match learn.queue.pop_front() {
            Some(first) => self.grade(first, effects),
            None => {
                let text = "Nothing has been written yet: there is nothing to check.".to_owned();
                self.notice = Some(Notice { text, offers_previous: false });
            }
        }
    }

    fn grade(&mut self, task: usize, effects: &mut Vec<Effect>) {
        let queue = self.learning.open.as_mut().map(|learn| std::mem::take(&mut learn.queue));
        self.stop(effects);
        self.start_runner(effects);
        let id = self.next_id();
        let Some(learn) = &mut self.learning.open else { return };
        learn.queue = queue.unwrap_or_default();
        let given = learn.given(task);
        let Some(sealed) = learn.course.tasks.get(task).map(|task| task.sealed.clone()) else { return };
        let reveal = learn.records.get(task).is_some_and(|record| record.solution);
        learn.grading = Some(Grading { id, task, done: 0, held: 0, of: 0 });
        if task == learn.at {
            learn.results = Some(Results { items: Vec::new(), of: 0, ended: None, given: given.clone() });
        }
        self.activity = Activity::Grading(id);
        self.waiting_run = Some(RunRequest::Grade { id, sealed, given, reveal });
    }

    /// The check was stopped, or its worker was lost, for this reason.
    pub(in crate::state) fn lose_grading(&mut self, reason: Option<String>) {
        if let Some(learn) = &mut self.learning.open {
            learn.queue.clear();
            learn.end_grading(reason.map_or(Ended::Stopped, Ended::Failed));
        }
    }

    pub(in crate::state) fn judged(&mut self, id: RequestId, of: u32, judgement: Judgement) {
        let Some(learn) = &mut self.learning.open else { return };
        let Some(grading) = learn.grading.as_mut().filter(|grading| grading.id == id) else { return };
        grading.done += 1;
        grading.held += u32::from(judgement.passed);
        grading.of = of;
        if grading.task == learn.at
            && let Some(results) = &mut learn.results
        {
            results.of = of;
            results.items.push(judgement);
        }
    }

    pub(in crate::state) fn graded(&mut self, id: RequestId, solved: Result<bool, String>, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        if learn.grading.as_ref().is_none_or(|grading| grading.id != id) {
            return;
        }
        self.activity = Activity::Idle;
        let ended = match &solved {
            Ok(true) => Ended::Solved,
            Ok(false) => Ended::NotSolved,
            Err(reason) => Ended::Failed(reason.clone()),
        };
        let Some(grading) = learn.end_grading(ended) else { return };
        if let (Ok(solved), Some(record)) = (solved, learn.records.get_mut(grading.task)) {
            // What has been solved once has been solved, whatever is tried afterwards.
            record.solved |= solved;
            record.held = Some((grading.held, grading.of));
            learn.keep(grading.task, effects);
        }
        let is_shown = grading.task == learn.at && !learn.is_overview;
        let next = learn.queue.pop_front();
        if is_shown {
            self.mark_failure(effects);
        }
        if let Some(next) = next {
            self.grade(next, effects);
        }
    }

    /// Lights up in the editor where the first thing is that does not hold.
    fn mark_failure(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &self.learning.open else { return };
        let Some(results) = learn.results.as_ref().filter(|_| learn.desk == Desk::Own) else { return };
        if results.given.program.as_ref() != Some(&self.program.source) {
            return;
        }
        let failed = results.items.iter().filter(|item| !item.passed);
        if let Some((span, _)) = failed.filter_map(|item| item.place).next() {
            self.chosen = Some(Mark { span, origin: Origin::Link, from: None });
            self.pointed = None;
            self.mark_source(effects);
            effects.push(Effect::Reveal(span));
        }
    }

    pub(super) fn answer(&mut self, question: usize, text: String, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        let at = learn.at;
        let id = learn.task().and_then(|task| task.questions.get(question)).map(|question| question.id.clone());
        let Some((id, record)) = id.zip(learn.records.get_mut(at)) else { return };
        if text.is_empty() {
            record.answers.remove(&id);
        } else {
            record.answers.insert(id, text);
        }
        learn.keep(at, effects);
    }

    pub(super) fn open_hint(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        let (at, most) = (learn.at, learn.task().map_or(0, |task| task.hints));
        let Some(record) = learn.records.get_mut(at).filter(|record| record.hints < most) else { return };
        record.hints += 1;
        learn.keep(at, effects);
        self.unveil(effects);
    }

    pub(super) fn open_solution(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        let at = learn.at;
        let Some(record) = learn.records.get_mut(at) else { return };
        record.solution = true;
        learn.keep(at, effects);
        let has_questions = learn.task().is_some_and(|task| !task.questions.is_empty());
        self.unveil(effects);
        // The answers are not written down anywhere: they are what a check finds.
        if has_questions {
            self.check(effects);
        }
    }

    /// Asks for what is behind the veil of the exercise that is shown.
    pub(super) fn unveil(&mut self, effects: &mut Vec<Effect>) {
        let id = self.next_id();
        let Some(learn) = &mut self.learning.open else { return };
        if learn.unveiled.is_some() || learn.unveiling.is_some() {
            return;
        }
        if let Some(task) = learn.task() {
            let request = LearnRequest::Unveil(task.sealed.clone());
            learn.unveiling = Some(id);
            effects.push(Effect::ToCompiler(CompileRequest::Learn { id, request }));
        }
    }
}
