//! What a learner has done as a file, and back from it.

use stair_protocol::{CompileRequest, Given, LearnRequest, RequestId, WorkshopSource};

use super::{Asking, Loading, Pick, Source};
use crate::state::{Effect, Notice, Part, State};

/// What a summary would change.
#[derive(Clone, PartialEq, Debug)]
pub struct Import {
    /// What it holds for exercises of the workshop, by their places.
    given: Vec<(usize, Given)>,
    /// The titles of the exercises for which something else has been written here.
    pub differs: Vec<String>,
}

impl State {
    pub(super) fn picked(&mut self, pick: Pick, name: String, text: Result<String, String>, effects: &mut Vec<Effect>) {
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                let text = format!("The file {name} cannot be read: {error}");
                self.notice = Some(Notice { text, offers_previous: false });
                return;
            }
        };
        match pick {
            Pick::Workshop => {
                self.part = Part::Lesson;
                let loading = Loading { source: Source::File(name), wanted: None, request: None, course: None };
                self.learning.loading = Some(loading);
                self.read_workshop(WorkshopSource::Exported(text), effects);
            }
            Pick::Summary => {
                let id = self.next_id();
                if let Some(learn) = &mut self.learning.open {
                    learn.reading = Some(id);
                    let request = LearnRequest::Read(text);
                    effects.push(Effect::ToCompiler(CompileRequest::Learn { id, request }));
                }
            }
        }
    }

    pub(super) fn export(&mut self, effects: &mut Vec<Effect>) {
        let id = self.next_id();
        let Some(learn) = &mut self.learning.open else { return };
        let begun = (0..learn.records.len()).filter(|&task| learn.records[task].is_begun());
        let given = begun.map(|task| learn.given(task)).collect();
        learn.writing = Some(id);
        let request = LearnRequest::Write(learn.course.title.clone(), given);
        effects.push(Effect::ToCompiler(CompileRequest::Learn { id, request }));
    }

    pub(super) fn written(&mut self, id: RequestId, bytes: Vec<u8>, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        if learn.writing.take_if(|asked| *asked == id).is_some() {
            effects.push(Effect::Save { name: file_name(&learn.course.title), bytes });
        }
    }

    pub(super) fn summary_read(
        &mut self,
        id: RequestId,
        summary: Result<(String, Vec<Given>), String>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(learn) = &mut self.learning.open else { return };
        if learn.reading.take_if(|asked| *asked == id).is_none() {
            return;
        }
        let told = |text: String| Some(Notice { text, offers_previous: false });
        let (title, all) = match summary {
            Ok(summary) => summary,
            Err(error) => {
                self.notice = told(format!("The file cannot be read: {error}. Your work is as it was."));
                return;
            }
        };
        let count = all.len();
        let tasks = &learn.course.tasks;
        let place = |given: Given| Some((tasks.iter().position(|task| task.id == given.id)?, given));
        let given: Vec<(usize, Given)> = all.into_iter().filter_map(place).collect();
        if given.is_empty() {
            let of = if title.is_empty() { String::new() } else { format!(" It is of “{title}”.") };
            self.notice = told(format!("The file holds nothing for the exercises of this workshop.{of}"));
            return;
        }
        if given.len() < count {
            let text =
                format!("{} exercises of the file are not in this workshop and are left out.", count - given.len());
            self.notice = told(text);
        }
        let differs = given.iter().filter(|(task, given)| {
            learn.records.get(*task).is_some_and(|record| record.is_begun()) && learn.given(*task) != *given
        });
        let differs: Vec<String> = differs.map(|(task, _)| learn.course.tasks[*task].title.clone()).collect();
        let import = Import { given, differs };
        if import.differs.is_empty() {
            self.import(import, true, effects);
        } else {
            learn.asking = Some(Asking::Import(import));
            learn.is_overview = true;
            self.part = Part::Lesson;
            effects.push(Effect::FocusOn("lesson-asking"));
        }
    }

    /// Takes what a summary holds: all of it, or only where nothing has been written here.
    fn import(&mut self, import: Import, all: bool, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        let mut taken = 0;
        for (task, given) in import.given {
            let now = learn.given(task);
            let Some((record, starter)) = learn.records.get_mut(task).zip(learn.course.tasks.get(task)) else {
                continue;
            };
            if now == given || (record.is_begun() && !all) {
                continue;
            }
            record.program = given.program.filter(|program| Some(program) != starter.starter.as_ref());
            record.answers = given.answers;
            // What it is worth, a check says.
            record.solved = false;
            record.held = None;
            learn.keep(task, effects);
            taken += 1;
        }
        learn.is_overview = true;
        learn.results = None;
        let desk = learn.desk;
        self.put_on_desk(desk, effects);
        let text = match taken {
            0 => "Everything in the file was here already.".to_owned(),
            1 => "Took one exercise from the file. “Check everything” says what holds of it.".to_owned(),
            count => format!("Took {count} exercises from the file. “Check everything” says what holds of them."),
        };
        self.notice = Some(Notice { text, offers_previous: false });
    }

    pub(super) fn dismiss(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        // Who does not want the file's in place of what is here may still want the rest of it.
        if let Some(Asking::Import(import)) = learn.asking.take() {
            self.import(import, false, effects);
        }
        effects.push(Effect::FocusOn("lesson-body"));
    }

    pub(super) fn confirm(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        match learn.asking.take() {
            None => {}
            Some(Asking::Solution) => self.open_solution(effects),
            Some(Asking::StartOver) => {
                let at = learn.at;
                if let Some(record) = learn.records.get_mut(at) {
                    record.program = None;
                    record.listing = None;
                }
                learn.keep(at, effects);
                let desk = learn.desk;
                self.put_on_desk(desk, effects);
            }
            Some(Asking::Import(import)) => self.import(import, true, effects),
        }
        effects.push(Effect::FocusOn("lesson-body"));
    }
}

/// The name of a summary's file, from the workshop's title.
fn file_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).chain(["progress".to_owned()]).collect();
    format!("{}.json", words.join("-"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_summary_is_named_for_its_workshop() {
        assert_eq!(super::file_name("From loops to machines"), "from-loops-to-machines-progress.json");
        assert_eq!(super::file_name(""), "progress.json");
    }
}
