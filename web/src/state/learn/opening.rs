//! Opening a workshop: from its address to its exercises beside the editor.

use std::collections::VecDeque;
use std::rc::Rc;

use stair_protocol::{CompileRequest, Course, LearnAnswer, LearnRequest, RequestId, WorkshopSource};

use super::{Desk, Learn, Loading, Own, Record, Source, address};
use crate::state::{Effect, Notice, Part, State};

/// The name under which a workshop is kept: the same for its later editions, and hardly that of another workshop.
fn key(course: &Course) -> String {
    let first = course.tasks.first().map_or("", |task| task.id.as_str());
    let bytes = course.title.bytes().chain([0]).chain(first.bytes());
    // FNV-1a.
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("workshop.{hash:016x}")
}

impl State {
    pub(super) fn open_workshop(&mut self, source: Source, wanted: Option<String>, effects: &mut Vec<Effect>) {
        if let Some(learn) = &self.learning.open
            && learn.source == source
        {
            self.part = Part::Lesson;
            match wanted {
                Some(wanted) => self.go_to(&wanted, effects),
                None => effects.push(Effect::FocusOn("lesson-body")),
            }
            return;
        }
        self.part = Part::Lesson;
        self.learning.loading = Some(Loading { source: source.clone(), wanted, request: None, course: None });
        match &source {
            Source::Lessons | Source::Site(_) => effects.push(Effect::Fetch(source)),
            // Those come with their text.
            Source::Link(_) | Source::File(_) => {}
        }
    }

    /// The workshop that a link carries.
    pub(in crate::state) fn open_link_to_workshop(
        &mut self,
        fragment: &str,
        workshop: stair_link::Workshop,
        effects: &mut Vec<Effect>,
    ) {
        let source = Source::Link(fragment.trim_start_matches('#').to_owned());
        self.open_workshop(source, None, effects);
        let parts = workshop.exercises.into_iter().map(|exercise| (exercise.file, exercise.json)).collect();
        self.read_workshop(WorkshopSource::Parts(workshop.title, parts), effects);
    }

    pub(super) fn read_workshop(&mut self, source: WorkshopSource, effects: &mut Vec<Effect>) {
        let id = self.next_id();
        if let Some(loading) = &mut self.learning.loading {
            loading.request = Some(id);
            effects.push(Effect::ToCompiler(CompileRequest::Learn { id, request: LearnRequest::Open(source) }));
        }
    }

    pub(super) fn fetched(&mut self, source: Source, text: Result<String, String>, effects: &mut Vec<Effect>) {
        let is_wanted = self.learning.loading.as_ref().is_some_and(|loading| loading.source == source);
        if !is_wanted {
            // Its author has changed it: it is read again, and everything else stays as it is.
            let is_open = self.learning.open.as_ref().is_some_and(|learn| learn.source == source);
            if !is_open || text.is_err() {
                return;
            }
            self.learning.loading = Some(Loading { source, wanted: None, request: None, course: None });
        }
        match text {
            Ok(text) => self.read_workshop(WorkshopSource::Exported(text), effects),
            Err(error) => self.cannot_open(&error, effects),
        }
    }

    /// The browser keeps nothing: says so once.
    pub(in crate::state) fn cannot_keep(&mut self) {
        let Some(learn) = self.learning.open.as_mut().filter(|learn| !learn.is_refused) else { return };
        learn.is_refused = true;
        let text =
            "This browser does not let the page keep your work. Before you close it, save your progress as a file.";
        self.notice = Some(Notice { text: text.to_owned(), offers_previous: false });
    }

    fn cannot_open(&mut self, error: &str, effects: &mut Vec<Effect>) {
        let Some(loading) = self.learning.loading.take() else { return };
        let what = match &loading.source {
            Source::Lessons => "The lessons".to_owned(),
            Source::Site(path) => format!("The workshop {path}"),
            Source::Link(_) => "The workshop of this link".to_owned(),
            Source::File(name) => format!("The workshop {name}"),
        };
        self.notice =
            Some(Notice { text: format!("{what} cannot be opened: {}", error.trim_end()), offers_previous: false });
        if self.learning.open.is_none() {
            self.part = Part::Code;
            effects.push(Effect::ClearFragment);
        }
    }

    pub(in crate::state) fn from_reader(&mut self, id: RequestId, answer: LearnAnswer, effects: &mut Vec<Effect>) {
        match answer {
            LearnAnswer::Opened(opened) => {
                let Some(loading) = self.learning.loading.as_mut().filter(|loading| loading.request == Some(id)) else {
                    return;
                };
                match opened {
                    Ok(course) if course.tasks.is_empty() => {
                        let problem = course.problems.first().cloned();
                        self.cannot_open(problem.as_deref().unwrap_or("there is no exercise in it"), effects);
                    }
                    Ok(course) => {
                        let ids = course.tasks.iter().map(|task| task.id.clone()).collect();
                        effects.push(Effect::LoadKept { key: key(&course), ids });
                        loading.course = Some(Rc::new(course));
                    }
                    Err(error) => self.cannot_open(&error, effects),
                }
            }
            LearnAnswer::Unveiled(unveiled) => {
                let Some(learn) = &mut self.learning.open else { return };
                if learn.unveiling.take_if(|asked| *asked == id).is_none() {
                    return;
                }
                match unveiled {
                    Ok(unveiled) => learn.unveiled = Some(unveiled),
                    Err(text) => self.notice = Some(Notice { text, offers_previous: false }),
                }
            }
            LearnAnswer::Written(bytes) => self.written(id, bytes, effects),
            LearnAnswer::Read(summary) => self.summary_read(id, summary, effects),
        }
    }

    /// What the compile worker was asked when it was lost will not be answered.
    pub(in crate::state) fn lose_reader(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        if self.learning.loading.as_ref().is_some_and(|loading| loading.request.is_some()) {
            self.cannot_open(reason, effects);
        }
        if let Some(learn) = &mut self.learning.open {
            (learn.unveiling, learn.writing, learn.reading) = (None, None, None);
        }
    }

    /// Shows the workshop that was loaded.
    pub(super) fn enter(&mut self, kept: Vec<Option<String>>, last: Option<String>, effects: &mut Vec<Effect>) {
        let Some(Loading { source, wanted, course: Some(course), .. }) = self.learning.loading.take() else { return };
        let kept = kept.into_iter().map(Some).chain(std::iter::repeat(None));
        let place = |id: &str| course.tasks.iter().position(|task| task.id == id);
        let before = self.learning.open.take();
        let is_again = before.as_ref().is_some_and(|before| before.source == source);
        // What is here is newer than what is kept, and may be more.
        let here = |id: &str| {
            let before = before.as_ref().filter(|_| is_again)?;
            let place = before.course.tasks.iter().position(|task| task.id == id)?;
            before.records.get(place).cloned()
        };
        let records = course.tasks.iter().zip(kept).map(|(task, kept)| {
            let kept = || kept.flatten().and_then(|text| Record::read(&text));
            here(&task.id).or_else(kept).unwrap_or_default().at_edition(task.edition)
        });
        let records: Vec<Record> = records.collect();
        let shown = before.as_ref().filter(|_| is_again).and_then(|before| before.task()).map(|task| task.id.clone());
        let at = shown.or(last).and_then(|id| place(&id)).unwrap_or(0);
        let is_overview = before.as_ref().is_some_and(|before| is_again && before.is_overview);
        let own = match before {
            Some(before) => before.own,
            None => Own {
                draft: self.draft(),
                profile: self.program.profile,
                stops: std::mem::take(&mut self.debugger.stops),
            },
        };
        let key = key(&course);
        self.learning.open = Some(Box::new(Learn {
            source,
            course,
            records,
            at,
            is_overview,
            desk: Desk::Own,
            unveiled: None,
            asking: None,
            results: None,
            grading: None,
            queue: VecDeque::new(),
            key,
            own,
            unveiling: None,
            writing: None,
            reading: None,
            is_refused: false,
        }));
        self.notice = None;
        let part = self.part;
        match wanted {
            Some(wanted) => {
                self.show_task(at, effects);
                self.go_to(&wanted, effects);
            }
            None => self.show_task(at, effects),
        }
        if is_again {
            self.part = part;
            if let Some(learn) = &mut self.learning.open {
                learn.is_overview = is_overview;
            }
        }
    }

    /// Goes to the exercise that an address means.
    fn go_to(&mut self, wanted: &str, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        let mut tasks = learn.course.tasks.iter();
        match tasks.position(|task| address::is_meant(wanted, &task.id, &task.sealed.file)) {
            Some(index) => self.show_task(index, effects),
            None => {
                learn.is_overview = true;
                let text = format!("There is no exercise “{wanted}” here. These are all there are.");
                self.notice = Some(Notice { text, offers_previous: false });
            }
        }
    }
}
